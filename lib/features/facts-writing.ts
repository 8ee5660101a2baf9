/** Puts the facts where the portal keeps them, just before it saves, and tells the worker (S0-15 … S0-17). */
import { isEmailAddress } from '../contract/bounds.ts';
import type { Booking, BookingFacts, Person } from '../domain/booking.ts';
import { parseDetails, printDetails, replaceDetails, type DetailsExtra } from '../domain/details.ts';
import type { BookingForm } from '../portal/page.ts';
import { readForm } from '../portal/read/form.ts';
import type { View } from '../portal/view.ts';
import { writeForm } from '../portal/write.ts';
import type { BookingAnswer } from './booking-check.ts';
import type { Desk } from './facts-desk.ts';

/** What the block says besides the facts. A reason that nobody asks for any more stays as it was written. */
export function extraOf({ form, entry }: Desk, answer: BookingAnswer, establishment: string | null): Required<DetailsExtra> {
  const written = form.freeText === null ? null : parseDetails(form.freeText);
  return {
    establishment,
    reason: answer.asksReason ? entry.reason.trim() : (written?.reason ?? null),
    rehearsal: entry.rehearsal ? (answer.rehearsal?.written ?? written?.rehearsal ?? null) : null,
    planB: answer.asksPlanB ? entry.planB.trim() : (written?.planB ?? null),
    // The block is in French, whoever reads the overlay in what language.
    charter: answer.charter !== null && entry.charter ? 'acceptée' : null,
  };
}

/** A title that the portal keeps shorter is cut as the portal would; the details block has it whole. */
function writeTitle(portal: View, name: string): void {
  const result = writeForm(portal, 'title', name);
  if (result.written || result.reason !== 'tooLong') return;
  const maximum = Number(portal.find('title')?.getAttribute('maxlength'));
  writeForm(portal, 'title', name.slice(0, maximum).trimEnd());
}

/**
 * Writes the name into the portal's title and the details block into its free text. A block that the field
 * does not keep whole is taken out again (better no write than a wrong one): the facts then travel with the
 * event alone.
 */
export function writeFacts(portal: View, form: BookingForm, facts: BookingFacts, extra: DetailsExtra): void {
  writeTitle(portal, facts.name);
  if (form.freeText === null) return;
  const text = replaceDetails(form.freeText, printDetails(facts, extra));
  writeForm(portal, 'freeText', text);
  const kept = readForm(portal)?.freeText ?? '';
  if (kept !== form.freeText && parseDetails(kept)?.intact !== true) writeForm(portal, 'freeText', form.freeText);
}

function requesterOf(form: BookingForm): Person | null {
  if (form.requester === null) return null;
  const email = (form.email ?? '').trim();
  return { name: form.requester, email: isEmailAddress(email) ? email : null };
}

/** The booking that the portal is about to save; null when the form does not say its hours. */
export function toSavedBooking(
  portal: string,
  form: BookingForm,
  facts: BookingFacts,
  establishment: { id: string; name: string } | null,
  reason: string | null,
): Booking | null {
  if (form.start === null || form.end === null || form.resource === null) return null;
  return {
    portal,
    number: form.number,
    resource: form.resource,
    serviceId: form.serviceId,
    title: facts.name,
    facts,
    establishment: establishment?.name ?? null,
    establishmentId: establishment?.id ?? null,
    requester: requesterOf(form),
    start: form.start,
    end: form.end,
    status: 'pending',
    page: null,
    reason,
  };
}
