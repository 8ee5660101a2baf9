import { fakeBrowser, resetBrowser } from '../browser.ts';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { shownStore } from '../../../lib/background/badge.ts';
import { addressesStore } from '../../../lib/state/addresses-store.ts';
import { alertLogStore } from '../../../lib/state/alert-log.ts';
import { healthStore } from '../../../lib/state/health-store.ts';
import { keyInfoStore } from '../../../lib/state/keys.ts';
import { emptyLedger, ledgerStore } from '../../../lib/state/ledger-store.ts';
import { noPast, pastStore } from '../../../lib/state/past-store.ts';
import { readingsStore } from '../../../lib/state/readings-store.ts';
import { sightingsStore } from '../../../lib/state/sightings-store.ts';
import type { Stored } from '../../../lib/state/stored.ts';
import { booking, facts, NOW, portalReading } from '../samples.ts';

beforeEach(resetBrowser);

const sighting = { firstSeen: NOW, end: NOW, approved: { facts, start: NOW, end: NOW } };
const report = { page: 'form', anchors: [{ anchor: 'save', health: 'found', matches: 1, alternative: 0 }], failures: [{ feature: 'guard', anchor: 'save' }], at: NOW, profile: '1', lastWell: { save: NOW } };
const address = { reported: 'https://www.irisreservation.ca/liste', working: 'reported', calendar: null };
const ledger = { ...emptyLedger(), at: NOW };
const past = { meetings: [{ estimated: 2, actual: 1, end: NOW }], checked: NOW };
const page = { digest: 'abc', page: { kind: 'list' } };
const read = portalReading([booking()], { page });

interface Case {
  name: string;
  store: Stored<unknown>;
  good: unknown;
  /** Each wrong in one place. */
  damaged: unknown[];
  fallback: unknown;
}
const cases: Case[] = [
  { name: 'sightings', store: sightingsStore, good: { a: sighting }, fallback: {}, damaged: ['x', [], { a: { ...sighting, end: '1' } }, { a: { ...sighting, approved: { facts: { ...facts, presenter: null }, start: 1, end: 1 } } }, { a: null }] },
  { name: 'health', store: healthStore, good: { iris: { form: report } }, fallback: {}, damaged: [{ iris: report }, { iris: { form: { ...report, page: 'none' } } }, { iris: { form: { ...report, anchors: [{}] } } }, { iris: { form: { ...report, failures: null } } }, { iris: { form: { ...report, lastWell: { a: 'b' } } } }] },
  { name: 'addresses', store: addressesStore, good: { iris: address }, fallback: {}, damaged: [{ iris: { ...address, reported: 'javascript:alert(1)' } }, { iris: { ...address, reported: `https://x.test/${'a'.repeat(2000)}` } }, { iris: { ...address, working: 'other' } }, { iris: { ...address, calendar: 1 } }] },
  { name: 'key', store: keyInfoStore, good: { id: 'marc-1', added: NOW, kind: 'v1a' }, fallback: null, damaged: [{ id: '../', added: NOW }, { id: 'marc-1', added: null }, { id: 'marc-1', added: NOW, kind: 'v2' }] },
  { name: 'alert log', store: alertLogStore, good: { 'late|iris:1': NOW }, fallback: null, damaged: [{ a: '1' }, [1], 3] },
  { name: 'ledger', store: ledgerStore, good: ledger, fallback: emptyLedger(), damaged: [{ ...ledger, bookings: {} }, { ...ledger, problem: 'bored' }, { ...ledger, complete: 1 }] },
  { name: 'past meetings', store: pastStore, good: past, fallback: noPast(), damaged: [{ ...past, meetings: [{ estimated: 2 }] }, { ...past, checked: 'now' }] },
  { name: 'readings', store: readingsStore, good: { iris: read }, fallback: {}, damaged: [{ iris: { ...read, state: 'fine' } }, { iris: { ...read, reading: { bookings: null } } }, { iris: { ...read, seen: {} } }, { iris: { ...read, details: [] } }, { iris: { ...read, page: { digest: 1, page: {} } } }] },
  { name: 'badge', store: shownStore, good: { text: '1', colour: '#000000' }, fallback: null, damaged: [{ text: 1, colour: '#000000' }, { text: '1' }] },
];

describe('what a look at the portal reads', () => {
  it.each(cases)('$name: is taken when it holds, and is as nothing when it is damaged in one place', async ({ store, good, damaged, fallback }) => {
    const put = (value: unknown): Promise<void> => fakeBrowser.storage[store.area].set({ [store.key]: value });
    await put(good);
    expect(await store.load()).toEqual(good);
    for (const value of damaged) {
      await put(value);
      expect(await store.load(), JSON.stringify(value)).toEqual(fallback);
    }
  });

  it('is completed where an older version kept less', async () => {
    await fakeBrowser.storage.local.set({ key: { id: 'marc-1', added: NOW }, listAddresses: { iris: { reported: null, working: null } } });
    expect(await keyInfoStore.load()).toEqual({ id: 'marc-1', added: NOW, kind: 'v1' });
    expect(await addressesStore.load()).toEqual({ iris: { reported: null, working: null, calendar: null } });
  });
});

it('R3 stores without a lock of the whole browser are changed by the worker alone', () => {
  const root = join(import.meta.dirname, '../../..');
  const text = (file: string): string => readFileSync(join(root, file), 'utf8');
  const files = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}', { cwd: root });
  const ofWorker = files.flatMap((file) => [...text(file).matchAll(/export const (\w+Store)\b[^;]*writer: 'worker'/gu)].map(([, name]) => name ?? ''));
  expect(ofWorker.length).toBeGreaterThan(10);
  // keys.ts is called by the worker only: a page hands a key over by a message.
  const elsewhere = files.filter((file) => !file.startsWith('lib/background/') && file !== 'lib/state/keys.ts' && ofWorker.some((name) => text(file).includes(`${name}.update(`)));
  expect(elsewhere).toEqual([]);
  expect(files.filter((file) => /\b(?:keepKey|forgetKey)\b[^;]*state\/keys\.ts/u.test(text(file)) && !file.startsWith('lib/background/') && file !== 'lib/state/keys.ts')).toEqual([]);
});
