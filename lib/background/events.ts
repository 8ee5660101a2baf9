/** From a booking and its service card to the event that the companion takes. Pure. */
import { event, type Event, type EventType } from '../contract/event.ts';
import { webAddress } from '../contract/primitives.ts';
import type { Booking, BookingFacts } from '../domain/booking.ts';
import type { Establishment, Roster } from '../domain/roster.ts';
import type { Language } from '../i18n/translate.ts';
import type { ServiceCard } from '../services/card.ts';
import { toServiceOfEvent } from '../services/match.ts';

/** Portals write names with odd spaces and marks; a name in an event is one clean line. The wording stays. */
const toLine = (text: string, maximum: number): string =>
  [...text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu, ' ').trim()].slice(0, maximum).join('').trim();

const toInstantText = (instant: number): string => new Date(instant).toISOString();

export interface EventContext {
  card: ServiceCard;
  roster: Roster;
  language: Language;
  /** Milliseconds since 1970 UTC, by the clock that requests are signed with (clock-store.ts): the companion takes the one from the other. */
  now: number;
}

function toBookingOfEvent(booking: Booking, facts: BookingFacts, establishment: Establishment | undefined): object {
  return {
    portal: booking.portal,
    number: booking.number === null ? null : toLine(booking.number, 64),
    resource: toLine(booking.resource, 300),
    name: toLine(facts.name, 200),
    participants: facts.participants,
    presenter: { name: toLine(facts.presenter.name, 200), email: facts.presenter.email },
    establishment: establishment === undefined ? null : { id: establishment.id, name: establishment.name },
    requester: { name: toLine(booking.requester?.name ?? '', 200), email: booking.requester?.email ?? null },
    start: toInstantText(booking.start),
    end: toInstantText(booking.end),
    page: webAddress.safeParse(booking.page).success ? booking.page : null,
  };
}

/**
 * @param extra what one type of event carries besides (`cancellation`, `comment`)
 * @returns null when the booking lacks a fact or holds something that the contract does not take
 */
export function toEvent(type: EventType, booking: Booking, { card, roster, language, now }: EventContext, extra: object = {}): Event | null {
  if (booking.facts === null) return null;
  const establishment = roster.find(({ id }) => id === booking.establishmentId);
  const data = {
    booking: toBookingOfEvent(booking, booking.facts, establishment),
    service: toServiceOfEvent(card),
    language,
    ...(establishment?.browserOnly === true ? { browserOnly: true } : {}),
    ...(booking.reason === null || booking.reason === '' ? {} : { reason: booking.reason }),
    ...extra,
  };
  const parsed = event.safeParse({ type, timestamp: toInstantText(now), data });
  return parsed.success ? parsed.data : null;
}
