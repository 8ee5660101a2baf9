import { describe, expect, it } from 'vitest';
import { bench, closeAfter, DAY, NOW } from './bench.ts';
import { createFaults, faults, tortureFaults } from './faults.ts';
import { createRandom } from './random.ts';
import { startZoomStandin, signEvent, WEB5000 } from './standin.ts';
import { listen } from '../listen.ts';

describe('faults', () => {
  it('are the same for the same seed, and others for another', () => {
    const drawn = (seed: number) => {
      const source = createFaults(createRandom(seed), tortureFaults);
      return Array.from({ length: 200 }, () => source.draw({ method: 'GET', path: '/' }));
    };
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
    const kinds = new Set(drawn(7).map((fault) => fault?.slice(0, 3) ?? 'none'));
    expect(kinds).toEqual(new Set(['none', '429', '500', 'res', 'han', 'slo']));
  });

  it('come as often as asked', () => {
    const source = createFaults(createRandom(1), { rates: { '500.before': 0.25, slow: 0.25 } });
    const drawn = Array.from({ length: 4000 }, () => source.draw({ method: 'GET', path: '/' }));
    for (const fault of ['500.before', 'slow'] as const) expect(Math.abs(drawn.filter((one) => one === fault).length / 4000 - 0.25)).toBeLessThan(0.03);
    source.clear();
    expect(source.draw({ method: 'GET', path: '/' })).toBeNull();
  });

  const before = faults.filter((fault) => fault.startsWith('429') || fault.endsWith('.before'));
  const after = faults.filter((fault) => !before.includes(fault));
  /** Only a call that is never answered needs an end. */
  const patience = (fault: string): RequestInit => (fault.startsWith('hang') ? { signal: AbortSignal.timeout(500) } : {});
  it.each(before)('%s leaves the account as it was', async (fault) => {
    const { standin, call, future } = await bench();
    standin.failNext(fault, { method: 'POST' });
    await call('POST', `/users/${WEB5000}/webinars`, future, patience(fault)).catch(() => undefined);
    expect(standin.created()).toEqual([]);
    expect(standin.calls()).toMatchObject([{ operation: 'webinarCreate', fault }]);
  });

  it.each(after)('%s has done the work', async (fault) => {
    const { standin, call, future } = await bench();
    standin.failNext(fault, { method: 'POST' });
    const said = await call('POST', `/users/${WEB5000}/webinars`, future, patience(fault)).catch(() => null);
    expect(said?.body['id'] !== undefined).toBe(fault === 'slow');
    expect(standin.created()).toHaveLength(1);
  });

  it('wait for the call they are meant for', async () => {
    const { standin, call } = await bench();
    standin.failNext('500.before', { method: 'GET', path: /settings/u });
    expect((await call('GET', `/users/${WEB5000}`)).status).toBe(200);
    expect((await call('GET', `/users/${WEB5000}/settings`)).status).toBe(500);
    expect((await call('GET', `/users/${WEB5000}/settings`)).status).toBe(200);
  });

  it('keep a new conference out of the lists for a while, never out of reach', async () => {
    const { make, call, clock } = await bench({ faults: { rates: {}, listLag: [300, 300] } });
    const id = await make('webinar');
    expect((await call('GET', `/users/${WEB5000}/webinars`)).body['webinars']).toEqual([]);
    expect((await call('GET', `/webinars/${id}`)).status).toBe(200);
    clock.now += 300;
    expect((await call('GET', `/users/${WEB5000}/webinars`)).body['webinars']).toHaveLength(1);
  });
});

