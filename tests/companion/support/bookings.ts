/** Bookings and events of the tests: invented people, one licence. */
import type { BookingOfEvent, Event, EventType } from '../../../lib/contract/event.ts';
import type { ServiceOfEvent } from '../../../lib/contract/rules.ts';

/** Monday 23 November 2026, 9:00 in Toronto. */
export const MONDAY = Date.UTC(2026, 10, 23, 14);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const web5000: ServiceOfEvent = {
  id: 'web5000',
  name: 'Licence Zoom Web5000',
  capacity: 5000,
  concurrency: 1,
  bufferBefore: 0,
  bufferAfter: 0,
  rules: { kind: 'auto', waitingRoom: 'off', startMode: 'host', muteOnEntry: true, hostVideo: false, participantVideo: false, recording: 'none', authenticationRequired: false, practiceSession: false },
};

const iso = (instant: number): string => new Date(instant).toISOString();

/** @param start the booking lasts ninety minutes */
export const bookingAt = (start: number, changes: Partial<BookingOfEvent> = {}): BookingOfEvent => ({
  portal: 'iris',
  number: '2026-0012',
  resource: 'Licence ZOOM Web5000',
  name: 'Journée régionale – télésanté & « soins »',
  participants: 1200,
  presenter: { name: 'Dre Anne Côté', email: null },
  establishment: { id: 'iucpq', name: 'IUCPQ – Université Laval' },
  requester: { name: 'Élise Gagné', email: 'elise.gagne@iucpq.example.test' },
  start: iso(start),
  end: iso(start + 1.5 * HOUR),
  page: 'https://www.irisreservation.ca/reservations/12',
  ...changes,
});

export interface EventOptions {
  /** When the person acted. */
  at: number;
  service?: ServiceOfEvent;
  language?: 'fr' | 'en';
  reason?: string;
  /** The guests' posts may not install Zoom. */
  browserOnly?: true;
}

export function eventOf(type: EventType, booking: BookingOfEvent, { at, service = web5000, language = 'fr', reason, browserOnly }: EventOptions): Event {
  const data = { booking, service, language, ...(browserOnly === undefined ? {} : { browserOnly }), ...(reason === undefined ? {} : { reason }) };
  return (type === 'booking.cancelled' ? { type, timestamp: iso(at), data: { ...data, cancellation: 'rescheduled' } } : { type, timestamp: iso(at), data }) as Event;
}
