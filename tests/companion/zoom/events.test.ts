import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { answerValidation, parseZoomEvent, verifyZoomSignature } from '../../../companion/zoom/events.ts';
import { listen } from '../../standins/listen.ts';
import { signEvent, startZoomStandin } from '../../standins/zoom/standin.ts';

const SECRET = 'zoom-secret-token-example';
const SECONDS = 1_795_305_600;
const NOW = SECONDS * 1000;
/** zoom.md § 5 */
const VECTOR = '{"event":"meeting.started","event_ts":1795305600000,"payload":{"account_id":"abc","object":{"id":"85746065","uuid":"4444AAAiAAAAAiAiAiiAii==","host_id":"x1","topic":"Réunion","type":2,"start_time":"2026-11-22T00:00:00Z","timezone":"America/Montreal","duration":60}}}';
const VECTOR_SIGNATURE = 'v0=02e3baf2ae0f2464fb8b47bbda46507414bf9cca3a94e9d29003a485afee0404';

const bytes = (text: string) => new TextEncoder().encode(text);
const headers = (signature: string | null = VECTOR_SIGNATURE, timestamp: string | null = String(SECONDS)) => ({ signature, timestamp });
const event = (name: string, object: object = {}, more: object = {}) => bytes(JSON.stringify({ event: name, event_ts: NOW, payload: { account_id: 'abc', object: { id: '85746065', uuid: 'u==', ...object } }, ...more }));
const parsed = (body: Uint8Array) => parseZoomEvent(body, 'abc');

describe('the signature of an event', () => {
  it('Z58 holds for the known vector', () => {
    expect(verifyZoomSignature(SECRET, headers(), bytes(VECTOR), NOW)).toBe('valid');
  });

  it('Z58 fails for one changed byte anywhere in body, hour or signature', () => {
    const body = bytes(VECTOR);
    for (let index = 0; index < body.length; index += 1) {
      const changed = body.slice();
      changed[index] = changed[index]! ^ 1;
      expect(verifyZoomSignature(SECRET, headers(), changed, NOW)).toBe('forged');
    }
    expect(verifyZoomSignature(SECRET, headers(VECTOR_SIGNATURE, String(SECONDS + 1)), body, NOW)).toBe('forged');
    expect(verifyZoomSignature(SECRET, headers(VECTOR_SIGNATURE.replace(/4$/u, '5')), body, NOW)).toBe('forged');
    expect(verifyZoomSignature('other', headers(), body, NOW)).toBe('forged');
  });

  it.each([
    ['no signature', headers(null)], ['no hour', headers(VECTOR_SIGNATURE, null)], ['another version', headers(VECTOR_SIGNATURE.replace('v0', 'v1'))],
    ['a short signature', headers('v0=02e3')], ['an empty one', headers('')], ['capitals', headers(VECTOR_SIGNATURE.toUpperCase())],
    ['an hour with words', headers(VECTOR_SIGNATURE, `${SECONDS}x`)], ['a negative hour', headers(VECTOR_SIGNATURE, '-1')],
  ])('Z58 is malformed with %s', (_title, given) => {
    expect(verifyZoomSignature(SECRET, given, bytes(VECTOR), NOW)).toBe('malformed');
  });

  it.each([null, ''])('Z58 never holds without a secret (%s)', (secret) => {
    expect(verifyZoomSignature(secret, headers(), bytes(VECTOR), NOW)).toBe('unset');
    expect(verifyZoomSignature(secret, headers(signEvent('', String(SECONDS), VECTOR)), bytes(VECTOR), NOW)).toBe('unset');
  });

  it('Z59 is of the raw bytes: 1.0 and escapes that a parser would write otherwise', () => {
    const body = String.raw`{"event":"x","a":1.0,"u":"\u00e9\/"}`;
    expect(verifyZoomSignature(SECRET, headers(signEvent(SECRET, String(SECONDS), body)), bytes(body), NOW)).toBe('valid');
    expect(verifyZoomSignature(SECRET, headers(signEvent(SECRET, String(SECONDS), body)), bytes(JSON.stringify(JSON.parse(body))), NOW)).toBe('forged');
    const binary = new Uint8Array([0xff, 0xfe, 0x00]);
    const signature = `v0=${createHmac('sha256', SECRET).update(`v0:${SECONDS}:`).update(binary).digest('hex')}`;
    expect(verifyZoomSignature(SECRET, headers(signature), binary, NOW)).toBe('valid');
  });

  it.each([[300_000, 'valid'], [300_001, 'stale'], [-300_000, 'valid'], [-300_001, 'stale']] as const)('Z61 with a clock %i ms off is %s', (off, verdict) => {
    expect(verifyZoomSignature(SECRET, headers(), bytes(VECTOR), NOW + off)).toBe(verdict);
  });
});

