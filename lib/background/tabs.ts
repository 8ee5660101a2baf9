/** The tabs in which a portal is open. */
import { browser, type Browser } from 'wxt/browser';
import { patternOf } from '../state/portal-of.ts';
import type { PortalSetting } from '../state/settings.ts';

/** Those of a portal, first the one that the person means: in front, else looked at last. */
export async function tabsOf(portal: Pick<PortalSetting, 'origin'>): Promise<Browser.tabs.Tab[]> {
  const tabs = await browser.tabs.query({ url: patternOf(portal) });
  const ofOrigin = tabs.filter(({ url }) => url === undefined || new URL(url).origin === new URL(portal.origin).origin);
  const order = (tab: Browser.tabs.Tab): number => Number(tab.active) * 1e16 + (tab.lastAccessed ?? 0);
  return ofOrigin.sort((one, other) => order(other) - order(one));
}
