import { describe, expect, it } from 'vitest';
import { addWorkingDays, holidayOn, holidaysOf, isWorkingDay } from '../../../lib/domain/holidays.ts';

const at = (text: string) => Date.parse(text);

describe('holidays of Québec', () => {
  it('F04 F11 knows those of 2026 and 2027', () => {
    expect([...holidaysOf(2026).keys()]).toEqual(['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-18', '2026-06-24', '2026-07-01', '2026-09-07', '2026-10-12', '2026-12-25']);
    expect([...holidaysOf(2027).keys()]).toEqual(['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-24', '2027-06-24', '2027-07-01', '2027-09-06', '2027-10-11', '2027-12-25']);
  });

  it.each([[2000, '2000-04-24'], [2008, '2008-03-24'], [2024, '2024-04-01'], [2025, '2025-04-21'], [2038, '2038-04-26'], [2049, '2049-04-19']])('finds Easter Monday of %i on %s', (year, date) => {
    expect(holidaysOf(year).get(date)).toBe('easterMonday');
  });

  it('moves Canada Day and the national holiday from a Sunday to the Monday', () => {
    expect([holidayOn('2029-07-01'), holidayOn('2029-07-02'), holidayOn('2029-06-24'), holidayOn('2029-06-25')]).toEqual([null, 'canadaDay', null, 'nationalHoliday']);
  });

  it('the day of the patriots is the Monday before 25 May, never 25 May itself', () => {
    expect([holidayOn('2026-05-25'), holidayOn('2027-05-24'), holidayOn('2026-05-18')]).toEqual([null, 'patriots', 'patriots']);
  });

  it('a working day is told by the clock of Toronto', () => {
    expect(isWorkingDay(at('2026-11-23T04:59:00Z'))).toBe(false);
    expect(isWorkingDay(at('2026-11-23T05:00:00Z'))).toBe(true);
    expect(isWorkingDay(at('2026-12-25T17:00:00Z'))).toBe(false);
  });

  it.each([
    ['2026-11-24T14:00:00Z', 2, '2026-11-26T14:00:00Z'], ['2026-11-26T14:00:00Z', 2, '2026-11-30T14:00:00Z'], ['2026-12-24T14:00:00Z', 1, '2026-12-28T14:00:00Z'], ['2026-04-02T13:00:00Z', 1, '2026-04-07T13:00:00Z'],
    ['2026-11-30T14:00:00Z', -3, '2026-11-25T14:00:00Z'], ['2026-10-30T13:00:00Z', 1, '2026-11-02T14:00:00Z'], ['2026-11-24T14:00:00Z', 0, '2026-11-24T14:00:00Z'],
  ])('F11 %s and %i working days make %s', (instant, days, expected) => {
    expect(addWorkingDays(at(instant), days)).toBe(at(expected));
  });
});
