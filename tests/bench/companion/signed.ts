/** Events signed beforehand, each of another booking: signing costs the sender, and is not what is measured. */
import { createHmac } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { BookingOfEvent, Event } from '../../../lib/contract/event.ts';
import { secretBytes, signedTextOf } from '../../../lib/contract/signature.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { serviceOfEvents } from './service.ts';

const HOUR = 3_600_000;
/** A very busy day, and always as busy: however many bookings there are, they fill more days, not fuller ones. */
export const PER_DAY = 140;

export interface Key {
  id: string;
  secret: string;
}

/** 0, 1, -1, 2, -2, …: of however many, half come before and half after. */
const bothWays = (step: number): number => (step % 2 === 1 ? (step + 1) / 2 : -step / 2);

/** @param now the middle of all the bookings */
export function inventEvent(index: number, now: number): Event {
  const establishment = establishments[index % establishments.length];
  const day = bothWays(Math.floor(index / PER_DAY));
  const start = now + day * 24 * HOUR + (index % 48) * (HOUR / 2);
  const booking: BookingOfEvent = {
    portal: 'iris', number: `2026-${String(index).padStart(7, '0')}`, resource: 'Licence ZOOM Web 5000 participants',
    name: `Rencontre régionale ${index} – télésanté & soins`, participants: 300 + (index % 2000),
    presenter: { name: 'Dre Louise Arsenault', email: 'louise.arsenault@exemple.test' },
    establishment: establishment === undefined ? null : { id: establishment.id, name: establishment.name },
    requester: { name: 'Élise Gagné', email: `personne${index % 500}@exemple.test` },
    start: new Date(start).toISOString(), end: new Date(start + HOUR).toISOString(), page: `https://www.irisreservation.ca/reservations/${index}`,
  };
  return { type: 'booking.requested', timestamp: new Date(now).toISOString(), data: { booking, service: serviceOfEvents, language: 'fr' } };
}

/** @param text what is signed; the body of an event */
export function signedHeaders({ id, secret }: Key, webhookId: string, now: number, text: string): Record<string, string> {
  const seconds = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', secretBytes(secret)).update(`${webhookId}.${seconds}.${text}`).digest('base64');
  return { 'webhook-id': webhookId, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}`, 'passerelle-key': id };
}

export interface SignedRequest {
  headers: Record<string, string>;
  body: string;
}

export function signEvent(key: Key, index: number, now: number): SignedRequest {
  const body = JSON.stringify(inventEvent(index, now));
  return { headers: { ...signedHeaders(key, `bench_${index}`, now, body), 'content-type': 'application/json' }, body };
}

export const signRead = (key: Key, index: number, now: number, path: string): Record<string, string> =>
  signedHeaders(key, `read_${index}`, now, signedTextOf('GET', path, null));

/** Writes the requests `first` to `first + count - 1` as wrk.lua reads them. */
export async function writeRequests(file: string, key: Key, { first, count, now }: { first: number; count: number; now: number }): Promise<void> {
  const out = createWriteStream(file);
  for (let index = first; index < first + count; index += 1) {
    const { headers, body } = signEvent(key, index, now);
    const lines = Object.entries({ host: '127.0.0.1', 'content-length': String(Buffer.byteLength(body)), ...headers }).map(([name, value]) => `${name}: ${value}`);
    const request = Buffer.from(`POST /v1/events HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
    out.write(`${request.length}\n`);
    if (!out.write(request)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}
