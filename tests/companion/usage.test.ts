/** The use of a service as the companion tells it: sums, bookings behind them, a page to print. */
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../lib/contract/answer.ts';
import { usageAnswer, usageBookingsAnswer, usagePageAnswer, type UsageAnswer, type UsageBookingsAnswer, type UsagePageAnswer, type UsagePageRequest } from '../../lib/contract/usage.ts';
import { runUsage } from '../../companion/commands/usage.ts';
import { readEnvironment } from '../../companion/environment.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import type { Client, World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const YEAR = 'from=2026-04-01T04:00:00Z&to=2027-04-01T04:00:00Z';
const iles = { id: 'cisss-iles', name: 'CISSS des Îles' };

/** Approved 1 h 30 of one establishment, asked 1 h 30 of it, approved 3 h of another, refused 1 h 30. */
async function filled(): Promise<{ here: World; approver: Client }> {
  const here = await startOwnWorld();
  const approver = await here.person('approver');
  await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
  await approver.send(eventOf('booking.requested', bookingAt(START + DAY, { number: '2026-0014' }), { at: MONDAY }));
  await approver.send(eventOf('booking.approved', bookingAt(START + 2 * DAY, { number: '2026-0015', name: '<script>alert(1)</script>', establishment: iles, end: new Date(START + 2 * DAY + 3 * HOUR).toISOString() }), { at: MONDAY }));
  await approver.send(eventOf('booking.rejected', bookingAt(START + 3 * DAY, { number: '2026-0016' }), { at: MONDAY }));
  await here.companion.idle();
  return { here, approver };
}

const question = (changes: Partial<UsagePageRequest> = {}): UsagePageRequest => ({
  service: { id: 'web5000', name: 'Licence ZOOM Web5000', quota: { unit: 'hours', total: 90 } },
  roster: null, from: '2026-04-01T04:00:00Z', to: '2027-04-01T04:00:00Z', language: 'fr', ...changes,
});

describe('GET /v1/usage', () => {
  it('F02 says hours or counts, of a period by Toronto’s clock', async () => {
    const { approver } = await filled();
    const { body } = await approver.get<UsageAnswer>('/v1/usage?service=web5000&period=fiscalYear');
    expect(usageAnswer.parse(body)).toMatchObject({ unit: 'hours', from: '2026-04-01T04:00:00.000Z', to: '2027-04-01T04:00:00.000Z', total: { used: 4.5 * HOUR, requested: 1.5 * HOUR, bookings: 3, notHeld: 0 } });
    expect(body.rows.map(({ establishment, used, requested, partOfUse }) => [establishment?.id, used, requested, partOfUse])).toEqual([['cisss-iles', 3 * HOUR, 0, 667], ['iucpq', 1.5 * HOUR, 1.5 * HOUR, 333]]);
    const counted = (await approver.get<UsageAnswer>('/v1/usage?service=web5000&period=month&at=2026-11-24T00:00:00Z&unit=count')).body;
    expect(counted.total).toEqual({ used: 2, requested: 1, bookings: 3, notHeld: 0 });
    expect((await approver.get<UsageAnswer>('/v1/usage?service=web5000&period=month&at=2026-10-24T00:00:00Z')).body.total.bookings).toBe(0);
  });

  it.each(['period=week', 'unit=days', 'from=yesterday', `${YEAR}&service=../x`, 'period=month&at=soon', 'from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z'])('refuses %s with a problem document', async (query) => {
    const here = await startOwnWorld();
    const approver = await here.person('approver');
    const service = query.includes('service=') ? '' : 'service=web5000&';
    const refused = await approver.get<Problem>(`/v1/usage?${service}${query}`);
    expect([refused.status, refused.body.code]).toEqual([400, 'period']);
  });
});

describe('GET /v1/usage/bookings', () => {
  it('lists by start, without a person’s name or address, for whoever sees all', async () => {
    const { approver } = await filled();
    const { body } = await approver.get<UsageBookingsAnswer>(`/v1/usage/bookings?service=web5000&${YEAR}`);
    expect(usageBookingsAnswer.parse(body).bookings.map(({ number, status }) => [number, status])).toEqual([['2026-0012', 'approved'], ['2026-0014', 'pending'], ['2026-0015', 'approved'], ['2026-0016', 'rejected']]);
    expect(JSON.stringify(body)).not.toMatch(/Gagné|@/u);
  });

  it('gives a representative those of his establishment only, and nothing without one', async () => {
    const { here } = await filled();
    const own = await here.person('representative', { establishmentId: 'cisss-iles', email: 'iles@exemple.test' });
    const nobody = await here.person('representative', { email: 'rien@exemple.test' });
    expect((await own.get<UsageBookingsAnswer>(`/v1/usage/bookings?service=web5000&${YEAR}`)).body.bookings.map(({ number }) => number)).toEqual(['2026-0015']);
    expect((await nobody.get<UsageBookingsAnswer>(`/v1/usage/bookings?service=web5000&${YEAR}`)).body.bookings).toEqual([]);
  });

  it('takes no cursor that it did not give', async () => {
    const { approver } = await filled();
    expect((await approver.get<Problem>(`/v1/usage/bookings?service=web5000&${YEAR}&after=1.%20or%201`)).status).toBe(400);
  });
});

