/** Issue E: figures come from the same code in the extension and in the companion, here on 50,000 bookings of one year. */
import { expect, it } from 'vitest';
import type { UsageAnswer, UsageBookingsAnswer } from '../../lib/contract/usage.ts';
import type { LedgerState } from '../../lib/contract/answer.ts';
import type { Booking, BookingStatus, Reading } from '../../lib/domain/booking.ts';
import { mergeReadings } from '../../lib/domain/readings.ts';
import { differencesOf } from '../../lib/domain/usage-difference.ts';
import { usageOf } from '../../lib/domain/usage.ts';
import { ofLedger, ofPortal } from '../../lib/report/from-ledger.ts';
import { reportOf } from '../../lib/report/report.ts';
import { establishments } from '../../lib/services/roster.ts';
import { born } from '../../companion/ledger/machine.ts';
import { toRow } from '../../companion/ledger/records.ts';
import { readReport } from '../../companion/ledger/usage-report.ts';
import { bookingAt, web5000 } from './support/bookings.ts';
import { startWorld } from './support/world.ts';

const BOOKINGS = 50_000;
const MINUTE = 60_000;
const FROM = Date.UTC(2026, 3, 1, 4);
const TO = Date.UTC(2027, 3, 1, 4);
const states: [LedgerState, BookingStatus][] = [['scheduled', 'approved'], ['ended', 'approved'], ['live', 'approved'], ['requested', 'pending'], ['cancelled', 'cancelled'], ['rejected', 'rejected'], ['attention', 'approved']];
const card = { id: 'web5000', name: 'Licence ZOOM Web5000', quota: { unit: 'hours' as const, total: 90_000 } };

/** A generator of its own, so that every run counts the same bookings. */
function numbers(): (below: number) => number {
  let state = 20_261_124;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The same booking as a page shows it, by an alias or a cut name, and as an event carried it. */
function dataSet(): { page: Booking; state: LedgerState }[] {
  const draw = numbers();
  return Array.from({ length: BOOKINGS }, (_, index) => {
    const establishment = draw(40) === 0 ? null : (establishments[draw(9)] ?? null);
    const [state, status] = states[draw(states.length)] ?? ['scheduled', 'approved'];
    // Over midnight, over both clock changes, over the period's ends, and without any length.
    const start = FROM - 12 * 60 * MINUTE + draw(366 * 24 * 60) * MINUTE;
    const end = start + (draw(50) === 0 ? 0 : draw(10 * 60) * MINUTE);
    const names = establishment === null ? [null] : [establishment.name, ...establishment.aliases];
    const page: Booking = {
      portal: 'iris', number: `2026-${String(index).padStart(6, '0')}`, resource: 'Licence ZOOM Web5000', serviceId: draw(30) === 0 ? 'nominative-300' : 'web5000',
      title: `Rencontre ${String(index)}`, facts: null, establishment: names[draw(names.length)] ?? null, establishmentId: null, requester: null, start, end, status, page: null, reason: null,
    };
    return { page, state };
  });
}

it('says exactly the same of 50,000 bookings as the extension does', { timeout: 240_000 }, async () => {
  const world = await startWorld();
  try {
    const approver = await world.person('approver');
    const set = dataSet();
    const ledger = await world.openLedger();
    const rows = set.map(({ page, state }, index) => {
      const known = establishments.find(({ name, aliases }) => name === page.establishment || aliases.includes(page.establishment ?? ''));
      return toRow({
        id: `b${String(index).padStart(6, '0')}`, host: 'licence@example.test', language: 'fr', reason: null, browserOnly: false, conference: null, slug: null, createdAt: 0, updatedAt: 0,
        life: { ...born(), state }, service: { ...web5000, id: page.serviceId ?? '' },
        booking: bookingAt(page.start, { number: page.number, name: page.title ?? '', end: new Date(page.end).toISOString(), establishment: known === undefined ? null : { id: known.id, name: known.name } }),
      });
    });
    await ledger.database.db.transaction().execute(async (transaction) => {
      for (let from = 0; from < rows.length; from += 500) await transaction.insertInto('bookings').values(rows.slice(from, from + 500)).execute();
    });

    // The extension's way: two readings of the portal, the second of which repeats a part of the first.
    const readings = [set, set.slice(0, 20_000)].map((part, at): Reading => ({ bookings: part.map(({ page }) => page), complete: true, from: FROM, to: TO, at, source: 'list' }));
    const portal = mergeReadings(readings).map(ofPortal);
    expect(portal).toHaveLength(BOOKINGS);
    const period = { from: FROM, to: TO };
    const now = world.clock.now();

    for (const unit of ['hours', 'count'] as const) {
      const mine = usageOf({ bookings: portal, card: { id: 'web5000', quota: { unit, total: null } }, roster: establishments, ...period, complete: true });
      const { body } = await approver.get<UsageAnswer>(`/v1/usage?service=web5000&period=fiscalYear&unit=${unit}`);
      const told = new Map(body.rows.map(({ establishment, ...row }) => [establishment?.id ?? null, row]));
      expect(told.size).toBe(10);
      for (const { establishmentId, used, requested, bookings } of mine.rows) expect(told.get(establishmentId)).toMatchObject({ used, requested, bookings });
      expect(body.total).toMatchObject({ used: mine.total.used, requested: mine.total.requested, bookings: mine.total.bookings });
      expect(body.rows.reduce((sum, { used }) => sum + used, 0)).toBe(body.total.used);
    }

    // With the settings' shares, as the page to print has them: every figure of the report.
    const ours = reportOf({ bookings: portal, card, roster: establishments, ...period, now, complete: true, sources: [] });
    const asked = { service: card, roster: [...establishments], from: new Date(FROM).toISOString(), to: new Date(TO).toISOString() };
    const theirs = await readReport(ledger.database.db, asked, now);
    for (const part of ['usage', 'forecast', 'days'] as const) expect(theirs[part]).toEqual(ours[part]);
    expect(ours.usage.total.used).toBeGreaterThan(0);
    expect(ours.days.reduce((sum, { used }) => sum + used, 0)).toBe(ours.usage.total.used);

    // Booking by booking, over the wire: nothing differs, nothing is missing.
    const told: UsageBookingsAnswer['bookings'] = [];
    for (let after = ''; ; ) {
      const { body } = await approver.get<UsageBookingsAnswer>(`/v1/usage/bookings?service=web5000&period=fiscalYear${after}`);
      told.push(...body.bookings);
      if (body.next === null) break;
      after = `&after=${body.next}`;
    }
    expect(new Set(told.map(({ number }) => number)).size).toBe(told.length);
    const ledgerSide = told.map((booking) => ofLedger(booking, 'web5000'));
    expect(differencesOf({ portal, ledger: ledgerSide, card, ...period, portalComplete: true })).toEqual([]);
    const changed = ledgerSide.map((booking, index) => (index === 4242 ? { ...booking, status: booking.status === 'approved' ? ('pending' as const) : ('approved' as const) } : booking));
    expect(differencesOf({ portal, ledger: changed, card, ...period, portalComplete: true })).toHaveLength(1);
    await ledger.close();
  } finally {
    await world.close();
  }
});
