import { fakeBrowser, resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { migrate, salvage } from '../../../lib/state/migrate.ts';
import { settingsSignal, startSettingsSignal } from '../../../lib/state/settings-signals.ts';
import { defaultSettings, discardDamagedSettings, loadDamagedSettings, loadSettings, readSettings, saveSettings, watchSettings } from '../../../lib/state/settings-store.ts';
import { settings as settingsSchema } from '../../../lib/state/settings.ts';
import { settings } from '../samples.ts';

beforeEach(resetBrowser);

const put = (value: unknown) => fakeBrowser.storage.local.set({ settings: value });

describe('the settings', () => {
  it('are the presets and the nine establishments before anybody has set anything', async () => {
    const loaded = await loadSettings();
    expect(loaded).toEqual(defaultSettings());
    expect(loaded.cards).toHaveLength(5);
    expect(loaded.roster).toHaveLength(9);
    expect(settingsSchema.safeParse(loaded).success).toBe(true);
  });

  it('come back as they were saved', async () => {
    const saved = settings({ language: 'en', disabledFeatures: ['mark-licence'] });
    await saveSettings(saved);
    expect(await loadSettings()).toEqual(saved);
    expect(await loadDamagedSettings()).toEqual([]);
  });

  it('G.3 are checked once while they are the same, anew when a page or anything else wrote others, and nobody changes what all are given', async () => {
    await saveSettings(settings());
    const first = await loadSettings();
    expect(await loadSettings()).toBe(first);
    expect(() => first.cards.pop()).toThrow(TypeError);
    await put(settings({ language: 'en' }));
    expect((await loadSettings()).language).toBe('en');
    await put(settings());
    expect(await loadSettings()).toEqual(first);
    await fakeBrowser.storage.local.clear();
    expect(await loadSettings()).toEqual(defaultSettings());
  });

  it('are not saved when they are no settings', async () => {
    await expect(saveSettings({ ...settings(), alerts: { ...settings().alerts, everyMinutes: 0 } })).rejects.toThrow();
    expect(await loadSettings()).toEqual(defaultSettings());
  });

  it('keep every part that holds when another is damaged', async () => {
    await put({ ...settings({ language: 'en' }), portals: 'oups', alerts: { everyMinutes: 7 } });
    const loaded = await loadSettings();
    expect(loaded.language).toBe('en');
    expect(loaded.alerts.everyMinutes).toBe(7);
    expect(loaded.portals).toEqual(defaultSettings().portals);
  });

  it('put the damaged copy aside, once, and give it back for export', async () => {
    const damaged = { ...settings(), roster: [{ id: 'seul' }] };
    await put(damaged);
    await loadSettings();
    await loadSettings();
    const copies = await loadDamagedSettings();
    expect(copies).toHaveLength(1);
    expect(copies[0]).toMatchObject({ raw: damaged, lost: ['roster'] });
    await saveSettings(settings());
    expect(await loadDamagedSettings()).toHaveLength(1);
    await discardDamagedSettings();
    expect(await loadDamagedSettings()).toEqual([]);
  });

  it('keep a second, different damage as well, and never more than five', async () => {
    for (let turn = 0; turn < 7; turn += 1) {
      await put({ version: 1, turn });
      await loadSettings();
    }
    const copies = await loadDamagedSettings();
    expect(copies.map(({ raw }) => (raw as { turn: number }).turn)).toEqual([0, 1, 2, 3, 4]);
  });

  it.each([['text'], [7], [[]], [{ version: 99 }], [{ version: 'x' }]])('survive a store that holds %j', async (raw) => {
    await put(raw);
    expect(settingsSchema.safeParse(await loadSettings()).success).toBe(true);
    expect(await loadDamagedSettings()).toHaveLength(1);
  });

  it('of a newer version are kept part by part and put aside', () => {
    const { settings: read, lost } = readSettings({ ...settings({ language: 'en' }), version: 2, novelty: true });
    expect(read.language).toBe('en');
    expect(lost).toEqual(['version']);
  });

  it('reach every page as soon as one of them saves', async () => {
    const heard: string[] = [];
    const stop = watchSettings(({ language }) => heard.push(language));
    await saveSettings(settings({ language: 'en' }));
    stop();
    await saveSettings(settings({ language: 'fr' }));
    expect(heard).toEqual(['en']);
  });

  it('live in a signal that is null until they are read', async () => {
    expect(settingsSignal.value).toBeNull();
    const stop = await startSettingsSignal();
    expect(settingsSignal.value).toEqual(defaultSettings());
    await saveSettings(settings({ language: 'en' }));
    await vi.waitFor(() => expect(settingsSignal.value?.language).toBe('en'));
    stop();
  });
});

describe('a migration', () => {
  const steps = {
    1: (old: Record<string, unknown>) => ({ ...old, b: Number(old['a']) + 1 }),
    2: (old: Record<string, unknown>) => ({ ...old, c: Number(old['b']) + 1 }),
  };

  it('goes step by step from every older version', () => {
    expect(migrate({ version: 1, a: 1 }, steps, 3)).toEqual({ version: 3, a: 1, b: 2, c: 3 });
    expect(migrate({ version: 2, b: 5 }, steps, 3)).toEqual({ version: 3, b: 5, c: 6 });
    expect(migrate({ version: 3 }, steps, 3)).toEqual({ version: 3 });
  });

  it('leaves alone what has no version, a newer one, or no way on', () => {
    expect(migrate({ a: 1 }, steps, 3)).toEqual({ a: 1 });
    expect(migrate({ version: 9 }, steps, 3)).toEqual({ version: 9 });
    expect(migrate({ version: 0 }, steps, 3)).toEqual({ version: 0 });
    expect(migrate('x', steps, 3)).toBe('x');
  });

  it('saves each part that holds', () => {
    const isValid = ({ a, b }: { a: number; b: string }): boolean => typeof a === 'number' && typeof b === 'string';
    expect(salvage({ a: 5, b: 6 }, { a: 0, b: '' }, isValid)).toEqual({ value: { a: 5, b: '' }, lost: ['b'] });
    expect(salvage(null, { a: 0, b: '' }, isValid)).toEqual({ value: { a: 0, b: '' }, lost: ['a', 'b'] });
  });
});
