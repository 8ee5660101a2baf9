import { fakeBrowser, resetBrowser } from '../browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadPolicy } from '../../../lib/state/policy-store.ts';
import { policySignal, startPolicySignal } from '../../../lib/state/settings-signals.ts';
import { loadSettings, watchSettings } from '../../../lib/state/settings-store.ts';

/** What the organisation says, when it says it. */
let answer: () => Promise<unknown>;

beforeEach(() => {
  resetBrowser();
  vi.useFakeTimers();
  answer = () => Promise.resolve({});
  vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(() => answer() as Promise<Record<string, unknown>>);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const policy = { skipWelcome: true, language: 'en' };

describe('U13 the policy of a browser that is still starting', () => {
  it('is the one that it told last, and the true one as soon as it is told', async () => {
    answer = () => Promise.resolve(policy);
    expect((await loadPolicy()).skipWelcome).toBe(true);
    await vi.advanceTimersByTimeAsync(0);
    let tell: (said: unknown) => void = () => undefined;
    answer = () => new Promise((resolve) => { tell = resolve; });
    const [asked, alone] = [loadSettings(), loadPolicy()];
    await vi.advanceTimersByTimeAsync(200);
    expect((await asked).language).toBe('en');
    expect((await alone).skipWelcome).toBe(true);
    const told: string[] = [];
    const stop = watchSettings(({ language }) => told.push(language));
    answer = () => Promise.resolve({ language: 'fr' });
    tell({ language: 'fr' });
    await vi.waitFor(() => expect(told).toEqual(['fr']));
    stop();
  });

  it('is none for who has none, without waiting', async () => {
    expect((await loadPolicy()).locked.size).toBe(0);
    answer = () => Promise.reject(new Error('Managed storage manifest not found'));
    expect((await loadPolicy()).skipWelcome).toBe(false);
  });

  it('reaches a page that is open as soon as it changes, and no page that was closed', async () => {
    const stop = await startPolicySignal();
    expect(policySignal.value.skipWelcome).toBe(false);
    answer = () => Promise.resolve(policy);
    await loadPolicy();
    await vi.waitFor(() => expect(policySignal.value.skipWelcome).toBe(true));
    stop();
    answer = () => Promise.resolve({});
    await loadPolicy();
    await vi.advanceTimersByTimeAsync(1000);
    expect(policySignal.value.skipWelcome).toBe(true);
  });

  it('ends with the organisation that takes it back', async () => {
    answer = () => Promise.resolve(policy);
    await loadPolicy();
    await vi.advanceTimersByTimeAsync(0);
    answer = () => Promise.reject(new Error('Managed storage manifest not found'));
    await loadPolicy();
    await vi.advanceTimersByTimeAsync(0);
    answer = () => new Promise(() => undefined);
    const asked = loadPolicy();
    await vi.advanceTimersByTimeAsync(200);
    expect((await asked).skipWelcome).toBe(false);
  });
});
