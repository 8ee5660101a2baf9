/** How a booking and its parts are called. */
import { withKeptSpaces } from '../../lib/domain/kept-spaces.ts';
import { popupFr } from '../../lib/i18n/popup.fr.ts';
import type { BookingView } from '../../lib/state/view.ts';
import type { Words } from './context.ts';

/** A portal's title may be 10 000 characters; no name that Zoom takes is longer than this. */
const SHOWN_MAXIMUM = 200;

/** The exact name when it is known, else the portal's title, perhaps cut. */
export function nameOf({ booking }: BookingView, t: Words): string {
  const name = [...withKeptSpaces(booking.facts?.name || booking.title || t('untitled'))];
  return name.length > SHOWN_MAXIMUM ? `${name.slice(0, SHOWN_MAXIMUM).join('')}…` : name.join('');
}

const isKey = (key: string): key is keyof typeof popupFr => Object.hasOwn(popupFr, key);

/** A machine word of the companion; one that this version does not know is shown as it is. */
const wordText = (kind: 'difference' | 'step', word: string, t: Words): string => {
  const key = `${kind}_${word}`;
  return isKey(key) ? t(key) : word;
};

/** A setting that Zoom did not take. */
export const differenceText = (word: string, t: Words): string => wordText('difference', word, t);

/** One step of a booking's life. */
export const stepText = (word: string, t: Words): string => wordText('step', word, t);
