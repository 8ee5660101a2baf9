/** Asking the companion how one's own last meetings went (F08): far back, hence seldom, and only counts are kept. */
import { bookingsAnswer, type BookingOfLedger } from '../contract/answer.ts';
import type { PastMeeting } from '../domain/estimates.ts';
import { pastStore, type PastMeetings } from '../state/past-store.ts';
import type { Settings } from '../state/settings.ts';
import { isSamePerson } from '../state/view.ts';
import { askCompanion, newRequestId, type CompanionPorts } from './companion.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** How far back a person's habit is looked for. */
const LOOKED_BACK = 400 * DAY;
/** A meeting's count comes hours after it; nobody needs it sooner. */
const AGAIN_AFTER = 6 * HOUR;
const KEPT = 20;

/** The meetings of one person that were held and counted, the newest first. Pure. */
export function pastOfPerson(bookings: readonly BookingOfLedger[], person: Settings['person'], now: number): PastMeeting[] {
  return bookings
    .filter(({ booking, attendance }) => attendance !== undefined && Date.parse(booking.end) <= now && isSamePerson(booking.requester, person))
    .map(({ booking, attendance }) => ({ estimated: booking.participants, actual: attendance?.unique ?? 0, end: Date.parse(booking.end) }))
    .sort((one, other) => other.end - one.end)
    .slice(0, KEPT);
}

/** Asks at most every six hours; a failure keeps what was known. Never throws. @param known what it said last */
export async function refreshPast(ports: CompanionPorts, { person }: Settings, { checked }: PastMeetings): Promise<void> {
  const now = ports.now();
  if (checked !== null && now - checked < AGAIN_AFTER) return;
  const span = new URLSearchParams({ from: new Date(now - LOOKED_BACK).toISOString(), to: new Date(now).toISOString() });
  const answer = await askCompanion(ports, { method: 'GET', path: `v1/bookings?${span.toString()}`, id: newRequestId() }, bookingsAnswer);
  if (answer.ok) await pastStore.update(() => ({ meetings: pastOfPerson(answer.value.bookings, person, now), checked: now }));
}
