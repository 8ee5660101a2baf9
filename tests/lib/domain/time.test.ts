import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addLocalDays, endOfPeriod, formatDay, formatDuration, formatHour, formatInstant, formatRange, formatShortDay, fromWall,
  isRepeatedHour, oneDayBefore, parseDay, parseTimes, periods, startOfDay, startOfPeriod, toInstant, toLocal, toWall,
} from '../../../lib/domain/time.ts';

const utc = (text: string) => Date.parse(text);
const plain = (text: string) => text.replace(/\s/gu, ' ');
const anInstant = fc.integer({ min: utc('2015-01-01T00:00:00Z'), max: utc('2045-01-01T00:00:00Z') });
const aMinute = anInstant.map((instant) => instant - (instant % 60_000));

describe('Toronto wall clock', () => {
  it.each([
    ['2026-11-24', '09:00', '2026-11-24T14:00:00Z'],
    ['2026-07-01', '09:00', '2026-07-01T13:00:00Z'],
    ['2026-03-08', '01:59', '2026-03-08T06:59:00Z'],
    ['2026-03-08', '03:00', '2026-03-08T07:00:00Z'],
    ['2027-03-14', '03:00', '2027-03-14T07:00:00Z'],
    ['2026-11-01', '00:59', '2026-11-01T04:59:00Z'],
    ['2026-11-01', '02:00', '2026-11-01T07:00:00Z'],
    ['2028-02-29', '23:59', '2028-03-01T04:59:00Z'],
  ])('U7 %s at %s is %s', (date, time, expected) => {
    expect(toInstant({ date, time })).toEqual({ ok: true, instant: utc(expected) });
    expect(toLocal(utc(expected))).toEqual({ date, time });
  });

  it.each([['2026-03-08', '2026-03-08T07:30:00Z'], ['2027-03-14', '2027-03-14T07:30:00Z']])('U7 Z10 says that 02:30 does not exist on %s', (date, next) => {
    expect(toInstant({ date, time: '02:30' })).toEqual({ ok: false, reason: 'skipped', next: utc(next) });
  });

  it('U7 Z10 says that 01:30 comes twice on 2026-11-01', () => {
    expect(toInstant({ date: '2026-11-01', time: '01:30' })).toEqual({ ok: false, reason: 'repeated', first: utc('2026-11-01T05:30:00Z'), second: utc('2026-11-01T06:30:00Z') });
    expect(isRepeatedHour(utc('2026-11-01T06:30:00Z'))).toBe(true);
    expect(isRepeatedHour(utc('2026-11-01T07:00:00Z'))).toBe(false);
  });

  it.each([['2026-02-30', '09:00'], ['2026-13-01', '09:00'], ['2026-11-24', '24:00'], ['2026-11-24', '9:00'], ['24/11/2026', '09:00'], ['', '']])('refuses « %s » « %s »', (date, time) => {
    expect(toInstant({ date, time })).toEqual({ ok: false, reason: 'invalid' });
  });

  it('U7 the clock of each instant leads back to it, or to its twin', () => {
    fc.assert(fc.property(aMinute, (instant) => {
      const back = toInstant(toLocal(instant));
      if (back.ok) expect(back.instant).toBe(instant);
      else expect(back).toMatchObject({ reason: 'repeated' });
      expect(Math.abs(fromWall(toWall(instant)) - instant)).toBeLessThanOrEqual(back.ok ? 0 : 3_600_000);
    }));
  });

  it.each([
    ['2026-11-24T14:00:00Z', '2026-11-23T14:00:00Z', 'an ordinary day'],
    ['2026-11-01T14:00:00Z', '2026-10-31T13:00:00Z', 'the day that clocks go back: 25 hours'],
    ['2026-11-02T14:00:00Z', '2026-11-01T14:00:00Z', 'the day after'],
    ['2027-03-14T13:00:00Z', '2027-03-13T14:00:00Z', 'the day that clocks go forward: 23 hours'],
    ['2027-03-15T06:30:00Z', '2027-03-14T07:30:00Z', 'an hour that the day before skipped'],
    ['2026-11-02T06:30:00Z', '2026-11-01T05:30:00Z', 'an hour that the day before had twice'],
  ])('S0-31 the reminder of %s goes at %s: %s', (start, reminder) => {
    expect(oneDayBefore(utc(start))).toBe(utc(reminder));
  });

  it('a local day keeps its hour, and days begin at midnight', () => {
    expect(addLocalDays(utc('2026-10-31T13:00:00Z'), 2)).toBe(utc('2026-11-02T14:00:00Z'));
    expect(startOfDay(utc('2026-11-01T20:00:00Z'))).toBe(utc('2026-11-01T04:00:00Z'));
    expect(startOfDay(utc('2026-11-01T20:00:00Z'), 1) - startOfDay(utc('2026-11-01T20:00:00Z'))).toBe(25 * 3_600_000);
    expect(startOfDay(utc('2027-03-14T20:00:00Z'), 1) - startOfDay(utc('2027-03-14T20:00:00Z'))).toBe(23 * 3_600_000);
  });
});

