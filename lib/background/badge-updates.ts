/** When the badge is made, of all that is known then; what is worth telling on the desktop is told with it. */
import type { Language } from '../i18n/translate.ts';
import { alertLogStore } from '../state/alert-log.ts';
import type { Settings } from '../state/settings.ts';
import { loadTogether } from '../state/stored.ts';
import { badgeOf, shownStore, writeBadge } from './badge.ts';
import { mayTell, tellNews } from './notify.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { situationOf } from './situation.ts';
import { loadSources } from './sources.ts';

/** One look at a portal changes several stores, one after the other: the badge is made once, of all of them. Milliseconds. */
const BADGE_PAUSE = 100;

export interface BadgePorts {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  wait(milliseconds: number): Promise<void>;
  languageOf(settings: Settings): Language;
}

export function badgeUpdates({ now, wait, languageOf }: BadgePorts): { updateBadge(): Promise<void>; updateBadgeSoon(): Promise<void> } {
  // What is older must not be written last.
  const updateBadge = oneAfterAnother(async () => {
    const [sources, { log, shown }] = await Promise.all([loadSources(now()), loadTogether({ log: alertLogStore, shown: shownStore })]);
    const language = languageOf(sources.settings);
    const situation = situationOf(sources, sources.health);
    await writeBadge(badgeOf(situation, sources.now, language), shown);
    if (mayTell(sources, log)) await tellNews(sources, situation.unknown === null, language);
  });

  /** The update that is waited for: whoever asks for it meanwhile has the same. */
  let soon: Promise<void> | null = null;
  const updateBadgeSoon = (): Promise<void> =>
    (soon ??= wait(BADGE_PAUSE).then(() => {
      soon = null;
      return updateBadge();
    }));
  return { updateBadge, updateBadgeSoon };
}
