/** The icon's menu (U15) and the shortcuts (U1): the same few places, one click or one key away. */
import { browser } from 'wxt/browser';
import { backgroundEn } from '../i18n/background.en.ts';
import { backgroundFr } from '../i18n/background.fr.ts';
import { createTranslate, type Language } from '../i18n/translate.ts';
import { inTurn } from '../state/lock.ts';
import type { Sources } from '../state/view.ts';
import { openCalendar, openDiagnostic, openNextPending, openRequests } from './places.ts';

export const menuItems = ['showLicence', 'openRequests', 'copyDiagnostic'] as const;
export type MenuItem = (typeof menuItems)[number];

/** Names as in the manifest; `_execute_action` opens the popup and never comes here. */
export const commands = ['show-licence', 'next-pending'] as const;

/** Writes the menu anew: it outlives the worker, and its words follow the language of the settings. */
export const writeMenu = (language: Language): Promise<void> =>
  inTurn('menu', async () => {
    const t = createTranslate({ fr: backgroundFr, en: backgroundEn }, language);
    await browser.contextMenus.removeAll();
    for (const id of menuItems) browser.contextMenus.create({ id, title: t(`menu_${id}`), contexts: ['action'] });
  });

/** What a menu item or a shortcut does; a name that is none of ours does nothing. */
export async function goTo(name: string, sources: Sources): Promise<void> {
  if (name === 'showLicence' || name === 'show-licence') await openCalendar(sources.settings);
  if (name === 'openRequests') await openRequests();
  if (name === 'next-pending') await openNextPending(sources);
  if (name === 'copyDiagnostic') await openDiagnostic();
}
