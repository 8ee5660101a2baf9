/** How well each portal's pages were last understood by the overlay; no personal data. */
import * as z from 'zod/mini';
import type { Instant } from '../domain/booking.ts';
import type { ContentMessage } from '../messages.ts';
import type { LastWell } from '../portal/last-well.ts';
import { pageKinds, type PageKind } from '../portal/page.ts';
import { stored, type Stored } from './stored.ts';

export type HealthReport = Omit<Extract<ContentMessage, { type: 'overlay.health' }>, 'type'>;

/** What is kept of a kind of page: its last report, and what the reports before it leave. */
export interface KeptHealth extends HealthReport {
  at: Instant;
  /** The profile that the page was looked at with (`versionOf`), and when each anchor was last well with it; absent in what older versions kept. */
  profile?: string | undefined;
  lastWell?: LastWell | undefined;
}

/** By portal, then by kind of page. */
export type Health = Record<string, Partial<Record<PageKind | 'unknown', KeptHealth>>>;

const report = z.lazy(() => z.object({
  page: z.nullable(z.enum(pageKinds)),
  anchors: z.array(z.object({ anchor: z.string(), health: z.enum(['found', 'several', 'fallback', 'missing']), matches: z.number(), alternative: z.optional(z.number()) })),
  failures: z.array(z.object({ feature: z.string(), anchor: z.string() })),
  at: z.number(),
  profile: z.optional(z.string()),
  lastWell: z.optional(z.record(z.string(), z.number())),
}));

export const healthStore: Stored<Health> = stored('local', 'health', (raw) => {
  const parsed = z.record(z.string(), z.record(z.string(), report)).safeParse(raw);
  return parsed.success ? (parsed.data as Health) : {};
});

/** The anchors that a feature missed on the last visit of each page of a portal. */
export const failuresOf = (health: Health, portal: string): { feature: string; anchor: string }[] =>
  Object.values(health[portal] ?? {}).flatMap((last) => last.failures);
