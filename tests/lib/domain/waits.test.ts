import { describe, expect, it } from 'vitest';
import type { Occupation } from '../../../lib/domain/conflicts.ts';
import { afterSeeing, isWaitedFor, WAITS_MAXIMUM, withWait, type Seen, type Wait } from '../../../lib/domain/waits.ts';
import { web5000 } from '../../../lib/services/web5000.ts';

const HOUR = 3_600_000;
const NINE = Date.parse('2026-11-24T14:00:00Z');
const NOW = NINE - 72 * HOUR;
const slot = { portal: 'iris', serviceId: 'web5000', start: NINE, end: NINE + HOUR };
const waiting: Wait[] = [{ ...slot, asked: NOW, freed: null }];
const held = (change: Partial<Occupation> = {}): Occupation => ({ portal: 'iris', number: '1', serviceId: 'web5000', status: 'approved', start: NINE, end: NINE + HOUR, ...change });
const seen = (change: Partial<Seen> = {}): Seen => ({ portal: 'iris', serviceIds: ['web5000'], bookings: [], from: NINE - 9 * HOUR, to: NINE + 15 * HOUR, at: NOW + HOUR, ...change });
const freed = (change: Partial<Seen> = {}, waits = waiting) => afterSeeing(waits, seen(change), [web5000])[0]?.freed;

describe('F04 A5 the light waiting list', () => {
  it('F04 a whole day that shows the licence without anybody in the slot says that it is free', () => {
    expect(freed()).toBe(NOW + HOUR);
    expect(freed({ bookings: [held({ status: 'cancelled' }), held({ start: NINE + HOUR, end: NINE + 2 * HOUR })] })).toBe(NOW + HOUR);
    expect(freed({ bookings: [held()] })).toBeNull();
  });

  it('F04 a page that was filtered, shows another day or portal, or is older than the wish, says nothing', () => {
    expect([freed({ serviceIds: [] }), freed({ from: NINE + 1 }), freed({ to: NINE + HOUR - 1 }), freed({ portal: 'other' }), freed({ at: NOW - 1 })]).toEqual([null, null, null, null, null]);
    expect(afterSeeing(waiting, seen(), [])[0]?.freed).toBeNull();
  });

  it('F04 says no longer that it is free once it was taken again, and keeps since when it is', () => {
    const once = afterSeeing(waiting, seen(), [web5000]);
    expect(freed({ at: NOW + 2 * HOUR }, once)).toBe(NOW + HOUR);
    expect(freed({ at: NOW + 2 * HOUR, bookings: [held()] }, once)).toBeNull();
  });

  it('F04 minds the buffers of the card, as a conflict would', () => {
    const near = [held({ start: NINE + HOUR, end: NINE + 2 * HOUR })];
    expect(afterSeeing(waiting, seen({ bookings: near }), [{ ...web5000, bufferBefore: 15 }])[0]?.freed).toBeNull();
  });

  it('F04 keeps each wish once, drops what is over, and twenty at most', () => {
    const twice = withWait(withWait([], slot, true, NOW), slot, true, NOW + 1);
    expect([twice.length, isWaitedFor(twice, slot), withWait(twice, slot, false, NOW)]).toEqual([1, true, []]);
    expect(withWait(twice, { ...slot, start: NINE + 24 * HOUR, end: NINE + 25 * HOUR }, true, NINE)).toHaveLength(1);
    const many = Array.from({ length: 30 }, (_, index) => ({ ...slot, start: NINE + index * HOUR, end: NINE + (index + 1) * HOUR }))
      .reduce<Wait[]>((waits, one) => withWait(waits, one, true, NOW), []);
    expect([many.length, many[0]?.start]).toEqual([WAITS_MAXIMUM, NINE + 10 * HOUR]);
  });
});
