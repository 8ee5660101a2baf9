/** A booking on a page, with whatever the page says of it besides. */
import { html } from 'hono/html';
import { withKeptSpaces } from '../../lib/domain/kept-spaces.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { bookingFacts, type BookingFact } from '../texts/booking-facts.ts';
import type { Fragment } from './layout.ts';

export const factsOf = (record: BookingRecord, { language = record.language, more = [] }: { language?: BookingRecord['language']; more?: readonly BookingFact[] } = {}): Fragment =>
  html`<dl>${[...bookingFacts(record, language), ...more].map(({ label, value }) => html`<dt>${label}</dt><dd>${withKeptSpaces(value)}</dd>`)}</dl>`;
