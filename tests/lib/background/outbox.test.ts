import { fakeBrowser } from '../browser.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deliverDue, nextDue } from '../../../lib/background/delivery.ts';
import { dismiss, enqueue, OutboxFull, prune, retryNow, undo, UNDO_MILLISECONDS } from '../../../lib/background/outbox.ts';
import { OUTBOX_ALARM, scheduleOutbox } from '../../../lib/background/schedule.ts';
import { outboxStore } from '../../../lib/state/outbox-store.ts';
import { entry, NOW } from '../samples.ts';
import { begin, click, entries, eventOf, ports, tell, world } from './outbox-support.ts';
import { fakeCompanion, problem } from './support.ts';

beforeEach(begin);

describe('a click', () => {
  it('U5 can be taken back for eight seconds, and nothing has left', async () => {
    await click();
    await deliverDue(ports());
    world.now += UNDO_MILLISECONDS - 1;
    await deliverDue(ports());
    expect(await undo(['iris:105163'], world.now)).toEqual(['iris:105163']);
    world.now += 60_000;
    await deliverDue(ports());
    expect(world.companion.taken.size).toBe(0);
    expect(await entries()).toEqual([]);
  });

  it('U5 cannot be taken back once it is on its way', async () => {
    await click();
    world.now += UNDO_MILLISECONDS;
    expect(await undo(['iris:105163'], world.now)).toEqual([]);
    await deliverDue(ports());
    expect(await undo(['iris:105163'], world.now)).toEqual([]);
    expect(world.companion.taken.size).toBe(1);
  });

  it('F13 reaches the companion once, signed, and its answer is kept', async () => {
    await click();
    world.now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    await deliverDue(ports());
    expect([...world.companion.taken.values()].map(({ times }) => times)).toEqual([1]);
    expect(await entries()).toMatchObject([{ state: 'delivered', attempts: 1, problem: null, finished: world.now }]);
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
    world.now += UNDO_MILLISECONDS;
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

describe('R6 a clock that is set back while something waits', () => {
  it.each([['five minutes', 300_000], ['an hour', 3_600_000], ['a day', 86_400_000]])('by %s keeps no click back: it leaves as soon as the queue is looked at', async (_how, by) => {
    await click();
    world.now -= by;
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'delivered', attempts: 1 }]);
  });

  it('makes no failed attempt wait longer than its pause, and the next ones come at their usual pace', async () => {
    world.companion.down = true;
    await click();
    world.now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    world.now -= 86_400_000;
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'waiting', attempts: 2, nextAttempt: world.now + 10_000 }]);
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ attempts: 2 }]);
    world.companion.down = false;
    world.now += 10_000;
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'delivered', attempts: 3 }]);
  });

  it('U5 by a second or two takes nothing from the eight seconds in which a click can be taken back', async () => {
    await click();
    world.now -= 2_000;
    await deliverDue(ports());
    expect(await undo(['iris:105163'], world.now)).toEqual(['iris:105163']);
  });
});

describe('Z72 R6 the first event of a post whose clock nobody has put right yet', () => {
  const hourOf = (): string[] => [...world.companion.taken.values()].map(({ body }) => (JSON.parse(body) as { timestamp: string }).timestamp);

  it.each([['an hour behind', -3_600_000], ['an hour ahead', 3_600_000], ['a minute behind, which nobody minds', -60_000]])('%s bears the hour at which it was clicked, by the companion’s clock', async (_how, ahead) => {
    const minds = Math.abs(ahead) > 300_000;
    world.companion = fakeCompanion(() => world.now - ahead);
    const clicked = world.now - (minds ? ahead : 0);
    await click();
    world.now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    expect(hourOf()).toEqual([new Date(clicked).toISOString()]);
    expect((await entries()).map(({ body }) => body)).toEqual([...world.companion.taken.values()].map(({ body }) => body));
  });

  it('keeps its bytes once an attempt may have carried them', async () => {
    world.companion.down = true;
    await click();
    const before = (await entries())[0]?.body;
    world.now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    world.companion = fakeCompanion(() => world.now + 3_600_000);
    world.now += 60_000;
    await deliverDue(ports());
    expect([...world.companion.taken.values()].map(({ body }) => body)).toEqual([before]);
  });
});

