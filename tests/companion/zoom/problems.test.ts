import { describe, expect, it } from 'vitest';
import { createApi } from '../../../companion/zoom/http.ts';
import { problemOf } from '../../../companion/zoom/problems.ts';
import { nextMidnight, retryAt } from '../../../companion/zoom/retry-at.ts';
import { PLAIN, WEB5000, type Fault } from '../../standins/zoom/standin.ts';
import { listen } from '../../standins/listen.ts';
import { bench, callsOf, DAY, made, NOW, order, signal } from './harness.ts';

const PRIVATE = 'elise.secrete@iucpq.example.test';

describe('429', () => {
  it.each<[string, Record<string, string>, string, number]>([
    ['seconds', { 'retry-after': '7' }, '', NOW + 7000],
    ['an HTTP date', { 'retry-after': new Date(NOW + 9000).toUTCString() }, '', NOW + 9000],
    ['an ISO date', { 'retry-after': '2026-11-24T14:01:00Z' }, '', NOW + 60_000],
    ['an ISO date that is past', { 'retry-after': '2020-01-01T00:00:00Z' }, '', NOW + 1000],
    ['a date in years', { 'retry-after': '2099-01-01T00:00:00Z' }, '', NOW + 25 * 3_600_000],
    ['nothing that can be read', { 'retry-after': 'soon' }, '', NOW + 5000],
    ['only a reset of the second', { 'x-ratelimit-type': 'QPS', 'x-ratelimit-reset': String(NOW / 1000 + 2) }, '', NOW + 2000],
    ['nothing at all', {}, '', NOW + 5000],
    ['nothing but the word daily', {}, 'You have exceeded the daily rate limit (100) of Meeting Create/Update API requests.', nextMidnight(NOW)],
    ['nothing but « in one day »', {}, 'A maximum of (100) webinars can be created and updated for a single user in one day.', nextMidnight(NOW)],
    ['only its type', { 'x-ratelimit-type': 'Daily-limit' }, '', nextMidnight(NOW)],
  ])('Z28 Z29 comes back rightly when told %s', (_title, headers, message, at) => {
    expect(retryAt(new Headers(headers), message, NOW, 0.5)).toBe(at);
  });

  it('Z29 is the daily limit of 100 for the 101st creation, until the next 00:00 UTC, and not a try sooner', async () => {
    const { zoom, standin, clock } = await bench();
    for (let time = 0; time < 100; time += 1) await made(zoom, order({ marker: `[MGR:${time}:0a1b2c3d]` }));
    const outcome = await zoom.create(order(), signal);
    expect(outcome).toMatchObject({ outcome: 'refused', problem: { code: 'dailyLimit', zoomCode: 429, permanent: false, retryAt: Date.UTC(2026, 10, 25) } });
    expect(callsOf(standin, 'webinarCreate')).toHaveLength(101);
    clock.now = Date.UTC(2026, 10, 25);
    await made(zoom, order({ start: clock.now + DAY, end: clock.now + DAY + 1 }));
  });

  it.each<[Fault, string]>([['429.second', 'rate'], ['429.day', 'dailyLimit'], ['429.hostDay', 'dailyLimit'], ['429.concurrent', 'rate'], ['429.retrySeconds', 'dailyLimit'], ['429.retryDate', 'dailyLimit']])(
    'Z28 %s means certainly not created, and says when to come back',
    async (fault, code) => {
      const { zoom, standin } = await bench();
      standin.failNext(fault, { method: 'POST' });
      const outcome = await zoom.create(order(), signal);
      expect(outcome).toMatchObject({ outcome: 'refused', problem: { code, permanent: false } });
      if (outcome.outcome !== 'refused') throw new Error('not refused');
      expect(outcome.problem.retryAt).toBeGreaterThan(NOW);
      expect(standin.created()).toEqual([]);
    },
  );
});

