/** The welcome page opens once, on installation, unless the organisation has done the work already (U11). */
import { browser } from 'wxt/browser';
import { saidPolicy } from '../state/policy-store.ts';

export const WELCOME_PAGE = '/welcome.html';

/** @param reason the browser's: `install`, `update`, … */
export async function welcome(reason: string): Promise<void> {
  if (reason !== 'install' || (await saidPolicy()).skipWelcome) return;
  await browser.tabs.create({ url: browser.runtime.getURL(WELCOME_PAGE) });
}
