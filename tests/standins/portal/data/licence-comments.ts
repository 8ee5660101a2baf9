/** What stands in « Commentaires » of a booking of the licence: the details block, or a person's own words. */
import { printDetails } from '../../../../lib/domain/details.ts';
import type { BookingFacts } from '../../../../lib/domain/booking.ts';

/** @param extended false: made by someone without the extension, who wrote the three facts as the procedure asks (S0-15 to S0-17) */
export function licenceComments(facts: BookingFacts, establishment: string, extended: boolean): string {
  return extended
    ? printDetails(facts, { establishment, reason: null })
    : `Environ ${facts.participants} participants. Présentation : ${facts.presenter.name}.`;
}
