import { fakeBrowser, resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { ask } from '../../../lib/state/area.ts';

beforeEach(resetBrowser);

describe('G3 the browser’s stores', () => {
  it('are asked once for all that is asked in one breath, each of them', async () => {
    await fakeBrowser.storage.local.set({ one: 1, two: 2 });
    await fakeBrowser.storage.session.set({ one: 'in memory' });
    const local = vi.spyOn(fakeBrowser.storage.local, 'get');
    onTestFinished(() => local.mockRestore());
    expect(await Promise.all([ask('local', 'one'), ask('local', 'two'), ask('session', 'one'), ask('local', 'none'), ask('local', 'one')])).toEqual([1, 2, 'in memory', undefined, 1]);
    expect(local.mock.calls).toEqual([[['one', 'two', 'none']]]);
  });

  it('are asked anew by the next breath: what changed in between is seen', async () => {
    await fakeBrowser.storage.local.set({ one: 1 });
    expect(await ask('local', 'one')).toBe(1);
    await fakeBrowser.storage.local.set({ one: 2 });
    expect(await ask('local', 'one')).toBe(2);
  });

  it('are asked again after an answer that did not come', async () => {
    const local = vi.spyOn(fakeBrowser.storage.local, 'get').mockRejectedValueOnce(new Error('gone'));
    onTestFinished(() => local.mockRestore());
    await expect(ask('local', 'one')).rejects.toThrow('gone');
    expect(await ask('local', 'one')).toBeUndefined();
  });
});
