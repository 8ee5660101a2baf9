/** Which portals the browser lets us onto, and whether it shows our notifications; kept true while the page is open. */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { patternOf } from '../../lib/state/portal-of.ts';
import type { PortalSetting, Settings } from '../../lib/state/settings.ts';

async function read(portals: readonly PortalSetting[]): Promise<Record<string, boolean>> {
  const notifications = browser.permissions.contains({ permissions: ['notifications'] }).catch(() => false);
  const entries = portals.map(async (portal) => [portal.id, await browser.permissions.contains({ origins: [patternOf(portal)] }).catch(() => false)] as const);
  return { ...Object.fromEntries(await Promise.all(entries)), notifications: await notifications };
}

export async function startPermissions(settings: ReadonlySignal<Settings>): Promise<ReadonlySignal<Readonly<Record<string, boolean>>>> {
  const held = signal(await read(settings.peek().portals));
  const renew = async (): Promise<void> => {
    held.value = await read(settings.peek().portals);
  };
  browser.permissions.onAdded.addListener(() => void renew());
  browser.permissions.onRemoved.addListener(() => void renew());
  effect(() => {
    if (settings.value.portals.length >= 0) void renew();
  });
  return held;
}
