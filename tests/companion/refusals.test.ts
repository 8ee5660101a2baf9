import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { problem as problemSchema } from '../../lib/contract/answer.ts';
import type { Problem } from '../../lib/contract/answer.ts';
import { operations } from '../../companion/routes/openapi.ts';
import { bookingAt, DAY, eventOf, MONDAY } from './support/bookings.ts';
import { linkIn } from './support/rooms.ts';
import { startOwnWorld } from './support/own-world.ts';
import { clientOf } from './support/world.ts';
import type { World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const KEY = 'iris:2026-0012';
const start = startOwnWorld;

/** A refusal after RFC 9457: of its type, with a sentence for a person, and nothing of the program's inside. */
async function expectProblem(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/u);
  const text = await answer.text();
  const problem = problemSchema.parse(JSON.parse(text));
  expect(problem).toMatchObject({ status: answer.status, type: `urn:passerelle:problem:${problem.code}` });
  expect(problem.detail).toMatch(/^\p{Lu}.*\.$/u);
  expect(text).not.toMatch(/\bat .*:\d+|node_modules|Error\b|SQLITE|undefined|\{field\}/u);
  return problem;
}

describe('every route', () => {
  const addressOf = (path: string): string => path.replace(':key', KEY);
  const bodies = ['', '{', 'null', '[]', '"text"', '\u0000\u{1F600}', `${'['.repeat(60)}${']'.repeat(60)}`, '{"__proto__":{"role":"admin"}}'];

  it.each(operations.map(({ method, path }) => [method.toUpperCase(), path] as const))('answers bad input in the form of RFC 9457, with a sentence: %s %s', async (method, path) => {
    const here = await start({ variables: { ZOOM_WEBHOOK_SECRET: 'zoom-secret' } });
    const admin = await here.person('admin');
    const url = `${here.companion.url}${addressOf(path)}`;
    const known = operations.filter((other) => other.path === path).map((other) => other.method.toUpperCase());
    for (const other of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
      if (known.includes(other)) continue;
      const answer = await fetch(url, { method: other });
      expect((await expectProblem(answer)).code).toBe('method');
      expect(answer.headers.get('allow')?.split(', ')).toEqual(expect.arrayContaining(known));
    }
    if (method === 'GET') {
      if (!path.startsWith('/v1')) return;
      expect((await expectProblem(await fetch(url))).code).toBe('unsigned');
      expect((await admin.get<Problem>(`${addressOf(path)}${path.includes(':key') ? 'x' : ''}?from=hier&to=%00&service=%22`)).status).toBeLessThan(500);
      return;
    }
    for (const body of bodies) {
      expect((await expectProblem(await fetch(url, { method, body }))).status).toBeLessThan(500);
      const signed = await admin.post<Problem>(addressOf(path), body === '' ? {} : body);
      expect(signed.status).toBeGreaterThanOrEqual(400);
      expect(signed.status).toBeLessThan(500);
      expect(problemSchema.safeParse(signed.body).success).toBe(true);
    }
    const late = await fetch(url, { method, body: 'x'.repeat(70_000) });
    expect((await expectProblem(late)).code).toBe('too_large');
  }, 60_000);

  it('is described with the refusal that it may give', async () => {
    const here = await start();
    const { paths } = await (await fetch(`${here.companion.url}/openapi.json`)).json() as { paths: Record<string, Record<string, { responses: { default?: { content: object } } }>> };
    for (const path of Object.values(paths)) for (const { responses } of Object.values(path)) expect(responses.default?.content).toHaveProperty(['application/problem+json']);
  });
});

describe('what is no request', () => {
  const raw = (here: World, text: string): Promise<string> => new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(here.companion.url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (part) => (answer += String(part)));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
  });

  it.each([
    ['another language', 'HELO companion\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
    ['two lengths', 'POST /v1/events HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabcd', 400],
  ])('%s is refused with a sentence, and the companion goes on', async (_what, text, status) => {
    const here = await start();
    const [head = '', body = ''] = (await raw(here, text)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'));
    expect(head).toContain('application/problem+json');
    expect(problemSchema.parse(JSON.parse(body))).toMatchObject({ status, detail: expect.stringMatching(/\.$/u) });
    expect((await fetch(`${here.companion.url}/healthz`)).status).toBe(200);
  });
});

