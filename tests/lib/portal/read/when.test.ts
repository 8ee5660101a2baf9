import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeIn, saysOnlyHours, toRange } from '../../../../lib/portal/read/range.ts';
import { findOnlyDay, parseDay, parseDuration, parseMoment, parseTime, parseTimes, toInstant, toLocal } from '../../../../lib/portal/read/when.ts';
import { NOW } from '../pages.ts';

const day = { year: 2026, month: 11, day: 24 };

describe('days', () => {
  it.each(['2026-11-24', '2026-11-24T09:00', '24/11/2026', '24-11-2026', '24.11.2026', '2026/11/24', '24 novembre 2026', 'mardi 24 novembre 2026 - 09:00', 'MARDI 24 NOVEMBRE 2026', '24 nov. 2026', 'Le 24 NOVembre 2026 à 9 h'])('T11 reads « %s »', (text) => {
    expect(parseDay(text, NOW)).toEqual(day);
  });

  it('takes the nearest year when a day head has none', () => {
    expect(parseDay('03 Avril', NOW)).toEqual({ year: 2027, month: 4, day: 3 });
    expect(parseDay('24 Novembre', NOW)).toEqual(day);
    expect(parseDay('1er janvier', NOW)).toEqual({ year: 2027, month: 1, day: 1 });
    expect(parseDay('15 août', NOW)?.year).toBe(2026);
  });

  it.each(['', '31/02/2026', '2026-13-01', '24/11', '104200', '09:00', 'mai', '1234-56-78', '2026-11-2412', 'x'.repeat(10_000)])('reads no day in « %s »', (text) => {
    expect(parseDay(text, NOW)).toBeNull();
  });

  it('takes a week’s heading, or a day with hours beside it, for no single day', () => {
    expect(findOnlyDay('Le mardi 24 novembre 2026', NOW)?.day).toEqual(day);
    for (const text of ['du 23 au 27 novembre 2026', 'mardi 24 novembre 2026 - 09:00', 'Mis à jour le 24 novembre 2026']) expect([text, findOnlyDay(text, NOW)]).toEqual([text, null]);
  });

  it('reads back every day of every shape', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-02'), max: new Date('2200-12-30'), noInvalidDate: true }), (date) => {
        const expected = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        const long = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'full', timeZone: 'UTC' }).format(date);
        const medium = new Intl.DateTimeFormat('fr-CA', { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
        const slash = new Intl.DateTimeFormat('fr-FR', { timeZone: 'UTC' }).format(date);
        for (const text of [date.toISOString().slice(0, 10), long, medium, slash]) expect(parseDay(text, NOW)).toEqual(expected);
      }),
    );
  });
});

describe('hours', () => {
  it.each([['09:00', 540], ['9:00', 540], ['9 h', 540], ['09 h 00', 540], ['9h30', 570], ['9 h 30', 570], ['09:30:00', 570], ['24:00', 1440], ['00:00', 0], ['2:30 p.m.', 870], ['12:15 am', 15], ['32400', 540], ['9', 540], ['16 heures 45', 1005]])('T4 reads « %s » as %i minutes', (text, minutes) => {
    expect(parseTime(text)).toBe(minutes);
  });

  it.each(['', 'neuf heures', '25:00', '9:75', '45', '86461', '2026', '104200'])('reads no hour in « %s »', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  it('never takes a date for an hour', () => {
    expect(parseTimes('24/11/2026')).toEqual([]);
    expect(parseTimes('2026-11-24 09:00')).toEqual([540]);
    expect(parseMoment('mardi 24 novembre 2026 - 09:00', NOW)).toEqual({ day, minutes: 540 });
  });

  it.each(['9 h - 10 h 30', '9 h – 10 h 30', '9h-10h30', '09 h / 10 h 30', '9 heures – 10 heures 30'])('T11 reads two hours in « %s », and not the second as minutes of the first', (text) => {
    expect(toRange(text)).toEqual({ start: 540, end: 630 });
  });

  it.each([['09:00 - 10:30', 540, 630], ['de 9 h à 10 h 30', 540, 630], ['9h00–10h30', 540, 630], ['09:00 → 10:30', 540, 630]])('reads the range « %s »', (text, start, end) => {
    expect(toRange(text)).toEqual({ start, end });
  });

  it.each(['09:00', '9 h, 10 h ou 11 h', '09:00 - 09:00', 'x'.repeat(1000)])('reads no range in « %s »', (text) => {
    expect(toRange(text)).toBeNull();
  });

  it('knows hours from a title that names some', () => {
    expect(['09:00 - 10:30', 'de 9 h à 10 h 30', '9 heures'].map(saysOnlyHours)).toEqual([true, true, true]);
    expect(['Comité de 10 h', 'Réunion 9 h - 10 h', '24 nov. 9 h', ''].map(saysOnlyHours)).toEqual([false, false, false, false]);
    expect(rangeIn('Réunion 9 h - 10 h • 13 h à 15 h • Approuvée')).toEqual({ start: 780, end: 900 });
    expect(rangeIn('Réunion 9 h - 10 h')).toBeNull();
  });

  it.each([['90 minutes', '', 90], ['1 h 30', '', 90], ['1,5', 'heures', 90], ['2', 'heures', 120], ['45', 'minutes', 45], ['1', 'jours', 1440], ['1:30', '', 90], ['2 h', '', 120]])('T4 reads the duration « %s » %s', (text, unit, minutes) => {
    expect(parseDuration(text, unit)).toBe(minutes);
  });

  it('reads no duration without a unit', () => {
    expect(parseDuration('2')).toBeNull();
    expect(parseDuration('long', 'heures')).toBeNull();
  });
});

describe('instants of Toronto', () => {
  it('knows winter from summer', () => {
    expect(toInstant(day, 540)).toBe(Date.parse('2026-11-24T14:00Z'));
    expect(toInstant({ year: 2026, month: 7, day: 2 }, 540)).toBe(Date.parse('2026-07-02T13:00Z'));
    expect(toInstant(day, 1440)).toBe(Date.parse('2026-11-25T05:00Z'));
  });

  it('moves an hour that the spring change skips, and takes the first of two in autumn', () => {
    expect(toLocal(toInstant({ year: 2027, month: 3, day: 14 }, 150))).toEqual({ day: { year: 2027, month: 3, day: 14 }, minutes: 210 });
    expect(toInstant({ year: 2026, month: 11, day: 1 }, 90)).toBe(Date.parse('2026-11-01T05:30Z'));
    expect(toInstant({ year: 2026, month: 11, day: 1 }, 150)).toBe(Date.parse('2026-11-01T07:30Z'));
  });

  it('goes there and back for every quarter of an hour that exists', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 * 365 * 96 }), (quarters) => {
        const instant = Date.UTC(2000, 0, 1) + quarters * 900_000;
        const local = toLocal(instant);
        const back = toInstant(local.day, local.minutes);
        expect(back === instant || instant - back === 3_600_000).toBe(true);
      }),
    );
  });
});
