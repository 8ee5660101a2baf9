import { resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { pastOfPerson } from '../../../lib/background/past-meetings.ts';
import { seeForWaits, takeWait } from '../../../lib/background/waits.ts';
import { readWaits, waitsStore } from '../../../lib/state/waits-store.ts';
import { booking, DAY, facts, HOUR, NOW, ofLedger, reading, representative, settings } from '../samples.ts';

const START = NOW + 3 * DAY;
const slot = { serviceId: 'web5000', start: START, end: START + HOUR };
const day = { from: START - 12 * HOUR, to: START + 12 * HOUR, source: 'grid' as const };
const freed = async (): Promise<unknown> => (await waitsStore.load()).map((wait) => wait.freed);

describe('F04 the worker’s waiting list', () => {
  beforeEach(() => void resetBrowser());

  it('F04 A5 keeps a slot, sees it taken, then free, from what tabs show', async () => {
    await takeWait('iris', { ...slot, wait: true }, NOW - HOUR);
    await seeForWaits('iris', reading([booking({ start: START, end: START + HOUR })], day), ['web5000'], settings(), NOW);
    expect(await freed()).toEqual([null]);
    await seeForWaits('iris', reading([booking({ start: START, end: START + HOUR, status: 'cancelled' })], day), ['web5000'], settings(), NOW);
    expect(await freed()).toEqual([NOW]);
    await takeWait('iris', { ...slot, wait: false }, NOW);
    expect(await freed()).toEqual([]);
  });

  it('F04 learns nothing from a part of a day, from a page without the service, or from a list', async () => {
    await takeWait('iris', { ...slot, wait: true }, NOW - HOUR);
    await seeForWaits('iris', reading([], { ...day, complete: false }), ['web5000'], settings(), NOW);
    await seeForWaits('iris', reading([], day), [], settings(), NOW);
    await seeForWaits('iris', reading([]), ['web5000'], settings(), NOW);
    await seeForWaits('other', reading([], day), ['web5000'], settings(), NOW);
    expect(await freed()).toEqual([null]);
  });

  it('F04 forgets a slot whose hour has come', async () => {
    await takeWait('iris', { ...slot, wait: true }, NOW);
    await seeForWaits('iris', reading([], { ...day, at: START }), ['web5000'], settings(), START);
    expect(await freed()).toEqual([]);
  });

  it('F04 keeps what can be read of a damaged list', () => {
    const sound = { portal: 'iris', ...slot, asked: NOW, freed: null };
    expect(readWaits([sound, { ...sound, start: 'tomorrow' }, null])).toEqual([sound]);
    expect(readWaits({})).toEqual([]);
  });
});

describe('F08 one’s own last meetings', () => {
  it('F08 are the person’s own, over, and counted; nothing but numbers is kept', () => {
    const held = (number: string, change: Parameters<typeof booking>[0], attendance: { unique: number; peak: number | null } | undefined) =>
      ofLedger(attendance === undefined ? {} : { attendance }, booking({ number, start: NOW - DAY, end: NOW - DAY + HOUR, ...change }));
    const others = { requester: { name: 'Paul Roy', email: 'paul.roy@exemple.test' } };
    const bookings = [held('1', {}, { unique: 310, peak: 290 }), held('2', {}, undefined), held('3', others, { unique: 5, peak: null }), held('4', { start: NOW, end: NOW + HOUR }, { unique: 9, peak: null })];
    expect(pastOfPerson(bookings, representative, NOW)).toEqual([{ estimated: facts.participants, actual: 310, end: NOW - DAY + HOUR }]);
  });
});
