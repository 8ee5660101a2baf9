/** The popup's clicks about shared rooms. What the worker answers goes to the part that asked, and into no store. */
import type { AskProblem, Asked, PageMessage } from '../../../lib/messages.ts';
import type { HostKeyAnswer } from '../../../lib/contract/rooms.ts';
import type { BookingView } from '../../../lib/state/view.ts';
import { askWorker } from '../../../lib/state/worker-calls.ts';

/** `silent`: the worker itself did not answer. */
export type Told<More> = ({ ok: true } & More) | { ok: false; code: AskProblem | 'silent'; detail: string | null };

export interface RoomActions {
  /** « Révéler la clé d’hôte » (S1-05). @param despite whose meeting is on was read */
  revealKey(view: BookingView, despite: boolean): Promise<Told<{ shown: HostKeyAnswer }>>;
  /** @param said what is said once it is copied · @param failed otherwise */
  copyText(text: string, said: string, failed: string): void;
}

type RoomMessage = Extract<PageMessage, { type: 'hostKey.reveal' }>;

async function tell<More>(message: RoomMessage): Promise<Told<More>> {
  try {
    return (await askWorker(message)) as Asked<More>;
  } catch {
    return { ok: false, code: 'silent', detail: null };
  }
}

export const roomActions = (say: (text: string) => void): RoomActions => ({
  revealKey: ({ key }, despite) => tell({ type: 'hostKey.reveal', key, despite }),
  copyText: (text, said, failed) => void navigator.clipboard.writeText(text).then(() => say(said), () => say(failed)),
});