describe('the page to print', () => {
  it('opens without a key through an address that is worth nothing a quarter of an hour later', async () => {
    const { here } = await filled();
    const admin = await here.person('admin');
    const { status, body } = await admin.post<UsagePageAnswer>('/v1/usage/pages', question());
    expect(status).toBe(201);
    expect(usagePageAnswer.parse(body).link).toMatch(/\/u\/[\w-]{43}$/u);
    expect(body.link).not.toContain(admin.id);
    const page = await fetch(body.link);
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('Utilisation partagée\u00a0: Licence ZOOM Web5000');
    expect(text).toContain('1\u00a0h\u00a030 sur 10\u00a0h');
    // Source and hour, by Toronto's clock.
    expect(text.replace(/\s+/gu, ' ')).toMatch(/Registre du compagnon, lu le lundi 23 novembre 2026 à 09 h 00/u);
    expect(text).not.toMatch(/Gagné|alert\(1\)|Journée régionale|<script|<a |<link|<img/u);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/u);
    here.clock.advance(15 * 60_000);
    expect((await fetch(body.link)).status).toBe(404);
  });

  it('tells a forged, an expired and a cut address alike, and soon tires of them', async () => {
    const { here } = await filled();
    const forged = `${here.companion.url}/u/${'A'.repeat(43)}`;
    const texts = await Promise.all([forged, `${here.companion.url}/u/short`].map(async (address) => (await fetch(address)).text()));
    expect(new Set(texts).size).toBe(1);
    for (let times = 2; times < 10; times += 1) expect((await fetch(forged)).status).toBe(404);
    expect((await fetch(forged)).status).toBe(429);
  });

  it('is given out to people of the CCT only, and keeps no token in the ledger', async () => {
    const { here, approver } = await filled();
    const representative = await here.person('representative', { establishmentId: 'iucpq' });
    expect((await representative.post<Problem>('/v1/usage/pages', question())).body.code).toBe('forbidden');
    expect((await approver.post<Problem>('/v1/usage/pages', question({ from: '2027-04-01T04:00:00Z', to: '2026-04-01T04:00:00Z' }))).status).toBe(400);
    expect((await approver.post<Problem>('/v1/usage/pages', { ...question(), more: 1 })).status).toBe(422);
    const { body } = await approver.post<UsagePageAnswer>('/v1/usage/pages', question());
    expect(await here.databaseBytes()).not.toContain(body.link.slice(-43));
  });

  it('shows text of the settings as text', async () => {
    const { approver } = await filled();
    const named = question({ service: { id: 'web5000', name: '<img src=x onerror=alert(1)>', quota: { unit: 'hours', total: null } }, roster: [{ id: 'iucpq', name: '"><script>alert(2)</script>', aliases: [], weight: 1, fixed: null, state: 'active' }] });
    const { body } = await approver.post<UsagePageAnswer>('/v1/usage/pages', named);
    const text = await (await fetch(body.link)).text();
    expect(text).not.toMatch(/<img|<script/u);
    expect(text).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  it('is also given by the command line: an address, or a file', async () => {
    const { here } = await filled();
    await here.companion.idle();
    const environment = readEnvironment(here.variables);
    const said: string[] = [];
    const print = (text: string): void => void said.push(text);
    await runUsage({ environment, words: ['--service', 'web5000', '--at', '2026-11-24'], print });
    expect(said[0]).toMatch(/15 minutes.*\n.*\/u\/[\w-]{43}$/u);
    const file = join(tmpdir(), `passerelle-usage-${process.pid}.html`);
    await runUsage({ environment, words: ['--service', 'web5000', '--at', '2026-11-24', '--file', file], print });
    expect(await readFile(file, 'utf8')).toContain('IUCPQ');
    await expect(runUsage({ environment, words: [], print })).rejects.toThrow('--service');
    await expect(runUsage({ environment, words: ['--service', 'web5000', '--at', '24/11/2026'], print })).rejects.toThrow('AAAA-MM-JJ');
  });
});
