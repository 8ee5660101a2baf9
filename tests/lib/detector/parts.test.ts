import { beforeEach, describe, expect, it, vi } from 'vitest';
import { offerParts, type PartsPlace } from '../../../lib/detector/parts.ts';

const KEY = Symbol.for('passerelle.parts');
const place = (): PartsPlace => (globalThis as unknown as Record<symbol, PartsPlace>)[KEY]!;

/** What the scripts of the build do once they run. */
const scripts: Record<string, () => void> = {
  'overlay.js': () => place().put('overlay.js', { word: 'bonjour' }),
  'overlay-form.js': () => place().put('overlay-form.js', { said: `${String(place().of('overlay.js')?.['word'])} !` }),
};

describe('G2 the scripts of a page', () => {
  let ran: string[];
  const run = vi.fn((files: string[]) => {
    ran.push(...files);
    for (const file of files) scripts[file]?.();
    return Promise.resolve();
  });
  beforeEach(() => {
    ran = [];
    run.mockClear();
    offerParts(run);
  });

  it('run in order, and the last one gives what was asked for', async () => {
    expect(await place().get('overlay.js', 'overlay-form.js')).toEqual({ said: 'bonjour !' });
    expect(ran).toEqual(['overlay.js', 'overlay-form.js']);
  });

  it('run once, however often they are asked for', async () => {
    await place().get('overlay.js');
    await place().get('overlay.js', 'overlay-form.js');
    await place().get('overlay-form.js');
    expect(ran).toEqual(['overlay.js', 'overlay-form.js']);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('are refused when they did not come, or when nobody can have them run', async () => {
    await expect(place().get('overlay-autre.js')).rejects.toThrow('overlay-autre.js');
    offerParts(() => Promise.reject(new Error('gone')));
    await expect(place().get('overlay.js')).rejects.toThrow('gone');
  });

  it('keep what stands in use when a script runs twice', async () => {
    const first = await place().get('overlay.js');
    place().put('overlay.js', { word: 'autre' });
    expect(place().of('overlay.js')).toBe(first);
  });

  it('are known to nobody else once a newer detector stands here', async () => {
    await place().get('overlay.js');
    offerParts(run);
    expect(place().of('overlay.js')).toBeUndefined();
  });
});
