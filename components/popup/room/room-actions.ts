/** The popup's clicks about shared rooms. What the worker answers goes to the part that asked, and into no store. */
import type { HostKeyAnswer, RoomDecision, RoomRequest, RoomRequestEntry, SlotAnswer, SlotRequest, SlotRequestEntry, StaysAnswer } from '../../../lib/contract/rooms.ts';
import type { AskProblem, Asked } from '../../../lib/messages/answers.ts';
import type { PageMessage } from '../../../lib/messages/page.ts';
import type { BookingView } from '../../../lib/state/view.ts';
import { askWorker } from '../../../lib/state/worker-calls.ts';

/** `silent`: the worker itself did not answer. */
export type Told<More = object> = ({ ok: true } & More) | { ok: false; code: AskProblem | 'silent'; detail: string | null };

export interface RoomActions {
  /** « Révéler la clé d’hôte » (S1-05). @param despite whose meeting is on was read */
  revealKey(view: BookingView, despite: boolean): Promise<Told<{ shown: HostKeyAnswer }>>;
  /** What this person asked for and was asked for (F05). */
  readSlots(): Promise<Told<{ slots: SlotRequestEntry[] }>>;
  askSlot(request: SlotRequest): Promise<Told>;
  answerSlot(id: string, answer: SlotAnswer): Promise<Told>;
  /** Requests of permanent rooms that this person may see (S1-35). */
  readRooms(): Promise<Told<{ requests: RoomRequestEntry[] }>>;
  askRoom(request: RoomRequest): Promise<Told>;
  decideRoom(id: string, decision: RoomDecision): Promise<Told>;
  /** How long each person stayed, and where Zoom has the names (S1-43, S1-44). */
  readStays(view: BookingView): Promise<Told<{ stays: StaysAnswer }>>;
  /** Says something aloud that a part of the page has done. */
  announce(words: string): void;
  /** @param said what is said once it is copied · @param failed otherwise */
  copyText(text: string, said: string, failed: string): void;
}

type RoomMessage = Extract<PageMessage, { type: 'hostKey.reveal' | 'slots.read' | 'slots.ask' | 'slots.answer' | 'rooms.read' | 'rooms.ask' | 'rooms.decide' | 'stays.read' }>;

async function tell<More = object>(message: RoomMessage): Promise<Told<More>> {
  try {
    return (await askWorker(message)) as Asked<More>;
  } catch {
    return { ok: false, code: 'silent', detail: null };
  }
}

export const roomActions = (say: (text: string) => void): RoomActions => ({
  revealKey: ({ key }, despite) => tell({ type: 'hostKey.reveal', key, despite }),
  readSlots: () => tell({ type: 'slots.read' }),
  askSlot: (request) => tell({ type: 'slots.ask', request }),
  answerSlot: (id, answer) => tell({ type: 'slots.answer', id, answer }),
  readRooms: () => tell({ type: 'rooms.read' }),
  askRoom: (request) => tell({ type: 'rooms.ask', request }),
  decideRoom: (id, decision) => tell({ type: 'rooms.decide', id, decision }),
  readStays: ({ key }) => tell({ type: 'stays.read', key }),
  announce: say,
  copyText: (text, said, failed) => void navigator.clipboard.writeText(text).then(() => say(said), () => say(failed)),
});
