/**
 * Hands an event to another program over HTTPS (S1-57, zoom.md § 7). The address was typed by a person and is resolved
 * anew each time: nothing but a public address of the Internet is connected to, and what was checked is what is used.
 */
import { lookup as resolve } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { request } from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

export interface WebhookRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** `status` null: no answer; `problem` says why in a machine word. */
export type WebhookAnswer = { status: number; retryAfter: string | null } | { status: null; problem: string };
export type SendWebhook = (wanted: WebhookRequest, signal: AbortSignal) => Promise<WebhookAnswer>;

const TIMEOUT = 15_000;

/** Not this machine, not its network, not what is reserved for something else. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

/** @returns why this address may not be told; null when it may (what its name stands for is checked at each connection) */
export function faultOfAddress(text: string): 'address' | 'insecure' | 'private' | null {
  if (!URL.canParse(text)) return 'address';
  const url = new URL(text);
  if (url.protocol !== 'https:') return 'insecure';
  if (url.username !== '' || url.password !== '') return 'address';
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  if (ipaddr.isValid(host)) return isPublicAddress(host) ? null : 'private';
  return /(?:^|\.)(?:localhost|local|internal|lan|home\.arpa)$/iu.test(host) || !host.includes('.') ? 'private' : null;
}

type ResolveAll = (host: string, options: { all: true }, done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void) => void;

/** For `https.request`: gives only public addresses; a name that also stands for another is refused whole. */
export const publicLookup = (all: ResolveAll = resolve): LookupFunction => (host, options, done) => {
  all(host, { all: true }, (error, addresses) => {
    if (error !== null) return done(error, '', 0);
    const first = addresses[0];
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) return done(Object.assign(new Error('Not a public address.'), { code: 'EPRIVATE' }), '', 0);
    return options.all === true
      ? (done as unknown as (error: null, addresses: LookupAddress[]) => void)(null, addresses)
      : done(null, first.address, first.family);
  });
};

/** Follows no redirection: an answer 3xx is a failure like any other. */
export const sendWebhook: SendWebhook = ({ url, headers, body }, signal) => {
  const fault = faultOfAddress(url);
  if (fault !== null) return Promise.resolve({ status: null, problem: fault });
  return new Promise((answer) => {
    const sent = request(url, {
      method: 'POST', headers: { ...headers, 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) },
      lookup: publicLookup(), signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)]), agent: false,
    });
    sent.on('response', (response) => {
      const retryAfter = response.headers['retry-after'] ?? null;
      response.destroy();
      answer({ status: response.statusCode ?? 0, retryAfter });
    });
    sent.on('error', (error: NodeJS.ErrnoException) => answer({ status: null, problem: error.code ?? 'network' }));
    sent.end(body);
  });
};
