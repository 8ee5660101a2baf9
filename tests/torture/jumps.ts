/** Clocks that jump by up to a day, forwards and back, while creations lose their answers and processes die. */
import { bookingAt, DAY, eventOf, HOUR, MONDAY, web5000 } from '../companion/support/bookings.ts';
import { createRandom } from '../standins/zoom/random.ts';
import { check } from './checker.ts';
import type { Verdict } from './checker.ts';
import { createSender } from './client.ts';
import { keyOf, readEvidence } from './evidence.ts';
import type { Deed } from './evidence.ts';
import { keep } from './keeper.ts';
import type { Processes } from './process.ts';
import { APPROVERS, openRoom } from './room.ts';
import { pass } from './story.ts';

export interface Jumps {
  verdict: Verdict;
  jumps: number;
  deaths: number;
  /** Live conferences too many that the sweeper had to take away: a jump forwards ends the quiet time early. */
  removed: number;
}

const MINUTE = 60_000;

export async function jumpClocks(seed: number, bookings: number, processes: Processes): Promise<Jumps> {
  const random = createRandom(seed);
  const room = await openRoom({ start: MONDAY, zoom: { seed, limits: { rates: false, daily: 1_000_000 }, faults: { rates: {}, listLag: [0, 60_000] } } });
  const keeper = keep({ room, bounds: { quietMs: 90_000 }, processes, seed });
  const deeds: Deed[] = [];
  const stage = { room, keeper, deeds };
  let jumps = 0;
  let dropped = 0;
  try {
    const key = await keeper.ask({ do: 'addKey', person: { name: 'Approbateur', email: null, role: 'approver', establishmentId: null } });
    const sender = await createSender(key, keeper.url, room.clock.now);
    for (let index = 0; index < bookings; index += 1) {
      const booking = bookingAt(MONDAY + 30 * DAY + index * 2 * HOUR, { number: `J-${index}`, page: null });
      const chance = random();
      if (chance < 0.4) room.zoom.failNext(chance < 0.2 ? 'reset.after' : '500.before', { method: 'POST', path: /\/(?:webinars|meetings)$/u });
      if (random() < 0.3) {
        dropped += 1;
        room.mailbox.fail({ kind: 'dropAfterDot', times: 1 });
      }
      const webhookId = `jump_${index}`;
      const answer = await sender.persist(webhookId, eventOf('booking.approved', booking, { at: room.clock.now(), service: { ...web5000, concurrency: 100 } }));
      deeds.push({ booking: keyOf(booking), does: 'booking.approved', facts: booking, webhookId, outcome: 'acknowledged', answer });
      // By chance, and once for certain.
      if (random() < 0.2 || index === 3) await keeper.kill();
      // A jump in the middle of the work, not after it.
      if (random() < 0.5) await keeper.ask({ do: 'idle' });
      jumps += 1;
      room.clock.set(Math.max(MONDAY - 5 * DAY, room.clock.now() + Math.round((random() - 0.5) * 2 * DAY)));
      await keeper.ask({ do: 'clock', now: room.clock.reading() });
    }
    room.mailbox.fail(null);
    // Beyond the furthest that the clock ever was: what waits for an hour that was jumped back over has come due.
    await pass(stage, MONDAY + 20 * DAY - room.clock.now());
    for (let minutes = 0; minutes < 90; minutes += 1) await pass(stage, MINUTE);
    const { removed } = await keeper.ask({ do: 'sweep' });
    for (let minutes = 0; minutes < 30; minutes += 1) await pass(stage, MINUTE);
    await keeper.ask({ do: 'sweep' });
    const deaths = keeper.deaths().length;
    const verdict = check(await readEvidence(room, deeds, deaths + dropped, APPROVERS));
    if (deaths === 0) verdict.findings.push('R2 no process died while the clock jumped: this proves too little');
    if (keeper.surprises() > 0) verdict.findings.push(`R9 ${keeper.surprises()} processes ended that nobody had killed`);
    return { verdict, jumps, deaths, removed };
  } finally {
    await keeper.end();
    await room.close();
  }
}
