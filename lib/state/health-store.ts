/** How well each portal's pages were last understood by the overlay; no personal data. */
import type { Instant } from '../domain/booking.ts';
import type { ContentMessage } from '../messages/content.ts';
import type { LastWell } from '../portal/last-well.ts';
import { pageKinds, type PageKind } from '../portal/page.ts';
import { isNumber, isText, listOf, oneOf, orAbsent, orNull, recordOf, shape } from './shape.ts';
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

const isHealth = recordOf(recordOf(shape<KeptHealth>({
  page: orNull(oneOf(pageKinds)),
  anchors: listOf(shape<HealthReport['anchors'][number]>({ anchor: isText, health: oneOf(['found', 'several', 'fallback', 'missing']), matches: isNumber, alternative: orAbsent(isNumber) })),
  failures: listOf(shape<HealthReport['failures'][number]>({ feature: isText, anchor: isText })),
  at: isNumber,
  profile: orAbsent(isText),
  lastWell: orAbsent(recordOf(isNumber)),
})));

export const healthStore: Stored<Health> = stored('local', 'health', (raw) => (isHealth(raw) ? raw : {}), { writer: 'worker' });

/** The anchors that a feature missed on the last visit of each page of a portal. */
export const failuresOf = (health: Health, portal: string): { feature: string; anchor: string }[] =>
  Object.values(health[portal] ?? {}).flatMap((last) => last.failures);
