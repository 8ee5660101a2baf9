/** What stands against making a conference, found before anything is asked of Zoom. */
import type { Instant } from '../../lib/domain/booking.ts';
import { conflictsOf } from '../../lib/domain/conflicts.ts';
import type { Notice } from '../ledger/life.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { endOf, startOf } from '../ledger/records.ts';

/** Z21: the same service is already held as often as it may be, buffers included; in words, with who and when. */
export function conflictOf(record: BookingRecord, holders: readonly BookingRecord[]): Notice | null {
  // A nominative licence is in the way of its own holder only (S2-20).
  const same = record.service.rules.startMode === 'organiser' ? holders.filter(({ host }) => host === record.host) : holders;
  const bookings = same.map((holder) => ({
    holder, portal: holder.booking.portal, number: holder.booking.number, serviceId: holder.service.id, status: 'approved' as const, start: startOf(holder), end: endOf(holder),
  }));
  const [first] = conflictsOf({ start: startOf(record), end: endOf(record) }, bookings, record.service);
  if (first === undefined) return null;
  const { booking } = first.holder;
  return { code: 'conflict', values: { holder: booking.establishment?.name ?? booking.requester.name, from: first.start, to: first.end } };
}

/**
 * The first reason not to create; null when there is none. `none` and `permanent` services are no fault of the
 * booking: it stays approved.
 */
export function obstacleTo(
  record: BookingRecord,
  holders: readonly BookingRecord[],
  now: Instant,
  hasRoom = false,
): { notice: Notice; isHeld: boolean } | null {
  const { booking, service, life } = record;
  if (service.rules.kind === 'none') return { notice: { code: 'noConference', values: {} }, isHeld: true };
  if (service.rules.kind === 'permanent' && !hasRoom) return { notice: { code: 'permanentRoom', values: {} }, isHeld: true };
  // Z11: Zoom would make an instant meeting of it. A room is there already: only its slot must not be over.
  if ((hasRoom ? endOf(record) : startOf(record)) <= now) return { notice: { code: 'past', values: {} }, isHeld: false };
  if (booking.participants > service.capacity && !life.capacityConfirmed) {
    return { notice: { code: 'capacity', values: { participants: booking.participants, capacity: service.capacity } }, isHeld: false };
  }
  const conflict = conflictOf(record, holders);
  return conflict === null ? null : { notice: conflict, isHeld: false };
}

/**
 * What keeps a change from Zoom, in words of its own: there is a conference, which stays as it was.
 * @param conflict as {@link conflictOf} found it
 */
export function obstacleToChange(conflict: Notice | null, isTooLate: boolean): Notice | null {
  if (conflict !== null) return { ...conflict, code: 'updateConflict' };
  return isTooLate ? { code: 'updatePast', values: {} } : null;
}
