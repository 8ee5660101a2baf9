import { fakeBrowser, resetBrowser } from '../browser.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '../../../lib/background/delivery.ts';
import { undo, UNDO_MILLISECONDS } from '../../../lib/background/outbox.ts';
import { NOW } from '../samples.ts';
import { begin, click, entries, ports, world } from './outbox-support.ts';
import { fakeCompanion } from './support.ts';

beforeEach(begin);

/** A worker that is stopped at its n-th touch of the disk or of the network, before or after it. */
class Killed extends Error {}

function killAt(step: number): { steps: () => number; restore: () => void } {
  const { local } = fakeBrowser.storage;
  const realSet = local.set.bind(local);
  const realFetch = world.companion.fetch;
  let count = 0;
  let dead = false;
  const touch = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Killed();
    count += 1;
    if (count === step) {
      dead = true;
      throw new Killed();
    }
    const answer = await work();
    count += 1;
    if (count === step) {
      dead = true;
      throw new Killed();
    }
    return answer;
  };
  local.set = ((items: Record<string, unknown>) => touch(() => realSet(items))) as typeof local.set;
  world.companion.fetch = (input, init) => touch(() => realFetch(input, init));
  return {
    steps: () => count,
    restore: () => {
      local.set = realSet;
      world.companion.fetch = realFetch;
    },
  };
}

/** Two clicks, one taken back, and all that follows. */
async function work(): Promise<{ acknowledged: string[] }> {
  const acknowledged: string[] = [];
  for (const number of ['1', '2', '3']) {
    await click(number);
    acknowledged.push(number);
  }
  await undo(['iris:3'], world.now);
  world.now += UNDO_MILLISECONDS;
  await deliverDue(ports());
  return { acknowledged };
}

/** The numbers of the bookings that the companion took, one for each event. */
const deliveredNumbers = (): string[] =>
  [...world.companion.taken.values()].map(({ body }) => (JSON.parse(body) as { data: { booking: { number: string } } }).data.booking.number);

describe('B.2 a worker stopped in the middle', () => {
  const stepsOfAll = 20;

  it('is stopped at every step of the story below', async () => {
    const counting = killAt(-1);
    await work();
    counting.restore();
    expect(counting.steps()).toBe(stepsOfAll);
  });

  it.each(Array.from({ length: stepsOfAll }, (_, index) => index + 1))('Z73 at step %i loses nothing and doubles nothing', async (step) => {
    const kill = killAt(step);
    await work().catch((error: unknown) => {
      // An attempt that dies while it sends is, for the code, a fetch that failed.
      if (!(error instanceof Killed)) throw error;
    });
    kill.restore();
    const stored = new Set((await entries()).map((one) => one.key));

    world.now += 10 * 60_000;
    await deliverDue(ports());
    const delivered = deliveredNumbers();
    expect(new Set(delivered).size).toBe(delivered.length);
    expect(new Set(delivered.map((number) => `iris:${number}`))).toEqual(stored);
    expect((await entries()).every((one) => one.state === 'delivered')).toBe(true);
  });

  it('by chance, many times over, with the companion up and down: every acknowledged click arrives once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ step: fc.integer({ min: 1, max: 9 }), down: fc.boolean() }), { minLength: 1, maxLength: 8 }), async (life) => {
        resetBrowser();
        world.now = NOW;
        world.companion = fakeCompanion(() => world.now);
        const acknowledged = new Set<string>();
        for (const [index, { step, down }] of life.entries()) {
          const kill = killAt(step);
          world.companion.down = down;
          const number = String(index);
          await click(number).then(() => acknowledged.add(number), () => undefined);
          world.now += UNDO_MILLISECONDS;
          await deliverDue(ports()).catch(() => undefined);
          kill.restore();
          world.now += 6 * 60_000;
        }
        world.companion.down = false;
        for (let turn = 0; turn < 3; turn += 1) {
          world.now += 10 * 60_000;
          await deliverDue(ports());
        }
        const delivered = deliveredNumbers();
        expect(new Set(delivered).size).toBe(delivered.length);
        for (const number of acknowledged) expect(delivered).toContain(number);
      }),
      { numRuns: 60 },
    );
  });
});
