/** The settings and the policy as signals for our pages. Apart from their stores, which the worker reads too: it draws nothing. */
import { effect, signal, type ReadonlySignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { noPolicy, type Policy } from '../policy/policy.ts';
import { follow } from './follow.ts';
import { isPolicyChange, loadPolicy } from './policy-store.ts';
import { loadSettings, watchSettings } from './settings-store.ts';
import type { Settings } from './settings.ts';

const settings = signal<Settings | null>(null);
const policy = signal<Policy>(noPolicy);

/** Null until {@link startSettingsSignal} has read them. */
export const settingsSignal: ReadonlySignal<Settings | null> = settings;

export const policySignal: ReadonlySignal<Policy> = policy;

/** Fills {@link settingsSignal} and keeps it true. @returns how to stop */
export async function startSettingsSignal(): Promise<() => void> {
  const { values, stop } = await follow<{ settings: Settings }>((tell) => watchSettings((next) => tell({ settings: next })), async () => ({ settings: await loadSettings() }));
  const end = effect(() => {
    settings.value = values.value.settings;
  });
  return () => {
    end();
    stop();
  };
}

/** Fills {@link policySignal} and keeps it true. @returns how to stop */
export async function startPolicySignal(): Promise<() => void> {
  const renew = async (): Promise<void> => {
    policy.value = await loadPolicy();
  };
  const listen = (changes: Record<string, unknown>, area: string): void => {
    if (isPolicyChange(changes, area)) void renew();
  };
  browser.storage.onChanged.addListener(listen);
  await renew();
  return () => browser.storage.onChanged.removeListener(listen);
}
