/** What is measured of the use: ours, and what a library does of it. */
import type { Booking } from '../../lib/domain/booking.ts';
import { usageOf, type Usage } from '../../lib/domain/usage.ts';
import { establishments } from '../../lib/services/roster.ts';
import { web5000 } from '../../lib/services/web5000.ts';
import { YEAR_START } from './bookings.ts';
import type { D3Array } from './peers.ts';

const LATE = YEAR_START + 40 * 365 * 24 * 3_600_000;
const rules = { ...web5000, quota: { ...web5000.quota, total: 5000 } };

export const usage = (bookings: readonly Booking[], to = LATE): Usage =>
  usageOf({ bookings, card: rules, roster: establishments, from: YEAR_START, to, complete: true });

/** What d3 does of it: the sum of the hours by establishment, without quota, alias, period or status. */
export const sums = ({ rollups, sum }: D3Array, bookings: readonly Booking[]): [string | null, number][] =>
  rollups(bookings, (group) => sum(group, ({ start, end }) => end - start), ({ establishmentId }) => establishmentId);
