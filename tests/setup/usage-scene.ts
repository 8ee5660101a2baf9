/** A year of one licence, the same at every run: as the portal shows it, and as the companion's ledger has it. */
import type { UsageBooking } from '../../lib/contract/usage.ts';
import type { Booking } from '../../lib/domain/booking.ts';
import { presets } from '../../lib/services/presets.ts';
import { establishments } from '../../lib/services/roster.ts';
import { booking, DAY, HOUR, NOW, portalReading, settings } from '../lib/samples.ts';
import type { Stores } from './own-pages.ts';

export const FROM = Date.UTC(2026, 3, 1, 4);
export const TO = Date.UTC(2027, 3, 1, 4);

/** The admin of the story set a quota: 360 hours a year for all nine. */
const cards = presets.map((card) => (card.id === 'web5000' ? { ...card, quota: { unit: 'hours', period: 'fiscalYear', total: 360, at80: 'warn', at100: 'warn' } as const } : card));

function draws(): (below: number) => number {
  let state = 7;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const names = ['Bilan régional de vaccination', 'Assemblée générale', 'Formation : prévention', '<script>alert(1)</script> & « essai »', 'Table de télésanté', 'Lancement 🎉 du plan'];

/** Most are by the first establishments of the list, as it is with shared things; one in twenty is nobody's. */
export const yearOfBookings: readonly Booking[] = (() => {
  const draw = draws();
  return Array.from({ length: 160 }, (_, index) => {
    const place = draw(20) === 0 ? null : (establishments[Math.min(draw(9), draw(9))] ?? null);
    const start = FROM + draw(300) * DAY + (8 + draw(9)) * HOUR;
    const name = names[draw(names.length)] ?? '';
    const status = (['approved', 'approved', 'approved', 'approved', 'pending', 'cancelled'] as const)[draw(6)] ?? 'approved';
    return booking({
      number: String(100_000 + index), title: name, facts: { name, participants: 200 + draw(30) * 100, presenter: { name: 'Anne Tremblay', email: null } },
      establishment: place?.name ?? null, establishmentId: place?.id ?? null, start, end: start + (1 + draw(4)) * HOUR / 2 * (1 + draw(2)), status, page: null,
    });
  });
})();

/** @param changed the first booking is approved in one and asked for in the other, one is missing, one is longer */
export function ledgerOf(bookings: readonly Booking[], changed = true): UsageBooking[] {
  const draw = draws();
  const told = bookings.map((one): UsageBooking => {
    const isPast = one.end < NOW && one.status === 'approved';
    const unique = draw(1400);
    return {
      portal: one.portal, number: one.number, resource: one.resource, name: one.facts?.name ?? '', start: new Date(one.start).toISOString(), end: new Date(one.end).toISOString(),
      status: one.status === 'pending' || one.status === 'cancelled' ? one.status : 'approved',
      establishment: one.establishmentId === null ? null : { id: one.establishmentId, name: one.establishment ?? '' },
      participants: one.facts?.participants ?? 1,
      attendance: isPast && draw(5) > 1 ? { unique, peak: draw(4) === 0 ? null : Math.round(unique * 0.8) } : null,
      holding: isPast && draw(25) === 0 ? 'notHeld' : 'unknown',
    };
  });
  if (!changed) return told;
  const counted = told.filter(({ status }) => status !== 'cancelled');
  const [swapped, missing, longer] = counted;
  return told
    .filter((one) => one !== missing)
    .map((one) =>
      one === swapped ? { ...one, status: one.status === 'approved' ? ('pending' as const) : ('approved' as const) } : one === longer ? { ...one, end: new Date(Date.parse(one.end) + HOUR).toISOString() } : one);
}

/** @param complete whether the portal's reading covers the whole year */
export const usageStores = (complete = true): Stores => ({
  local: { settings: settings({ cards, person: { name: 'Sylvie Tremblay', email: 'sylvie.tremblay@exemple.test', role: 'admin', establishmentId: 'chu-quebec' } }) },
  session: {
    readings: {
      iris: portalReading([], {
        reading: { bookings: complete ? [...yearOfBookings] : yearOfBookings.slice(0, 40), complete, from: complete ? FROM : null, to: complete ? TO : null, at: NOW - 20 * 60_000, source: 'list' },
      }),
    },
  },
});

export const usageWorker = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
  refresh: { started: true },
  'worker.ping': { alive: true, version: '0.1.0' },
  'usage.bookings': { ok: true, bookings: ledgerOf(yearOfBookings), at: new Date(NOW - 60_000).toISOString() },
  'usage.page': { ok: true, page: { link: 'https://compagnon.exemple.test/u/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ', expires: new Date(NOW + 15 * 60_000).toISOString() } },
  ...more,
});
