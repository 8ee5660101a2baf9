import { fakeBrowser, resetBrowser } from '../browser.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventAnswer } from '../../../lib/contract/answer.ts';
import { askCompanion, type CompanionPorts } from '../../../lib/background/companion.ts';
import { deliverDue, nextDue, type DeliveryPorts } from '../../../lib/background/delivery.ts';
import { toEvent } from '../../../lib/background/events.ts';
import { dismiss, enqueue, OutboxFull, prune, retryNow, undo, UNDO_MILLISECONDS } from '../../../lib/background/outbox.ts';
import { OUTBOX_ALARM, scheduleOutbox } from '../../../lib/background/schedule.ts';
import { importPersonKey } from '../../../lib/state/keys.ts';
import { outboxStore } from '../../../lib/state/outbox-store.ts';
import { web5000 } from '../../../lib/services/web5000.ts';
import { booking, entry, NOW, settings } from '../samples.ts';
import { fakeCompanion, problem, SECRET, type FakeCompanion } from './support.ts';

let now = NOW;
let companion: FakeCompanion;
const tell = vi.fn<(text: string) => void>();

const eventOf = (number = '105163', type: 'booking.approved' | 'booking.requested' | 'booking.cancelled' = 'booking.approved') => {
  const event = toEvent(type, booking({ number, status: 'approved' }), { card: web5000, roster: settings().roster, language: 'fr', now }, type === 'booking.cancelled' ? { cancellation: 'cancelled' } : {});
  if (event === null) throw new Error('The sample is no event.');
  return event;
};

const key = await importPersonKey(`marc-1:${SECRET}`);
const companionPorts = (): CompanionPorts => ({
  fetch: companion.fetch,
  now: () => now,
  address: () => Promise.resolve('https://compagnon.exemple.test'),
  key: () => Promise.resolve(key),
});
const ports = (): DeliveryPorts => ({
  now: () => now,
  random: () => 0,
  post: (id, body) => askCompanion(companionPorts(), { method: 'POST', path: 'v1/events', id, body }, eventAnswer),
  delivered: (kept) => {
    tell(kept.key);
    return Promise.resolve();
  },
});
const click = (number?: string) => enqueue({ key: `iris:${number ?? '105163'}`, event: eventOf(number), undo: UNDO_MILLISECONDS }, now);
const entries = async () => (await outboxStore.load()).entries;

beforeEach(() => {
  resetBrowser();
  now = NOW;
  companion = fakeCompanion(() => now);
  tell.mockClear();
});

describe('a click', () => {
  it('U5 can be taken back for eight seconds, and nothing has left', async () => {
    await click();
    await deliverDue(ports());
    now += UNDO_MILLISECONDS - 1;
    await deliverDue(ports());
    expect(await undo(['iris:105163'], now)).toEqual(['iris:105163']);
    now += 60_000;
    await deliverDue(ports());
    expect(companion.taken.size).toBe(0);
    expect(await entries()).toEqual([]);
  });

  it('U5 cannot be taken back once it is on its way', async () => {
    await click();
    now += UNDO_MILLISECONDS;
    expect(await undo(['iris:105163'], now)).toEqual([]);
    await deliverDue(ports());
    expect(await undo(['iris:105163'], now)).toEqual([]);
    expect(companion.taken.size).toBe(1);
  });

  it('F13 reaches the companion once, signed, and its answer is kept', async () => {
    await click();
    now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    await deliverDue(ports());
    expect([...companion.taken.values()].map(({ times }) => times)).toEqual([1]);
    expect(await entries()).toMatchObject([{ state: 'delivered', attempts: 1, problem: null, finished: now }]);
    expect(tell.mock.calls).toEqual([['iris:105163']]);
  });

  it('made twice, in two windows, is one', async () => {
    await Promise.all([click(), click(), click()]);
    expect(await entries()).toHaveLength(1);
  });

  it('is on the disk before anything is sent', async () => {
    const seen: unknown[] = [];
    const watching = ports();
    await click();
    now += UNDO_MILLISECONDS;
    await deliverDue({
      ...watching,
      post: async (id, body) => {
        seen.push((await entries())[0]?.state);
        return watching.post(id, body);
      },
    });
    expect(seen).toEqual(['sending']);
  });
});

