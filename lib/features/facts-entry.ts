/** What stands in our fields when a form appears, and what follows from the portal's own title. Pure. */
import { parseDetails } from '../domain/details.ts';
import { matchEstablishment } from '../domain/establishments.ts';
import type { TypedFacts } from '../domain/facts.ts';
import type { Roster } from '../domain/roster.ts';
import { sameText } from '../domain/text.ts';
import type { BookingForm } from '../portal/page.ts';
import { noChoices, type Choices, type Draft } from './drafts.ts';

export interface Entry extends Choices {
  typed: TypedFacts;
  /** Empty when none is chosen. */
  establishmentId: string;
}

/**
 * Which form it is, over redraws and reloads of the same page.
 * @param address of the page; a new booking of another hour is another form
 */
export function formKey(portal: string, form: BookingForm, address: string): string {
  const { pathname, search } = new URL(address);
  return `${portal}|${form.number ?? `${pathname}${search}`}`;
}

/** From the details block of a booking that is being changed. */
function fromDetails(form: BookingForm, roster: Roster, ownId: string): Entry | null {
  const details = form.freeText === null ? null : parseDetails(form.freeText);
  if (details === null) return null;
  const { name, participants, presenter } = details.facts;
  const establishment = details.establishment === null ? null : matchEstablishment(details.establishment, roster);
  return {
    typed: { name, participants: String(participants), presenterName: presenter.name, presenterEmail: presenter.email ?? '' },
    establishmentId: establishment?.id ?? ownId,
    reason: details.reason ?? '',
    // Whoever gave a reason has kept it already.
    keep: details.reason !== null,
    rehearsal: details.rehearsal !== null,
    planB: details.planB ?? '',
    charter: details.charter !== null,
  };
}

/** A draft whose save was let through counts only where the portal shows it again: it refused the booking. */
const isRefused = (draft: Draft, form: BookingForm): boolean => draft.submitted && sameText(form.title ?? '', draft.title ?? draft.typed.name);

const fromDraft = ({ typed, establishmentId, reason, keep, rehearsal, planB, charter }: Draft): Entry =>
  ({ typed, establishmentId, reason, keep, rehearsal, planB, charter });

/** What a person typed comes first, then what the portal holds, then the portal's title and one's own establishment. */
export function beginEntry(form: BookingForm, draft: Draft | null, roster: Roster, ownId: string | null): Entry {
  const own = ownId ?? '';
  if (draft !== null && !draft.submitted) return fromDraft(draft);
  const held = fromDetails(form, roster, own);
  if (held !== null) return held;
  if (draft !== null && isRefused(draft, form)) return fromDraft(draft);
  return { ...noChoices, typed: { name: form.title ?? '', participants: '', presenterName: '', presenterEmail: '' }, establishmentId: own };
}

/** When the portal's own title changes, the name follows, unless somebody has written another. */
export const followTitle = (entry: Entry, before: string, after: string): Entry =>
  before !== after && (entry.typed.name === before || entry.typed.name.trim() === '') ? { ...entry, typed: { ...entry.typed, name: after } } : entry;