describe('periods', () => {
  it.each([
    ['month', '2026-11-24T14:00:00Z', '2026-11-01T04:00:00Z', '2026-12-01T05:00:00Z'],
    ['quarter', '2026-11-24T14:00:00Z', '2026-10-01T04:00:00Z', '2027-01-01T05:00:00Z'],
    ['fiscalYear', '2026-11-24T14:00:00Z', '2026-04-01T04:00:00Z', '2027-04-01T04:00:00Z'],
    ['fiscalYear', '2027-03-31T23:59:59Z', '2026-04-01T04:00:00Z', '2027-04-01T04:00:00Z'],
    ['fiscalYear', '2027-04-01T03:59:59Z', '2026-04-01T04:00:00Z', '2027-04-01T04:00:00Z'],
    ['fiscalYear', '2027-04-01T04:00:00Z', '2027-04-01T04:00:00Z', '2028-04-01T04:00:00Z'],
    ['calendarYear', '2026-01-01T04:59:59Z', '2025-01-01T05:00:00Z', '2026-01-01T05:00:00Z'],
    ['calendarYear', '2026-01-01T05:00:00Z', '2026-01-01T05:00:00Z', '2027-01-01T05:00:00Z'],
  ] as const)('the %s of %s runs from %s to %s', (period, instant, start, end) => {
    expect([startOfPeriod(period, utc(instant)), endOfPeriod(period, utc(instant))]).toEqual([utc(start), utc(end)]);
  });

  it('each instant is in its period, and periods follow each other without a gap', () => {
    fc.assert(fc.property(fc.constantFrom(...periods), anInstant, (period, instant) => {
      const [start, end] = [startOfPeriod(period, instant), endOfPeriod(period, instant)];
      expect(start <= instant && instant < end).toBe(true);
      expect(startOfPeriod(period, end)).toBe(end);
      expect(endOfPeriod(period, start - 1)).toBe(start);
      expect(toLocal(start).time).toBe('00:00');
    }));
  });
});

describe('what people read', () => {
  const start = utc('2026-11-24T14:00:00Z');

  it('U7 writes days and hours in the French of Canada', () => {
    expect(plain(formatInstant(start, 'fr'))).toBe('mardi 24 novembre 2026 à 09 h 00');
    expect(plain(formatDay(start, 'fr'))).toBe('mardi 24 novembre 2026');
    expect(plain(formatHour(start, 'fr'))).toBe('09 h 00');
    expect(plain(formatShortDay(start, 'fr'))).toBe('24 nov. 2026');
    expect(plain(formatRange(start, start + 5_400_000, 'fr'))).toBe('mardi 24 novembre 2026, de 09 h 00 à 10 h 30');
    expect(plain(formatRange(start, start + 86_400_000, 'fr'))).toBe('du mardi 24 novembre 2026 à 09 h 00 au mercredi 25 novembre 2026 à 09 h 00');
  });

  it('U7 writes the first of a month as French does, and no other day', () => {
    expect(plain(formatDay(utc('2026-12-01T14:00:00Z'), 'fr'))).toBe('mardi 1er décembre 2026');
    expect(plain(formatShortDay(utc('2026-04-01T14:00:00Z'), 'fr'))).toBe('1er avr. 2026');
    expect(plain(formatRange(utc('2027-01-01T14:00:00Z'), utc('2027-01-01T15:00:00Z'), 'fr'))).toBe('vendredi 1er janvier 2027, de 09 h 00 à 10 h 00');
    for (const day of ['11', '21', '31']) expect(plain(formatShortDay(utc(`2026-12-${day}T14:00:00Z`), 'fr'))).toBe(`${day} déc. 2026`);
    expect(plain(formatDay(utc('2026-12-01T14:00:00Z'), 'en'))).toBe('Tuesday, December 1, 2026');
  });

  it('U7 writes days and hours in the English of Canada', () => {
    expect(plain(formatInstant(start, 'en'))).toBe('Tuesday, November 24, 2026 at 9:00 a.m.');
    expect(plain(formatRange(start, start + 5_400_000, 'en'))).toBe('Tuesday, November 24, 2026, from 9:00 a.m. to 10:30 a.m.');
  });

  it('U7 says which of the two when an hour comes twice', () => {
    expect(plain(formatHour(utc('2026-11-01T05:30:00Z'), 'fr'))).toBe('01 h 30 HAE');
    expect(plain(formatHour(utc('2026-11-01T06:30:00Z'), 'fr'))).toBe('01 h 30 HNE');
  });

  it.each([
    [0, '0 min', '0 min'], [29_999, '0 min', '0 min'], [2_700_000, '45 min', '45 min'], [43_200_000, '12 h', '12 h'], [16_200_000, '4 h 30', '4 h 30 min'], [3_900_000, '1 h 05', '1 h 05 min'],
    [-5_400_000, '−1 h 30', '−1 h 30 min'], [1234 * 3_600_000, '1 234 h', '1,234 h'],
  ])('U7 writes %d ms as « %s » and « %s »', (milliseconds, inFrench, inEnglish) => {
    expect(plain(formatDuration(milliseconds, 'fr'))).toBe(inFrench);
    expect(plain(formatDuration(milliseconds, 'en'))).toBe(inEnglish);
  });
});

