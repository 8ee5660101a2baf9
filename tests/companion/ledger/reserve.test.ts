import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createReserve } from '../../../companion/ledger/reserve.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'passerelle-reserve-'));
  file = join(folder, 'ledger.sqlite-reserve');
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const size = async (): Promise<number | null> => stat(file).then((found) => found.size, () => null);

describe('the room kept aside', () => {
  it('R10 is really taken, given back when the disk is full, and taken again when there is room', async () => {
    const reserve = createReserve(file, 3_000_000);
    expect(reserve.isSpent()).toBe(false);
    expect(await size()).toBeNull();
    reserve.keep();
    expect([reserve.isSpent(), await size()]).toEqual([false, 3_000_000]);
    expect((await stat(file)).blocks * 512).toBeGreaterThanOrEqual(3_000_000);
    reserve.spend();
    expect([reserve.isSpent(), await size()]).toEqual([true, null]);
    expect([reserve.restore(), reserve.isSpent(), await size()]).toEqual([true, false, 3_000_000]);
  });

  it('R10 is found again by the next process, and made whole when it was not', async () => {
    createReserve(file, 1_000_000).keep();
    const before = (await stat(file)).ino;
    createReserve(file, 1_000_000).keep();
    expect((await stat(file)).ino).toBe(before);
    await writeFile(file, 'half');
    createReserve(file, 1_000_000).keep();
    expect(await size()).toBe(1_000_000);
  });

  it('R10 on a disk without that much room counts as given back: nothing new is taken on', async () => {
    const reserve = createReserve(file, 2 ** 52);
    reserve.keep();
    expect([reserve.isSpent(), reserve.restore(), await size()]).toEqual([true, false, null]);
  });
});