describe('odd answers and silence', () => {
  it.each<[Fault, number]>([['500.before', 0], ['500.after', 1], ['html.before', 0], ['html.after', 1], ['xml.before', 0], ['xml.after', 1], ['empty.before', 0], ['empty.after', 1], ['reset.before', 0], ['reset.after', 1]])(
    'Z2 Z30 Z34 %s after a creation is unknown, is not tried again, and is found by its marker when Zoom made it',
    async (fault, exist) => {
      const { zoom, standin } = await bench();
      standin.failNext(fault, { method: 'POST' });
      expect(await zoom.create(order(), signal)).toMatchObject({ outcome: 'unknown', problem: { permanent: false } });
      expect(callsOf(standin, 'webinarCreate')).toHaveLength(1);
      const found = await zoom.findByMarker(WEB5000, order().marker, signal);
      expect(found.ok && found.conferences.map(({ id }) => id)).toEqual(standin.created().map(({ id }) => id));
      expect(standin.created()).toHaveLength(exist);
    },
  );

  it.each<[Fault, number]>([['hang.before', 0], ['hang.after', 1]])('Z3 %s ends at the deadline as unknown', async (fault, exist) => {
    const { another, standin } = await bench();
    const zoom = another({ timeoutMs: 300 });
    await zoom.check([], [], signal);
    standin.failNext(fault, { method: 'POST' });
    expect(await zoom.create(order(), signal)).toMatchObject({ outcome: 'unknown', problem: { code: 'unreachable', detail: 'webinarCreate: no answer in time' } });
    await expect.poll(() => standin.created().length, { interval: 5 }).toBe(exist);
  });

  it('Z3 a creation that Zoom is slow to make is unknown to who gave up, and exists later', async () => {
    const { another, standin } = await bench({ faults: { rates: {}, slow: [400, 400] } });
    const zoom = another({ timeoutMs: 300 });
    await zoom.check([], [], signal);
    standin.failNext('slow', { method: 'POST' });
    expect(await zoom.create(order(), signal)).toMatchObject({ outcome: 'unknown' });
    await expect.poll(() => standin.created().length, { interval: 5 }).toBe(1);
  });

  it('a stopped caller gets « refused » before anything was sent and « unknown » after', async () => {
    const { zoom, standin } = await bench();
    expect(await zoom.create(order(), AbortSignal.abort())).toMatchObject({ outcome: 'refused', problem: { code: 'unreachable' } });
    standin.failNext('hang.after', { method: 'POST' });
    const stop = new AbortController();
    const outcome = zoom.create(order(), stop.signal);
    await expect.poll(() => standin.created().length, { interval: 5 }).toBe(1);
    stop.abort();
    expect(await outcome).toMatchObject({ outcome: 'unknown', problem: { detail: 'webinarCreate: stopped while waiting' } });
  });

  it('a refused connection is certainly not created', async () => {
    const { another, standin } = await bench();
    const { url, close } = await listen({ fetch: () => new Response() }, 0);
    await close();
    const zoom = another({ fetch: (input, init) => fetch(String(input).replace(`${standin.url}/v2`, `${url}/v2`), init) });
    expect(await zoom.create(order(), signal)).toMatchObject({ outcome: 'refused', problem: { code: 'unreachable', permanent: false, detail: 'webinarCreate: network ECONNREFUSED' } });
    expect(standin.tokensIssued()).toBe(1);
  });

  it.each([
    ['no address', Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' }), 'refused'],
    ['no trust', Object.assign(new Error('certificate'), { code: 'CERT_HAS_EXPIRED' }), 'refused'],
    ['no connection in time', Object.assign(new Error('connect'), { code: 'UND_ERR_CONNECT_TIMEOUT' }), 'refused'],
    ['no connection at any address', Object.assign(new AggregateError([Object.assign(new Error('a'), { syscall: 'connect' }), Object.assign(new Error('b'), { syscall: 'connect' })]), { code: 'ECONNREFUSED' }), 'refused'],
    ['a reset', Object.assign(new Error('read'), { code: 'ECONNRESET', syscall: 'read' }), 'unknown'],
    ['an error without a cause', undefined, 'unknown'],
  ])('takes %s for what it proves', async (_title, cause, outcome) => {
    const { another } = await bench();
    const zoom = another({ fetch: (input, init) => (String(input).endsWith('/webinars') ? Promise.reject(new TypeError('fetch failed', { cause })) : fetch(input, init)) });
    expect((await zoom.create(order(), signal)).outcome).toBe(outcome);
  });

  it('a gateway’s 403 without Zoom’s JSON is unknown, since nobody knows who answered', async () => {
    const { another } = await bench();
    const zoom = another({ fetch: (input, init) => (String(input).endsWith('/webinars') ? Promise.resolve(new Response('<h1>Forbidden</h1>', { status: 403 })) : fetch(input, init)) });
    expect(await zoom.create(order(), signal)).toMatchObject({ outcome: 'unknown', problem: { code: 'unreadable' } });
  });

  it('Z34 reads again after 5xx, a reset or an odd body, three times in all', async () => {
    const { zoom, standin } = await bench();
    const { kind, id } = await made(zoom);
    for (const fault of ['500.before', 'html.after', 'reset.before', 'xml.before', 'empty.after'] as const) {
      standin.failNext(fault, { method: 'GET', path: /\/webinars\/\d+$/u });
      expect(await zoom.read(kind, id, signal)).toMatchObject({ ok: true });
    }
    for (let time = 0; time < 3; time += 1) standin.failNext('500.before', { method: 'GET' });
    const before = standin.calls().length;
    expect(await zoom.read(kind, id, signal)).toMatchObject({ ok: false, problem: { code: 'unreachable', permanent: false } });
    expect(standin.calls().length - before).toBe(3);
  });

  it('waits longer between each try of a read, and stops when told', async () => {
    const waits: number[] = [];
    const { another, standin } = await bench();
    const zoom = another({ wait: (milliseconds) => Promise.resolve(void waits.push(milliseconds)) });
    for (let time = 0; time < 3; time += 1) standin.failNext('500.before', { method: 'GET' });
    await zoom.read('meeting', '123456789', signal);
    expect(waits).toEqual([200, 400]);
    for (let time = 0; time < 3; time += 1) standin.failNext('500.before', { method: 'GET' });
    const stop = new AbortController();
    const stopped = another({ wait: () => Promise.resolve(stop.abort()) });
    expect(await stopped.read('meeting', '123456789', stop.signal)).toMatchObject({ ok: false });
  });

  it('waits by a timer of its own when none is given', async () => {
    const { options, standin } = await bench();
    const byTimer = { ...options, random: () => -0.49 };
    delete byTimer.wait;
    standin.failNext('500.before', { method: 'GET' });
    const answer = await createApi(byTimer).call({ operation: 'user', method: 'GET', path: `/users/${WEB5000}` }, signal);
    expect(answer.ok).toBe(true);
  });
});

describe('refusals', () => {
  const said = (status: number, body: unknown, headers: Record<string, string> = {}) => problemOf('test', { status, headers: new Headers(headers), body }, NOW, 0.5);

  it.each([
    [400, 300, 'invalid', true], [400, 200, 'configuration', true], [400, 3161, 'configuration', true], [400, 3002, 'inProgress', true], [400, 3007, 'ended', true],
    [400, 3003, 'configuration', true], [400, 1010, 'configuration', true], [400, 12702, 'ended', true], [400, 4711, 'configuration', true], [404, 3001, 'notFound', false],
    [404, 1001, 'configuration', true], [404, 1120, 'configuration', true], [404, 3301, 'notFound', false], [400, 3063, 'configuration', true], [400, 99_999, 'invalid', true], [409, 4090, 'rate', false],
  ])('takes HTTP %i code %i for %s', (status, code, meaning, permanent) => {
    expect(said(status, { code, message: `About ${PRIVATE}` })).toMatchObject({ code: meaning, permanent, zoomCode: code });
  });

  it('Z31 names the field that Zoom refuses, and nothing else of what Zoom said', async () => {
    const { zoom } = await bench({ hosts: [{ email: WEB5000, webinarCapacity: 5000, passcodePolicy: { have_special_character: true, length: 11 } }] });
    const outcome = await zoom.create(order(), signal);
    expect(outcome).toMatchObject({ outcome: 'refused', problem: { code: 'invalid', zoomCode: 300, detail: 'webinarCreate: HTTP 400 code 300 fields password' } });
    expect(said(400, { code: 300, message: PRIVATE, errors: [{ field: 'topic', message: PRIVATE }, { field: `<${PRIVATE}>`, message: '' }] }).detail).toBe('test: HTTP 400 code 300 fields topic');
  });

  it('Z24 names the scope that the token lacks', async () => {
    const { zoom, standin } = await bench({ scopes: ['user:read:settings:admin'] });
    expect(await zoom.create(order(), signal)).toMatchObject({ outcome: 'refused', problem: { code: 'configuration', zoomCode: 4711, detail: 'webinarCreate: HTTP 400 code 4711 scopes webinar:write:webinar:admin' } });
    expect(standin.created()).toEqual([]);
  });

  it('Z33 takes « Webinar plan is missing » for a fault of configuration', async () => {
    const { zoom } = await bench();
    expect(await zoom.create(order({ hostUserId: PLAIN }), signal)).toMatchObject({ outcome: 'refused', problem: { code: 'configuration', zoomCode: 200, permanent: true } });
  });

  it.each([
    ['an unknown host', { hostUserId: 'personne@cct.example.test' }, 1001],
    ['a host of another account', { hostUserId: 'ailleurs@cct.example.test' }, 1010],
    ['a host without a licence', { hostUserId: 'base@cct.example.test' }, 3161],
  ])('takes %s for a fault of configuration', async (_title, changes, zoomCode) => {
    const { zoom } = await bench({ hosts: [{ email: 'ailleurs@cct.example.test', elsewhere: true }, { email: 'base@cct.example.test', mayHost: false }] });
    expect(await zoom.create(order({ ...changes, rules: { kind: 'meeting' } }), signal)).toMatchObject({ outcome: 'refused', problem: { code: 'configuration', zoomCode, permanent: true } });
  });

  it('Z27 repeats neither address, link, token nor secret in any problem', async () => {
    const { zoom, standin } = await bench();
    const { kind, id } = await made(zoom);
    const problems: unknown[] = [];
    for (const fault of ['500.after', 'html.after', 'xml.before', 'reset.after', '429.second'] as const) {
      for (let time = 0; time < 3; time += 1) standin.failNext(fault, { method: 'GET' });
      standin.failNext(fault, { method: 'POST' });
      problems.push(
        await zoom.startLink(kind, id, signal),
        await zoom.findByMarker(PRIVATE, order().marker, signal),
        await zoom.create(order({ topic: PRIVATE }), signal),
      );
    }
    problems.push(await zoom.create(order({ hostUserId: PRIVATE }), signal));
    expect(problems).toHaveLength(16);
    expect(JSON.stringify(problems)).not.toContain('"created"');
    for (const secret of ['standin-secret', 'standin.', 'zak', PRIVATE, WEB5000, 'http://']) expect(JSON.stringify(problems)).not.toContain(secret);
  });
});
