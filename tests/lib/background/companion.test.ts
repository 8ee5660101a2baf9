import { fakeBrowser, resetBrowser } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { meAnswer } from '../../../lib/contract/answer.ts';
import { waitBefore, readRetryAfter } from '../../../lib/background/backoff.ts';
import { askCompanion, problemOf, type CompanionPorts } from '../../../lib/background/companion.ts';
import { FOLLOW_ALARM, followLedger, isAtWork, refreshLedger, scheduleFollow } from '../../../lib/background/ledger.ts';
import { takeKey, verifyCompanion } from '../../../lib/background/verify.ts';
import { clockOffsetStore } from '../../../lib/state/clock-store.ts';
import { importPersonKey, keyInfoStore } from '../../../lib/state/keys.ts';
import { ledgerStore, withBooking } from '../../../lib/state/ledger-store.ts';
import { NOW, ofLedger } from '../samples.ts';
import { fakeCompanion, memorySafe, problem, SECRET, type FakeCompanion } from './support.ts';

let companion: FakeCompanion;
const key = await importPersonKey(`marc-1:${SECRET}`);
const ports = (change: Partial<CompanionPorts> = {}): CompanionPorts => ({
  fetch: companion.fetch,
  now: () => NOW,
  address: () => Promise.resolve('https://compagnon.exemple.test/passerelle'),
  key: () => Promise.resolve(key),
  ...change,
});
const askMe = (change: Partial<CompanionPorts> = {}) => askCompanion(ports(change), { method: 'GET', path: 'v1/me', id: 'read_1' }, meAnswer);

beforeEach(() => {
  resetBrowser();
  companion = fakeCompanion();
});

