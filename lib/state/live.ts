/** The stores as signals, for our pages: what is cached shows at once, and every change afterwards. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { chooseLanguage } from '../i18n/translate.ts';
import { checklistStore } from './checklist-store.ts';
import { habitsStore } from './habits-store.ts';
import { healthStore } from './health-store.ts';
import { keyInfoStore } from './keys.ts';
import { ledgerStore } from './ledger-store.ts';
import { popupModel, type ModelSources, type PopupModel } from './model.ts';
import { outboxStore } from './outbox-store.ts';
import { forgetOld, readingsStore } from './readings-store.ts';
import { loadSettings, watchSettings } from './settings-store.ts';
import { sightingsStore } from './sightings-store.ts';
import { loadTogether, type Stored } from './stored.ts';
import { waitsStore } from './waits-store.ts';

const stores = {
  readings: readingsStore, ledger: ledgerStore, outbox: outboxStore, sightings: sightingsStore, health: healthStore,
  key: keyInfoStore, checklists: checklistStore, habits: habitsStore, waits: waitsStore,
};

export interface Live {
  /** Null until the stores have been read once. */
  model: ReadonlySignal<PopupModel | null>;
  stop(): void;
}

/** Each second while somebody may take a click back; else ages move slowly enough. */
const TICK = 1_000;
const SLOW_TICK = 20_000;

type Parts = Omit<ModelSources, 'language' | 'now'>;

/** @param clock milliseconds since 1970 UTC */
export async function startLive(clock: () => number): Promise<Live> {
  const parts = signal<Parts | null>(null);
  const now = signal(clock());
  const stops: (() => void)[] = [];
  const patch = (change: Partial<Parts>): void => {
    if (parts.value !== null) parts.value = { ...parts.value, ...change };
  };
  // Watched before they are read, so that no change falls in between.
  stops.push(watchSettings((settings) => patch({ settings })));
  for (const [name, store] of Object.entries<Stored<unknown>>(stores)) stops.push(store.watch((value) => patch({ [name]: value })));

  const [settings, known] = await Promise.all([loadSettings(), loadTogether(stores)]);
  parts.value = { settings, ...known };
  const ticking = setInterval(() => {
    const time = clock();
    const isCounting = parts.value?.outbox.entries.some(({ notBefore }) => notBefore > time - TICK) ?? false;
    if (isCounting || time - now.value >= SLOW_TICK) now.value = time;
  }, TICK);
  stops.push(() => clearInterval(ticking));

  const model = computed(() => {
    const known = parts.value;
    if (known === null) return null;
    const language = chooseLanguage(known.settings.language, browser.i18n.getUILanguage());
    return popupModel({ ...known, readings: forgetOld(known.readings, now.value), language, now: now.value });
  });
  return { model, stop: () => stops.forEach((stop) => stop()) };
}
