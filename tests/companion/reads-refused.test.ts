/** Every signed read says precisely why it is refused: status, code, and a sentence for the person. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../lib/contract/answer.ts';
import { bodyOfRead, importSecret, sign } from '../../lib/contract/signature.ts';
import { operations } from '../../companion/routes/openapi.ts';
import { bookingAt, DAY, eventOf, MONDAY } from './support/bookings.ts';
import { startWorld } from './support/world.ts';
import type { Client, World } from './support/world.ts';

const KEY = 'iris%3A2026-0012';
/** Each read as a program asks it; a new one that is missing here fails below. */
const queries: Readonly<Record<string, string>> = { '/v1/licence': '?service=web5000', '/v1/usage': '?service=web5000', '/v1/usage/bookings': '?service=web5000', '/v1/usage/attendance': '?service=web5000' };
const reads = operations.filter(({ method, signed }) => method === 'get' && signed).map(({ path }) => `${path.replace(':key', KEY)}${queries[path] ?? ''}`);
const forHosts = reads.filter((path) => /\/(?:day|attendance|licence)(?:\?|$)/u.test(path) && !path.startsWith('/v1/usage'));

const sentences = {
  unsigned: 'La demande n’est pas signée\u00a0: une clé personnelle est nécessaire.',
  key_unknown: 'Cette clé n’est pas connue du compagnon\u00a0: demandez-en une à l’administrateur.',
  key_revoked: 'Cette clé a été retirée\u00a0: demandez-en une nouvelle à l’administrateur.',
  signature: 'La signature ne correspond pas à la demande\u00a0: vérifiez la clé.',
  clock_skew: 'L’horloge de ce poste diffère de plus de cinq minutes de celle du compagnon.',
  forbidden: 'Le rôle de cette clé ne permet pas cette action sur cette réservation.',
  not_found: 'Rien ne se trouve à cette adresse, ou cette clé n’y a pas accès.',
} as const;

let here: World;
let approver: Client;
let representative: Client;
let stranger: Client;
let revoked: Client;

beforeAll(async () => {
  here = await startWorld();
  approver = await here.person('approver');
  representative = await here.person('representative', { email: 'elise.gagne@iucpq.example.test', establishmentId: 'iucpq' });
  stranger = await here.person('representative', { email: 'autre@exemple.test', establishmentId: 'cisss-iles' });
  revoked = await here.person('approver');
  await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY), { at: MONDAY }));
  await here.companion.idle();
  const ledger = await here.openLedger();
  await ledger.revoke(revoked.id);
  await ledger.close();
});
afterAll(() => here.close());

const isRefusal = (status: number, code: keyof typeof sentences) => ({ status, type: 'application/problem+json; charset=utf-8', problem: expect.objectContaining({ status, code, detail: sentences[code], title: expect.stringMatching(/\S/u) }) });

async function ask(path: string, headers: Record<string, string>): Promise<{ status: number; type: string | null; problem: Problem }> {
  const answer = await fetch(`${here.companion.url}${path}`, { headers });
  return { status: answer.status, type: answer.headers.get('content-type'), problem: (await answer.json()) as Problem };
}

async function signed(path: string, { id = approver.id, secret = approver.secret, at = MONDAY, text = bodyOfRead('GET', path) } = {}): Promise<Record<string, string>> {
  return { ...(await sign({ id, kind: 'v1', key: await importSecret(secret) }, 'read_precise', at, text)) };
}

describe('a read that is not rightly signed', () => {
  it.each(reads)('S3-06 R7 is refused with 401, a code and a sentence: %s', async (path) => {
    expect(await ask(path, {})).toEqual(isRefusal(401, 'unsigned'));
    const headers = await signed(path);
    for (const name of Object.keys(headers)) expect(await ask(path, Object.fromEntries(Object.entries(headers).filter(([other]) => other !== name)))).toEqual(isRefusal(401, 'unsigned'));
    expect(await ask(path, await signed(path, { id: 'p-nobody' }))).toEqual(isRefusal(401, 'key_unknown'));
    expect(await ask(path, await signed(path, { id: revoked.id, secret: revoked.secret }))).toEqual(isRefusal(401, 'key_revoked'));
    expect(await ask(path, await signed(path, { id: stranger.id }))).toEqual(isRefusal(401, 'signature'));
    for (const text of [bodyOfRead('POST', path), bodyOfRead('GET', `${path}x`), bodyOfRead('GET', path.replace('0012', '0013').replace('web5000', 'clinical').replace('/v1/me', '/v1/bookings')), '']) {
      if (text !== bodyOfRead('GET', path)) expect(await ask(path, await signed(path, { text }))).toEqual(isRefusal(401, 'signature'));
    }
    expect(await ask(path, await signed(path, { at: MONDAY - 6 * 60_000 }))).toEqual({ ...isRefusal(401, 'clock_skew'), problem: expect.objectContaining({ code: 'clock_skew', detail: sentences.clock_skew, serverTime: '2026-11-23T14:00:00.000Z' }) });
    // The same, rightly: what is refused above is refused for what is said.
    expect((await ask(path, headers)).status).toBe(path.endsWith('/attendance') ? 409 : 200);
  });
});

describe('a read that is rightly signed by somebody who may not', () => {
  it('there are such reads', () => {
    expect(forHosts).toEqual([`/v1/bookings/${KEY}/day`, '/v1/licence?service=web5000', `/v1/bookings/${KEY}/attendance`]);
  });

  it.each(forHosts)('S3-06 Z51 is refused with 403, a code and a sentence, even of his own booking: %s', async (path) => {
    for (const { id, secret } of [representative, stranger]) expect(await ask(path, await signed(path, { id, secret }))).toEqual(isRefusal(403, 'forbidden'));
  });

  it('S3-06 another’s booking is not told apart from one that does not exist', async () => {
    const of = async (path: string, { id, secret }: Client) => ask(path, await signed(path, { id, secret }));
    const [other, none] = [await of(`/v1/bookings/${KEY}`, stranger), await of('/v1/bookings/iris%3A2026-9999', stranger)];
    expect(other).toEqual(isRefusal(404, 'not_found'));
    expect(none).toEqual(other);
    expect((await of(`/v1/bookings/${KEY}`, representative)).status).toBe(200);
  });
});
