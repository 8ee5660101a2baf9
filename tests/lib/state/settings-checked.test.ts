import { fakeBrowser, resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../../../lib/state/settings-store.ts';
import { settings } from '../samples.ts';

beforeEach(resetBrowser);

/** The program as a page or a worker has it that has only just started. */
async function start() {
  vi.resetModules();
  const { checkOnce, recallChecked } = await import('../../../lib/state/settings-checked.ts');
  const check = vi.fn(readSettings);
  return { check, recallChecked, read: (raw: unknown) => checkOnce(raw, check) };
}

describe('G3 settings that are checked once', () => {
  it('are not checked again by what starts next, which is given the same', async () => {
    const first = await start();
    const { settings: found } = first.read(settings());
    const second = await start();
    await second.recallChecked();
    const read = second.read(settings());
    expect(read).toEqual({ settings: found, lost: [] });
    expect(second.check).not.toHaveBeenCalled();
    expect(() => read.settings.cards.pop()).toThrow(TypeError);
  });

  it('are checked when they are others than those', async () => {
    (await start()).read(settings());
    const second = await start();
    await second.recallChecked();
    expect(second.read(settings({ language: 'en' })).settings.language).toBe('en');
    expect(second.check).toHaveBeenCalledTimes(1);
  });

  it('are checked again once the browser or the version of the extension was another', async () => {
    (await start()).read(settings());
    await fakeBrowser.storage.session.clear();
    const second = await start();
    await second.recallChecked();
    second.read(settings());
    expect(second.check).toHaveBeenCalledTimes(1);
  });

  it('are never taken over from a damaged store: each start says what was lost', async () => {
    const damaged = { ...settings(), portals: 'oups' };
    expect((await start()).read(damaged).lost).toEqual(['portals']);
    const second = await start();
    await second.recallChecked();
    expect(second.read(damaged).lost).toEqual(['portals']);
  });
});
