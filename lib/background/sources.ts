/** Everything that is known, read from the stores at once. */
import { healthStore, type Health } from '../state/health-store.ts';
import { ledgerStore } from '../state/ledger-store.ts';
import { outboxStore } from '../state/outbox-store.ts';
import { forgetOld, readingsStore } from '../state/readings-store.ts';
import { loadSettings } from '../state/settings-store.ts';
import { sightingsStore } from '../state/sightings-store.ts';
import type { Sources } from '../state/view.ts';

/** @param now milliseconds since 1970 UTC */
export async function loadSources(now: number): Promise<Sources & { health: Health }> {
  const [settings, readings, ledger, outbox, sightings, health] = await Promise.all([
    loadSettings(), readingsStore.load(), ledgerStore.load(), outboxStore.load(), sightingsStore.load(), healthStore.load(),
  ]);
  return { settings, readings: forgetOld(readings, now), ledger, outbox, sightings, health, now };
}
