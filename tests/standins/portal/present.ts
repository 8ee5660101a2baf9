/** How the portal writes things, as its traits have it: T11 dates, T15 cut names, T16 unclean text. */
import { toClock, toLocal, weekday } from './data/time.ts';
import type { Trait } from './options.ts';
import { months, weekdays, words, type Words } from './wording.ts';

const CUT = 25;

/** Seen on real portals: « CrÉer une nouvelle rÉservation ». */
const capitalAccents = (text: string): string => text.replace(/(?<=\p{L})\p{Ll}/gu, (letter) => (letter.normalize('NFD').length > 1 ? letter.toUpperCase() : letter));
const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

export interface Presenter {
  has(trait: Trait): boolean;
  /** The portal's own labels. */
  words: Words;
  /** One more word of the portal: a status, a reason. */
  word(text: string): string;
  /** A name in a grid or a list: of a resource, a person, an establishment, a meeting. */
  name(text: string): string;
  /** The same name where there is room: not cut. */
  fullName(text: string): string;
  /** `2026-11-24 09:00`, `24/11/2026 09:00` or « mardi 24 novembre 2026 - 09:00 ». */
  moment(instant: number): string;
  /** « 24 Novembre » */
  dayHead(date: string): string;
}

export function createPresenter(traits: ReadonlySet<Trait>): Presenter {
  const has = (trait: Trait): boolean => traits.has(trait);
  const word = (text: string): string => (has('T16') ? capitalAccents(text) : text);
  const fullName = (text: string): string => (has('T16') ? withoutAccents(text) : text);
  const cut = (text: string): string => (has('T15') && text.length > CUT ? `${text.slice(0, CUT)}…` : text);
  const dayOf = (date: string): string => {
    const [year = '', month = '', day = ''] = date.split('-');
    if (has('T11:slash')) return `${day}/${month}/${year}`;
    return `${weekdays[weekday(date)]} ${Number(day)} ${months[Number(month) - 1]?.toLowerCase()} ${year} -`;
  };
  return {
    has,
    word,
    fullName,
    name: (text) => cut(fullName(text)),
    words: Object.fromEntries(Object.entries(words).map(([key, text]) => [key, word(text)])) as Words,
    moment: (instant) => {
      const { date, minutes } = toLocal(instant);
      return `${has('T11:slash') || has('T11:long') ? dayOf(date) : date} ${toClock(minutes)}`;
    },
    dayHead: (date) => `${date.slice(8)} ${word(months[Number(date.slice(5, 7)) - 1] ?? '')}`,
  };
}