describe('what people and portals write', () => {
  const now = Date.UTC(2026, 10, 21, 17);
  const two = (part: number): string => String(part).padStart(2, '0');
  const parseDate = (text: string): string | null => {
    const day = parseDay(text, now);
    return day && `${String(day.year)}-${two(day.month)}-${two(day.day)}`;
  };
  const parseTime = (text: string): string | null => {
    const [minutes] = parseTimes(text);
    return minutes === undefined ? null : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  };

  it.each([
    '2026-11-24', '2026/11/24', '24/11/2026', '24-11-2026', '24.11.2026', 'mardi 24 novembre 2026 - 09:00', 'MARDI 24 NOVEMBRE 2026', '24 nov. 2026', '2026-11-24T09:00', 'le 24 novembre 2026 à 9 h',
    'Tuesday, November 24, 2026 at 9:00 a.m.', 'Nov 24th, 2026', 'Tuesday, 24 November 2026', '24th of November, 2026', '2026\u201111\u201124',
  ])('T11 U7 reads the day in « %s »', (text) => {
    expect(parseDate(text)).toBe('2026-11-24');
  });

  it.each([['1er avril 2026', '2026-04-01'], ['3 août 2026', '2026-08-03'], ['14 févr. 2026', '2026-02-14'], ['1 mars 2026', '2026-03-01'], ['1 mai 2026', '2026-05-01'], ['30 juin 2026', '2026-06-30'], ['1 juillet 2026', '2026-07-01'], ['24 décembre 2026', '2026-12-24'], ['14 Feb 2026', '2026-02-14'], ['1 May 2026', '2026-05-01']])(
    'T11 reads « %s » as %s', (text, date) => {
      expect(parseDate(text)).toBe(date);
    },
  );

  it.each(['', '31/02/2026', '2026-00-10', '24/11/26', 'demain', '32 janvier 2026', '12 brumaire 2026', '1234-5678'])('reads no day in « %s »', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it.each([
    ['09:00', '09:00'], ['9:00', '09:00'], ['9 h', '09:00'], ['9h', '09:00'], ['09 h 00', '09:00'], ['9h30', '09:30'], ['9\u00a0h\u00a030', '09:30'], ['09:00:30', '09:00'], ['0:05', '00:05'], ['23 heures', '23:00'],
    ['2:30 p.m.', '14:30'], ['12:15 am', '00:15'], ['12 pm', '12:00'], ['mardi 24 novembre 2026 - 09:00', '09:00'], ['2026-11-24 14:30', '14:30'], ['24/11/2026 9 h 15', '09:15'],
  ])('T11 U7 reads the hour in « %s » as %s', (text, time) => {
    expect(parseTime(text)).toBe(time);
  });

  it.each(['', '9:60', '9', '25 h', '13 pm', 'midi', '2026-11-24', '9:5'])('reads no hour in « %s »', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('takes the nearest year when none is written, and midnight at the end of a day', () => {
    expect(parseDate('3 avril')).toBe('2027-04-03');
    expect(parseTime('24:00')).toBe('24:00');
  });

  it('takes a weekday cut short for no English month', () => {
    expect(parseDate('mar. 24')).toBeNull();
    expect(parseDate('mar. 24 novembre')).toBe('2026-11-24');
  });

  it('reads the month first only where the shapes say so', () => {
    expect(parseDay('11/24/2026', now)).toBeNull();
    expect(parseDay('11/24/2026', now, new Set(['monthFirst']))).toEqual({ year: 2026, month: 11, day: 24 });
    expect(parseDay('24 novembre 2026', now, new Set(['monthFirst']))).toBeNull();
    expect(parseTimes('9 h', new Set(['colon']))).toEqual([]);
  });

  it('U7 reads back what it writes', () => {
    fc.assert(fc.property(aMinute, fc.constantFrom('fr' as const, 'en' as const), (instant, language) => {
      const text = formatInstant(instant, language);
      expect({ date: parseDate(text), time: parseTime(text) }).toEqual(toLocal(instant));
    }));
  });
});
