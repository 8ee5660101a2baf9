import { describe, expect, it } from 'vitest';
import { adviseSize, isReasonEnough, type SizedCard } from '../../../lib/domain/sizing.ts';
import { presets } from '../../../lib/services/presets.ts';

const rung = (capacity: number, other: Partial<SizedCard> = {}): SizedCard => ({ id: String(capacity), capacity, clinical: false, rules: { kind: 'meeting' }, availableFrom: null, availableUntil: null, ...other });
const booked = rung(5000);
const advise = (participants: number, ladder: SizedCard[], own = booked, start: number | null = null) =>
  adviseSize(participants, own, ladder, start)?.id ?? null;
const ladder = [booked, rung(1000), rung(300)];

describe('F01 right size', () => {
  it.each([[1, '300'], [250, '300'], [299, '300'], [300, '300'], [301, '1000'], [1000, '1000'], [1001, null], [4900, null], [5000, null]])('F01 %i participants: %s', (participants, id) => {
    expect(advise(participants, ladder)).toBe(id);
  });

  it('F01 301 to 1 000 participants keep the big licence when the ladder has no rung of 1 000', () => {
    expect(advise(301, [booked, rung(300)])).toBeNull();
  });

  it('F01 S2-21 with the five cards, 250 participants fit the nominative licence of 300', () => {
    const [licence] = presets;
    expect(adviseSize(250, licence!, presets, null)?.name).toBe('Licence nominative de 300');
    expect(adviseSize(80, licence!, presets, null)?.id).toBe('nominative-300');
    expect(adviseSize(301, licence!, presets, null)).toBeNull();
  });

  it('F01 S4-03 a clinical booking is only sent to a clinical card, and no other booking takes one', () => {
    const clinical = rung(1000, { id: 'clinical', clinical: true });
    expect(advise(50, [rung(300), rung(100)], clinical)).toBeNull();
    expect(advise(50, [rung(300), rung(200, { id: 'small', clinical: true })], clinical)).toBe('small');
    expect(advise(50, [clinical])).toBeNull();
  });

  it('F01 never proposes a permanent room or a platform where nothing is made', () => {
    expect(advise(50, [rung(100, { rules: { kind: 'permanent' } }), rung(100, { rules: { kind: 'none' } })])).toBeNull();
  });

  it('F01 S0-02 never proposes a card outside its dates, by the clock of Toronto', () => {
    const temporary = [rung(300, { availableFrom: '2026-11-24', availableUntil: '2026-11-24' })];
    const id = (start: string) => advise(50, temporary, booked, Date.parse(start));
    expect(['2026-11-24T04:59:00Z', '2026-11-24T05:00:00Z', '2026-11-25T04:59:00Z', '2026-11-25T05:00:00Z'].map(id)).toEqual([null, '300', '300', null]);
  });

  it('F01 a reason has ten characters or more', () => {
    expect(['', '123456789', ' 123456789 ', '1 2 3 4 5 6', '1234567890', 'Séance publique'].map(isReasonEnough)).toEqual([false, false, false, false, true, true]);
  });
});
