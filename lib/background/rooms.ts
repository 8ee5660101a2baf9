/**
 * Shared rooms, as a person's clicks: the host key of a slot (S1-05). What the companion shows goes to the page that
 * asked and nowhere else: no store, no log.
 */
import { hostKeyAnswer } from '../contract/rooms.ts';
import type { HostKeyOfWorker } from '../messages.ts';
import type { Sources } from '../state/view.ts';
import { askCompanion, newRequestId, type CompanionPorts } from './companion.ts';
import { pathOf, refusalOf } from './day.ts';

/** @param despite the person has read whose meeting is on */
export async function revealHostKey(ports: CompanionPorts, key: string, despite: boolean, sources: Sources): Promise<HostKeyOfWorker> {
  const body = JSON.stringify({ despite });
  const answer = await askCompanion(ports, { method: 'POST', path: pathOf(key, sources, '/host-key'), id: newRequestId(), body }, hostKeyAnswer);
  if (answer.ok) return { ok: true, shown: answer.value };
  const refusal = refusalOf(answer);
  // Whoever may read the booking is not always whoever holds the slot.
  return !refusal.ok && refusal.code === 'role' ? { ...refusal, code: 'notHolder' } : refusal;
}
