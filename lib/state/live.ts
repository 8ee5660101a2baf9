/** The stores as signals, for our pages: what is cached shows at once, and every change afterwards. */
import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { chooseLanguage } from '../i18n/translate.ts';
import { checklistStore } from './checklist-store.ts';
import { clockOffsetStore } from './clock-store.ts';
import { follow, watchTogether, type ValuesOf } from './follow.ts';
import { habitsStore } from './habits-store.ts';
import { healthStore } from './health-store.ts';
import { keyInfoStore } from './keys.ts';
import { ledgerStore } from './ledger-store.ts';
import { popupModel, type PopupModel } from './model.ts';
import { outboxStore } from './outbox-store.ts';
import { forgetOld, readingsStore } from './readings-store.ts';
import type { Settings } from './settings.ts';
import { loadSettings, watchSettings } from './settings-store.ts';
import { sightingsStore } from './sightings-store.ts';
import { loadTogether } from './stored.ts';
import { waitsStore } from './waits-store.ts';

const stores = {
  readings: readingsStore, ledger: ledgerStore, outbox: outboxStore, sightings: sightingsStore, health: healthStore,
  key: keyInfoStore, checklists: checklistStore, habits: habitsStore, waits: waitsStore, clockOffset: clockOffsetStore,
};

export interface Live {
  model: ReadonlySignal<PopupModel>;
  stop(): void;
}

/** Each second while somebody may take a click back; else ages move slowly enough. */
const TICK = 1_000;
const SLOW_TICK = 20_000;

/** @param clock milliseconds since 1970 UTC */
export async function startLive(clock: () => number): Promise<Live> {
  const now = signal(clock());
  const { values: parts, stop } = await follow<ValuesOf<typeof stores> & { settings: Settings }>(
    (tell) => {
      const stops = [watchSettings((settings) => tell({ settings })), watchTogether(stores, tell)];
      return () => stops.forEach((end) => end());
    },
    async () => {
      const [settings, known] = await Promise.all([loadSettings(), loadTogether(stores)]);
      return { settings, ...known };
    },
  );
  const ticking = setInterval(() => {
    const time = clock();
    const isCounting = parts.peek().outbox.entries.some(({ notBefore }) => notBefore > time - TICK);
    if (isCounting || time - now.value >= SLOW_TICK) now.value = time;
  }, TICK);

  const model = computed(() => {
    const known = parts.value;
    const language = chooseLanguage(known.settings.language, browser.i18n.getUILanguage());
    return popupModel({ ...known, readings: forgetOld(known.readings, now.value), language, now: now.value });
  });
  return {
    model,
    stop() {
      clearInterval(ticking);
      stop();
    },
  };
}
