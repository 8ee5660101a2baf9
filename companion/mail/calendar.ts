/**
 * The calendar file. PUBLISH, since the requester invites people himself: no ATTENDEE (Z78). UTC instants only: a
 * named zone with a native date prints the process's own clock (zoom.md § 8.2, Z76).
 */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Instant } from '../../lib/domain/booking.ts';
import { groupDigits } from '../../lib/domain/invitation.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { endOf, startOf } from '../ledger/records.ts';

export interface Organizer {
  name: string;
  address: string;
}

/** Constant for the life of a booking. */
export const calendarUidOf = (record: BookingRecord, domain: string): string => `mgr-${record.id}@${domain}`;

/** What the entry is, not yet what it looks like: RFC 5545 forbids control characters in TEXT but for the newline. */
const clean = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ');

/**
 * @param now DTSTAMP
 * @param link the presenter's own; the common one when absent
 * @param method CANCEL withdraws the entry; its SEQUENCE is higher since the ledger raised the revision (Z77)
 */
export function calendarOf(record: BookingRecord, method: 'PUBLISH' | 'CANCEL', organizer: Organizer, now: Instant, link?: string): string {
  const { booking, conference, life } = record;
  const domain = organizer.address.split('@')[1] ?? 'localhost';
  const calendar = ical({ prodId: { company: 'Passerelle', product: 'compagnon', language: record.language === 'fr' ? 'FR' : 'EN' } });
  calendar.method(method === 'PUBLISH' ? ICalCalendarMethod.PUBLISH : ICalCalendarMethod.CANCEL);
  const event = calendar.createEvent({
    id: calendarUidOf(record, domain),
    sequence: life.revision - 1,
    stamp: new Date(now),
    start: new Date(startOf(record)),
    end: new Date(endOf(record)),
    summary: clean(booking.name),
    organizer: { name: clean(organizer.name === '' ? organizer.address : organizer.name), email: organizer.address },
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (method === 'PUBLISH' && conference !== null) {
    const address = link ?? conference.joinLink;
    event.location(address);
    event.description(clean([address, groupDigits(conference.id), ...(conference.passcode === null ? [] : [conference.passcode])].join('\n')));
    event.url(address);
  }
  return calendar.toString();
}
