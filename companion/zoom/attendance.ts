/** How many came, afterwards: counts and durations only. Names and addresses pass through memory to be counted once and are gone. */
import * as z from 'zod';
import type { Api } from './http.ts';
import { occurrencePath } from './family.ts';
import { allPages } from './lists.ts';
import type { AttendanceResult, ConferenceKind } from './types.ts';

const stay = z.object({
  id: z.string().catch(''),
  user_id: z.coerce.string().catch(''),
  registrant_id: z.string().catch(''),
  name: z.string().catch(''),
  user_email: z.string().catch(''),
  join_time: z.string().catch(''),
  leave_time: z.string().catch(''),
  status: z.string().catch('in_meeting'),
});
type Stay = z.infer<typeof stay>;
const shape = z.object({ participants: z.array(stay) });

/** A person who came back has several stays; what names them best comes first. */
const personOf = ({ registrant_id, user_email, id, name, user_id }: Stay): string =>
  [registrant_id, user_email.toLowerCase(), id, name].find((value) => value !== '') ?? `visit ${user_id}`;

/** Most people inside at one moment; null when any hour is missing. A leave and a join at the same second do not overlap. */
function peakOf(stays: readonly Stay[]): number | null {
  const changes: [number, number][] = [];
  for (const { join_time, leave_time } of stays) {
    const [join, leave] = [Date.parse(join_time), Date.parse(leave_time)];
    if (!Number.isFinite(join) || !Number.isFinite(leave)) return null;
    changes.push([join, 1], [leave, -1]);
  }
  let inside = 0;
  let peak = 0;
  for (const [, change] of changes.toSorted(([one, add], [other, remove]) => one - other || add - remove)) {
    inside += change;
    peak = Math.max(peak, inside);
  }
  return peak;
}

/** How long each person was there in all, longest first; a stay whose hours are missing counts as none. */
function minutesOf(stays: readonly Stay[]): number[] {
  const people = new Map<string, number>();
  for (const stay of stays) {
    const lasted = Date.parse(stay.leave_time) - Date.parse(stay.join_time);
    people.set(personOf(stay), (people.get(personOf(stay)) ?? 0) + (Number.isFinite(lasted) ? Math.max(0, lasted) : 0));
  }
  return [...people.values()].map((milliseconds) => Math.round(milliseconds / 60_000)).toSorted((one, other) => other - one);
}

/** @returns `notFound` as a problem until Zoom has closed its list */
export async function readAttendance(api: Api, kind: ConferenceKind, id: string, signal: AbortSignal): Promise<AttendanceResult> {
  const read = (body: unknown): Stay[] | undefined => shape.safeParse(body).data?.participants;
  const ask = (operation: string, folder: string) => allPages(api, operation, `/${folder}/${occurrencePath(id)}/participants`, {}, read, signal);
  let pages = await ask('pastParticipants', `past_${kind}s`);
  // The other list needs another scope: whichever the application was given.
  if (!pages.ok && pages.problem.zoomCode === 4711) pages = await ask('reportParticipants', `report/${kind}s`);
  if (!pages.ok) return pages;
  const stays = pages.rows.filter(({ status }) => status !== 'in_waiting_room');
  const minutes = minutesOf(stays);
  return { ok: true, unique: minutes.length, peak: peakOf(stays), minutes };
}
