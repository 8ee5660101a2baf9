/** What a person sets for the extension in the browser's own page of extensions, set there. */
import type { PersonBrowser } from './launch.ts';

interface ExtensionInfo {
  state: string;
  incognitoAccess: { isActive: boolean };
}

/** What the browser lends to its own page, and to no other. */
interface DeveloperPrivate {
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(change: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  getExtensionInfo(id: string): Promise<ExtensionInfo>;
}
declare const chrome: { developerPrivate: DeveloperPrivate };

const idIn = (browser: PersonBrowser): string => new URL(browser.origin).host;

/** Without the developer mode, Chromium starts no unpacked extension a second time. */
export async function letReload(browser: PersonBrowser): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
  await page.close();
}

/** « Allow in Incognito »: the browser starts the extension anew for it; what was stored stays. */
export async function allowPrivateWindows(browser: PersonBrowser): Promise<void> {
  await letReload(browser);
  const page = await browser.context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate((extensionId) => chrome.developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true }), idIn(browser));
  await page.waitForFunction(async (id) => {
    const { state, incognitoAccess } = await chrome.developerPrivate.getExtensionInfo(id);
    return state === 'ENABLED' && incognitoAccess.isActive;
  }, idIn(browser));
  await page.close();
}
