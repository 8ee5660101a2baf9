/** A lease of a minute, and work that takes longer. */
import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../companion/environment.ts';
import { openDatabase } from '../../companion/ledger/open.ts';
import { claimEffects, LEASE_MS } from '../../companion/ledger/outbox.ts';
import { bookingAt, DAY, eventOf, MONDAY } from './support/bookings.ts';
import { holdCreation } from './support/held-fetch.ts';
import { startOwnWorld } from './support/own-world.ts';

describe('an effect that takes longer than its lease', () => {
  it('R11 has it renewed at each third of it, so that nobody takes it up beside it, and is done once', async () => {
    const held = holdCreation();
    const here = await startOwnWorld({ companion: { fetch: held.fetch } });
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY), { at: MONDAY }));
    await held.reached;
    const { db, close } = await openDatabase(readEnvironment(here.variables).database);
    const lease = async () => (await db.selectFrom('effects').select('lease_until').where('kind', '=', 'create').executeTakeFirstOrThrow()).lease_until;
    expect(await lease()).toBe(here.clock.now() + LEASE_MS);
    // Five leases long.
    for (let thirds = 0; thirds < 15; thirds += 1) {
      here.clock.advance(LEASE_MS / 3);
      // More than a third is left: at the latest now it was renewed.
      await expect.poll(async () => ((await lease()) ?? 0) - here.clock.now(), { timeout: 10_000 }).toBeGreaterThan(LEASE_MS / 3);
      expect(await claimEffects(db, 'sqlite', here.clock.now(), 10)).toEqual([]);
    }
    held.release();
    await here.companion.idle();
    const done = await db.selectFrom('effects').select(['attempts', 'outcome', 'lease_token']).where('kind', '=', 'create').execute();
    expect(done).toEqual([{ attempts: 1, outcome: 'done', lease_token: null }]);
    expect([held.sent(), here.zoom.created().length]).toEqual([1, 1]);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled' });
    await close();
  });
});
