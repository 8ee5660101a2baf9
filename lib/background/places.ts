/** Where a click outside of our pages leads: a notification, the icon's menu, a shortcut. */
import { browser } from 'wxt/browser';
import { addressesStore } from '../state/addresses-store.ts';
import { portalOfAddress } from '../state/portal-of.ts';
import type { Settings } from '../state/settings.ts';
import { viewsOf, type BookingView, type Sources } from '../state/view.ts';
import { alertOf, clearNotification } from './notify.ts';

/** Opens an address in front, in the tab that shows it already if there is one. */
export async function openAddress(address: string): Promise<void> {
  // A pattern takes no port and no hash; pages without our permission are not found, and then a new tab is right as well.
  const [known] = await browser.tabs.query({ url: address.replace(/[?#].*$/u, '*') }).catch(() => []);
  if (known?.id !== undefined && known.url === address) {
    await browser.tabs.update(known.id, { active: true });
    if (known.windowId !== undefined) await browser.windows.update(known.windowId, { focused: true });
    return;
  }
  await browser.tabs.create({ url: address });
}

/** The popup's page in a tab of its own: a worker may not open the popup in every browser. */
export const openRequests = (): Promise<void> => openAddress(browser.runtime.getURL('/sidepanel.html#toApprove'));

/** The booking's page in the portal; our own list when the portal did not say where that is. */
const openBooking = (view: BookingView | undefined | null): Promise<void> => (view?.booking.page ? openAddress(view.booking.page) : openRequests());

/** « Afficher la licence »: the calendar where a tab last showed one, without its filters; else the portal's door. */
export async function openCalendar(settings: Settings): Promise<void> {
  const [portal] = settings.portals.filter(({ enabled }) => enabled);
  if (portal === undefined) return browser.runtime.openOptionsPage();
  const calendar = (await addressesStore.load())[portal.id]?.calendar ?? null;
  await openAddress(calendar !== null && portalOfAddress(calendar, [portal]) !== null ? calendar : portal.origin);
}

/** The request that has waited longest; our own list when there is none. */
export function openNextPending(sources: Sources): Promise<void> {
  const pending = viewsOf(sources).filter(({ group, isOwn }) => group === 'toApprove' && !isOwn);
  const [next] = pending.sort((one, other) => (one.since ?? one.booking.start) - (other.since ?? other.booking.start));
  return openBooking(next);
}

/** The page with the diagnostic and its button: a worker has no clipboard, and asking for one would be one more permission. */
export const openDiagnostic = (): Promise<void> => openAddress(browser.runtime.getURL('/options.html#about/diagnostic'));

/** A click on a notification opens what it is about (U9). */
export async function openNotified(id: string, sources: Sources): Promise<void> {
  await clearNotification(id);
  const alert = await alertOf(id, sources);
  if (alert?.kind === 'freed') return openCalendar(sources.settings);
  return openBooking(alert?.view);
}
