/**
 * Portals besides the built-in one: their content script is registered from the settings, as a whole and in
 * a queue, and only where the host permission is held (a registration without it succeeds silently and
 * injects nothing, craft.md § 3). The built-in portal is in the manifest.
 */
import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { inTurn } from '../state/lock.ts';
import { isBuiltIn, patternOf, portalOfAddress } from '../state/portal-of.ts';
import { emptyPortalReading, readingsStore } from '../state/readings-store.ts';
import type { PortalSetting, Settings } from '../state/settings.ts';
import { tabsOf } from './tabs.ts';

export const CONTENT_SCRIPT = 'content-scripts/portal.js';
/** The assistant's own registration, while a calibration is under way (calibration.ts). */
export const CALIBRATION_REGISTRATION = 'calibration';
const idOf = (portal: PortalSetting): string => `portal-${portal.id}`;

/** Whether the browser lets us onto a portal's pages. Firefox may withhold even the manifest's. */
export const hasPermission = (portal: PortalSetting): Promise<boolean> => browser.permissions.contains({ origins: [patternOf(portal)] });

/** Marks which portals lack their permission, for the badge and the popup. */
async function writePermissions(portals: readonly PortalSetting[], missing: ReadonlySet<string>): Promise<void> {
  await readingsStore.update((readings) => {
    const next = portals.map(({ id }) => {
      const entry = readings[id] ?? emptyPortalReading();
      if ((entry.state === 'permissionMissing') === missing.has(id)) return [id, entry] as const;
      return [id, missing.has(id) ? { ...emptyPortalReading(), state: 'permissionMissing' as const, checked: entry.checked } : emptyPortalReading()] as const;
    });
    // What is the same is not written again: a thousand bookings may stand in it.
    const isSame = Object.keys(readings).length === next.length && next.every(([id, entry]) => readings[id] === entry);
    return isSame ? readings : Object.fromEntries(next);
  });
}

/**
 * Puts scripts of the overlay into a page that asked for them, one after the other, beside its detector.
 * @param files from our own folder; the list of the build is not known to the types
 * @returns nothing when it could not be done: the page may be gone by then
 */
export const runInPage = (tabId: number, files: readonly string[]): Promise<true | undefined> =>
  browser.scripting.executeScript({ target: { tabId }, files: files as ScriptPublicPath[] }).then(() => true as const, () => undefined);

/** Tabs that were open before the permission was given get the overlay without a reload; a portal on another port of its host keeps its own. */
async function injectInto(portal: PortalSetting): Promise<void> {
  for (const { id } of await tabsOf(portal)) {
    if (id === undefined) continue;
    // A tab that shows an error page, or that has just been closed, takes no script: there is nothing to put right.
    await browser.scripting.executeScript({ target: { tabId: id }, files: [`/${CONTENT_SCRIPT}`] }).catch(() => undefined);
  }
}

/** Makes the registrations what the settings say. Safe to call at any time and any number of times. */
export const syncPortals = ({ portals }: Settings): Promise<void> =>
  inTurn('portals', async () => {
    const enabled = portals.filter((portal) => portal.enabled);
    const held = await Promise.all(enabled.map(async (portal) => ((await hasPermission(portal)) ? portal.id : null)));
    const missing = new Set(enabled.filter(({ id }) => !held.includes(id)).map(({ id }) => id));
    const wanted = enabled.filter((portal) => !missing.has(portal.id) && !isBuiltIn(portal.origin));
    const registered = await browser.scripting.getRegisteredContentScripts();
    const isCurrent = (portal: PortalSetting): boolean =>
      registered.some(({ id, matches }) => id === idOf(portal) && matches?.length === 1 && matches[0] === patternOf(portal));
    const stale = registered.filter(({ id }) => id !== CALIBRATION_REGISTRATION && !wanted.some((portal) => idOf(portal) === id && isCurrent(portal)));
    if (stale.length > 0) await browser.scripting.unregisterContentScripts({ ids: stale.map(({ id }) => id) });
    for (const portal of wanted.filter((candidate) => !isCurrent(candidate))) {
      await browser.scripting.registerContentScripts([{ id: idOf(portal), matches: [patternOf(portal)], js: [CONTENT_SCRIPT], runAt: 'document_start' }]);
      await injectInto(portal);
    }
    await writePermissions(enabled, missing);
  });

/** Tells the overlays that are open now to ask for their settings again. */
export async function tellPortals({ portals }: Settings): Promise<void> {
  const urls = portals.filter((portal) => portal.enabled).map(patternOf);
  if (urls.length === 0) return;
  for (const { id, url } of await browser.tabs.query({ url: urls })) {
    // A pattern names no port: another port of the host is nobody's portal. No overlay listens in a tab whose page it did not recognise.
    if (id !== undefined && portalOfAddress(url, portals) !== null) await browser.tabs.sendMessage(id, { type: 'settings.changed' }).catch(() => undefined);
  }
}
