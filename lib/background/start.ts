/** What a worker does when it starts, and whenever what outlives it may have to change (settled.ts). */
import type { KeySafe } from '../state/key-safe.ts';
import { outboxStore } from '../state/outbox-store.ts';
import { loadSettings } from '../state/settings-store.ts';
import { loadTogether } from '../state/stored.ts';
import { shownStore } from './badge.ts';
import { closeStores } from './closed-stores.ts';
import type { CompanionPorts } from './companion.ts';
import { nextDue } from './delivery.ts';
import { finishRenewal } from './enrolment.ts';
import { syncPortals } from './portals.ts';
import { isSettled, settledStore, unsettle } from './settled.ts';
import { isScheduled, scheduleWatch } from './watch.ts';

export interface StartPorts {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  companion: CompanionPorts;
  safe: KeySafe;
  updateBadge(): Promise<void>;
  deliver(): Promise<void>;
}

export function starts({ now, companion, safe, updateBadge, deliver }: StartPorts): { start(): Promise<void>; settle(): Promise<void> } {
  /** Only the last of several may say that all is settled: what it read is the newest. */
  let last = 0;
  const settle = async (): Promise<void> => {
    const mine = (last += 1);
    await unsettle();
    await closeStores();
    const settings = await loadSettings();
    await syncPortals(settings);
    await scheduleWatch(settings, now());
    await shownStore.update(() => null);
    await updateBadge();
    const isEnded = await finishRenewal(companion, safe);
    await deliver();
    if (isEnded && mine === last) await settledStore.update(now);
  };

  const start = async (): Promise<void> => {
    const [{ settled, outbox }, hasAlarm] = await Promise.all([loadTogether({ settled: settledStore, outbox: outboxStore }), isScheduled(now())]);
    // A browser loses an alarm now and then, without a word, and nothing else would wake the worker (U10).
    if (!isSettled(settled, now()) || !hasAlarm) await settle();
    // A worker may have ended between a click and its alarm.
    else if (nextDue(outbox) !== null) await deliver();
  };
  return { start, settle };
}
