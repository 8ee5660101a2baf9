import { fakeBrowser, resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetKey, importPersonKey, keepKey, keyInfoStore, loadKey } from '../../../lib/state/keys.ts';
import { memorySafe, SECRET } from '../background/support.ts';
import { NOW } from '../samples.ts';

beforeEach(resetBrowser);

describe('a person’s key', () => {
  it('is read as it is pasted, spaces and line ends around it forgiven', async () => {
    const key = await importPersonKey(`  marc-1:${SECRET}\r\n`);
    expect(key).toMatchObject({ id: 'marc-1', kind: 'v1' });
  });

  it('S0-27 can sign and cannot be read out', async () => {
    const { key } = await importPersonKey(`marc-1:${SECRET}`);
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
  });

  it.each(['', 'marc-1', SECRET, `marc 1:${SECRET}`, 'marc-1:whsec_!!!', 'marc-1:whsec_AAAA', `:${SECRET}`, `a:b:${SECRET}`])('« %s » is refused without being repeated', async (text) => {
    const error = await importPersonKey(text).then(() => null, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).not.toContain('whsec_AAAA');
  });

  it('is kept apart: the pasted text is nowhere in the stores', async () => {
    const safe = memorySafe();
    await keepKey(await importPersonKey(`marc-1:${SECRET}`), NOW, safe);
    expect(await keyInfoStore.load()).toEqual({ id: 'marc-1', added: NOW, kind: 'v1' });
    const everything = JSON.stringify([await fakeBrowser.storage.local.get(null), await fakeBrowser.storage.session.get(null)]);
    expect(everything).not.toContain(SECRET.slice(6, 30));
    expect((await loadKey(safe))?.id).toBe('marc-1');
  });

  it('is gone once it is forgotten', async () => {
    const safe = memorySafe();
    await keepKey(await importPersonKey(`marc-1:${SECRET}`), NOW, safe);
    await forgetKey(safe);
    expect(await loadKey(safe)).toBeNull();
    expect(await safe.get()).toBeNull();
  });
});
