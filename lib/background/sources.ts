/** Everything that is known, read from the stores at once. */
import { clockOffsetStore } from '../state/clock-store.ts';
import { healthStore, type Health } from '../state/health-store.ts';
import { ledgerStore } from '../state/ledger-store.ts';
import { outboxStore } from '../state/outbox-store.ts';
import { forgetOld, readingsStore } from '../state/readings-store.ts';
import { loadSettings } from '../state/settings-store.ts';
import { sightingsStore } from '../state/sightings-store.ts';
import { loadTogether } from '../state/stored.ts';
import type { Sources } from '../state/view.ts';

const stores = {
  readings: readingsStore,
  ledger: ledgerStore,
  outbox: outboxStore,
  sightings: sightingsStore,
  health: healthStore,
  clockOffset: clockOffsetStore,
};

/** @param now milliseconds since 1970 UTC */
export async function loadSources(now: number): Promise<Sources & { health: Health; clockOffset: number }> {
  const [settings, { readings, ...others }] = await Promise.all([loadSettings(), loadTogether(stores)]);
  return { settings, readings: forgetOld(readings, now), ...others, now };
}