describe('limits', () => {
  it('refuse the 81st light call of a second with a reset, and take it in the next', async () => {
    const { call, clock } = await bench();
    const statuses = [];
    for (let time = 0; time < 81; time += 1) statuses.push((await call('GET', `/users/${WEB5000}`)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(80);
    const refused = await call('GET', `/users/${WEB5000}`);
    expect(refused.status).toBe(429);
    expect(Object.fromEntries(['category', 'type', 'limit', 'remaining', 'reset'].map((name) => [name, refused.headers.get(`x-ratelimit-${name}`)]))).toEqual({ category: 'LIGHT', type: 'QPS', limit: '80', remaining: '0', reset: String(NOW / 1000 + 1) });
    expect((await call('GET', `/users/${WEB5000}/settings`)).headers.get('x-ratelimit-remaining')).toBe('59');
    clock.now += 1000;
    expect((await call('GET', `/users/${WEB5000}`)).status).toBe(200);
  });

  it('refuse a heavy call beyond those of the day until the next, with the hour to come back', async () => {
    const { call, clock } = await bench({ plan: 'free' });
    for (let time = 0; time < 1000; time += 1) {
      await call('GET', '/report/meetings/1/participants');
      clock.now += 1000;
    }
    const refused = await call('GET', '/report/meetings/1/participants');
    expect([refused.status, refused.headers.get('x-ratelimit-type'), refused.headers.get('retry-after')]).toEqual([429, 'Daily-limit', '2026-11-25T00:00:00Z']);
    clock.now = NOW + DAY;
    expect((await call('GET', '/report/meetings/1/participants')).status).toBe(404);
  }, 60_000);

  it('let in one write of a host at a time', async () => {
    const { standin, call, future } = await bench({ faults: { rates: {}, slow: [60, 60] } });
    standin.failNext('slow', { method: 'POST' });
    const slow = call('POST', `/users/${WEB5000}/webinars`, future);
    await expect.poll(() => standin.calls().length, { interval: 2 }).toBe(1);
    expect(await call('POST', `/users/${WEB5000}/webinars`, future)).toMatchObject({ status: 429, body: { message: 'Too many concurrent requests.' } });
    expect((await slow).status).toBe(201);
    expect(standin.created()).toHaveLength(1);
  });
});

describe('events', () => {
  interface Received {
    event: string;
    payload: { account_id: string; object: Record<string, unknown> };
  }
  /** A receiver that answers each delivery with the next status, and then with 204. */
  async function receiver(statuses: number[] = []) {
    const received: { raw: string; headers: Headers; json: Received }[] = [];
    const listening = await listen(
      {
        fetch: async (request) => {
          const raw = await request.text();
          received.push({ raw, headers: request.headers, json: JSON.parse(raw) as Received });
          return new Response(null, { status: statuses.shift() ?? 204 });
        },
      },
      0,
    );
    closeAfter(listening.close);
    return { received, url: listening.url, names: () => received.map(({ json }) => json.event) };
  }

  it('are signed over their bytes, with the number as text in started and ended only', async () => {
    const { received, url } = await receiver();
    const { make, standin } = await bench({ webhook: { url, secretToken: 'shared' } });
    const id = await make('webinar');
    standin.start(id);
    standin.endPractice(id);
    standin.end(id);
    standin.convert(id);
    await standin.webhooks.flush();
    const events = Object.fromEntries(received.map(({ json }) => [`${json.event} ${String(json.payload.object['practice_session'] ?? '')}`.trim(), json.payload.object['id']]));
    expect(events).toEqual({ 'webinar.created': Number(id), 'webinar.started': id, 'webinar.ended true': id, 'webinar.ended false': id, 'webinar.converted_to_meeting': Number(id) });
    for (const { raw, headers, json } of received) {
      expect(headers.get('x-zm-signature')).toBe(signEvent('shared', headers.get('x-zm-request-timestamp') ?? '', raw));
      expect(json.payload.account_id).toBe(standin.accountId);
    }
  });

  it('Z59 write a solidus so that a body written anew would not verify', async () => {
    const { received, url } = await receiver();
    const { make, standin } = await bench({ webhook: { url, secretToken: 'shared' } });
    await make('meeting', { topic: 'A/B' });
    await standin.webhooks.flush();
    expect(received[0]!.raw).toContain(String.raw`A\/B`);
    expect(JSON.stringify(received[0]!.json)).not.toBe(received[0]!.raw);
  });

  it('are tried again until the answer is 200 or 204, four times in all', async () => {
    const { url, names } = await receiver([500, 302, 503, 404, 204]);
    const { make, standin } = await bench({ webhook: { url, secretToken: 'shared', retryDelays: [1, 1, 1] } });
    await make('meeting');
    await standin.webhooks.flush();
    expect(names()).toHaveLength(4);
    expect(standin.webhooks.deliveries().map(({ attempt, status }) => [attempt, status])).toEqual([[1, 500], [2, 302], [3, 503], [4, 404]]);
  });

  it('are given up on after the time for an answer', async () => {
    const silent = await listen({ fetch: () => new Promise<Response>(() => undefined) }, 0);
    closeAfter(silent.close);
    const { make, standin } = await bench({ webhook: { url: silent.url, secretToken: 'shared', retryDelays: [], timeout: 20 } });
    await make('meeting');
    await expect.poll(() => standin.webhooks.deliveries().map(({ status }) => status), { interval: 2 }).toEqual([null]);
  });

  it('come twice, and out of order, when told to', async () => {
    const twice = await receiver();
    const first = await bench({ webhook: { url: twice.url, secretToken: 'shared', duplicates: 1 } });
    await first.make('meeting');
    await first.standin.webhooks.flush();
    expect(twice.names()).toEqual(['meeting.created', 'meeting.created']);

    const mixed = await receiver();
    const second = await bench({ webhook: { url: mixed.url, secretToken: 'shared', disorder: 1 } });
    const id = await second.make('meeting');
    second.standin.start(id);
    await second.standin.webhooks.flush();
    expect(second.standin.webhooks.deliveries()).toHaveLength(2);
    expect(mixed.names().toSorted()).toEqual(['meeting.created', 'meeting.started']);
    second.standin.end(id);
    await second.standin.webhooks.flush();
    expect(mixed.names().at(-1)).toBe('meeting.ended');
  });

  it('are not sent to nobody, and nobody proves an address', async () => {
    const { make, standin } = await bench();
    await make('meeting');
    standin.webhooks.set(null);
    await standin.webhooks.flush();
    expect(standin.webhooks.deliveries()).toEqual([]);
    expect(await standin.webhooks.validate()).toBe(false);
    standin.webhooks.set({ url: 'http://127.0.0.1:9/', secretToken: 'x' });
    expect(await standin.webhooks.validate()).toBe(false);
  });
});

describe('pages', () => {
  const page = async (url: string, init?: RequestInit) => {
    const response = await fetch(url, { redirect: 'follow', ...init });
    return { status: response.status, text: await response.text() };
  };
  const form = (fields: Record<string, string>): RequestInit => ({ method: 'POST', body: new URLSearchParams(fields) });

  it('list the conferences, in French, escaped', async () => {
    const { make, standin } = await bench();
    expect((await page(standin.url)).text).toContain('Aucune rencontre');
    await make('webinar', { topic: '<img src=x onerror=alert(1)>' });
    const { text } = await page(standin.url);
    expect(text).toContain('&lt;img src=x');
    expect(text).not.toContain('<img');
    expect(text).toContain('Webinaire');
  });

  it('open the join link only with the passcode, and let in only once the host has begun', async () => {
    const { make, standin } = await bench();
    const id = await make('meeting');
    const [one] = standin.conferences();
    expect((await page(one!.joinLink)).text).toContain('pas encore ouvert');
    standin.start(id);
    expect((await page(`${standin.url}/j/${id}`)).text).toContain('Code secret demandé');
    expect((await page(`${standin.url}/j/${id}?code=${one!.passcode}`)).text).toContain('en cours');
    expect((await page(one!.joinLink, form({ name: 'Élise' }))).text).toContain('1 personne');
    standin.end(id);
    standin.remove(id);
    expect((await page(one!.joinLink)).status).toBe(404);
    expect((await page(one!.joinLink, form({ name: 'Élise' }))).status).toBe(404);
  });

  it('make the host of whoever has the start link, for two hours, and refuse a second event', async () => {
    const { make, call, standin, clock } = await bench();
    const [first, second] = [await make('webinar', { topic: 'Premier' }), await make('webinar', { topic: 'Second' })];
    const link = async (id: string) => String((await call('GET', `/webinars/${id}`)).body['start_url']);
    expect((await page(await link(first))).text).toContain('Démarrer');
    expect((await page(await link(first), form({ action: 'start' }))).text).toContain('Terminer pour tous');
    expect(await page(await link(second), form({ action: 'start' }))).toMatchObject({ status: 409, text: expect.stringContaining('« Premier »'.replaceAll(' ', '\u00a0')) as string });
    expect((await page(await link(first), form({ action: 'end' }))).status).toBe(200);
    expect(standin.conferences()[0]!.ended).toBe(true);
    const old = await link(second);
    expect((await page(old.replace(/zak=.*/u, 'zak=x'))).status).toBe(403);
    expect((await page(old.replace(second, first))).status).toBe(403);
    clock.now += 2 * 3_600_000;
    expect((await page(old)).status).toBe(403);
    expect((await page(`${standin.url}/s/1?zak=x`)).status).toBe(404);
  });

  it('greet a panelist by the personal link, and nobody else', async () => {
    const { make, call, standin } = await bench();
    const id = await make('webinar');
    await call('POST', `/webinars/${id}/panelists`, { panelists: [{ name: 'Élise Gagné', email: 'e@x.example' }] });
    const [panelist] = (await call('GET', `/webinars/${id}/panelists`)).body['panelists'] as unknown as { join_url: string }[];
    expect((await page(panelist!.join_url)).text).toContain('Élise Gagné');
    expect((await page(`${standin.url}/w/${id}?tk=x`)).status).toBe(404);
  });
});

it('takes no conference that does not exist, and no port twice', async () => {
  const { standin } = await bench();
  expect(() => standin.start('1')).toThrow('No conference 1');
  await expect(startZoomStandin({ port: Number(new URL(standin.url).port) })).rejects.toThrow('EADDRINUSE');
});