describe('a companion that is down', () => {
  it('is tried again after 5, 10, 20 … seconds, at most every five minutes, with the same identity and the same bytes', async () => {
    world.companion.down = true;
    await click();
    world.now += UNDO_MILLISECONDS;
    const waits: number[] = [];
    const sent = new Set<string>();
    const watching = ports();
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await deliverDue({ ...watching, post: (id, body) => (sent.add(`${id} ${body}`), watching.post(id, body)) });
      const due = nextDue(await outboxStore.load()) ?? 0;
      waits.push(due - world.now);
      world.now = due;
    }
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 80_000, 160_000, 300_000, 300_000, 300_000]);
    expect(sent.size).toBe(1);
    world.companion.down = false;
    await deliverDue(ports());
    expect(world.companion.taken.size).toBe(1);
  });

  it('says why and when in the entry', async () => {
    world.companion.down = true;
    await click();
    world.now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'waiting', problem: { code: 'unreachable', at: world.now }, nextAttempt: world.now + 5_000 }]);
  });

  it('holds up all that waits after one attempt, instead of trying each', async () => {
    world.companion.down = true;
    for (const number of ['1', '2', '3', '4']) await click(number);
    world.now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    expect(world.companion.requests).toHaveLength(1);
    expect((await entries()).map((one) => one.problem?.code)).toEqual(['unreachable', 'unreachable', 'unreachable', 'unreachable']);
    world.companion.down = false;
    world.now += 5_000;
    await deliverDue(ports());
    expect(world.companion.taken.size).toBe(4);
  });

  it('waits as long as the companion asks, an hour at most', async () => {
    await click();
    world.now += UNDO_MILLISECONDS;
    world.companion.next = [() => problem(503, 'unavailable', {}, { 'retry-after': '120' })];
    await deliverDue(ports());
    expect(nextDue(await outboxStore.load())).toBe(world.now + 120_000);
    world.now += 120_000;
    world.companion.next = [() => problem(503, 'unavailable', {}, { 'retry-after': '99999' })];
    await deliverDue(ports());
    expect(nextDue(await outboxStore.load())).toBe(world.now + 3_600_000);
  });

  it('a person’s « Réessayer » makes it due at once', async () => {
    world.companion.down = true;
    await click();
    world.now += UNDO_MILLISECONDS;
    await deliverDue(ports());
    world.companion.down = false;
    expect(await retryNow(['iris:105163'], world.now)).toEqual(['iris:105163']);
    await deliverDue(ports());
    expect(world.companion.taken.size).toBe(1);
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
    world.now += UNDO_MILLISECONDS;
    world.companion.next = [() => problem(status, code)];
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'refused', problem: { code: expected, detail: `Phrase de ${code}.` } }]);
    world.now += 86_400_000;
    await deliverDue(ports());
    expect(world.companion.requests).toHaveLength(1);
  });

  it('does not hold up what comes after', async () => {
    await click('1');
    await click('2');
    world.now += UNDO_MILLISECONDS;
    world.companion.next = [() => problem(422, 'invalid')];
    await deliverDue(ports());
    expect((await entries()).map(({ state: how }) => how)).toEqual(['refused', 'delivered']);
  });

  it('can be tried again or taken off', async () => {
    await click();
    world.now += UNDO_MILLISECONDS;
    world.companion.next = [() => problem(422, 'invalid')];
    await deliverDue(ports());
    await retryNow(['iris:105163'], world.now);
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'delivered' }]);
    await dismiss(['iris:105163']);
    expect(await entries()).toHaveLength(1);
  });

  it('gives way to a new click on the same booking', async () => {
    await click();
    world.now += UNDO_MILLISECONDS;
    world.companion.next = [() => problem(422, 'invalid')];
    await deliverDue(ports());
    world.now += 1;
    await click();
    expect((await entries()).map(({ state: how }) => how)).toEqual(['waiting']);
  });

  it.each([
    [401, 'key_unknown', 'keyUnknown'],
    [401, 'key_revoked', 'keyRevoked'],
    [404, 'not_found', 'notCompanion'],
  ])('%i %s waits for a person and keeps the event', async (status, code, expected) => {
    await click();
    world.now += UNDO_MILLISECONDS;
    world.companion.next = [() => problem(status, code)];
    await deliverDue(ports());
    expect(await entries()).toMatchObject([{ state: 'waiting', problem: { code: expected }, nextAttempt: world.now + 15 * 60_000 }]);
  });
});

describe('the order', () => {
  it('is the order of the clicks for one booking, even when the first waits', async () => {
    world.companion.down = true;
    await click();
    await enqueue({ key: 'iris:105163', event: eventOf('105163', 'booking.cancelled'), undo: 0 }, world.now);
    await deliverDue(ports());
    expect(world.companion.requests).toHaveLength(0);
    world.now += UNDO_MILLISECONDS;
    world.companion.down = false;
    await deliverDue(ports());
    expect([...world.companion.taken.values()].map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual(['booking.approved', 'booking.cancelled']);
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
    for (let index = 0; index < 50; index += 1) await enqueue({ key: `iris:${index}`, event: eventOf(String(index), 'booking.requested'), undo: 0 }, world.now);
    await expect(enqueue({ key: 'iris:51', event: eventOf('51', 'booking.requested'), undo: 0 }, world.now)).rejects.toThrow(OutboxFull);
    await expect(click('52')).resolves.toBeUndefined();
  });
});

describe('the alarm', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  it('outlives the worker, and a timer is quicker than the half minute of an alarm', async () => {
    const run = vi.fn();
    await click();
    await scheduleOutbox(run, world.now);
    expect((await fakeBrowser.alarms.get(OUTBOX_ALARM))?.scheduledTime).toBe(NOW + 30_000);
    vi.advanceTimersByTime(UNDO_MILLISECONDS);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('goes when nothing waits', async () => {
    await click();
    await scheduleOutbox(() => undefined, world.now);
    await undo(['iris:105163'], world.now);
    await scheduleOutbox(() => undefined, world.now);
    expect(await fakeBrowser.alarms.get(OUTBOX_ALARM)).toBeUndefined();
  });
});
