import { describe, expect, it } from 'vitest';
import type { MeAnswer, Problem } from '../../lib/contract/answer.ts';
import type { UsageAnswer } from '../../lib/contract/usage.ts';
import { sign } from '../../lib/contract/signature.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import { clientOf } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const MINUTE = 60_000;
const start = startOwnWorld;

describe('who may send', () => {
  it('Z71 takes the old and the new secret during a rotation, then only the new; a revoked key fails', async () => {
    const here = await start();
    const old = await here.person('approver', { name: 'Marc Pelletier' });
    const database = await here.openLedger();
    const secret = await database.rotate(old.id);
    const fresh = clientOf(() => here.companion.url, here.clock, { id: old.id, secret });
    expect((await old.get<MeAnswer>('/v1/me')).body).toMatchObject({ name: 'Marc Pelletier', role: 'approver', keyId: old.id });
    expect((await fresh.get('/v1/me')).status).toBe(200);
    here.clock.advance(DAY);
    expect((await old.get<Problem>('/v1/me')).body.code).toBe('signature');
    expect((await fresh.get('/v1/me')).status).toBe(200);
    await database.revoke(old.id);
    expect((await fresh.get<Problem>('/v1/me')).body.code).toBe('key_revoked');
    await database.close();
  });

  it('R6 Z69 takes a clock that is off by up to five minutes; beyond, it says so with its own', async () => {
    const here = await start();
    const approver = await here.person('approver');
    for (const skew of [-299_000, 299_000, -300_000, 300_000]) expect((await approver.get('/v1/me', { now: MONDAY + skew })).status).toBe(200);
    for (const skew of [-301_000, 301_000, -DAY, DAY]) {
      const answer = await approver.get<Problem>('/v1/me', { now: MONDAY + skew });
      expect(answer).toMatchObject({ status: 401, body: { code: 'clock_skew', serverTime: '2026-11-23T14:00:00.000Z' } });
    }
  });

  it('S3-06 refuses a request without signature, of an unknown key, and of a signature for something else', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const { url } = here.companion;
    const event = eventOf('booking.approved', bookingAt(START), { at: MONDAY });
    const bare = await fetch(`${url}/v1/events`, { method: 'POST', body: JSON.stringify(event) });
    expect([bare.status, (await bare.json() as Problem).code]).toEqual([401, 'unsigned']);
    const stranger = clientOf(() => url, here.clock, { id: 'p-nobody', secret: approver.secret });
    expect((await stranger.send(event)).problem.code).toBe('key_unknown');
    const other = clientOf(() => url, here.clock, { id: approver.id, secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` });
    expect((await other.send(event)).problem.code).toBe('signature');
    expect(here.zoom.calls()).toHaveLength(0);
  });

  it('R7 a recorded request with another id, hour or body, or of another key, is refused', async () => {
    const here = await start();
    const [one, two] = [await here.person('approver'), await here.person('approver')];
    const { importSecret } = await import('../../lib/contract/signature.ts');
    const body = JSON.stringify(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    const headers = await sign({ id: one.id, kind: 'v1', key: await importSecret(one.secret) }, 'evt_recorded', MONDAY, body);
    const post = (changed: Record<string, string>, text = body) =>
      fetch(`${here.companion.url}/v1/events`, { method: 'POST', headers: { ...headers, ...changed }, body: text }).then((answer) => answer.status);
    expect(await post({ 'webhook-id': 'evt_other' })).toBe(401);
    expect(await post({ 'webhook-timestamp': String(MONDAY / 1000 + 1) })).toBe(401);
    expect(await post({ 'passerelle-key': two.id })).toBe(401);
    expect(await post({}, body.replace('1200', '1201'))).toBe(401);
    expect(await post({})).toBe(202);
    expect(await post({})).toBe(202);
    here.clock.advance(6 * MINUTE);
    expect(await post({})).toBe(401);
    await here.companion.idle();
    expect(here.zoom.created()).toHaveLength(1);
  });

  it('Z70 an id of one person used by another is a conflict, not an answer', async () => {
    const here = await start();
    const [one, two] = [await here.person('approver'), await here.person('approver')];
    const event = eventOf('booking.approved', bookingAt(START), { at: MONDAY });
    expect((await one.send(event, { id: 'evt_shared' })).status).toBe(202);
    expect((await two.send(event, { id: 'evt_shared' })).status).toBe(409);
  });
});

describe('what each role may do', () => {
  it('S0-03 S1-52 only an approver or an admin decides; a representative asks, and cancels what is his own', async () => {
    const here = await start();
    const own = { email: 'elise.gagne@iucpq.example.test', establishmentId: null };
    const representative = await here.person('representative', own);
    const booking = bookingAt(START);
    for (const type of ['booking.approved', 'booking.changed', 'booking.rejected'] as const) {
      expect((await representative.send(eventOf(type, booking, { at: MONDAY }))).problem).toMatchObject({ status: 403, code: 'forbidden' });
    }
    expect((await representative.send(eventOf('booking.requested', booking, { at: MONDAY }))).answer.booking.state).toBe('requested');
    const stranger = bookingAt(START, { number: '2026-0099', requester: { name: 'Autre', email: 'autre@exemple.test' } });
    expect((await representative.send(eventOf('booking.requested', stranger, { at: MONDAY }))).status).toBe(403);
    expect((await representative.send(eventOf('booking.cancelled', booking, { at: MONDAY }))).answer.booking.state).toBe('cancelled');
    const host = await here.person('host');
    expect((await host.send(eventOf('booking.approved', booking, { at: MONDAY }))).status).toBe(403);
  });

  it('nobody makes another’s booking his own by saying so', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    const thief = await here.person('representative', { email: 'voleur@exemple.test' });
    const claimed = bookingAt(START, { requester: { name: 'Voleur', email: 'voleur@exemple.test' } });
    expect((await thief.send(eventOf('booking.cancelled', claimed, { at: MONDAY }))).status).toBe(403);
    expect((await thief.send(eventOf('booking.requested', claimed, { at: MONDAY }))).status).toBe(403);
  });

  it('a representative sees his own and his establishment’s bookings; the others see all', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const other = { number: '2026-0014', establishment: { id: 'cisss-iles', name: 'CISSS des Îles' }, requester: { name: 'Paul Roy', email: 'paul.roy@exemple.test' } };
    await approver.send(eventOf('booking.requested', bookingAt(START), { at: MONDAY }));
    here.clock.advance(1000);
    await approver.send(eventOf('booking.requested', bookingAt(START + DAY, other), { at: MONDAY }));
    const seen = async (who: { email?: string; establishmentId?: string }) =>
      (await (await here.person('representative', who)).bookings()).map(({ booking }) => booking.number);
    expect(await seen({ email: 'ELISE.GAGNE@iucpq.example.test' })).toEqual(['2026-0012']);
    expect(await seen({ establishmentId: 'cisss-iles' })).toEqual(['2026-0014']);
    expect(await seen({})).toEqual([]);
    expect((await approver.bookings()).map(({ booking }) => booking.number)).toEqual(['2026-0014', '2026-0012']);
    const stranger = await here.person('representative', { email: 'autre@exemple.test' });
    expect((await stranger.get('/v1/bookings/iris:2026-0012')).status).toBe(404);
    expect((await approver.get('/v1/bookings/iris:2026-0012')).status).toBe(200);
  });

  it('S0-21 everybody sees the use per establishment, what is asked for apart', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await approver.send(eventOf('booking.requested', bookingAt(START + DAY, { number: '2026-0014' }), { at: MONDAY }));
    await approver.send(eventOf('booking.rejected', bookingAt(START + 2 * DAY, { number: '2026-0015' }), { at: MONDAY }));
    const representative = await here.person('representative', { establishmentId: 'cisss-iles' });
    const { body } = await representative.get<UsageAnswer>('/v1/usage?service=web5000&from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z');
    expect(body.rows).toEqual([{ establishment: { id: 'iucpq', name: 'IUCPQ – Université Laval' }, used: 1.5 * HOUR, requested: 1.5 * HOUR, bookings: 2, partOfUse: 1000, notHeld: 0 }]);
  });
});

describe('which booking an event speaks of', () => {
  it('joins the number to the booking that was seen without it, and makes no second one', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.requested', bookingAt(START, { number: null }), { at: MONDAY }));
    const { answer } = await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    expect(answer.booking).toMatchObject({ key: 'iris:2026-0012', state: 'approved' });
    await approver.send(eventOf('booking.approved', bookingAt(START, { number: null }), { at: MONDAY }));
    await here.companion.idle();
    expect(await approver.bookings()).toHaveLength(1);
    expect(here.zoom.created()).toHaveLength(1);
  });

  it('keeps the e-mail that an approver’s page does not show', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.requested', bookingAt(START), { at: MONDAY }));
    await approver.send(eventOf('booking.approved', bookingAt(START, { requester: { name: 'Élise Gagné', email: null } }), { at: MONDAY }));
    await here.companion.idle();
    expect(here.mailbox.messages().map(({ envelope }) => envelope.to)).toEqual([['elise.gagne@iucpq.example.test']]);
  });

  it('Z72 two approvers at once make one conference, and both see it', async () => {
    const here = await start();
    const [one, two] = [await here.person('approver'), await here.person('admin')];
    await Promise.all([one, two].map((person) => person.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }))));
    await here.companion.idle();
    expect(here.zoom.created()).toHaveLength(1);
    for (const person of [one, two]) expect((await person.bookings())[0]?.state).toBe('scheduled');
  });

  it('Z72 a rejection that waited in a browser without network does not undo the approval that came after it', async () => {
    const here = await start();
    const [away, present] = [await here.person('approver'), await here.person('approver')];
    here.clock.advance(10 * MINUTE);
    await present.send(eventOf('booking.approved', bookingAt(START), { at: here.clock.now() }));
    await here.companion.idle();
    here.clock.advance(HOUR);
    expect((await away.send(eventOf('booking.rejected', bookingAt(START), { at: MONDAY }))).answer.booking).toMatchObject({ state: 'scheduled' });
    await here.companion.idle();
    expect(here.zoom.conferences()).toHaveLength(1);
    expect((await away.send(eventOf('booking.rejected', bookingAt(START), { at: here.clock.now() }))).answer.booking.state).toBe('cancelling');
    await here.companion.idle();
    expect(here.zoom.conferences()).toHaveLength(0);
  });

  it('Z72 an approval that waited in a browser without network does not move back a booking that was changed since', async () => {
    const here = await start();
    const [away, present] = [await here.person('approver'), await here.person('approver')];
    const late = eventOf('booking.approved', bookingAt(START), { at: MONDAY });
    here.clock.advance(10 * MINUTE);
    await present.send(eventOf('booking.approved', bookingAt(START), { at: here.clock.now() }));
    await here.companion.idle();
    here.clock.advance(10 * MINUTE);
    await present.send(eventOf('booking.changed', bookingAt(START + DAY), { at: here.clock.now() }));
    await here.companion.idle();
    here.clock.advance(HOUR);
    await away.send(late);
    await here.companion.idle();
    expect(here.zoom.conferences().map((conference) => conference.start)).toEqual([START + DAY]);
    expect(here.mailbox.messages()).toHaveLength(2);
    await away.send(eventOf('booking.changed', bookingAt(START), { at: here.clock.now() }));
    await here.companion.idle();
    expect(here.zoom.conferences().map((conference) => conference.start)).toEqual([START]);
  });

  it.each([
    ['slow', -4 * MINUTE],
    ['fast', 4 * MINUTE],
  ])('Z72 R6 a cancellation after the approval counts, and an approval after that, though a post’s clock is four minutes %s', async (_, skew) => {
    const here = await start();
    const [wrong, right] = [await here.person('approver'), await here.person('approver')];
    const decide = (person: typeof wrong, type: 'booking.approved' | 'booking.cancelled') => {
      here.clock.advance(MINUTE);
      const now = here.clock.now() + (person === wrong ? skew : 0);
      return person.send(eventOf(type, bookingAt(START), { at: now - 10_000 }), { now });
    };
    await decide(right, 'booking.approved');
    await here.companion.idle();
    expect((await decide(wrong, 'booking.cancelled')).answer.booking.state).toBe('cancelling');
    await here.companion.idle();
    expect((await decide(right, 'booking.approved')).answer.booking.state).not.toBe('cancelled');
    await here.companion.idle();
    expect((await decide(wrong, 'booking.approved')).answer.booking.state).toBe('scheduled');
    expect((await decide(right, 'booking.cancelled')).answer.booking.state).toBe('cancelling');
  });

  it('Z72 R6 a cancellation after the approval counts, and an approval after that, though the companion’s own clock was set back in between', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const decide = (type: 'booking.approved' | 'booking.cancelled') => {
      here.clock.advance(-10 * MINUTE);
      return approver.send(eventOf(type, bookingAt(START), { at: here.clock.now() }));
    };
    await decide('booking.approved');
    await here.companion.idle();
    expect((await decide('booking.cancelled')).answer.booking.state).toBe('cancelling');
    here.clock.advance(HOUR);
    await here.companion.idle();
    expect(here.zoom.conferences()).toHaveLength(0);
    here.clock.advance(-HOUR);
    expect((await decide('booking.approved')).answer.booking.state).not.toBe('cancelled');
  });

  it('R3 forty events, each sent ten times by fifty clients at once, are forty bookings with equal answers', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const numbers = Array.from({ length: 400 }, (_, index) => `2027-${String(index % 40).padStart(4, '0')}`);
    const answers: { status: number; text: string }[] = [];
    const client = async (): Promise<void> => {
      for (let number = numbers.pop(); number !== undefined; number = numbers.pop()) {
        answers.push(await approver.send(eventOf('booking.requested', bookingAt(START + Number(number.slice(5)) * 2 * HOUR, { number }), { at: MONDAY }), { id: `evt_${number}` }));
      }
    };
    await Promise.all(Array.from({ length: 50 }, client));
    expect(answers).toHaveLength(400);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(40);
    expect(await approver.bookings()).toHaveLength(40);
  }, 20_000);
});

describe('refusals', () => {
  it('answers every bad input with a sentence after RFC 9457 and never a stack', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const good = eventOf('booking.approved', bookingAt(START), { at: MONDAY });
    const bad: [unknown, number, string][] = [
      ['{', 400, 'malformed'],
      [`${'['.repeat(40)}${']'.repeat(40)}`, 400, 'malformed'],
      [{ ...good, type: 'booking.unknown' }, 422, 'invalid'],
      [{ ...good, extra: 1 }, 422, 'invalid'],
      [{ ...good, data: { ...good.data, booking: { ...good.data.booking, name: 'x'.repeat(201) } } }, 422, 'invalid'],
      [{ ...good, data: { ...good.data, booking: { ...good.data.booking, requester: { name: 'A', email: 'a@b.ca\r\nBcc: x@y.ca' } } } }, 422, 'invalid'],
      [{ ...good, data: { ...good.data, booking: { ...good.data.booking, end: good.data.booking.start } } }, 422, 'invalid'],
      [null, 422, 'invalid'],
    ];
    for (const [value, status, code] of bad) {
      const answer = await approver.send(good, { body: typeof value === 'string' ? value : JSON.stringify(value) });
      expect([answer.status, answer.problem.code]).toEqual([status, code]);
      expect(answer.problem).toMatchObject({ type: `urn:passerelle:problem:${code}`, status });
      expect(answer.problem.detail).toMatch(/\p{L}.*\.$/u);
      expect(answer.text).not.toMatch(/\bat .*:\d+|node_modules|Error/u);
    }
  });

  it('Z68 refuses more than 64 kB before it reads it as JSON', async () => {
    const here = await start();
    const answer = await fetch(`${here.companion.url}/v1/events`, { method: 'POST', body: 'x'.repeat(65 * 1024) });
    expect([answer.status, (await answer.json() as Problem).code]).toEqual([413, 'too_large']);
  });

  it('an unknown path is a problem with a sentence too', async () => {
    const here = await start();
    const answer = await fetch(`${here.companion.url}/wp-login.php`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('the browser’s questions before it asks', () => {
  const extension = 'chrome-extension://abcdefghijklmnopabcdefghijklmnop';

  it('an extension may read the answers, also from a local network; a site may not', async () => {
    const here = await start();
    const ask = (origin: string) => fetch(`${here.companion.url}/v1/events`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-private-network': 'true' } });
    for (const origin of [extension, 'moz-extension://0a1b2c3d-0000-4000-8000-0123456789ab']) {
      const { headers, status } = await ask(origin);
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe(origin);
      expect(headers.get('access-control-allow-private-network')).toBe('true');
      for (const name of ['webhook-id', 'webhook-timestamp', 'webhook-signature', 'passerelle-key', 'content-type']) expect(headers.get('access-control-allow-headers')).toContain(name);
    }
    for (const origin of ['https://www.irisreservation.ca', 'null', 'chrome-extension://abc', 'https://chrome-extension.example.test']) {
      expect((await ask(origin)).headers.get('access-control-allow-origin')).toBeNull();
    }
    const refusal = await fetch(`${here.companion.url}/v1/me`, { headers: { origin: extension } });
    expect([refusal.status, refusal.headers.get('access-control-allow-origin')]).toEqual([401, extension]);
  });
});

describe('a key made in the browser', () => {
  it('is enrolled once with its code, then signs; the companion holds only its public half', async () => {
    const here = await start();
    const database = await here.openLedger();
    const { code, keyId } = await database.invite({ name: 'Marc Pelletier', email: null, role: 'approver', establishmentId: null });
    const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']) as CryptoKeyPair;
    const publicKey = Buffer.from(await crypto.subtle.exportKey('raw', pair.publicKey)).toString('base64');
    const enrol = (body: unknown) => fetch(`${here.companion.url}/v1/enrolments`, { method: 'POST', body: JSON.stringify(body) });
    expect((await enrol({ code: 'AAAA-AAAA-AAAA', publicKey })).status).toBe(401);
    const taken = await enrol({ code: code.toLowerCase().replaceAll('-', ' '), publicKey });
    expect([taken.status, await taken.json()]).toEqual([201, { keyId, name: 'Marc Pelletier', role: 'approver' }]);
    const other = Buffer.alloc(32, 1).toString('base64');
    expect((await enrol({ code, publicKey: other })).status).toBe(401);
    const body = JSON.stringify(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    const headers = await sign({ id: keyId, kind: 'v1a', key: pair.privateKey }, 'evt_v1a', MONDAY, body);
    const answer = await fetch(`${here.companion.url}/v1/events`, { method: 'POST', headers: { ...headers }, body });
    expect(answer.status).toBe(202);
    await database.close();
  });

  it('cannot be enrolled by guessing, nor after two days', async () => {
    const here = await start();
    const database = await here.openLedger();
    const { code } = await database.invite({ name: 'Marc', email: null, role: 'approver', establishmentId: null });
    const publicKey = Buffer.alloc(32, 1).toString('base64');
    const enrol = (text: string) => fetch(`${here.companion.url}/v1/enrolments`, { method: 'POST', body: JSON.stringify({ code: text, publicKey }) }).then(({ status }) => status);
    const answers = [];
    for (let tries = 0; tries < 12; tries += 1) answers.push(await enrol('BBBB-BBBB-BBBB'));
    expect(answers.slice(10)).toEqual([429, 429]);
    here.clock.advance(2 * DAY + MINUTE);
    expect(await enrol(code)).toBe(401);
    await database.close();
  });
});
