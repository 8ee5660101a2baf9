/**
 * What is worth telling a person on the desktop (U9), each once. Pure: from everything that is known to a list of
 * alerts, and from that list and what was told before to what is told now.
 */
import { isLate, isUnconfirmed } from '../domain/answer-time.ts';
import type { Instant } from '../domain/booking.ts';
import { provisionalIdentityOf } from '../domain/identity.ts';
import type { Wait } from '../domain/waits.ts';
import { DAY } from '../domain/zone.ts';
import type { AlertLog } from '../state/alert-log.ts';
import { isQuiet, type AlertKind, type NotificationSettings } from '../state/alert-settings.ts';
import { rightNow } from '../state/clock-store.ts';
import { readsRequests, viewsOf, type BookingView, type Sources } from '../state/view.ts';

export interface Alert {
  kind: AlertKind;
  /** The first names the notification and is remembered; any of them known means that it was told: a booking gets its number later. */
  ids: readonly [string, ...string[]];
  /** Whose; null for what belongs to no booking. */
  view: BookingView | null;
  /** A slot that was freed. */
  wait: Wait | null;
  /** For `decided`. */
  approved: boolean;
  /** Remembered until then. */
  until: Instant;
}

/** More than so many at once are told as one: a Monday morning is no reason for twenty notifications. */
export const SEPARATE_MAXIMUM = 3;

function ofBooking(kind: AlertKind, view: BookingView, more = ''): Alert {
  const ids = [...new Set([view.key, provisionalIdentityOf(view.booking)])].map((key) => `${kind}|${key}${more === '' ? '' : `|${more}`}`);
  return { kind, ids: ids as [string, ...string[]], view, wait: null, approved: view.booking.status === 'approved', until: view.booking.end + DAY };
}

/** For those who approve. A person's own request is for somebody else to decide (F14). */
function ofRequest(view: BookingView, now: Instant): Alert[] {
  const alerts: Alert[] = [];
  if (view.group === 'toApprove' && !view.isOwn) {
    alerts.push(ofBooking('newRequest', view));
    if (isLate(view.since, now)) alerts.push(ofBooking('late', view));
  }
  if (view.ledger?.state === 'attention') alerts.push(ofBooking('attention', view, String(view.ledger.revision)));
  return alerts;
}

/** For who asked. */
function ofOwn(view: BookingView, now: Instant): Alert[] {
  const { status, end } = view.booking;
  if (end <= now) return [];
  if (status === 'approved' || status === 'rejected') return [ofBooking('decided', view, status)];
  return isUnconfirmed(view.booking, now) ? [ofBooking('unconfirmed', view)] : [];
}

const ofWait = (wait: Wait): Alert => ({
  kind: 'freed',
  ids: [`freed|${wait.portal}|${wait.serviceId}|${wait.start}|${wait.freed ?? 0}`],
  view: null,
  wait,
  approved: false,
  until: wait.start + DAY,
});

/** Everything that there is to tell now, whether it was told or not. */
export function alertsOf(sources: Sources, waits: readonly Wait[]): Alert[] {
  const { settings } = sources;
  const now = rightNow(sources);
  const views = viewsOf(sources);
  const requests = readsRequests(settings.person.role) ? views.flatMap((view) => ofRequest(view, now)) : [];
  const own = views.filter(({ isOwn }) => isOwn).flatMap((view) => ofOwn(view, now));
  return [...requests, ...own, ...waits.filter(({ freed, start }) => freed !== null && start > now).map(ofWait)];
}

/**
 * Which of them are told now, and what is remembered afterwards.
 * @param isKnown whether the portals could be read: what comes with the first reading is no news
 */
export function planAlerts(
  alerts: readonly Alert[],
  log: AlertLog,
  settings: NotificationSettings,
  isKnown: boolean,
  now: Instant,
): { told: Alert[]; log: AlertLog } {
  if (!settings.on) return { told: [], log: null };
  if (log === null && !isKnown) return { told: [], log };
  // What stands when alerts are switched on is on the screen already.
  const fresh = log === null ? [] : alerts.filter(({ ids }) => !ids.some((id) => id in log));
  if (log !== null && (fresh.length === 0 || isQuiet(settings, now))) return { told: [], log };
  const kept = Object.entries(log ?? {}).filter(([, until]) => until > now);
  const known = (log === null ? alerts : fresh).map(({ ids: [id], until }) => [id, until] as const);
  return { told: fresh.filter(({ kind }) => settings.kinds.includes(kind)), log: Object.fromEntries([...kept, ...known]) };
}
