/**
 * The icon's badge: a table from a situation to text, colour and title (habit 24). One writer. Unknown is
 * « ? », never an old number (U10); a count from a part is « n+ ».
 */
import { browser } from 'wxt/browser';
import { backgroundEn } from '../i18n/background.en.ts';
import { backgroundFr } from '../i18n/background.fr.ts';
import { createTranslate, type Language } from '../i18n/translate.ts';
import { withLock } from '../state/lock.ts';
import { momentText } from '../state/when.ts';
import type { Situation } from './situation.ts';

export interface Badge {
  text: string;
  colour: string;
  title: string;
}

/** White on each of them reaches 4.5:1. */
export const colours = { count: '#0e5590', late: '#7d4c00', unknown: '#4b5d71', warning: '#ab211a' } as const;

/** From a situation to what the icon shows. Pure. @param now milliseconds since 1970 UTC */
export function badgeOf(situation: Situation, now: number, language: Language): Badge {
  const t = createTranslate({ fr: backgroundFr, en: backgroundEn }, language);
  const { requests } = situation;
  const lines: string[] = [];
  const readAt = situation.readAt === null ? t('neverRead') : t('readAt', { when: momentText(situation.readAt, now, language) });
  const badge = (text: string, colour: keyof typeof colours): Badge => ({ text, colour: colours[colour], title: [t('product'), ...lines].join('\n') });

  const countLine = requests === null ? null : t(requests.atLeast ? 'atLeast' : 'requests', { count: requests.count });
  if (countLine !== null && (requests?.count ?? 0) > 0) lines.push(countLine);
  if (requests !== null && requests.late > 0) lines.push(t('late', { count: requests.late }));

  if (situation.warning !== null) {
    lines.unshift(situation.warning.kind === 'queued' || situation.warning.kind === 'refused' ? t(situation.warning.kind, { count: situation.warning.count }) : t(situation.warning.kind));
    if (situation.reads) lines.push(readAt);
    return badge('!', 'warning');
  }
  if (situation.unknown !== null) {
    lines.unshift(t(situation.unknown));
    if (situation.readAt !== null) lines.push(readAt);
    return badge('?', 'unknown');
  }
  if (requests === null) return badge('', 'count');
  if (requests.count === 0) lines.push(t('noRequest'));
  lines.push(readAt);
  const text = requests.count === 0 ? '' : `${Math.min(requests.count, 99)}${requests.atLeast || requests.count > 99 ? '+' : ''}`;
  return badge(text, requests.late > 0 ? 'late' : 'count');
}

let shown: string | null = null;

/** The only place that writes the icon. */
export const writeBadge = (badge: Badge): Promise<void> =>
  withLock('badge', async () => {
    const next = JSON.stringify(badge);
    if (next === shown) return;
    await browser.action.setBadgeBackgroundColor({ color: badge.colour });
    // Chrome 110 and Firefox have it; elsewhere the browser chooses a text colour that can be read.
    await browser.action.setBadgeTextColor?.({ color: '#ffffff' });
    await browser.action.setBadgeText({ text: badge.text });
    await browser.action.setTitle({ title: badge.title });
    shown = next;
  });
