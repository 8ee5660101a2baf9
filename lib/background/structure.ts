/** How a portal's open page is built, asked of the page itself when a person copies the diagnostic: no page carries the code for it, and nothing is kept. */
import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import type { StructureAnswer } from '../messages/answers.ts';
import { loadSettings } from '../state/settings-store.ts';
import { hasPermission } from './portals.ts';
import { tabsOf } from './tabs.ts';

/** entrypoints/structure.ts; the list of the build is not known to the types. */
const SCRIPT = '/structure.js' as string as ScriptPublicPath;
/** Far more than an outline has (lib/portal/outline.ts). */
const LENGTH_MAXIMUM = 60_000;

/** Of the page in a tab; null where no script of ours may run. */
export async function structureIn(tabId: number): Promise<string | null> {
  // A tab that shows an error page takes no script.
  const [given] = await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT] }).catch(() => []);
  return typeof given?.result === 'string' ? given.result.slice(0, LENGTH_MAXIMUM) : null;
}

/** Of the page of the portal that was looked at last; null: none is open, or the browser does not let us onto it. */
export async function readStructure(portalId: string): Promise<StructureAnswer> {
  const portal = (await loadSettings()).portals.find(({ id, enabled }) => id === portalId && enabled);
  if (portal === undefined || !(await hasPermission(portal))) return { structure: null };
  for (const { id, discarded } of await tabsOf(portal)) {
    // One that the browser has put to sleep would be loaded for this.
    const structure = id === undefined || discarded === true ? null : await structureIn(id);
    if (structure !== null) return { structure };
  }
  return { structure: null };
}
