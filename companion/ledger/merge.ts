/** Two sayings of one booking made one: a page that does not show a fact does not erase it. */
import type { BookingOfEvent } from '../../lib/contract/event.ts';
import type { BookingRecord } from './records.ts';

/** @returns what is newly said, with what it leaves out (null) kept from what was held */
export function merge(held: BookingOfEvent, said: BookingOfEvent): BookingOfEvent {
  return {
    ...said,
    number: said.number ?? held.number,
    presenter: { ...said.presenter, email: said.presenter.email ?? (said.presenter.name === held.presenter.name ? held.presenter.email : null) },
    requester: { ...said.requester, email: said.requester.email ?? (said.requester.name === held.requester.name ? held.requester.email : null) },
    establishment: said.establishment ?? held.establishment,
    page: said.page ?? held.page,
  };
}

/** Whether a conference made for one must be changed for the other. */
export const isMaterial = (held: BookingOfEvent, said: BookingOfEvent): boolean =>
  held.name !== said.name
  || Date.parse(held.start) !== Date.parse(said.start)
  || Date.parse(held.end) !== Date.parse(said.end)
  || held.presenter.name !== said.presenter.name
  || held.presenter.email !== said.presenter.email;

/**
 * Whether the guests stay in their browser (S4-06). An event says it or says nothing, and who approves may have another
 * list of establishments than who asks: once said, it holds for as long as the booking is of that establishment.
 */
export const staysInBrowser = (held: BookingRecord, merged: BookingOfEvent, said: boolean): boolean =>
  said || (held.browserOnly && held.booking.establishment?.id === merged.establishment?.id);
