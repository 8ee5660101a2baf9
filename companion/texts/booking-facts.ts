/** What a booking is, for whoever is told or asked something about it: its exact name and its hours. */
import type { Language } from '../../lib/domain/time-text.ts';
import { endOf, startOf, type BookingRecord } from '../ledger/records.ts';
import { sentencesIn, whenOf } from './texts.ts';

export interface BookingFact {
  label: string;
  /** Several lines when there are several. */
  value: string;
}

/** @param language of the reader; the booking's own when absent */
export function bookingFacts(record: BookingRecord, language: Language = record.language): BookingFact[] {
  const say = sentencesIn(language);
  return [{ label: say('mail.what'), value: record.booking.name }, { label: say('mail.when'), value: whenOf(startOf(record), endOf(record), language) }];
}