describe('a person who opens an address in a browser', () => {
  const browse = (address: string, init: RequestInit = {}): Promise<Response> => fetch(address, { ...init, headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
  const read = async (answer: Response): Promise<string> => {
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/u);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
    expect(answer.headers.get('cache-control')).toBe('no-store');
    return answer.text();
  };

  it('reads in French and in English that nothing is there, and where to find the right one', async () => {
    const here = await start();
    for (const path of ['/', '/R/abc', '/r', '/c/', '/h/a/b']) {
      const answer = await browse(`${here.companion.url}${path}`);
      expect(answer.status).toBe(404);
      expect(await read(answer)).toMatch(/Rien ne se trouve à cette adresse[\s\S]*Reprenez le lien du courriel[\s\S]*There is nothing at this address/u);
    }
  });

  it('reads in French and in English that a link is worth nothing any more: a link says in which language only while it leads somewhere', async () => {
    const here = await start();
    const inBoth = { c: /ne permet pas d’annuler[\s\S]*cannot cancel/u, h: /à aucune question[\s\S]*to no question/u, k: /à aucune clé[\s\S]*to no key/u, s: /à aucune demande[\s\S]*to no request/u, u: /n’est plus ouverte[\s\S]*no longer open/u };
    for (const [letter, words] of Object.entries(inBoth)) {
      const answer = await browse(`${here.companion.url}/${letter}/${'A'.repeat(43)}`);
      expect([letter, answer.status]).toEqual([letter, 404]);
      expect(await read(answer)).toMatch(words);
    }
  });

  it('is told to wait after too many wrong links', async () => {
    const here = await start();
    let answer = await browse(`${here.companion.url}/r/${'a'.repeat(16)}`);
    for (let tries = 0; tries < 60 && answer.status !== 429; tries += 1) answer = await browse(`${here.companion.url}/r/${'a'.repeat(16)}`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '60']);
    expect(await read(answer)).toContain('Attendez une minute, puis ouvrez le lien de nouveau.');
  });

  it('is told that nothing is lost when the ledger does not answer, and no more than that', async () => {
    const here = await start();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.pass(DAY);
    const link = linkIn(here.mailbox.messages().map(({ text }) => text).join('\n'), 'c');
    expect((await browse(link)).status).toBe(200);
    const { database, close } = await here.openLedger();
    await database.db.schema.alterTable('bookings').renameTo('elsewhere').execute();
    await close();
    for (const method of ['GET', 'POST']) {
      const answer = await browse(link, { method });
      expect(answer.status).toBeGreaterThanOrEqual(500);
      const text = await read(answer);
      expect(text).toMatch(/Rien n’a été changé et rien n’est perdu[\s\S]*Nothing was changed/u);
      expect(text).not.toMatch(/bookings|SQLITE|Error/u);
    }
  });

  it('is answered as a program where programs ask', async () => {
    const here = await start();
    for (const path of ['/v1/me', '/v1/none', '/zoom/events', '/healthz/']) {
      const answer = await browse(`${here.companion.url}${path}`);
      if (path !== '/healthz/') await expectProblem(answer);
      else expect(await read(answer)).toContain('Rien ne se trouve à cette adresse');
    }
  });
});

describe('a key that asks too much', () => {
  it('is told how long to wait, and is heard again then; nobody else waits, and rubbish in its name counts for nothing', async () => {
    const here = await start({ variables: { PASSERELLE_REQUESTS_PER_MINUTE: '6' } });
    const [one, other] = [await here.person('approver'), await here.person('approver')];
    const forger = clientOf(() => here.companion.url, here.clock, { id: one.id, secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` });
    for (let tries = 0; tries < 10; tries += 1) expect((await forger.get('/v1/me')).status).toBe(401);
    for (let asked = 0; asked < 6; asked += 1) expect((await one.get('/v1/me')).status).toBe(200);
    const refused = await one.post<Problem>(`/v1/bookings/${KEY}/start`, {});
    expect([refused.status, refused.body.code, refused.headers.get('retry-after')]).toEqual([429, 'too_many', '10']);
    expect(refused.body.detail).toBe('Trop de demandes en peu de temps\u00a0: réessayez dans 10\u00a0s.');
    const event = eventOf('booking.requested', bookingAt(START), { at: MONDAY });
    expect((await one.send(event, { id: 'evt_late' })).status).toBe(429);
    expect((await other.get('/v1/me')).status).toBe(200);
    here.clock.advance(10_000);
    expect((await one.send(event, { id: 'evt_late' })).status).toBe(202);
    expect((await one.get('/v1/me')).status).toBe(429);
  });
});
