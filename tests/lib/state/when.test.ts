import { describe, expect, it } from 'vitest';
import { ageText, momentText } from '../../../lib/state/when.ts';

const at = (time: string) => Date.parse(`${time}-05:00`);
const NOW = at('2026-11-25T09:00:00');

describe('how long ago something was read', () => {
  it.each([
    ['2026-11-25T08:59:01', 'à l’instant', 'just now'],
    ['2026-11-25T09:05:00', 'à l’instant', 'just now'],
    ['2026-11-25T08:58:01', 'il y a 1 minute', '1 minute ago'],
    ['2026-11-25T08:00:01', 'il y a 59 minutes', '59 minutes ago'],
    ['2026-11-25T06:00:01', 'il y a 2 heures', '2 hours ago'],
    ['2026-11-24T09:00:01', 'il y a 23 heures', '23 hours ago'],
  ])('%s is « %s »', (instant, french, english) => {
    expect([ageText(at(instant), NOW, 'fr'), ageText(at(instant), NOW, 'en')].map((text) => text.replaceAll('\u00a0', ' '))).toEqual([french, english]);
  });

  it('U7 is « hier » by Toronto’s calendar, and « avant-hier » although two whole days have not gone by', () => {
    const said = ['2026-11-24T09:00:00', '2026-11-24T00:00:00', '2026-11-23T23:59:59', '2026-11-23T10:00:00'].map((instant) => ageText(at(instant), NOW, 'fr'));
    expect(said).toEqual(['hier', 'hier', 'avant-hier', 'avant-hier']);
    expect(ageText(at('2026-11-18T22:00:00'), NOW, 'fr')).toBe('il y a 7 jours');
  });
});

describe('a moment next to now', () => {
  it('U7 names its day when it is not today’s in Toronto', () => {
    expect(momentText(at('2026-11-25T23:30:00'), NOW, 'fr')).toBe('à\u00a023\u00a0h\u00a030');
    expect(momentText(at('2026-11-26T00:30:00'), NOW, 'fr').replaceAll('\u00a0', ' ')).toBe('le 26 novembre à 00 h 30');
  });
});
