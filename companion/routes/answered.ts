/** What is alike in every request and every answer, whichever way they come and go: the limit, the headers, the note of it. */
import type { Parts } from './parts.ts';

/** Read before anything is parsed. */
export const LARGEST_BODY = 64 * 1024;

/** A body whose length is told need not be counted: Node itself holds it to that length. @returns null: it must be counted */
export function toldLength(length: string | undefined, transferEncoding: string | undefined): number | null {
  return length === undefined || transferEncoding !== undefined ? null : Number(length);
}

export const protectingHeaders: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'strict-transport-security': 'max-age=31536000',
};

/** Where a page does not say what it needs. */
export const CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** @param route the route's pattern: the path itself may hold a token · @param began when it came */
export function noteAnswer(
  { clock, log, metrics }: Parts,
  { method, route, status, began }: { method: string; route: string; status: number; began: number },
): void {
  const milliseconds = clock.now() - began;
  metrics.count('passerelle_requests_total', { route, status: String(status) });
  metrics.observeRequest(route, milliseconds / 1000);
  log.info('request', { method, route, status, milliseconds });
}
