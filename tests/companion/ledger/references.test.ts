import { describe, expect, it } from 'vitest';
import { newReference } from '../../../companion/ledger/references.ts';
import { MONDAY } from '../support/bookings.ts';

describe('the names of the ledger’s rows', () => {
  it('come in the order of time, within one millisecond too, and when the clock is set back', () => {
    const instants = [MONDAY, MONDAY, MONDAY, MONDAY + 1, MONDAY - 3_600_000, MONDAY + 1, MONDAY + 86_400_000];
    const references = instants.map((now) => newReference(now));
    expect(references.toSorted()).toEqual(references);
    expect(new Set(references).size).toBe(instants.length);
  });

  it('are of one length, and can stand in Zoom’s marker', () => {
    for (const now of [MONDAY + 200_000_000, Date.UTC(2400, 0)]) expect(newReference(now)).toMatch(/^[0-9a-f]{20}$/u);
  });

  it('do not tell, by one, the next that another process draws', () => {
    const drawn = Array.from({ length: 50 }, (_, step) => newReference(Date.UTC(2401, 0) + step).slice(-9));
    expect(new Set(drawn).size).toBe(50);
  });
});