describe('a request to the companion', () => {
  it('is signed, and its path is under the companion’s address', async () => {
    companion.next = [];
    const answer = await askMe({ address: () => Promise.resolve('https://compagnon.exemple.test') });
    expect(answer).toMatchObject({ ok: true, value: { name: 'Marc Pelletier' } });
    await askMe();
    expect(companion.requests.map(({ path }) => path)).toEqual(['/v1/me', '/passerelle/v1/me']);
  });

  it('carries no cookie, follows no redirection and gives no referrer', async () => {
    let seen: RequestInit = {};
    await askMe({
      fetch: (_input, init) => {
        seen = init ?? {};
        return Promise.resolve(problem(404, 'not_found'));
      },
    });
    expect(seen).toMatchObject({ credentials: 'omit', redirect: 'error', referrerPolicy: 'no-referrer', cache: 'no-store' });
    expect(seen.signal).toBeInstanceOf(AbortSignal);
  });

  it('is not made without an address or a key', async () => {
    expect(await askMe({ address: () => Promise.resolve(null) })).toMatchObject({ problem: 'noAddress' });
    expect(await askMe({ key: () => Promise.resolve(null) })).toMatchObject({ problem: 'noKey' });
    expect(companion.requests).toEqual([]);
  });

  it.each([
    ['HTML', () => new Response('<html>Bonjour</html>', { status: 200 }), 'notCompanion'],
    ['nothing', () => new Response(null, { status: 204 }), 'notCompanion'],
    ['another JSON', () => Response.json({ hello: 'world' }), 'notCompanion'],
    ['10 MB', () => new Response('x'.repeat(10_000_000)), 'tooLarge'],
    ['10 MB announced', () => new Response('{}', { headers: { 'content-length': '10000000' } }), 'tooLarge'],
    ['an HTML error', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'busy'],
    ['a broken line', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
    ['too slow', () => Promise.reject(new DOMException('signal timed out', 'TimeoutError')), 'unreachable'],
  ] as const)('answered with %s, says %s', async (_what, answer, expected) => {
    companion.next = [answer];
    expect(await askMe()).toMatchObject({ ok: false, problem: expected });
  });

  it('keeps a sentence of the companion to 500 characters', async () => {
    companion.next = [() => problem(422, 'invalid', { detail: 'a'.repeat(9000) })];
    const answer = await askMe();
    expect(answer.ok ? '' : answer.detail?.length).toBe(500);
  });
});

describe('R6 a clock that is off', () => {
  it.each([-86_400_000, -6 * 60_000, 6 * 60_000, 86_400_000])('by %i ms heals in one extra request, and stays healed', async (offset) => {
    companion = fakeCompanion(() => NOW + offset);
    const ask = () => askMe({ address: () => Promise.resolve('https://compagnon.exemple.test') });
    expect(await ask()).toMatchObject({ ok: true });
    expect(companion.requests).toHaveLength(2);
    expect(await ask()).toMatchObject({ ok: true });
    expect(companion.requests).toHaveLength(3);
  });

  it('is believed only while there is a companion to correct it: without address or key, this post’s clock is', async () => {
    for (const gone of [{ address: () => Promise.resolve(null) }, { key: () => Promise.resolve(null) }]) {
      companion = fakeCompanion(() => NOW + 86_400_000);
      await askMe({ address: () => Promise.resolve('https://compagnon.exemple.test') });
      expect(await clockOffsetStore.load()).toBe(86_400_000);
      await askMe(gone);
      expect(await clockOffsetStore.load()).toBe(0);
    }
  });

  it('is asked of the companion only once: one that keeps refusing is believed', async () => {
    companion.next = [0, 1, 2].map(() => () => problem(401, 'clock_skew', { serverTime: new Date(NOW).toISOString() }));
    expect(await askMe()).toMatchObject({ ok: false, problem: 'clock' });
    expect(companion.requests).toHaveLength(2);
  });
});

it.each([
  [401, 'key_unknown', false, 'keyUnknown'], [401, null, false, 'keyUnknown'], [401, 'key_revoked', false, 'keyRevoked'], [401, 'clock_skew', false, 'clock'],
  [403, 'forbidden', false, 'forbidden'], [404, null, false, 'notCompanion'], [405, null, false, 'notCompanion'], [302, null, false, 'notCompanion'],
  [409, 'conflict', false, 'conflict'], [409, 'conflict', true, 'busy'], [400, null, false, 'invalid'], [413, null, false, 'invalid'], [422, null, false, 'invalid'],
  [408, null, false, 'busy'], [429, null, false, 'busy'], [500, null, false, 'busy'], [503, null, false, 'busy'], [507, null, false, 'full'], [418, null, false, 'refused'],
] as const)('a refusal %i %s (Retry-After: %s) is « %s »', (status, code, hasRetryAfter, expected) => {
  expect(problemOf(status, code, hasRetryAfter)).toBe(expected);
});

describe('waiting', () => {
  it('is lengthened by at most a fifth, so that not all come back at once', () => {
    expect(waitBefore(1, 0, null)).toBe(5_000);
    expect(waitBefore(1, 1, null)).toBe(6_000);
    expect(waitBefore(1000, 1, null)).toBe(360_000);
  });

  it.each([['120', 120_000], [new Date(NOW + 60_000).toUTCString(), 60_000], ['-5', null], ['demain', null], [null, null], [new Date(NOW - 60_000).toUTCString(), null]])('reads Retry-After « %s »', (value, expected) => {
    expect(readRetryAfter(value, NOW)).toBe(expected);
  });
});

describe('« Vérifier »', () => {
  const verify = (change: Partial<CompanionPorts> = {}) => verifyCompanion(ports({ address: () => Promise.resolve('https://compagnon.exemple.test'), ...change }));

  it('tells an address where somebody else answers, without letting us read it, from one where nobody does', async () => {
    const hidden = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
      init?.mode === 'no-cors' && String(input).startsWith('https://intranet.exemple.test') ? Promise.resolve(Response.error()) : Promise.reject(new TypeError('Failed to fetch'));
    const at = (address: string) => verify({ fetch: hidden, address: () => Promise.resolve(address) });
    expect(await at('https://intranet.exemple.test/compagnon')).toEqual({ ok: false, code: 'notCompanion' });
    expect(await at('https://eteint.exemple.test')).toEqual({ ok: false, code: 'unreachable' });
  });

  it('R6 says how far this post’s clock is ahead, once it was healed', async () => {
    const late = fakeCompanion(() => NOW - 3_600_000);
    expect(await verify({ fetch: late.fetch })).toEqual({ ok: true, code: 'ok', name: 'Marc Pelletier', role: 'approver', ahead: 3_600_000 });
    const early = fakeCompanion(() => NOW + 3_600_000);
    expect(await verify({ fetch: early.fetch })).toMatchObject({ ok: true, ahead: -3_600_000 });
  });

  it('says whose key it is', async () => {
    expect(await verify()).toEqual({ ok: true, code: 'ok', name: 'Marc Pelletier', role: 'approver' });
  });

  it.each([
    [() => problem(401, 'key_unknown'), 'keyUnknown'],
    [() => problem(401, 'key_revoked'), 'keyRevoked'],
    [() => problem(503, 'unavailable'), 'unreachable'],
    [() => new Response('<html></html>'), 'notCompanion'],
    [() => problem(403, 'forbidden'), 'refused'],
  ] as const)('says what is wrong (%#)', async (answer, code) => {
    companion.next = [answer];
    expect(await verify()).toEqual({ ok: false, code });
  });

  it('says that the address or the key is missing', async () => {
    expect(await verify({ address: () => Promise.resolve(null) })).toEqual({ ok: false, code: 'noAddress' });
    expect(await verify({ key: () => Promise.resolve(null) })).toEqual({ ok: false, code: 'noKey' });
  });

  it('a pasted key is kept and tried; one that is malformed changes nothing', async () => {
    const safe = memorySafe();
    const own = ports({ address: () => Promise.resolve('https://compagnon.exemple.test') });
    expect(await takeKey(`marc-1:${SECRET}`, own, safe)).toMatchObject({ ok: true });
    expect(await takeKey('n’importe quoi', own, safe)).toEqual({ ok: false, code: 'keyMalformed' });
    expect(await keyInfoStore.load()).toMatchObject({ id: 'marc-1' });
  });
});

describe('the companion’s bookings', () => {
  const own = () => ports({ address: () => Promise.resolve('https://compagnon.exemple.test') });

  it('are kept with their hour', async () => {
    companion.next = [() => Response.json({ bookings: [ofLedger()], complete: true, at: new Date(NOW).toISOString() })];
    await refreshLedger(own());
    expect(await ledgerStore.load()).toMatchObject({ bookings: [{ key: 'iris:105163' }], at: NOW, problem: null });
    expect(companion.requests[0]?.path).toMatch(/^\/v1\/bookings\?from=2026-09-22T.*&to=2027-12-28T/u);
  });

  it('stay what they were when the companion is away, and say so', async () => {
    companion.next = [() => Response.json({ bookings: [ofLedger()], complete: true, at: new Date(NOW).toISOString() })];
    await refreshLedger(own());
    companion.down = true;
    await refreshLedger(own());
    expect(await ledgerStore.load()).toMatchObject({ bookings: [{ key: 'iris:105163' }], problem: 'unreachable' });
  });

  it('are in memory only: names of people never reach the disk', async () => {
    companion.next = [() => Response.json({ bookings: [ofLedger()], complete: true, at: new Date(NOW).toISOString() })];
    await refreshLedger(own());
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('Julie');
  });

  it('are followed while a conference is being made, and no longer', async () => {
    const states = ['creating', 'creating', 'scheduled', 'scheduled'] as const;
    companion.next = states.map((state) => () => Response.json({ bookings: [ofLedger({ state })], complete: true, at: new Date(NOW).toISOString() }));
    const waits: number[] = [];
    await followLedger(own(), (pause) => {
      waits.push(pause);
      return Promise.resolve();
    });
    expect(waits).toEqual([700, 1_300, 2_000]);
    expect(isAtWork(await ledgerStore.load())).toBe(false);
  });

  it('are followed on when the companion is away for a moment', async () => {
    await ledgerStore.update((ledger) => withBooking({ ...ledger, problem: 'unreachable' }, ofLedger({ state: 'approved' })));
    expect(await ledgerStore.load()).toMatchObject({ problem: null });
    const scheduled = () => Response.json({ bookings: [ofLedger({ state: 'scheduled' })], complete: true, at: new Date(NOW).toISOString() });
    companion.next = [() => problem(503, 'unavailable'), scheduled];
    await followLedger(own(), () => Promise.resolve());
    expect(await ledgerStore.load()).toMatchObject({ bookings: [{ state: 'scheduled' }], problem: null });
    expect(companion.requests).toHaveLength(2);
  });

  it('are looked at each minute while somebody waits, also by the next worker', async () => {
    await ledgerStore.update((ledger) => withBooking(ledger, ofLedger({ state: 'creating' })));
    await scheduleFollow();
    expect(await fakeBrowser.alarms.get(FOLLOW_ALARM)).toBeDefined();
    await ledgerStore.update((ledger) => withBooking(ledger, ofLedger({ state: 'scheduled' })));
    await scheduleFollow();
    expect(await fakeBrowser.alarms.get(FOLLOW_ALARM)).toBeUndefined();
  });
});
