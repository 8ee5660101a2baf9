/**
 * Where the settings live: one object in `storage.local`, asked for each time it is needed. A copy that does
 * not hold is put aside under its own key before anything is written over it, and offered for export.
 * Only our pages write here; the worker and the overlay read.
 */
import { browser } from 'wxt/browser';
import { presets } from '../services/presets.ts';
import { establishments } from '../services/roster.ts';
import { defaultNotifications } from './alert-settings.ts';
import { withoutPolicy, withPolicy, type Policy } from '../policy/policy.ts';
import { migrate, salvage, type Migrations } from './migrate.ts';
import { isPolicyChange, LAST_POLICY_KEY, loadPolicy } from './policy-store.ts';
import { ask } from './area.ts';
import { checkOnce, recallChecked } from './settings-checked.ts';
import { KEEP_DAYS, settings, SETTINGS_VERSION, type Settings } from './settings.ts';

const KEY = 'settings';
const DAMAGED_KEY = 'settings.damaged';
/** Copies put aside at most; the oldest stays, since it is the one nobody has touched. */
const DAMAGED_MAXIMUM = 5;

/** Version 1 is the first. */
const migrations: Migrations = {};

/** What was put aside, as it was found. `lost` names the parts that fell back to their defaults. */
export interface DamagedSettings {
  raw: unknown;
  lost: string[];
  /** Milliseconds since 1970 UTC. */
  at: number;
}

/** What a person has before setting anything: the built-in portal, the five presets, the nine establishments. */
export const defaultSettings = (): Settings => ({
  version: SETTINGS_VERSION,
  language: 'auto',
  person: { name: null, email: null, role: 'representative', establishmentId: null },
  portals: [{ id: 'iris', name: 'IRIS', origin: 'https://www.irisreservation.ca', listPath: null, enabled: true }],
  cards: structuredClone([...presets]),
  roster: structuredClone([...establishments]),
  companion: { address: null },
  alerts: { everyMinutes: 5, notifications: defaultNotifications() },
  disabledFeatures: [],
  privacy: { keepDays: KEEP_DAYS },
});

/** Reads stored settings of any version or state. Pure; never throws. */
export function readSettings(raw: unknown): { settings: Settings; lost: string[] } {
  if (raw === undefined) return { settings: defaultSettings(), lost: [] };
  const current = migrate(raw, migrations, SETTINGS_VERSION);
  const parsed = settings.safeParse(current);
  if (parsed.success) return { settings: parsed.data, lost: [] };
  const { value, lost } = salvage(current, defaultSettings(), (candidate) => settings.safeParse(candidate).success);
  return { settings: value, lost: lost.length > 0 ? lost : ['version'] };
}

const readOnce = (raw: unknown): ReturnType<typeof readSettings> => checkOnce(raw, readSettings);

/** A damaged store gives what can be kept of it. */
async function toStored(raw: unknown): Promise<Settings> {
  const { settings: value, lost } = readOnce(raw);
  if (lost.length > 0) await putAside(raw, lost);
  return value;
}

/** What is stored, and the policy that lies over it, with one question to the browser's store. Never throws for a damaged store's sake. */
function loadBoth(): Promise<[stored: Settings, policy: Policy]> {
  const last = ask('local', LAST_POLICY_KEY);
  const stored = Promise.all([ask('local', KEY), recallChecked()]).then(([raw]) => toStored(raw));
  return Promise.all([stored, loadPolicy(() => last)]);
}

const inForce = (stored: Settings, policy: Policy): Settings =>
  (Object.keys(policy.values).length === 0 ? stored : withPolicy(stored, policy, defaultSettings()));

/** The settings in force: the person's, under the organisation's policy; not to be changed. Never throws for a damaged store's sake. */
export const loadSettings = async (): Promise<Settings> => inForce(...(await loadBoth()));

async function putAside(raw: unknown, lost: string[]): Promise<void> {
  const copies = await loadDamagedSettings();
  const text = JSON.stringify(raw);
  if (copies.length >= DAMAGED_MAXIMUM || copies.some((copy) => JSON.stringify(copy.raw) === text)) return;
  await browser.storage.local.set({ [DAMAGED_KEY]: [...copies, { raw, lost, at: Date.now() }] });
}

/**
 * Stores the settings; every part of the extension takes them over at once.
 * @throws {Error} when they are not settings of today's schema, or when the browser's store is full
 */
export async function saveSettings(next: Settings): Promise<void> {
  const parsed = settings.parse(next);
  const [stored, policy] = await loadBoth();
  await browser.storage.local.set({ [KEY]: withoutPolicy(parsed, stored, policy, defaultSettings()) });
}

/** The copies that were put aside, to be exported; empty when the store was never damaged. */
export async function loadDamagedSettings(): Promise<DamagedSettings[]> {
  const stored = await browser.storage.local.get(DAMAGED_KEY);
  const copies = stored[DAMAGED_KEY];
  return Array.isArray(copies) ? (copies as DamagedSettings[]) : [];
}

/** Forgets the copies that were put aside, once the person has exported them or does not want them. */
export const discardDamagedSettings = (): Promise<void> => browser.storage.local.remove(DAMAGED_KEY);

/** Calls back with each new state of the settings, from whichever page wrote it. @returns how to stop */
export function watchSettings(callback: (next: Settings) => void): () => void {
  // One after the other: a newer state must not be told before an older one.
  let turn: Promise<unknown> = Promise.resolve();
  const tell = (read: () => Promise<Settings>): void => {
    turn = turn.then(read).then(callback);
  };
  const listen = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    const change = changes[KEY];
    if (area === 'local' && change !== undefined) tell(async () => inForce(readOnce(change.newValue).settings, await loadPolicy()));
    if (isPolicyChange(changes, area)) tell(loadSettings);
  };
  browser.storage.onChanged.addListener(listen);
  return () => browser.storage.onChanged.removeListener(listen);
}
