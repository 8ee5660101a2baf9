/**
 * What a content script receives when it starts: facts and rules, no secret, and nobody's contact details
 * but one's own. The overlay is as trustworthy as the page it stands on, so it is told what it needs.
 */
import type { Reading } from '../domain/booking.ts';
import type { PastMeeting } from '../domain/estimates.ts';
import type { Wait } from '../domain/waits.ts';
import type { Establishment, Roster } from '../domain/roster.ts';
import { overlayWords, type OverlayWords } from '../i18n/overlay-words.ts';
import { chooseLanguage, type Language } from '../i18n/translate.ts';
import type { PortalProfile } from '../portal/profile.ts';
import type { ServiceCard } from '../services/card.ts';
import type { Settings } from './settings.ts';

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

const spoken = (language: Language): Pick<OverlaySettings, 'language' | 'words'> => ({ language, words: overlayWords(language) });

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
  ...spoken(chooseLanguage(settings.language, browserLanguage)),
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
