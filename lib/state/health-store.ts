/** How well each portal's pages were last understood by the overlay; no personal data. */
import * as z from 'zod/mini';
import type { Instant } from '../domain/booking.ts';
import type { ContentMessage } from '../messages.ts';
import { pageKinds, type PageKind } from '../portal/page.ts';
import { stored, type Stored } from './stored.ts';

export type HealthReport = Omit<Extract<ContentMessage, { type: 'overlay.health' }>, 'type'>;

/** By portal, then by kind of page: the last report of each. */
export type Health = Record<string, Partial<Record<PageKind | 'unknown', HealthReport & { at: Instant }>>>;

const report = z.object({
  page: z.nullable(z.enum(pageKinds)),
  anchors: z.array(z.object({ anchor: z.string(), health: z.enum(['found', 'several', 'fallback', 'missing']), matches: z.number() })),
  failures: z.array(z.object({ feature: z.string(), anchor: z.string() })),
  at: z.number(),
});

export const healthStore: Stored<Health> = stored('local', 'health', (raw) => {
  const parsed = z.record(z.string(), z.record(z.string(), report)).safeParse(raw);
  return parsed.success ? (parsed.data as Health) : {};
});

/** The anchors that a feature missed on the last visit of each page of a portal. */
export const failuresOf = (health: Health, portal: string): { feature: string; anchor: string }[] =>
  Object.values(health[portal] ?? {}).flatMap((last) => last.failures);
