import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { bodyOfRead, importPublicKey, importSecret, sign, TOLERANCE_SECONDS, verify, type SignedHeaders, type SigningKey } from '../../../lib/contract/signature.ts';

const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
const BODY = '{"type":"booking.approved","timestamp":"2026-11-22T00:00:00Z","data":{"reservationId":"123"}}';
const SECONDS = 1795305600;
const NOW = SECONDS * 1000;
const ID = 'msg_mgr_0001';

const hmac = async (secret = SECRET): Promise<SigningKey> => ({ id: 'approbatrice', kind: 'v1', key: await importSecret(secret) });
const toGiven = (headers: SignedHeaders) => ({ id: headers['webhook-id'], timestamp: headers['webhook-timestamp'], signature: headers['webhook-signature'] });
const check = async (given: Parameters<typeof verify>[1], body = BODY, now = NOW) => verify([await hmac()], given, body, now);
const signed = async (id = ID, now = NOW, body = BODY) => sign(await hmac(), id, now, body);

describe('signatures of Standard Webhooks', () => {
  it('Z69 gives the vector of zoom.md § 7', async () => {
    expect(await signed()).toEqual({ 'webhook-id': ID, 'webhook-timestamp': String(SECONDS), 'webhook-signature': 'v1,x+BKgGWv8Qdl/ZvyzEtIVzW0PXPM1k/Du9n9gZeSz7k=', 'passerelle-key': 'approbatrice' });
  });

  it('signs what the library of the standard signs, whatever the body', async () => {
    const key = await hmac();
    const oracle = new Webhook(SECRET);
    await fc.assert(fc.asyncProperty(fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/u), fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 4e9 }), async (id, body, seconds) => {
      const headers = await sign(key, id, seconds * 1000 + 999, body);
      expect(headers['webhook-signature']).toBe(oracle.sign(id, new Date(seconds * 1000), body));
      expect(await verify([key], toGiven(headers), body, seconds * 1000)).toBeNull();
    }), { numRuns: 100 });
  });

  it('F13 refuses a body changed by one byte, another id and another timestamp', async () => {
    const given = toGiven(await signed());
    expect(await check(given)).toBeNull();
    expect(await check(given, `${BODY} `)).toBe('signature');
    expect(await check({ ...given, id: 'msg_mgr_0002' })).toBe('signature');
    expect(await check({ ...given, timestamp: String(SECONDS + 1) })).toBe('signature');
  });

  it('F13 refuses another key', async () => {
    const other = await sign(await hmac('whsec_YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE='), ID, NOW, BODY);
    expect(await check(toGiven(other))).toBe('signature');
  });

  it.each([[0, null], [TOLERANCE_SECONDS, null], [-TOLERANCE_SECONDS, null], [TOLERANCE_SECONDS + 1, 'clock'], [-TOLERANCE_SECONDS - 1, 'clock']])('F13 Z69 a clock that is %i s ahead: %s', async (ahead, refusal) => {
    expect(await check(toGiven(await signed()), BODY, NOW + ahead * 1000)).toBe(refusal);
  });

  it('says « clock » only when the signature itself is right', async () => {
    expect(await check(toGiven(await signed()), 'other', NOW + 3_600_000)).toBe('signature');
  });

  it('accepts any of several signatures, and either key during a rotation', async () => {
    const [given, other] = [toGiven(await signed()), await hmac('whsec_YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=')];
    expect(await check({ ...given, signature: `v1,AAAA v2,zzz ${given.signature}` })).toBeNull();
    expect(await verify([other, await hmac()], given, BODY, NOW)).toBeNull();
    expect(await verify([], given, BODY, NOW)).toBe('signature');
  });

  it('R7 refuses another spelling of the same signature: without its padding, with space in it, with other unread bits', async () => {
    const given = toGiven(await signed());
    const text = given.signature ?? '';
    for (const spelling of [text.replace(/=$/u, ''), `${text.slice(0, 9)}\t${text.slice(9)}`, text.replace(/.=$/u, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}=`)]) {
      expect(spelling).not.toBe(text);
      expect(await check({ ...given, signature: spelling })).toBe('signature');
    }
  });

  it.each([
    ['no id', { id: null }], ['an empty id', { id: '' }], ['a dot in the id', { id: 'a.b' }], ['a long id', { id: 'a'.repeat(129) }], ['no timestamp', { timestamp: null }], ['letters after the timestamp', { timestamp: `${String(SECONDS)}x` }],
    ['a negative timestamp', { timestamp: '-1' }], ['no signature', { signature: null }],
  ])('refuses %s as malformed', async (_title, changed) => {
    expect(await check({ ...toGiven(await signed()), ...changed })).toBe('malformed');
  });

  it.each(['', 'v1,', 'v1,%%%', 'v1', 'v1a,x+BKgGWv8Qdl/ZvyzEtIVzW0PXPM1k/Du9n9gZeSz7k=', 'x+BKgGWv8Qdl/ZvyzEtIVzW0PXPM1k/Du9n9gZeSz7k='])('never throws on, nor accepts, the signature « %s »', async (signature) => {
    expect(await check({ ...toGiven(await signed()), signature })).not.toBeNull();
  });

  it('signs reads by their method and address', () => {
    expect(bodyOfRead('get', '/v1/bookings?from=1')).toBe('GET /v1/bookings?from=1');
  });
});

describe('keys', () => {
  it.each(['whsec_%%%', '', 'whsec_', `whsec_${btoa('x'.repeat(23))}`, `whsec_${btoa('x'.repeat(65))}`])('refuses the secret « %s » without repeating it', async (text) => {
    const error = await importSecret(text).then(() => null, (reason: unknown) => reason);
    expect(error).toBeInstanceOf(TypeError);
    if (text.length > 6) expect(String(error)).not.toContain(text.slice(6));
  });

  it('takes a secret of 24 to 64 bytes, with or without its prefix, as people paste it', async () => {
    for (const bytes of [24, 64]) expect((await importSecret(` whsec_${btoa('x'.repeat(bytes))}\n`)).extractable).toBe(false);
    expect((await importSecret(btoa('x'.repeat(24)))).type).toBe('secret');
  });

  it('signs and verifies with Ed25519 (v1a)', async () => {
    const pair = (await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify'])) as CryptoKeyPair;
    const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
    const key = await importPublicKey(btoa(String.fromCharCode(...raw)));
    const headers = await sign({ id: 'k', kind: 'v1a', key: pair.privateKey }, ID, NOW, BODY);
    expect(headers['webhook-signature']).toMatch(/^v1a,/u);
    expect(await verify([{ kind: 'v1a', key }], toGiven(headers), BODY, NOW)).toBeNull();
    expect(await verify([{ kind: 'v1a', key }], toGiven(headers), `${BODY} `, NOW)).toBe('signature');
    // A key of one kind never verifies a signature of the other.
    expect(await verify([await hmac()], toGiven(headers), BODY, NOW)).toBe('signature');
  });
});
