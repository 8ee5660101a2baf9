/**
 * Shared rooms, as a person's clicks: the host key of a slot (S1-05), a slot that is asked for (F05), a room of one's own
 * (S1-35). What the companion shows goes to the page that
 * asked and nowhere else: no store, no log.
 */
import type * as z from 'zod/mini';
import { hostKeyAnswer, roomRequestEntry, roomRequestsAnswer, slotRequestAnswer, slotRequestEntry, slotRequestsAnswer, staysAnswer } from '../contract/rooms.ts';
import type { RoomDecision, RoomRequest, SlotAnswer, SlotRequest } from '../contract/rooms.ts';
import type { Asked, HostKeyOfWorker, RoomRequestsOfWorker, SlotsOfWorker, StaysOfWorker } from '../messages/answers.ts';
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

/** How long each person stayed (S1-43, S1-46): asked of Zoom at the click, and kept nowhere. */
export async function readStays(ports: CompanionPorts, key: string, sources: Sources): Promise<StaysOfWorker> {
  const answer = await askCompanion(ports, { method: 'GET', path: pathOf(key, sources, '/attendance'), id: newRequestId() }, staysAnswer);
  return answer.ok ? { ok: true, stays: answer.value } : refusalOf(answer);
}

async function post<T>(ports: CompanionPorts, path: string, sent: object, schema: z.ZodMiniType<T>): Promise<Asked> {
  const answer = await askCompanion(ports, { method: 'POST', path, id: newRequestId(), body: JSON.stringify(sent) }, schema);
  return answer.ok ? { ok: true } : refusalOf(answer);
}

export async function readSlots(ports: CompanionPorts): Promise<SlotsOfWorker> {
  const answer = await askCompanion(ports, { method: 'GET', path: 'v1/slot-requests', id: newRequestId() }, slotRequestsAnswer);
  return answer.ok ? { ok: true, slots: answer.value.requests } : refusalOf(answer);
}

export const askForSlot = (ports: CompanionPorts, request: SlotRequest): Promise<Asked> => post(ports, 'v1/slot-requests', request, slotRequestAnswer);

export const answerSlot = (ports: CompanionPorts, id: string, answer: SlotAnswer): Promise<Asked> => post(ports, `v1/slot-requests/${id}/answer`, answer, slotRequestEntry);

export async function readRoomRequests(ports: CompanionPorts): Promise<RoomRequestsOfWorker> {
  const answer = await askCompanion(ports, { method: 'GET', path: 'v1/room-requests', id: newRequestId() }, roomRequestsAnswer);
  return answer.ok ? { ok: true, requests: answer.value.requests } : refusalOf(answer);
}

export const askForRoom = (ports: CompanionPorts, request: RoomRequest): Promise<Asked> => post(ports, 'v1/room-requests', request, roomRequestEntry);

export const decideRoom = (ports: CompanionPorts, id: string, decision: RoomDecision): Promise<Asked> => post(ports, `v1/room-requests/${id}/decision`, decision, roomRequestEntry);