describe('a companion that is down', () => {
  it('is tried again after 5, 10, 20 … seconds, at most every five minutes, with the same identity and the same bytes', async () => {
    companion.down = true;
    await click();
    now += UNDO_MILLISECONDS;
    const waits: number[] = [];
    const sent = new Set<string>();
    const watching = ports();
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await deliverDue({ ...watching, post: (id, body) => (sent.add(`${id} ${body}`), watching.post(id, body)) });
      const due = nextDue(await outboxStore.load()) ?? 0;
      waits.push(due - now);
      now = due;
    }
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000]);
    expect(sent.size).toBe(1);
    companion.down = false;
    await deliverDue(ports());
    expect(companion.taken.size).toBe(1);
  });

  it('says why and when in the entry', async () => {
    companion.down = true;
    await click();
    now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'waiting', problem: { code: 'unreachable', at: now }, nextAttempt: now + 5_000 }]);
  });

  it('holds up all that waits after one attempt, instead of trying each', async () => {
    companion.down = true;
    for (const number of ['1', '2', '3', '4']) await click(number);
    now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    expect(companion.requests).toHaveLength(1);
    expect((await entries()).map((one) => one.problem?.code)).toEqual(['unreachable', 'unreachable', 'unreachable', 'unreachable']);
    companion.down = false;
    now += 5_000;
    await deliverDue(ports());
    expect(companion.taken.size).toBe(4);
  });

  it('waits as long as the companion asks, an hour at most', async () => {
    await click();
    now += UNDO_MILLISECONDS;
    companion.next = [() => problem(503, 'unavailable', {}, { 'retry-after': '120' })];
    await deliverDue(ports());
    expect(nextDue(await outboxStore.load())).toBe(now + 120_000);
    now += 120_000;
    companion.next = [() => problem(503, 'unavailable', {}, { 'retry-after': '99999' })];
    await deliverDue(ports());
    expect(nextDue(await outboxStore.load())).toBe(now + 3_600_000);
  });

  it('a person’s « Réessayer » makes it due at once', async () => {
    companion.down = true;
    await click();
    now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    companion.down = false;
    expect(await retryNow(['iris:105163'], now)).toEqual(['iris:105163']);
    await deliverDue(ports());
    expect(companion.taken.size).toBe(1);
  });
});

describe('a refusal', () => {
  it.each([
    [422, 'invalid', 'invalid'],
    [400, 'malformed', 'invalid'],
    [409, 'conflict', 'conflict'],
    [403, 'forbidden', 'forbidden'],
    [418, 'teapot', 'refused'],
  ])('%i %s is final, visible, and says the companion’s own sentence', async (status, code, expected) => {
    await click();
    now += UNDO_MILLISECONDS;
    companion.next = [() => problem(status, code)];
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'refused', problem: { code: expected, detail: `Phrase de ${code}.` } }]);
    now += 86_400_000;
    await deliverDue(ports());
    expect(companion.requests).toHaveLength(1);
  });

  it('does not hold up what comes after', async () => {
    await click('1');
    await click('2');
    now += UNDO_MILLISECONDS;
    companion.next = [() => problem(422, 'invalid')];
    await deliverDue(ports());
    expect((await entries()).map(({ state: how }) => how)).toEqual(['refused', 'delivered']);
  });

  it('can be tried again or taken off', async () => {
    await click();
    now += UNDO_MILLISECONDS;
    companion.next = [() => problem(422, 'invalid')];
    await deliverDue(ports());
    await retryNow(['iris:105163'], now);
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'delivered' }]);
    await dismiss(['iris:105163']);
    expect(await entries()).toHaveLength(1);
  });

  it('gives way to a new click on the same booking', async () => {
    await click();
    now += UNDO_MILLISECONDS;
    companion.next = [() => problem(422, 'invalid')];
    await deliverDue(ports());
    now += 1;
    await click();
    expect((await entries()).map(({ state: how }) => how)).toEqual(['waiting']);
  });

  it.each([
    [401, 'key_unknown', 'keyUnknown'],
    [401, 'key_revoked', 'keyRevoked'],
    [404, 'not_found', 'notCompanion'],
  ])('%i %s waits for a person and keeps the event', async (status, code, expected) => {
    await click();
    now += UNDO_MILLISECONDS;
    companion.next = [() => problem(status, code)];
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'waiting', problem: { code: expected }, nextAttempt: now + 15 * 60_000 }]);
  });
});

describe('the order', () => {
  it('is the order of the clicks for one booking, even when the first waits', async () => {
    companion.down = true;
    await click();
    await enqueue({ key: 'iris:105163', event: eventOf('105163', 'booking.cancelled'), undo: 0 }, now);
    await deliverDue(ports());
    expect(companion.requests).toHaveLength(0);
    now += UNDO_MILLISECONDS;
    companion.down = false;
    await deliverDue(ports());
    expect([...companion.taken.values()].map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['booking.approved', 'booking.cancelled']);
  });
});

