import { describe, expect, it } from 'vitest';
import { markup, portalOn, show } from '../pages.ts';

/** From 23:00 to 01:00 by Toronto's clock. */
const night = { start: Date.UTC(2026, 10, 25, 4), end: Date.UTC(2026, 10, 25, 6) };

describe('a booking over midnight, whose day is said once', () => {
  const late = (html: string): string => html.replace('2026-11-24 09:00', '2026-11-24 23:00').replace('2026-11-24 10:30', '01:00');

  it('T4 ends the next day in the list', () => {
    expect(portalOn(show(late(markup('classic/list')))).readList()?.reading.bookings[0]).toMatchObject(night);
  });

  it('T4 ends the next day on its own page', () => {
    expect(portalOn(show(late(markup('classic/detail')))).readDetail()).toMatchObject(night);
  });

  it('T4 ends the next day in the grid', () => {
    const page = markup('classic/calendar').replace('<span>09:00 - 10:30</span>', '<span>23:00 - 01:00</span>');
    expect(portalOn(show(page)).readGrid()?.reading.bookings.map(({ start, end }) => ({ start, end }))).toContainEqual(night);
  });

  it('T4 ends on the day that its end says, when it says one', () => {
    const page = (html: string): string => html.replace('2026-11-24 09:00', '2026-11-24 23:00').replace('2026-11-24 10:30', '2026-11-25 01:00');
    expect(portalOn(show(page(markup('classic/detail')))).readDetail()).toMatchObject(night);
  });
});
