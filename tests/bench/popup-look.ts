/** G3: what one look of the worker at the portal takes of the processor, beside the least that a browser takes for one. */
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'webextension-polyfill';
import { EXTENSION, startWorld, type Person } from '../setup/world.ts';
import { interleave, type Contender, type Result, type Table } from './bench.ts';
import { medianFor } from './figures.ts';
import { processorTime } from './popup-processor.ts';

declare const chrome: Browser;

/** An extension with a worker that does nothing at an alarm, or fetches the list and drops it. */
const BARE = join(import.meta.dirname, 'bare-worker');
/** What the opening before set going, and a worker that is only just starting or ending, is over by then; milliseconds. */
const REST = 1_000;
/** Longer than the worker waits for further changes before it makes the badge (lib/background/worker.ts); milliseconds. */
const AFTERWARDS = 400;
const GOAL = 20;

interface Look {
  person: Person;
  extension: string;
  /** Ours is `watch`; the bare worker's are `nothing` and `fetch`. */
  alarm: string;
}

/**
 * The worker's own alarm, now instead of in a while. The tab that hears of the end lives in the same process: its own
 * opening is over before the clock starts, and what the alarm sets going, the badge above all, before it stops.
 * @returns the processor's time of the look
 */
async function lookOnce({ person, extension, alarm }: Look, isStopped: boolean): Promise<Record<string, number>> {
  const page = await person.openOwn('manifest.json');
  await page.evaluate(async (name) => {
    const isReading = (change: Record<string, unknown>): boolean => 'readings' in change;
    const come = new Promise<void>((resolve) => {
      // The bare worker keeps nothing that could be watched: its fetch is over long before the clock stops.
      if (name === 'watch') chrome.storage.onChanged.addListener((change) => { if (isReading(change)) resolve(); });
      else chrome.alarms.onAlarm.addListener(() => resolve());
    });
    Object.assign(globalThis, { come });
    await chrome.alarms.create(name, { when: Date.now() + 2500, periodInMinutes: 5 });
  }, alarm);
  await setTimeout(REST);
  if (isStopped) await person.stopWorker();
  const before = processorTime(extension);
  await page.evaluate(() => (globalThis as unknown as { come: Promise<void> }).come);
  await setTimeout(AFTERWARDS);
  const after = processorTime(extension);
  await page.close();
  return before === null || after === null ? {} : { processor: after - before };
}

const OURS = 'ours';
const starts = [{ is: 'worker awake', isStopped: false }, { is: 'worker stopped before', isStopped: true }];
const nameOf = (name: string, is: string): string => `${name}, ${is}`;

const contendersOf = (name: string, role: Contender['role'], look: Look): Contender[] =>
  starts.map(({ is, isStopped }) => ({ name: nameOf(name, is), role, turn: () => lookOnce(look, isStopped) }));

const measured = ({ samples }: Result): boolean => samples['processor'] !== undefined;

const tableOf = (results: Result[], is: string): Table => ({
  title: `One look at the portal, ${is}`,
  measures: [{ name: 'processor', unit: 'ms', better: 'lower' }],
  results: results.filter(({ contender }) => contender.endsWith(is)).map((result) => ({ ...result, contender: result.contender.slice(0, -is.length - 2) })),
  note: 'All threads of the extension’s process: starting what was stopped, the fetch of the list and that of the companion’s bookings, the stores, the badge. The list is the same each time, as it mostly is: it is compared and not read again (lib/background/same-page.ts); the first look, which reads it, is thrown away. The bare worker shows what the browser itself takes, with the debugger attached as to ours: to start a worker and hand it an alarm, and to fetch the list besides. What a trace says of the worker’s own thread at a start (2026-11-23, about 40 ms while it is traced): the browser’s part of it 4; reading the compiled program back 2; running it, the classes of zod and the listeners, 6, where it was 18 while every schema was made at each start. The rest is spread over many short tasks, each of which runs for the first time in this worker; most of them are questions to the browser. Counted in the worker with its events and timers, a look after a start had 74 of them and then 31 (one more by now: whether the alarm still stands), since what outlives the worker is put right once a session of the browser (lib/background/settled.ts), stores are asked together and checked without a schema, and locks are kept within the worker: beside each other on a busy machine, ten rounds, 58 ms instead of 85. These figures are of the program before that. Beside each other on a quiet but slower machine (2026-11-23, the reference work at 61 to 78 ms, the worker that does nothing at 2.5 and 13 to 15), ten looks each: 23 ms instead of 31 awake, 59 instead of 83 stopped.',
  goal: { sentence: `${GOAL} ms of the processor at most.`, reached: (all) => all.every(measured) && medianFor(all, OURS, 'processor') <= GOAL },
});

/** A world of its own for each extension; every look of one round beside the others'. */
export async function lookTables(rounds: number): Promise<Table[]> {
  const worlds = await Promise.all([EXTENSION, BARE].map((extension) => startWorld({ portal: { seed: 7 }, extension })));
  try {
    const [ours, bare] = await Promise.all(worlds.map(async (world, index) => {
      const person = await world.open('marc', { bare: index > 0 });
      const page = await person.context.newPage();
      await person.signIn(page);
      await page.close();
      return person;
    })) as [Person, Person];
    const results = await interleave([
      ...contendersOf('a worker that does nothing', 'floor', { person: bare, extension: BARE, alarm: 'nothing' }),
      ...contendersOf('a worker that only fetches the list', 'floor', { person: bare, extension: BARE, alarm: 'fetch' }),
      ...contendersOf(OURS, 'ours', { person: ours, extension: EXTENSION, alarm: 'watch' }),
    ], rounds);
    return starts.map(({ is }) => tableOf(results, is));
  } finally {
    await Promise.all(worlds.map((world) => world.close()));
  }
}
