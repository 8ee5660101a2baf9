import '../browser.ts';
import { describe, expect, it } from 'vitest';
import { makeUsagePage, readUsageBookings } from '../../../lib/background/usage.ts';
import type { UsageBooking } from '../../../lib/contract/usage.ts';
import { answeringCompanion } from './answering-companion.ts';
import { problem } from './support.ts';

const companion = await answeringCompanion('marc-1');
const { ports } = companion;
const period = { service: 'web5000', from: '2026-04-01T04:00:00.000Z', to: '2027-04-01T04:00:00.000Z' };
const READ_AT = '2026-11-23T14:00:00.000Z';
const page = { link: 'https://compagnon.exemple.test/u/page', expires: READ_AT };

const booking = (number: string): UsageBooking => ({
  portal: 'iris', number, resource: 'Licence ZOOM Web5000', name: 'Comité régional', start: '2026-11-24T14:00:00.000Z', end: '2026-11-24T15:00:00.000Z', status: 'approved',
  establishment: { id: 'iucpq', name: 'IUCPQ' }, participants: 40, attendance: null, holding: 'held',
});

describe('E-2 the bookings behind the use', () => {
  const ofPages = (last: number) => (url: URL) => {
    const number = Number(url.searchParams.get('after') ?? 1);
    return Response.json({ bookings: [booking(String(number))], next: number < last ? String(number + 1) : null, at: READ_AT });
  };

  it('are read to the last page, of one service and one period', async () => {
    companion.answer = ofPages(3);
    expect(await readUsageBookings(ports, period)).toEqual({ ok: true, bookings: ['1', '2', '3'].map(booking), at: READ_AT });
    const question = new URLSearchParams(period).toString();
    expect(companion.asked.map(({ path }) => path)).toEqual(['', '&after=2', '&after=3'].map((after) => `/v1/usage/bookings?${question}${after}`));
  });

  it('are nothing at all when one page does not come: half a list would say that the rest is absent', async () => {
    companion.answer = (url) => (url.searchParams.get('after') === '2' ? problem(503, 'unavailable') : ofPages(3)(url));
    expect(await readUsageBookings(ports, period)).toMatchObject({ ok: false, code: 'busy' });
  });

  it('are asked for 200 pages at most, and then said to be too many', async () => {
    companion.answer = ofPages(201);
    expect(await readUsageBookings(ports, period)).toEqual({ ok: false, code: 'tooLarge', detail: null });
    expect(companion.asked).toHaveLength(200);
    companion.answer = ofPages(200);
    expect(await readUsageBookings(ports, period)).toMatchObject({ ok: true });
  });
});

describe('E-2 the page to print', () => {
  const question = { service: { id: 'web5000', name: 'Licence Zoom Web5000', quota: { unit: 'hours' as const, total: null } }, roster: null, from: period.from, to: period.to, language: 'fr' as const };

  it('is the companion’s own, until it expires', async () => {
    companion.answer = () => Response.json(page);
    expect(await makeUsagePage(ports, question)).toEqual({ ok: true, page });
  });

  it('is not made for whoever may not see the use, and says so', async () => {
    companion.answer = () => problem(403, 'forbidden');
    expect(await makeUsagePage(ports, question)).toMatchObject({ ok: false, code: 'role' });
  });
});
