/**
 * Settings are checked against their schema once for the same text, whichever part of the extension does it: a worker that
 * starts for one look at a portal, and a popup that opens, take over what was found right, and make no schema of a whole
 * service card. In the browser's memory only, which it empties when it ends and when another version of the extension comes.
 */
import { browser } from 'wxt/browser';
import { ask } from './area.ts';
import type { Settings } from './settings.ts';

/** What was stored, as JSON, and what it says. */
interface Checked {
  text: string;
  settings: Settings;
}

export const CHECKED_KEY = 'settings.checked';
let known: Checked | null = null;

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
}

async function recall(): Promise<void> {
  const kept = await ask('session', CHECKED_KEY).catch(() => undefined);
  if (known !== null || typeof kept !== 'string') return;
  // Only this version writes here, what it has just checked.
  const { text, settings } = JSON.parse(kept) as Checked;
  known = { text, settings: freeze(settings) };
}

let recalled: Promise<void> | null = null;

/** Asks, once in the life of a page or of the worker, what another has found right. Never throws. */
export const recallChecked = (): Promise<void> => (recalled ??= recall());

/**
 * @param raw as it is stored
 * @param check says what it makes of it, and which parts it could not keep
 * @returns as `check`; all who read the same text share what it says, so that nobody may change it
 */
export function checkOnce(raw: unknown, check: (raw: unknown) => { settings: Settings; lost: string[] }): { settings: Settings; lost: string[] } {
  const text = JSON.stringify(raw) as string | undefined;
  if (text !== undefined && text === known?.text) return { settings: known.settings, lost: [] };
  const read = check(raw);
  if (text === undefined || read.lost.length > 0) return read;
  known = { text, settings: freeze(read.settings) };
  // Who cannot keep it checks again.
  void browser.storage.session.set({ [CHECKED_KEY]: JSON.stringify(known) }).catch(() => undefined);
  return read;
}
