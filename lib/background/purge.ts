/**
 * Erasing what has served its purpose (Access Act, s. 73; U24): once a day, and whenever the browser starts.
 * What is still to be sent, and what a person typed as settings, is never erased here.
 */
import { browser } from 'wxt/browser';
import { DAY } from '../domain/zone.ts';
import { alertLogStore } from '../state/alert-log.ts';
import { rightNowAt } from '../state/clock-store.ts';
import { checklistStore } from '../state/checklist-store.ts';
import { healthStore, type Health } from '../state/health-store.ts';
import { invitationStore } from '../state/invitation-store.ts';
import { ledgerStore } from '../state/ledger-store.ts';
import { outboxStore } from '../state/outbox-store.ts';
import { loadSettings } from '../state/settings-store.ts';
import { KEEP_DAYS } from '../state/settings.ts';
import { sightingsStore } from '../state/sightings-store.ts';
import { typedStore } from '../state/typed-store.ts';
import { waitsStore } from '../state/waits-store.ts';
import { unnumberedStore } from './numbered.ts';

export const PURGE_ALARM = 'purge';
const DAY_MINUTES = 24 * 60;

/** Puts the daily alarm where a browser has lost it. */
export async function schedulePurge(): Promise<void> {
  const alarm = await browser.alarms.get(PURGE_ALARM);
  if (alarm?.periodInMinutes !== DAY_MINUTES) await browser.alarms.create(PURGE_ALARM, { periodInMinutes: DAY_MINUTES, delayInMinutes: 1 });
}

/** The same list when nothing goes, so that nothing is written. */
const keep = <T>(list: T[], isKept: (item: T) => boolean): T[] => (list.every(isKept) ? list : list.filter(isKept));
const keepOf = <T>(record: Record<string, T>, isKept: (item: T) => boolean): Record<string, T> =>
  Object.values(record).every(isKept) ? record : Object.fromEntries(Object.entries(record).filter(([, item]) => isKept(item)));

function keepHealth(health: Health, since: number): Health {
  const reports = Object.values(health).flatMap((pages) => Object.values(pages));
  if (reports.every(({ at, lastWell = {} }) => at >= since && Object.values(lastWell).every((instant) => instant >= since))) return health;
  const kept = Object.entries(health).map(([portal, pages]) => {
    const recent = Object.entries(pages).filter(([, { at }]) => at >= since);
    const trimmed = recent.map(([page, report]) => (
      [page, { ...report, lastWell: report.lastWell && keepOf(report.lastWell, (instant) => instant >= since) }] as const
    ));
    return [portal, Object.fromEntries(trimmed)] as const;
  });
  return Object.fromEntries(kept.filter(([, pages]) => Object.keys(pages).length > 0)) as Health;
}

/**
 * What serves until a meeting's end goes by the right hour: a clock that is a day ahead takes no draft from anybody.
 * @param clock of this post, milliseconds since 1970 UTC
 */
export async function purge(clock: number): Promise<void> {
  const [{ privacy }, now] = await Promise.all([loadSettings(), rightNowAt(clock)]);
  const since = now - (privacy?.keepDays ?? KEEP_DAYS) * DAY;
  await Promise.all([
    // What waits or is being sent stays, however old: it was promised to leave.
    outboxStore.update((outbox) => {
      const entries = keep(outbox.entries, ({ finished }) => finished === null || finished >= since);
      return entries === outbox.entries ? outbox : { ...outbox, entries };
    }),
    ledgerStore.update((ledger) => {
      const bookings = keep(ledger.bookings, ({ booking }) => Date.parse(booking.end) >= since);
      return bookings === ledger.bookings ? ledger : { ...ledger, bookings };
    }),
    healthStore.update((health) => keepHealth(health, since)),
    checklistStore.update((lists) => keepOf(lists, ({ end }) => end >= since)),
    // Only worth something until the event: no need to wait.
    sightingsStore.update((sightings) => keepOf(sightings, ({ end }) => end > now)),
    invitationStore.update((drafts) => keepOf(drafts, ({ end }) => end > now)),
    typedStore.update((forms) => keepOf(forms, ({ until }) => until > now)),
    waitsStore.update((waits) => keep(waits, ({ end }) => end > now)),
    unnumberedStore.update((bookings) => keep(bookings, ({ end }) => end > now)),
    alertLogStore.update((log) => (log === null ? log : keepOf(log, (until) => until > now))),
  ]);
}
