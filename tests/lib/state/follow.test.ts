import { fakeBrowser, resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { followTogether } from '../../../lib/state/follow.ts';
import { startLive } from '../../../lib/state/live.ts';
import { loadSettings, saveSettings } from '../../../lib/state/settings-store.ts';
import { settingsSignal, startSettingsSignal } from '../../../lib/state/settings-signals.ts';
import { waitsStore } from '../../../lib/state/waits-store.ts';
import { NOW, settings } from '../samples.ts';

const HOUR = 3_600_000;
const wait = { portal: 'iris', serviceId: 'web5000', start: NOW + HOUR, end: NOW + 2 * HOUR, asked: NOW, freed: null };

/** The next question about this key is answered with what stands there, but only once `meanwhile` has been stored and told. */
function answerLate(key: string, meanwhile: () => Promise<unknown>): void {
  const { local } = fakeBrowser.storage;
  const get = local.get.bind(local);
  const spy = vi.spyOn(local, 'get').mockImplementation((async (keys: string | string[]) => {
    const answer = await get(keys);
    if (!(Array.isArray(keys) ? keys : [keys]).includes(key)) return answer;
    spy.mockRestore();
    await meanwhile();
    return answer;
  }) as typeof local.get);
  onTestFinished(() => spy.mockRestore());
}

beforeEach(async () => {
  resetBrowser();
  await saveSettings(settings());
  await waitsStore.update(() => [wait]);
});

describe('U6 a page of ours that opens in the very moment of a change', () => {
  const free = (): Promise<unknown> => waitsStore.update((waits) => waits.map((one) => ({ ...one, freed: NOW })));

  it('F04 the popup shows it, although what it had asked for was older', async () => {
    answerLate('waits', free);
    const live = await startLive(() => NOW);
    onTestFinished(() => live.stop());
    expect(live.model.value.waits).toEqual([{ ...wait, freed: NOW }]);
  });

  it('so do the options, for the settings and for every other store', async () => {
    answerLate('settings', async () => saveSettings({ ...(await loadSettings()), language: 'en' }));
    onTestFinished(await startSettingsSignal());
    expect(settingsSignal.value?.language).toBe('en');
    answerLate('waits', free);
    const { values, stop } = await followTogether({ waits: waitsStore });
    onTestFinished(stop);
    expect(values.value.waits).toEqual([{ ...wait, freed: NOW }]);
  });

  it('and what changes afterwards is shown as well, until nobody looks any more', async () => {
    const { values, stop } = await followTogether({ waits: waitsStore });
    await free();
    expect(values.value.waits).toEqual([{ ...wait, freed: NOW }]);
    stop();
    await waitsStore.update(() => []);
    expect(values.value.waits).toHaveLength(1);
  });
});