describe('the check of the address', () => {
  it('Z60 answers the known vector', () => {
    expect(answerValidation(SECRET, 'qgg8vlvZRS6UYooatFL8Aw')).toEqual({ plainToken: 'qgg8vlvZRS6UYooatFL8Aw', encryptedToken: '02b388957bd75494d35ec1658be6692dcda1d75201c34a5b7fbc48a7a2e59fc3' });
  });

  it('Z60 is no oracle: a plainToken that is an event’s signed text gets no answer', () => {
    const forged = `v0:${SECONDS}:{"event":"meeting.ended"}`;
    expect(answerValidation(SECRET, forged)).toBeNull();
    for (const token of ['', 'a b', 'a:b', 'é', 'x'.repeat(65), 'abc\n', '{}']) expect(answerValidation(SECRET, token)).toBeNull();
  });

  it('Z60 is told apart from events', () => {
    expect(parsed(bytes('{"event":"endpoint.url_validation","payload":{"plainToken":"abc"}}'))).toEqual({ type: 'validation', plainToken: 'abc' });
    expect(parsed(bytes('{"event":"endpoint.url_validation","payload":{}}'))).toEqual({ type: 'ignored', why: 'unknownEvent' });
  });
});

describe('what an event says', () => {
  it('is read from the known vector', () => {
    expect(parsed(bytes(VECTOR))).toEqual({
      type: 'event',
      event: { event: 'started', kind: 'meeting', id: '85746065', uuid: '4444AAAiAAAAAiAiAiiAii==', at: NOW, practiceSession: false, hostId: 'x1', topic: 'Réunion', key: 'meeting.started 4444AAAiAAAAAiAiAiiAii== 1795305600000' },
    });
  });

  it('Z55 tells the end of a rehearsal from the end of the webinar', () => {
    expect(parsed(event('webinar.ended', { practice_session: true }))).toMatchObject({ event: { event: 'ended', kind: 'webinar', practiceSession: true } });
    expect(parsed(event('webinar.ended'))).toMatchObject({ event: { practiceSession: false } });
  });

  it('Z62 has the same key for each delivery of one event, and another for another', () => {
    const key = (body: Uint8Array) => {
      const read = parsed(body);
      return read.type === 'event' ? read.event.key : null;
    };
    expect(key(event('meeting.ended'))).toBe(key(event('meeting.ended', { topic: 'autre' })));
    expect(new Set([event('meeting.ended'), event('meeting.started'), event('meeting.ended', { uuid: 'v==' }), event('meeting.ended', {}, { event_ts: NOW + 1 }), event('meeting.ended', { uuid: '', id: 123_456_789 })].map(key)).size).toBe(5);
  });

  it('Z64 takes the number as text or as a number for the same', () => {
    expect(parsed(event('webinar.deleted', { id: 85746065 }))).toMatchObject({ event: { id: '85746065', event: 'deleted' } });
    expect(parsed(event('webinar.deleted', { id: '85746065' }))).toMatchObject({ event: { id: '85746065' } });
    for (const id of [1.5, -1, '', 'abc', null, 2 ** 60]) expect(parsed(event('webinar.deleted', { id }))).toEqual({ type: 'ignored', why: 'unreadable' });
  });

  it('Z66 ignores another account', () => {
    expect(parseZoomEvent(event('meeting.started'), 'other')).toEqual({ type: 'ignored', why: 'otherAccount' });
  });

  it('Z32 gives the kind that a converted conference has now', () => {
    expect(parsed(event('meeting.converted_to_webinar'))).toMatchObject({ event: { event: 'converted', kind: 'webinar' } });
    expect(parsed(event('webinar.converted_to_meeting'))).toMatchObject({ event: { event: 'converted', kind: 'meeting' } });
  });

  it.each(['meeting.participant_joined', 'meeting.converted', 'user.created', 'meeting', 'meeting.constructor', ''])('ignores %s', (name) => {
    expect(parsed(event(name))).toEqual({ type: 'ignored', why: 'unknownEvent' });
  });

  it.each(['', 'null', '[]', '{"event":1}', '{"event":"meeting.started"}', '{"event":"meeting.started","payload":{"account_id":"abc"}}', '<xml/>'])('ignores what cannot be read: %s', (text) => {
    expect(parsed(bytes(text))).toEqual({ type: 'ignored', why: 'unreadable' });
  });

  it('ignores bytes that are not text', () => {
    expect(parsed(new Uint8Array([0x7b, 0xff]))).toEqual({ type: 'ignored', why: 'unreadable' });
  });
});

it('Z58 Z60 takes what the stand-in really sends, over HTTP, and proves the address to it', async () => {
  const seen: unknown[] = [];
  const receiver = await listen(
    {
      fetch: async (request) => {
        const body = new Uint8Array(await request.arrayBuffer());
        const verdict = verifyZoomSignature(SECRET, { signature: request.headers.get('x-zm-signature'), timestamp: request.headers.get('x-zm-request-timestamp') }, body, NOW);
        if (verdict !== 'valid') return new Response(verdict, { status: 401 });
        const read = parseZoomEvent(body, 'standin-account');
        seen.push(read);
        return read.type === 'validation' ? Response.json(answerValidation(SECRET, read.plainToken)) : new Response(null, { status: 204 });
      },
    },
    0,
  );
  const standin = await startZoomStandin({ now: () => NOW, webhook: { url: receiver.url, secretToken: SECRET } });
  try {
    expect(await standin.webhooks.validate()).toBe(true);
    standin.webhooks.set({ url: receiver.url, secretToken: 'other' });
    expect(await standin.webhooks.validate()).toBe(false);
    expect(seen).toHaveLength(1);
  } finally {
    await standin.close();
    await receiver.close();
  }
});
