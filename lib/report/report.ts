/**
 * The use of one service over a period, worked out once for every place that shows it: the options page, the saved
 * report, the companion's page. Pure; the figures are lib/domain's.
 */
import type { Instant } from '../domain/booking.ts';
import { matchEstablishment } from '../domain/establishments.ts';
import { forecastOf, type Forecast } from '../domain/forecast.ts';
import { usageOf, type CountedBooking, type Usage, type UsageEstablishment, type UsageRules } from '../domain/usage.ts';
import type { CountedMeeting } from './attendance.ts';
import { daysOf, type DayUse } from './days.ts';

/** A booking as a report needs it: nobody's name. */
export interface ReportBooking extends CountedBooking {
  /** As estimated; null when the source does not say. */
  participants: number | null;
  attendance: { unique: number; peak: number | null } | null;
  /** Nobody held it (F09). */
  notHeld: boolean;
}

export interface ReportSource {
  name: 'portal' | 'ledger';
  at: Instant;
}

export interface ReportQuestion {
  /** Each booking once. */
  bookings: readonly ReportBooking[];
  card: UsageRules & { name: string };
  roster: readonly ReportEstablishment[];
  from: Instant;
  /** Exclusive. */
  to: Instant;
  now: Instant;
  complete: boolean;
  sources: readonly ReportSource[];
}

/** `certain` false: its place in the list is inferred (portal.md § 10). */
export type ReportEstablishment = UsageEstablishment & { certain?: boolean };

export interface UsageReport {
  service: { id: string; name: string };
  roster: readonly ReportEstablishment[];
  usage: Usage;
  /** Null when the period is over. */
  forecast: Forecast | null;
  days: DayUse[];
  /** Counted meetings of the period, newest first. */
  meetings: CountedMeeting[];
  notHeld: number;
  now: Instant;
  sources: readonly ReportSource[];
}

/** By identifier, else by name as the figures are; a text is looked up once. */
function establishmentIn(roster: readonly ReportEstablishment[]): (booking: CountedBooking) => string | null {
  const ids = new Set(roster.map(({ id }) => id));
  const known = new Map<string, string | null>();
  return ({ establishmentId, establishment }) => {
    if (establishmentId !== null && ids.has(establishmentId)) return establishmentId;
    if (establishment === null) return null;
    const found = known.has(establishment) ? (known.get(establishment) ?? null) : (matchEstablishment(establishment, roster)?.id ?? null);
    known.set(establishment, found);
    return found;
  };
}

const beginsInside = ({ start }: { start: Instant }, from: Instant, to: Instant): boolean => start >= from && start < to;

/** Linear in the bookings. */
export function reportOf({ bookings, card, roster, from, to, now, complete, sources }: ReportQuestion): UsageReport {
  const approved = bookings.filter((booking) => booking.serviceId === card.id && booking.status === 'approved' && beginsInside(booking, from, to));
  const establishmentOf = establishmentIn(roster);
  const meetings = approved.flatMap((booking): CountedMeeting[] => {
    const { start, participants, attendance } = booking;
    if (attendance === null || participants === null) return [];
    return [{ start, establishmentId: establishmentOf(booking), estimated: participants, unique: attendance.unique, peak: attendance.peak }];
  });
  return {
    service: { id: card.id, name: card.name },
    roster,
    usage: usageOf({ bookings, card, roster, from, to, complete }),
    forecast: now >= to ? null : forecastOf({ bookings, card, roster, from, to, now }),
    days: daysOf(bookings, card.id, from, to),
    meetings: meetings.sort((one, other) => other.start - one.start),
    notHeld: approved.filter(({ notHeld }) => notHeld).length,
    now,
    sources,
  };
}
