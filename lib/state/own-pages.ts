/** Our own pages and windows, as our pages ask the browser for them. */
import { browser } from 'wxt/browser';

/** What the polyfill's types do not know: Chromium's panel and Firefox's sidebar. */
interface Panels {
  sidePanel?: { open(where: { windowId: number }): Promise<void> };
  sidebarAction?: { open(): Promise<void> };
  windows?: { WINDOW_ID_CURRENT: number };
}

const panels = (): Panels => (globalThis as { chrome?: Panels }).chrome ?? (browser as Panels);

/** Whether this browser has a place for the panel. */
export const hasPanel = (): boolean => {
  const { sidePanel, sidebarAction } = panels();
  return sidePanel !== undefined || sidebarAction !== undefined;
};

/** Opens the side panel; must be called within the click, before anything is awaited. @throws when the browser refuses */
export async function openPanel(): Promise<void> {
  const { sidePanel, sidebarAction, windows } = panels();
  // -2 is « this window » wherever the browser does not name it.
  if (sidePanel !== undefined) await sidePanel.open({ windowId: windows?.WINDOW_ID_CURRENT ?? -2 });
  else if (sidebarAction !== undefined) await sidebarAction.open();
  else throw new Error('This browser has no side panel.');
}

/** Opens the panel's page in a tab of its own, to print it or to leave it open all day. */
export async function openInTab(hash: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/sidepanel.html#${hash}`) });
}

/** The keys that open the popup, as the person set them; null when there are none. */
export async function popupShortcut(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === '_execute_action')?.shortcut || null;
}
