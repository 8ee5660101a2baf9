/** What the browser says an organisation has fixed (`storage.managed`); nothing where there is no policy. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { browser } from 'wxt/browser';
import { noPolicy, readPolicy, type Policy } from '../policy/policy.ts';

/** Never throws: Firefox refuses to answer at all where no policy names the extension. */
export async function loadPolicy(): Promise<Policy> {
  try {
    return readPolicy(await browser.storage.managed.get(null));
  } catch {
    return noPolicy;
  }
}

const current = signal<Policy>(noPolicy);

/** The policy as a signal for our pages. */
export const policySignal: ReadonlySignal<Policy> = current;

/** Fills {@link policySignal} and keeps it true. @returns how to stop */
export async function startPolicySignal(): Promise<() => void> {
  const renew = async (): Promise<void> => {
    current.value = await loadPolicy();
  };
  const listen = (_changes: unknown, area: string): void => {
    if (area === 'managed') void renew();
  };
  browser.storage.onChanged.addListener(listen);
  await renew();
  return () => browser.storage.onChanged.removeListener(listen);
}
