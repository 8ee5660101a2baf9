/** F03: where each establishment will stand at the end of the period, if use goes on as it did. */
import type { Instant } from './booking.ts';
import { divide } from './shares.ts';
import { usageOf, type CountedBooking, type UsageEstablishment, type UsageRules } from './usage.ts';

/** With fewer approved bookings behind it, a forecast says « pas assez de données ». */
export const BOOKINGS_MINIMUM = 5;

export interface ForecastQuestion {
  bookings: readonly CountedBooking[];
  card: UsageRules;
  roster: readonly UsageEstablishment[];
  /** The period, usually the fiscal year that ends on 31 March; `to` is exclusive. */
  from: Instant;
  to: Instant;
  now: Instant;
}

export interface ForecastRow {
  establishmentId: string | null;
  /** Until now, approved; amounts as in usage.ts. */
  used: number;
  /** From now on, approved already. */
  planned: number;
  /** At the end of the period; null: not enough data. */
  forecast: number | null;
  /** Approved bookings until now. */
  bookings: number;
  /** Part of everything forecast, in tenths of a per cent; rows add up to 1000. Null when there is not enough data over all. */
  partOfForecast: number | null;
  /** The fair part by weight, in tenths of a per cent; null for « non attribué ». */
  fairPart: number | null;
}

export interface Forecast {
  rows: ForecastRow[];
  /** Null: not enough data over all. */
  total: number | null;
}

/** Used until now, and the larger of what is planned and what the same pace gives: a forecast is never below what is known. */
function extrapolate(used: number, planned: number, { from, to, now }: ForecastQuestion): number {
  const atPace = now > from ? Math.round((used * (to - now)) / (now - from)) : 0;
  return used + Math.max(planned, atPace);
}

/** Linear, by elapsed time. An establishment with too few bookings stands in the parts with what is known of it. */
export function forecastOf(question: ForecastQuestion): Forecast {
  const { bookings, card, roster, from, to } = question;
  const now = Math.min(Math.max(question.now, from), to);
  const approved = bookings.filter(({ status }) => status === 'approved');
  const before = usageOf({ bookings: approved, card, roster, from, to: now, complete: true });
  const after = usageOf({ bookings: approved, card, roster, from: now, to, complete: true });
  const ids = [...new Set([...before.rows, ...after.rows].map(({ establishmentId }) => establishmentId))];
  const weights = ids.map((id) => roster.find((establishment) => establishment.id === id)).map((found) => (found && found.state !== 'removed' ? found.weight : 0));
  const rows = ids.map((establishmentId) => {
    const past = before.rows.find((row) => row.establishmentId === establishmentId);
    const used = past?.used ?? 0;
    const planned = after.rows.find((row) => row.establishmentId === establishmentId)?.used ?? 0;
    const count = past?.bookings ?? 0;
    return { establishmentId, used, planned, bookings: count, forecast: count < BOOKINGS_MINIMUM ? null : extrapolate(used, planned, { ...question, now }) };
  });
  const isEnough = before.total.bookings >= BOOKINGS_MINIMUM;
  const amounts = rows.map(({ forecast, used, planned }) => forecast ?? used + planned);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  const parts = divide(1000, amounts);
  const fair = divide(1000, weights);
  return {
    rows: rows.map((row, index) => ({
      ...row,
      partOfForecast: isEnough && total > 0 ? (parts[index] ?? 0) : null,
      fairPart: row.establishmentId === null ? null : (fair[index] ?? 0),
    })),
    total: isEnough ? total : null,
  };
}
