import { describe, expect, it } from 'vitest';
import { baseOf } from '../../../companion/zoom/base.ts';
import { createZoom } from '../../../companion/zoom/client.ts';
import { missingScopes } from '../../../companion/zoom/scopes.ts';
import { allScopes, WEB5000 } from '../../standins/zoom/standin.ts';
import { bench, HOUR, made, order, signal } from './harness.ts';

describe('the token', () => {
  it('Z22 is asked for once by 50 calls at once, and once more by 50 calls at its end', async () => {
    const { zoom, standin, clock } = await bench();
    const { kind, id } = await made(zoom);
    expect(standin.tokensIssued()).toBe(1);
    clock.now += HOUR;
    const results = await Promise.all(Array.from({ length: 50 }, () => zoom.read(kind, id, signal)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(standin.tokensIssued()).toBe(2);
  });

  it('Z22 is not used in its last two minutes', async () => {
    const { zoom, standin, clock } = await bench();
    const { kind, id } = await made(zoom);
    clock.now += HOUR - 122_000;
    await zoom.read(kind, id, signal);
    expect(standin.tokensIssued()).toBe(1);
    clock.now += 2000;
    await zoom.read(kind, id, signal);
    expect(standin.tokensIssued()).toBe(2);
  });

  it('Z23 is replaced once when Zoom refuses it with 124, also in the middle of a creation, which happens once', async () => {
    const { zoom, standin } = await bench();
    const { kind, id } = await made(zoom);
    standin.revokeTokens();
    const results = await Promise.all(Array.from({ length: 20 }, () => zoom.read(kind, id, signal)));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(standin.tokensIssued()).toBe(2);
    standin.revokeTokens();
    await made(zoom);
    expect(standin.created()).toHaveLength(2);
    expect(standin.tokensIssued()).toBe(3);
  });

  it('Z23 says so when the second token is refused too, after exactly two tries', async () => {
    let tries = 0;
    const refusing: typeof fetch = async (input, init) => {
      if (String(input).includes('/oauth/')) return fetch(input, init);
      tries += 1;
      return Response.json({ code: 124, message: 'Invalid access token.' }, { status: 401 });
    };
    const { zoom } = await bench({}, { fetch: refusing });
    expect(await zoom.create(order(), signal)).toMatchObject({ outcome: 'refused', problem: { code: 'token', zoomCode: 124 } });
    tries = 0;
    expect(await zoom.read('webinar', '123456789', signal)).toMatchObject({ ok: false, problem: { code: 'token' } });
    expect(tries).toBe(2);
  });

  it('Z24 is asked for anew after a missing scope, so that the scope just granted counts at once', async () => {
    const { zoom, standin } = await bench({ scopes: ['user:read:settings:admin'] });
    expect(await zoom.create(order(), signal)).toMatchObject({ outcome: 'refused', problem: { zoomCode: 4711 } });
    standin.setScopes(allScopes);
    await made(zoom);
  });

  it('says that Zoom refuses the application, and that nothing was created', async () => {
    const { another, standin } = await bench();
    const outcome = await another({ clientSecret: 'wrong' }).create(order(), signal);
    expect(outcome).toMatchObject({ outcome: 'refused', problem: { code: 'token', permanent: true } });
    expect(standin.calls()).toEqual([]);
  });

  it.each([
    ['a gateway’s page', () => new Response('<html>', { status: 502 }), 'unreachable'],
    ['a page with status 200', () => new Response('<html>'), 'unreadable'],
    ['JSON of another shape', () => Response.json({ token: 'x' }), 'unreadable'],
    ['429', () => Response.json({ reason: 'slow down', error: 'rate' }, { status: 429 }), 'rate'],
    ['no answer', () => { throw new TypeError('fetch failed'); }, 'unreachable'],
  ])('Z30 takes %s at the token’s address for a passing trouble', async (_title, answer, code) => {
    const { options } = await bench();
    const zoom = createZoom({ ...options, fetch: () => Promise.resolve().then(answer) });
    expect(await zoom.create(order(), signal)).toMatchObject({ outcome: 'refused', problem: { code, permanent: false } });
  });

  it('S1-55 Z25 sends its parameters in the body and none in the address', async () => {
    const seen: { url: string; body: string }[] = [];
    const spying: typeof fetch = (input, init) => {
      if (String(input).includes('/oauth/')) seen.push({ url: String(input), body: String(init?.body) });
      return fetch(input, init);
    };
    const { zoom } = await bench({}, { fetch: spying });
    await made(zoom);
    expect(seen).toHaveLength(1);
    expect(new URL(seen[0]!.url).search).toBe('');
    expect(Object.fromEntries(new URLSearchParams(seen[0]!.body))).toEqual({ grant_type: 'account_credentials', account_id: 'standin-account' });
  });

  it.each([
    ['https://api-ca.zoom.us', 'https://api-ca.zoom.us/v2'],
    ['https://api.zoom.us.evil.example', 'https://api.zoom.us/v2'],
    ['https://evilzoom.us', 'https://api.zoom.us/v2'],
    ['https://evil.example/.zoom.us', 'https://api.zoom.us/v2'],
    ['http://api-ca.zoom.us', 'https://api.zoom.us/v2'],
    ['https://api-ca.zoom.us:8443', 'https://api.zoom.us/v2'],
    ['https://user@api-ca.zoom.us', 'https://api.zoom.us/v2'],
    ['http://127.0.0.1:9', 'https://api.zoom.us/v2'],
    ['not an address', 'https://api.zoom.us/v2'],
    [undefined, 'https://api.zoom.us/v2'],
  ])('Z26 follows api_url %s to %s', (offered, used) => {
    expect(baseOf(offered, 'https://api.zoom.us/v2')).toBe(used);
  });

  it('Z26 follows a loopback address only when the configured one is loopback', () => {
    expect(baseOf('http://127.0.0.1:9', 'http://127.0.0.1:8/v2')).toBe('http://127.0.0.1:9/v2');
    expect(baseOf('http://10.0.0.1:9', 'http://127.0.0.1:8/v2')).toBe('http://127.0.0.1:8/v2');
  });

  it('Z26 never sends the token to an address that the token’s answer made up', async () => {
    const { zoom, standin } = await bench();
    standin.setApiUrl('https://api.zoom.us.evil.example');
    await made(zoom);
    expect(standin.created()).toHaveLength(1);
  });
});

describe('companion check', () => {
  it('Z24 says in sentences that all is well', async () => {
    const { zoom } = await bench();
    const checks = await zoom.check([WEB5000], ['webinar', 'meeting'], signal);
    expect(checks.map(({ what, ok }) => [what, ok])).toEqual([
      ['token', true], ['address', true], ['scopes', true], [`host ${WEB5000}`, true], [`webinar ${WEB5000}`, true], [`meeting ${WEB5000}`, true],
    ]);
    expect(checks.find(({ what }) => what === `webinar ${WEB5000}`)?.sentence).toBe(`L’hôte ${WEB5000} peut tenir un webinaire de 5\u00a0000 personnes.`);
  });

  it('Z24 names every scope that is missing', async () => {
    const { zoom, standin } = await bench();
    standin.setScopes(allScopes.filter((scope) => scope !== 'webinar:write:panelist:admin' && scope !== 'user:read:settings:admin'));
    const scopes = (await zoom.check([WEB5000], ['webinar'], signal)).find(({ what }) => what === 'scopes');
    expect(scopes).toEqual({ what: 'scopes', ok: false, sentence: 'Il manque 2 autorisations à l’application Zoom\u00a0: user:read:settings:admin, webinar:write:panelist:admin. Ajoutez-les dans Zoom Marketplace, puis redémarrez le compagnon.' });
  });

  it('Z24 takes the classic scopes for the granular ones, each for its own family and verb', () => {
    const classic = ['meeting:read:admin', 'meeting:write:admin', 'webinar:read:admin', 'webinar:write:admin', 'user:read:admin'];
    expect(missingScopes(classic, ['meeting', 'webinar'])).toEqual([]);
    expect(missingScopes(classic.filter((scope) => scope !== 'webinar:write:admin'), ['meeting'])).toEqual(['webinar:delete:webinar:admin']);
  });

  it.each([
    ['an unknown host', 'personne@cct.example.test', 'host personne@cct.example.test', 'n’existe pas'],
    ['a host without a webinar licence', 'animation@cct.example.test', 'webinar animation@cct.example.test', 'pas de licence de webinaire'],
  ])('Z33 says what is wrong with %s', async (_title, host, what, words) => {
    const { zoom } = await bench();
    const found = (await zoom.check([host], ['webinar'], signal)).find((check) => check.what === what);
    expect(found?.ok).toBe(false);
    expect(found?.sentence).toContain(words);
  });

  it('says that the application is refused, in English when asked', async () => {
    const { another } = await bench();
    expect(await another({ clientId: 'wrong', language: 'en' }).check([WEB5000], ['webinar'], signal)).toEqual([
      { what: 'token', ok: false, sentence: expect.stringContaining('check ZOOM_ACCOUNT_ID') as string },
    ]);
  });
});
