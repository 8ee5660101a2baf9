/**
 * What a content script receives when it starts: facts and rules, no secret, and nobody's contact details
 * but one's own. The overlay is as trustworthy as the page it stands on, so it is told what it needs.
 */
import type { Reading } from '../domain/booking.ts';
import type { PastMeeting } from '../domain/estimates.ts';
import type { Wait } from '../domain/waits.ts';
import type { Establishment, Roster } from '../domain/roster.ts';
import { formatNumber } from '../domain/number-text.ts';
import { overlayWords, type OverlayWords } from '../i18n/overlay-words.ts';
import { chooseLanguage, translateFrom, type Language } from '../i18n/translate.ts';
import type { PortalProfile } from '../portal/profile.ts';
import type { ServiceCard } from '../services/card.ts';
import type { Settings } from './settings.ts';

/** A licence's capacity as its reader writes it: « 5 000 », « 5 000 participants ». */
export interface WrittenCapacity {
  number: string;
  words: string;
}

export interface OverlaySettings {
  /** Identifier of the portal, `iris`. */
  portal: string;
  language: Language;
  /** What is said, in that language. */
  words: OverlayWords;
  /** How it looks: components/overlay/styles.css. */
  styles: string;
  person: Settings['person'];
  cards: ServiceCard[];
  /**
   * By the card's id. Written here, since these are the only numbers that a calendar needs as it loads: a page's first
   * formatter of `Intl` takes a seventh of all that the overlay does there, by a profile.
   */
  capacities: Readonly<Record<string, WrittenCapacity>>;
  /** Without the representatives: the overlay shows establishments, never people. */
  roster: Roster;
  /** Features that were switched off, by id. */
  disabledFeatures: string[];
  profile: PortalProfile;
  /** What the worker knows besides the page: its own readings and the companion's, without requesters. */
  readings: Reading[];
  /** The person's own last meetings: counts only (F08). */
  past: PastMeeting[];
  /** Slots that this person waits for (F04). */
  waits: Wait[];
}

const withoutPeople = (establishment: Establishment): Establishment => ({ ...establishment, representative: null, substitute: null });

const withoutRequesters = (reading: Reading): Reading => ({
  ...reading,
  bookings: reading.bookings.map((booking) => ({ ...booking, requester: null, reason: null, planB: null })),
});

/** What is said in a language, in words and in numbers. */
export function spoken(language: Language, cards: readonly ServiceCard[]): Pick<OverlaySettings, 'language' | 'words' | 'capacities'> {
  const words = overlayWords(language);
  const translate = translateFrom(words, language);
  const write = ({ id, capacity }: ServiceCard) => [id, { number: formatNumber(capacity, language), words: translate('markCapacity', { count: capacity }) }] as const;
  return { language, words, capacities: Object.fromEntries(cards.map(write)) };
}

/**
 * What the worker answers to `overlay.start`.
 * @param portal the portal of the sender's page
 * @param browserLanguage `en-CA`; decides when the setting is `auto`
 * @param styles of what the overlay draws
 */
export const toOverlaySettings = (
  settings: Settings,
  portal: string,
  profile: PortalProfile,
  readings: readonly Reading[],
  browserLanguage: string,
  styles: string,
  { past = [], waits = [] }: { past?: readonly PastMeeting[]; waits?: readonly Wait[] } = {},
): OverlaySettings => ({
  portal,
  ...spoken(chooseLanguage(settings.language, browserLanguage), settings.cards),
  styles,
  person: settings.person,
  cards: settings.cards,
  roster: settings.roster.map(withoutPeople),
  disabledFeatures: settings.disabledFeatures,
  profile,
  readings: readings.map(withoutRequesters),
  past: [...past],
  waits: waits.filter((wait) => wait.portal === portal),
});
