/** The two sources of the use, each by itself, over one period. Pure. */
import type { UsageBooking } from '../../../lib/contract/usage.ts';
import type { Instant } from '../../../lib/domain/booking.ts';
import { coversPeriod, mergeReadings } from '../../../lib/domain/readings.ts';
import { endOfPeriod, startOfPeriod, type Period } from '../../../lib/domain/periods.ts';
import { differencesOf, type UsageDifference } from '../../../lib/domain/usage-difference.ts';
import type { Roster } from '../../../lib/domain/roster.ts';
import { ofLedger, ofPortal, type SourcedBooking } from '../../../lib/report/from-ledger.ts';
import { reportOf, type ReportSource, type UsageReport } from '../../../lib/report/report.ts';
import type { ServiceCard } from '../../../lib/services/card.ts';
import { emptyLedger } from '../../../lib/state/ledger-store.ts';
import { overlayReadings } from '../../../lib/state/merge.ts';
import type { Readings } from '../../../lib/state/readings-store.ts';

export interface SourceReading {
  bookings: SourcedBooking[];
  at: Instant;
  /** False: bookings of the period may be missing. */
  complete: boolean;
}

export interface Span {
  from: Instant;
  to: Instant;
}

export const whichOnes = ['now', 'before'] as const;
export type Which = (typeof whichOnes)[number];

export function spanOf(period: Period, which: Which, now: Instant): Span {
  const from = startOfPeriod(period, now);
  return which === 'now' ? { from, to: endOfPeriod(period, now) } : { from: startOfPeriod(period, from - 1), to: from };
}

/** What the worker and the tabs have read of the portals; null when nothing was. */
export function portalReading(readings: Readings, portals: readonly string[], { from, to }: Span): SourceReading | null {
  const all = portals.flatMap((portal) => overlayReadings(portal, readings, emptyLedger()));
  if (all.length === 0) return null;
  return { bookings: mergeReadings(all).map(ofPortal), at: Math.max(...all.map(({ at }) => at)), complete: coversPeriod(all, from, to) };
}

export const ledgerReading = ({ bookings, at }: { bookings: readonly UsageBooking[]; at: string }, serviceId: string): SourceReading => ({
  bookings: bookings.map((booking) => ofLedger(booking, serviceId)),
  at: Date.parse(at),
  complete: true,
});

export interface Compared {
  portal: UsageReport | null;
  ledger: UsageReport | null;
  /** Null when there is one source only. */
  differences: UsageDifference<SourcedBooking>[] | null;
}

export function compare(sources: Record<ReportSource['name'], SourceReading | null>, card: ServiceCard, roster: Roster, span: Span, now: Instant): Compared {
  const reportFrom = (name: ReportSource['name']): UsageReport | null => {
    const reading = sources[name];
    return reading === null
      ? null
      : reportOf({ bookings: reading.bookings, card, roster, ...span, now, complete: reading.complete, sources: [{ name, at: reading.at }] });
  };
  const { portal, ledger } = sources;
  return {
    portal: reportFrom('portal'),
    ledger: reportFrom('ledger'),
    differences: portal === null || ledger === null
      ? null
      : differencesOf({ portal: portal.bookings, ledger: ledger.bookings, card, ...span, portalComplete: portal.complete }),
  };
}

/** Who came and what was not held, only the companion knows: the portal's report takes these from it, and says so. */
export const withCounts = (report: UsageReport, ledger: UsageReport | null): UsageReport =>
  ledger === null || report === ledger
    ? report
    : { ...report, meetings: ledger.meetings, notHeld: ledger.notHeld, sources: [...report.sources, ...ledger.sources] };

/** The portal decides; when it was read in part only, the ledger says more. */
export const preferredSource = ({ portal, ledger }: Record<ReportSource['name'], SourceReading | null>): ReportSource['name'] =>
  ledger !== null && portal?.complete !== true ? 'ledger' : 'portal';