describe('the bound', () => {
  const large = (number: number, how: 'delivered' | 'waiting') => entry({ id: `evt_${number}`, key: `iris:${number}`, body: 'x'.repeat(60_000), state: how, finished: NOW - 1000 + number });

  it('drops the oldest delivered first and never what waits', () => {
    const outbox = { version: 1 as const, entries: [large(0, 'waiting'), ...Array.from({ length: 40 }, (_, index) => large(index + 1, 'delivered'))], damaged: [] };
    const kept = prune(outbox, NOW).entries;
    expect(JSON.stringify(kept).length).toBeLessThan(2_000_000);
    expect(kept[0]?.id).toBe('evt_0');
    expect(kept.at(-1)?.id).toBe('evt_40');
  });

  it('refuses a click rather than losing an earlier one', () => {
    const outbox = { version: 1 as const, entries: Array.from({ length: 40 }, (_, index) => large(index, 'waiting')), damaged: [] };
    expect(() => prune(outbox, NOW)).toThrow(OutboxFull);
  });

  it('forgets what was delivered a day ago', () => {
    const outbox = { version: 1 as const, entries: [entry({ state: 'delivered', finished: NOW - 86_400_001 }), entry({ id: 'evt_2' })], damaged: [] };
    expect(prune(outbox, NOW).entries.map(({ id }) => id)).toEqual(['evt_2']);
  });

  it('holds fifty requests of an overlay gone wild', async () => {
    for (let index = 0; index < 50; index += 1) await enqueue({ key: `iris:${index}`, event: eventOf(String(index), 'booking.requested'), undo: 0 }, now);
    await expect(enqueue({ key: 'iris:51', event: eventOf('51', 'booking.requested'), undo: 0 }, now)).rejects.toThrow(OutboxFull);
    await expect(click('52')).resolves.toBeUndefined();
  });
});

describe('the alarm', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('outlives the worker, and a timer is quicker than the half minute of an alarm', async () => {
    const run = vi.fn();
    await click();
    await scheduleOutbox(run, now);
    expect((await fakeBrowser.alarms.get(OUTBOX_ALARM))?.scheduledTime).toBe(NOW + 30_000);
    vi.advanceTimersByTime(UNDO_MILLISECONDS);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('goes when nothing waits', async () => {
    await click();
    await scheduleOutbox(() => undefined, now);
    await undo(['iris:105163'], now);
    await scheduleOutbox(() => undefined, now);
    expect(await fakeBrowser.alarms.get(OUTBOX_ALARM)).toBeUndefined();
  });
});

/** A worker that is stopped at its n-th touch of the disk or of the network, before or after it. */
class Killed extends Error {}

function killAt(step: number): { steps: () => number; restore: () => void } {
  const { local } = fakeBrowser.storage;
  const realSet = local.set.bind(local);
  const realFetch = companion.fetch;
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
  companion.fetch = (input, init) => touch(() => realFetch(input, init));
  return {
    steps: () => count,
    restore: () => {
      local.set = realSet;
      companion.fetch = realFetch;
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
  await undo(['iris:3'], now);
  now += UNDO_MILLISECONDS;
  await deliverDue(ports());
  return { acknowledged };
}

describe('B.2 a worker stopped in the middle', () => {
  const stepsOfAll = 20;

  it('is stopped at every step of the story below', async () => {
    const counting = killAt(-1);
    await work();
    counting.restore();
    expect(counting.steps()).toBe(stepsOfAll);
  });

  it.each(Array.from({ length: stepsOfAll }, (_, index) => index + 1))('at step %i loses nothing and doubles nothing', async (step) => {
    const kill = killAt(step);
    await work().catch((error: unknown) => {
      // An attempt that dies while it sends is, for the code, a fetch that failed.
      if (!(error instanceof Killed)) throw error;
    });
    kill.restore();
    const stored = new Set((await entries()).map((one) => one.key));

    now += 10 * 60_000;
    await deliverDue(ports());
    const delivered = [...companion.taken.values()].map(({ body }) => (JSON.parse(body) as { data: { booking: { number: string } } }).data.booking.number);
    expect(new Set(delivered).size).toBe(delivered.length);
    expect(new Set(delivered.map((number) => `iris:${number}`))).toEqual(stored);
    expect((await entries()).every((one) => one.state === 'delivered')).toBe(true);
  });

  it('by chance, many times over, with the companion up and down: every acknowledged click arrives once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ step: fc.integer({ min: 1, max: 9 }), down: fc.boolean() }), { minLength: 1, maxLength: 8 }), async (life) => {
        resetBrowser();
        now = NOW;
        companion = fakeCompanion(() => now);
        const acknowledged = new Set<string>();
        for (const [index, { step, down }] of life.entries()) {
          const kill = killAt(step);
          companion.down = down;
          const number = String(index);
          await click(number).then(() => acknowledged.add(number), () => undefined);
          now += UNDO_MILLISECONDS;
          await deliverDue(ports()).catch(() => undefined);
          kill.restore();
          now += 6 * 60_000;
        }
        companion.down = false;
        for (let turn = 0; turn < 3; turn += 1) {
          now += 10 * 60_000;
          await deliverDue(ports());
        }
        const delivered = [...companion.taken.values()].map(({ body }) => (JSON.parse(body) as { data: { booking: { number: string } } }).data.booking.number);
        expect(new Set(delivered).size).toBe(delivered.length);
        for (const number of acknowledged) expect(delivered).toContain(number);
      }),
      { numRuns: 60 },
    );
  });
});
