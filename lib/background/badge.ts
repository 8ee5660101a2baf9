/**
 * The icon's badge: a table from a state to text and colour (habit 24), and its title's lines. One writer. Unknown
 * is « ? », never an old number (U10); a count from a part is « n+ ».
 */
import { browser } from 'wxt/browser';
import { formatDuration } from '../domain/time.ts';
import { backgroundEn } from '../i18n/background.en.ts';
import { backgroundFr } from '../i18n/background.fr.ts';
import { createTranslate, type Language, type Translate } from '../i18n/translate.ts';
import { inTurn } from '../state/lock.ts';
import { isText, shape } from '../state/shape.ts';
import { stored, type Stored } from '../state/stored.ts';
import { momentText } from '../state/when.ts';
import type { Situation } from './situation.ts';

export interface Badge {
  text: string;
  colour: string;
  title: string;
}

type Words = Translate<typeof backgroundFr>;

/** White on each of them reaches 4.5:1. */
export const colours = { count: '#0e5590', late: '#7d4c00', unknown: '#4b5d71', warning: '#ab211a' } as const;

/** `n` is the count, `n+` when it comes from a part; the other texts stand as they are. */
export const table = {
  permissionMissing: { text: '!', colour: 'warning' },
  refused: { text: '!', colour: 'warning' },
  queued: { text: '!', colour: 'warning' },
  companionKey: { text: '!', colour: 'warning' },
  companionClock: { text: '!', colour: 'warning' },
  companionUnreachable: { text: '!', colour: 'warning' },
  companionOther: { text: '!', colour: 'warning' },
  notUnderstood: { text: '!', colour: 'warning' },
  signedOut: { text: '?', colour: 'unknown' },
  unreachable: { text: '?', colour: 'unknown' },
  neverRead: { text: '?', colour: 'unknown' },
  stale: { text: '?', colour: 'unknown' },
  needsTab: { text: '?', colour: 'unknown' },
  partial: { text: '?', colour: 'unknown' },
  late: { text: 'n', colour: 'late' },
  requests: { text: 'n', colour: 'count' },
  unconfirmed: { text: 'n', colour: 'late' },
  none: { text: '', colour: 'count' },
} as const satisfies Record<string, { text: '!' | '?' | 'n' | ''; colour: keyof typeof colours }>;
export type BadgeState = keyof typeof table;

/** The one state that the icon shows, the most urgent. Pure. */
export function stateOf({ warning, unknown, requests, unconfirmed }: Situation): BadgeState {
  if (warning !== null) return warning.kind;
  if (unknown !== null) return unknown;
  if (requests !== null && requests.count > 0) return requests.late > 0 ? 'late' : 'requests';
  return unconfirmed > 0 ? 'unconfirmed' : 'none';
}

const BADGE_MAXIMUM = 99;
const numberText = (count: number, atLeast: boolean): string => `${Math.min(count, BADGE_MAXIMUM)}${atLeast || count > BADGE_MAXIMUM ? '+' : ''}`;

function warningLine({ warning }: Situation, now: number, language: Language, t: Words): string[] {
  if (warning === null) return [];
  if (warning.kind === 'queued' || warning.kind === 'refused') return [t(warning.kind, { count: warning.count })];
  if (warning.kind !== 'companionUnreachable') return [t(warning.kind)];
  return [t(warning.kind, { since: warning.since === null ? t('companionNever') : t('companionSince', { when: momentText(warning.since, now, language) }) })];
}

/** The title, line by line: the trouble, what is known, and of when that is. */
function linesOf(situation: Situation, state: BadgeState, now: number, language: Language, t: Words): string[] {
  const { requests, unknown, warning, readAt, reads, unconfirmed, clockAhead } = situation;
  const trouble = warning === null && unknown !== null ? [t(unknown)] : warningLine(situation, now, language, t);
  const places = situation.where === undefined ? '' : ` (${situation.where.join(', ')})`;
  const lines = trouble.map((line) => `${line}${places}`);
  if (requests !== null && requests.count > 0) lines.push(t(requests.atLeast ? 'atLeast' : 'requests', { count: requests.count }));
  if (requests !== null && requests.late > 0) lines.push(t('late', { count: requests.late }));
  if (requests?.count === 0 && (state === 'none' || state === 'unconfirmed')) lines.push(t('noRequest'));
  if (unconfirmed > 0) lines.push(t('unconfirmed', { count: unconfirmed }));
  if (clockAhead !== null) lines.push(t(clockAhead > 0 ? 'clockAhead' : 'clockBehind', { by: formatDuration(Math.abs(clockAhead), language) }));
  if (readAt !== null) lines.push(t('readAt', { when: momentText(readAt, now, language) }));
  else if (reads && (unknown === null || warning !== null)) lines.push(t('neverRead'));
  return lines;
}

/** From a situation to what the icon shows. Pure. @param now milliseconds since 1970 UTC */
export function badgeOf(situation: Situation, now: number, language: Language): Badge {
  const t = createTranslate({ fr: backgroundFr, en: backgroundEn }, language);
  const state = stateOf(situation);
  const { text, colour } = table[state];
  const { requests, unconfirmed } = situation;
  const number = state === 'unconfirmed' ? numberText(unconfirmed, false) : numberText(requests?.count ?? 0, requests?.atLeast ?? false);
  return { text: text === 'n' ? number : text, colour: colours[colour], title: [t('product'), ...linesOf(situation, state, now, language, t)].join('\n') };
}

/** All but the title, which says the hour of each look. */
type Shown = Pick<Badge, 'text' | 'colour'>;
const isShown = shape<Shown>({ text: isText, colour: isText });

/** What the icon was given last; the browser keeps both for as long. Null: not known. */
export const shownStore: Stored<Shown | null> = stored('session', 'badge', (raw) => (isShown(raw) ? raw : null), { writer: 'worker' });
let titleShown: string | null = null;

/** The only place that writes the icon. @param shown what the store says that it shows */
export const writeBadge = ({ text, colour, title }: Badge, shown: Shown | null): Promise<void> =>
  inTurn('badge', async () => {
    if (shown?.text !== text || shown.colour !== colour) {
      // A worker that ends in between must not have the next one believe the older or the newer.
      await shownStore.update(() => null);
      await browser.action.setBadgeBackgroundColor({ color: colour });
      // Chrome 110 and Firefox have it; elsewhere the browser chooses a text colour that can be read.
      await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
      await browser.action.setBadgeText({ text });
      await shownStore.update(() => ({ text, colour }));
    }
    if (title !== titleShown) await browser.action.setTitle({ title });
    titleShown = title;
  });
