/** What stands against making a conference, found before anything is asked of Zoom. */
import type { Instant } from '../../lib/domain/booking.ts';
import type { Notice } from '../ledger/life.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { endOf, startOf, toRow } from '../ledger/records.ts';

/** The hours at which one more use of the service begins, and how many hold it then. */
function mostAtOnce(record: BookingRecord, holders: readonly BookingRecord[]): { count: number; holder: BookingRecord | null } {
  const span = toRow(record);
  const rows = holders.map((holder) => ({ holder, ...toRow(holder) })).filter(({ holds_from, holds_to }) => holds_from < span.holds_to && holds_to > span.holds_from);
  let most = { count: 0, holder: rows[0]?.holder ?? null };
  for (const at of [span.holds_from, ...rows.map(({ holds_from }) => holds_from)]) {
    const moment = Math.max(at, span.holds_from);
    const holding = rows.filter(({ holds_from, holds_to }) => holds_from <= moment && holds_to > moment);
    if (holding.length > most.count) most = { count: holding.length, holder: holding[0]?.holder ?? null };
  }
  return most;
}

/** Z21: the same service is already held as often as it may be, buffers included; in words, with who and when. */
export function conflictOf(record: BookingRecord, holders: readonly BookingRecord[]): Notice | null {
  const { count, holder } = mostAtOnce(record, holders);
  if (holder === null || count < record.service.concurrency) return null;
  return { code: 'conflict', values: { holder: holder.booking.establishment?.name ?? holder.booking.requester.name, from: startOf(holder), to: endOf(holder) } };
}

/**
 * The first reason not to create; null when there is none. `none` and `permanent` services are no fault of the
 * booking: it stays approved.
 */
export function obstacleTo(record: BookingRecord, holders: readonly BookingRecord[], now: Instant): { notice: Notice; isHeld: boolean } | null {
  const { booking, service, life } = record;
  if (service.rules.kind === 'none') return { notice: { code: 'noConference', values: {} }, isHeld: true };
  if (service.rules.kind === 'permanent') return { notice: { code: 'permanentRoom', values: {} }, isHeld: true };
  // Z11: Zoom would make an instant meeting of it.
  if (startOf(record) <= now) return { notice: { code: 'past', values: {} }, isHeld: false };
  if (booking.participants > service.capacity && !life.capacityConfirmed) {
    return { notice: { code: 'capacity', values: { participants: booking.participants, capacity: service.capacity } }, isHeld: false };
  }
  const conflict = conflictOf(record, holders);
  return conflict === null ? null : { notice: conflict, isHeld: false };
}
