/**
 * Zoom's events at `POST /zoom/events`: signature over the raw bytes, answer to the address check, and what an event
 * says. Pure: the route reads the bytes and the clock (zoom.md § 5).
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { zoomId } from './answers.ts';
import type { ConferenceKind, Instant } from './types.ts';

/** Zoom names no tolerance; both ways (Z61). */
export const EVENT_TOLERANCE = 5 * 60_000;

/**
 * `unset`: no secret is configured, the route is closed (Z58). `stale`: rightly signed, too old or too new. To be
 * refused and alerted, since a retry of Zoom's may carry its first hour.
 */
export type SignatureVerdict = 'valid' | 'unset' | 'malformed' | 'forged' | 'stale';

const hmac = (secret: string, ...parts: (string | Uint8Array)[]): Buffer => {
  const digest = createHmac('sha256', secret);
  for (const part of parts) digest.update(part);
  return digest.digest();
};

/**
 * @param signature `x-zm-signature` · @param timestamp `x-zm-request-timestamp`, Unix seconds
 * @param body the bytes as they came, never a JSON written anew (Z59)
 */
export function verifyZoomSignature(
  secret: string | null,
  { signature, timestamp }: { signature: string | null; timestamp: string | null },
  body: Uint8Array,
  now: Instant,
): SignatureVerdict {
  if (secret === null || secret === '') return 'unset';
  if (signature === null || timestamp === null) return 'malformed';
  const hex = /^v0=([0-9a-f]{64})$/u.exec(signature)?.[1];
  if (hex === undefined || !/^\d{1,12}$/u.test(timestamp)) return 'malformed';
  if (!timingSafeEqual(Buffer.from(hex, 'hex'), hmac(secret, `v0:${timestamp}:`, body))) return 'forged';
  return Math.abs(now - Number(timestamp) * 1000) <= EVENT_TOLERANCE ? 'valid' : 'stale';
}

/**
 * The answer to `endpoint.url_validation`, to be given only when the request's own signature held. A plainToken such
 * as `v0:<seconds>:<body>` would make this answer a signature for that body: only plain tokens are answered (Z60).
 */
export function answerValidation(secret: string, plainToken: string): { plainToken: string; encryptedToken: string } | null {
  if (!/^[A-Za-z0-9_-]{1,64}$/u.test(plainToken)) return null;
  return { plainToken, encryptedToken: hmac(secret, plainToken).toString('hex') };
}

export const zoomEventNames = ['created', 'updated', 'deleted', 'permanently_deleted', 'recovered', 'started', 'ended', 'converted', 'alert', 'recorded'] as const;
export type ZoomEventName = (typeof zoomEventNames)[number];

export interface ZoomEvent {
  event: ZoomEventName;
  /** What the conference is after the event: a converted one has changed. */
  kind: ConferenceKind;
  id: string;
  /** Of this occurrence: it changes each time a conference is held. */
  uuid: string;
  /** Zoom's hour, null when the event does not say. Events come in any order (Z63). */
  at: Instant | null;
  /** The end of a rehearsal is not the end of the webinar (Z55). */
  practiceSession: boolean;
  /** Zoom's identifier of whose licence it is on; null when the event does not say. */
  hostId: string | null;
  topic: string;
  /** Of a recording: when what is recorded began; a room is used by many. */
  startedAt?: Instant;
  /** The same for every delivery of the same event (Z62). */
  key: string;
}

export type ParsedEvent =
  | { type: 'validation'; plainToken: string }
  | { type: 'event'; event: ZoomEvent }
  /** Answered with 200 all the same; `otherAccount` is worth a line in the log (Z66). */
  | { type: 'ignored'; why: 'unreadable' | 'unknownEvent' | 'otherAccount' };

const validation = z.object({ event: z.literal('endpoint.url_validation'), payload: z.object({ plainToken: z.string() }) });

const shape = z.object({
  event: z.string().max(100),
  event_ts: z.number().int().nonnegative().optional().catch(undefined),
  payload: z.object({
    account_id: z.string(),
    object: z.object({ id: zoomId, uuid: z.string().max(200).catch(''), practice_session: z.boolean().catch(false), host_id: z.string().max(100).nullable().catch(null), topic: z.string().max(1000).catch(''), start_time: z.string().max(40).catch('') }),
  }),
});

/** `meeting.converted_to_webinar` is a webinar afterwards. */
function nameOf(event: string): { kind: ConferenceKind; name: ZoomEventName } | null {
  const [family, verb = ''] = event.split('.', 2);
  // Which of the two was recorded is not said in the name, and nothing here depends on it.
  if (event === 'recording.completed') return { kind: 'meeting', name: 'recorded' };
  if (family !== 'meeting' && family !== 'webinar') return null;
  if (verb === 'converted_to_webinar') return { kind: 'webinar', name: 'converted' };
  if (verb === 'converted_to_meeting') return { kind: 'meeting', name: 'converted' };
  const name = zoomEventNames.find((known) => known === verb);
  return name === undefined || name === 'converted' || name === 'recorded' ? null : { kind: family, name };
}

/** @param body whose signature held · @param accountId ours: Zoom's are told apart by it */
export function parseZoomEvent(body: Uint8Array, accountId: string): ParsedEvent {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { type: 'ignored', why: 'unreadable' };
  }
  const check = validation.safeParse(json);
  if (check.success) return { type: 'validation', plainToken: check.data.payload.plainToken };
  const head = z.object({ event: z.string(), payload: z.object({ account_id: z.string().optional() }).optional() }).safeParse(json);
  if (!head.success) return { type: 'ignored', why: 'unreadable' };
  const named = nameOf(head.data.event);
  if (named === null) return { type: 'ignored', why: 'unknownEvent' };
  const read = shape.safeParse(json);
  if (!read.success) return { type: 'ignored', why: 'unreadable' };
  const { event, event_ts: at, payload } = read.data;
  if (payload.account_id !== accountId) return { type: 'ignored', why: 'otherAccount' };
  const { id, uuid, practice_session: practiceSession, host_id: hostId, topic } = payload.object;
  const startedAt = named.name === 'recorded' ? Date.parse(payload.object.start_time) : NaN;
  return { type: 'event', event: { ...(Number.isFinite(startedAt) ? { startedAt } : {}), event: named.name, kind: named.kind, id, uuid, at: at ?? null, practiceSession, hostId, topic, key: `${event} ${uuid === '' ? id : uuid} ${at ?? '-'}` } };
}
