/** The settings and the policy as signals for our pages. Apart from their stores, which the worker reads too: it draws nothing. */
import { effect, signal, type ReadonlySignal, type Signal } from '@preact/signals';
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

/** Fills a signal and keeps it true. @returns how to stop */
async function fill<T>(target: Signal<T | null> | Signal<T>, watch: (tell: (next: T) => void) => () => void, load: () => Promise<T>): Promise<() => void> {
  const { values, stop } = await follow<{ value: T }>((tell) => watch((value) => tell({ value })), async () => ({ value: await load() }));
  const end = effect(() => {
    target.value = values.value.value;
  });
  return () => {
    end();
    stop();
  };
}

/** Fills {@link settingsSignal} and keeps it true. @returns how to stop */
export const startSettingsSignal = (): Promise<() => void> => fill(settings, watchSettings, loadSettings);

/** Fills {@link policySignal} and keeps it true. @returns how to stop */
export const startPolicySignal = (): Promise<() => void> =>
  fill(policy, (tell) => {
    const listen = (changes: Record<string, unknown>, area: string): void => {
      if (isPolicyChange(changes, area)) void loadPolicy().then(tell);
    };
    browser.storage.onChanged.addListener(listen);
    return () => browser.storage.onChanged.removeListener(listen);
  }, loadPolicy);
