/** Alerts on the desktop: shown when the person allows it, each once, and opened by a click. */
import { browser } from 'wxt/browser';
import { formatRange } from '../domain/time.ts';
import { alertsEn } from '../i18n/alerts.en.ts';
import { alertsFr } from '../i18n/alerts.fr.ts';
import { createTranslate, type Language } from '../i18n/translate.ts';
import { alertLogStore, type AlertLog } from '../state/alert-log.ts';
import { rightNow } from '../state/clock-store.ts';
import { inTurn } from '../state/lock.ts';
import type { Sources } from '../state/view.ts';
import { waitsStore } from '../state/waits-store.ts';
import { alertsOf, planAlerts, SEPARATE_MAXIMUM, type Alert } from './alerts.ts';

/** What a click on « n nouvelles » and on the example name. */
const MANY = 'many';

export interface NotificationText {
  title: string;
  message: string;
}

/** Neither a meeting's name nor a person's: the screen may be shared. Pure. */
export function textOf({ kind, view, wait, approved }: Alert, language: Language): NotificationText {
  const t = createTranslate({ fr: alertsFr, en: alertsEn }, language);
  const title = t(kind === 'decided' ? (approved ? 'notify_approved' : 'notify_rejected') : `notify_${kind}`);
  const span = view?.booking ?? wait;
  const when = span === null ? '' : formatRange(span.start, span.end, language);
  const where = view === null ? '' : `${view.booking.establishment ?? t('notifyNoEstablishment')}\u00a0– `;
  const what = `${kind === 'newRequest' || kind === 'late' || kind === 'attention' ? where : ''}${when}`;
  return { title, message: kind === 'unconfirmed' ? t('notifyUnconfirmedMore', { what }) : what };
}

/** Whether the browser lets us; the permission may be taken back at any time. */
export const mayNotify = (): Promise<boolean> => browser.permissions.contains({ permissions: ['notifications'] });

async function show(id: string, { title, message }: NotificationText): Promise<void> {
  await browser.notifications.create(id, { type: 'basic', iconUrl: browser.runtime.getURL('/icon/128.png'), title, message });
}

/** Whether there may be something to show, or to forget. @param log what was told before */
export const mayTell = ({ settings }: Sources, log: AlertLog): boolean => settings.alerts.notifications.on || log !== null;

/** Shows what is new. What is shown is written down first: a worker that dies in between tells once too little, never twice. */
export const tellNews = (sources: Sources, isKnown: boolean, language: Language): Promise<void> =>
  inTurn('alerts', async () => {
    const { settings } = sources;
    const notifications = { ...settings.alerts.notifications, on: settings.alerts.notifications.on && (await mayNotify()) };
    const before = await alertLogStore.load();
    const alerts = notifications.on ? alertsOf(sources, await waitsStore.load()) : [];
    const { told, log } = planAlerts(alerts, before, notifications, isKnown, rightNow(sources));
    if (log !== before) await alertLogStore.update(() => log);
    if (told.length > SEPARATE_MAXIMUM) {
      const t = createTranslate({ fr: alertsFr, en: alertsEn }, language);
      await show(MANY, { title: t('notifyMany', { count: told.length }), message: t('notifyManyMore') });
      return;
    }
    for (const alert of told) await show(alert.ids[0], textOf(alert, language));
  });

/** « Montrer un exemple ». @returns false when the browser does not allow it */
export async function showExample(language: Language): Promise<boolean> {
  if (!(await mayNotify())) return false;
  const t = createTranslate({ fr: alertsFr, en: alertsEn }, language);
  await show(MANY, { title: t('notifyExample'), message: t('notifyExampleMore') });
  return true;
}

/** The alert that a notification of ours stands for, if it still stands. */
export async function alertOf(id: string, sources: Sources): Promise<Alert | null> {
  return alertsOf(sources, await waitsStore.load()).find(({ ids }) => ids.includes(id)) ?? null;
}

/** Takes a clicked notification off the screen: not every browser does. */
export const clearNotification = async (id: string): Promise<void> => {
  await browser.notifications.clear(id);
};
