import { describe, expect, it } from 'vitest';
import { markup, portalOn, show } from '../pages.ts';

const list = (change: (html: string) => string) => portalOn(show(change(markup('classic/list')))).readList()?.reading.bookings[0];
const grid = (change: (html: string) => string, family = 'classic') => portalOn(show(change(markup(`${family}/calendar`)))).readGrid()?.reading.bookings[0];

describe('how surely a booking was read', () => {
  it('is not mentioned when everything was simply read', () => {
    expect(list((html) => html)).not.toHaveProperty('doubts');
  });

  it.each([
    ['T15 a title that was cut', 'titleCut', (html: string) => html.replace('<td>Forum des cadres</td>', '<td>Forum des ca…</td>')],
    ['T10 a status that only an icon shows', 'statusByMark', (html: string) => html.replace('<span class="statut s3" title="À approuver">●</span> À approuver', '<span class="statut s3">●</span>')],
    ['a day without its year', 'yearGuessed', (html: string) => html.replace('2026-11-24 09:00', '24 novembre 9 h').replace('2026-11-24 10:30', '10 h 30')],
    ['a number that only the address says', 'numberByLink', (html: string) => html.replace('<td>104200</td>', '<td></td>')],
  ])('says %s', (_, doubt, change) => {
    expect(list(change)).toMatchObject({ number: '104200', start: Date.UTC(2026, 10, 24, 14), status: 'pending', doubts: [doubt] });
  });

  it('says hours that were told by the place in the grid', () => {
    const booking = grid((html) => html.replaceAll(/ <span>\d\d:00 - \d\d:\d0<\/span>/gu, '').replaceAll('class="resa ', 'class="reservation '));
    expect(booking).toMatchObject({ start: Date.UTC(2026, 10, 24, 14), end: Date.UTC(2026, 10, 24, 15, 30) });
    expect(booking?.doubts).toContain('hoursByPlace');
  });

  it('takes no day at all where two are said and nothing decides', () => {
    const two = (html: string): string => html.replace('<div class="day">mardi 24 novembre 2026</div>', '<div class="day">mardi 24 novembre 2026</div><div>mercredi 25 novembre 2026</div>');
    const shown = show(two(markup('boxes/calendar')));
    expect(portalOn(shown).readGrid()).toBeNull();
    expect(portalOn(shown, { url: 'https://x.test/?date=2026-11-24' }).readGrid()?.reading.bookings[0]?.start).toBe(Date.UTC(2026, 10, 24, 14));
  });
});
