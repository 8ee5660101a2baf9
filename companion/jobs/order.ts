/** A booking as the conference that is asked of Zoom. */
import type { BookingRecord } from '../ledger/records.ts';
import { endOf, startOf } from '../ledger/records.ts';
import type { Secrets } from '../secrets.ts';
import type { ConferenceOrder } from '../zoom/types.ts';

/** The agenda names the establishment and the number, for the CCT's own list; participants can read it, so no more. */
export const toOrder = (record: BookingRecord, secrets: Secrets): ConferenceOrder => ({
  marker: secrets.marker(record.id),
  topic: record.booking.name,
  description: [record.booking.establishment?.name, record.booking.number].filter((part) => part !== null && part !== undefined).join(' · '),
  start: startOf(record),
  end: endOf(record),
  hostUserId: record.host,
  rules: record.service.rules,
  capacity: record.service.capacity,
  participants: record.booking.participants,
  presenter: record.booking.presenter,
});
