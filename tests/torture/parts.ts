/** The parts of the torture, each runnable alone, with the sizes of its short and its long form. */
import { startPostgres } from '../companion/support/postgres.ts';
import type { Postgres } from '../companion/support/postgres.ts';
import { canMount, fillDisk } from './disk.ts';
import { dieAtEveryStep } from './every-step.ts';
import type { EveryStep, Play } from './every-step.ts';
import { stepsFaults, stormFaults } from './happened.ts';
import { jumpClocks } from './jumps.ts';
import { faultsOf, mutate } from './mutations.ts';
import type { Processes } from './process.ts';
import { storm } from './storm.ts';
import type { StormOptions } from './storm.ts';
import { canTrace, countSyncs } from './sync.ts';
import { play, playTheDay } from './story.ts';
import { startTwins } from './twins.ts';

export interface Form {
  long: boolean;
  seed: number;
  bookings: number;
  kills: number;
  report: (line: string) => void;
}

export interface Outcome {
  findings: string[];
  /** For a person. */
  summary: string;
  details: Record<string, unknown>;
}

type Part = (form: Form, processes: Processes) => Promise<Outcome>;

async function withPostgres<T>(work: (postgres: Postgres) => Promise<T>): Promise<T> {
  const postgres = await startPostgres();
  try {
    return await work(postgres);
  } finally {
    await postgres.close();
  }
}

/** In the short form only some crossings, others at another seed. */
const someOf = ({ long, seed }: Form, every: number) => (_border: string, k: number): boolean => long || k % every === seed % every;

async function steps(form: Form, processes: Processes, every: number, stories: readonly [string, Play][]): Promise<Outcome> {
  const told: [string, EveryStep][] = [];
  const report = form.long ? form.report : () => undefined;
  for (const [name, story] of stories) told.push([name, await dieAtEveryStep(story, processes, { chosen: someOf(form, every), report })]);
  return {
    findings: told.flatMap(([name, result]) => [...result.findings, ...stepsFaults(result)].map((finding) => `${name}: ${finding}`)),
    summary: told.map(([name, { borders, deaths }]) => `${name}: ${borders.length} borders, ${deaths} deaths`).join('; '),
    details: Object.fromEntries(told.map(([name, { borders, deaths }]) => [name, { borders: borders.length, deaths }])),
  };
}

async function stormy(options: StormOptions): Promise<Outcome> {
  const result = await storm(options);
  const { verdict, kills, stops, made, beforeSweep, removed, zoomCalls, zoomFaults } = result;
  const { lost, duplicates, missing, mails, copies, bookings } = verdict;
  return {
    findings: [...verdict.findings, ...stormFaults(result, { bookings: options.bookings, kills: options.kills, shared: options.databaseUrl !== undefined })],
    summary: `${bookings} bookings, ${kills} kills${stops === 0 ? '' : `, ${stops} pauses beyond the lease`}, ${zoomFaults} of ${zoomCalls} calls of Zoom failed: ${lost} lost, ${missing} missing, ${duplicates} duplicates after the sweep (${beforeSweep} before it), ${copies} second copies among ${mails} mails`,
    details: { bookings, kills, stops, made, beforeSweep, removed, zoomCalls, zoomFaults, lost, duplicates, missing, mails, copies },
  };
}

export const parts = {
  /** R12. */
  twins: async (_form, processes) => {
    const findings = await startTwins(processes);
    return { findings, summary: 'a second process on one SQLite file is refused, and takes over at once when the first is dead', details: {} };
  },
  /** R1. */
  sync: async ({ long }) => {
    if (!canTrace()) return { findings: [], summary: 'not tried: there is no strace here', details: { tried: false } };
    const { submissions, fewest } = await countSyncs(long ? 200 : 20);
    const findings = fewest >= 1 ? [] : ['R1 an event was acknowledged before the disk was asked to keep it'];
    return { findings, summary: `${submissions} submissions, at least ${fewest} sync between each and its acknowledgement`, details: { submissions, fewest } };
  },
  /** R10. */
  disk: async (_form, processes) => {
    if (!canMount()) return { findings: [], summary: 'not tried: only root may mount a small disk (tests/companion/durability.test.ts limits the file instead)', details: { tried: false } };
    const { acknowledged, refused, findings } = await fillDisk(processes);
    return { findings, summary: `${acknowledged} acknowledged, ${refused} refused on the full disk`, details: { acknowledged, refused } };
  },
  /** Clocks that jump by up to a day. */
  jumps: async ({ long, seed }, processes) => {
    const { verdict, jumps, deaths, removed } = await jumpClocks(seed, long ? 200 : 20, processes);
    return { findings: verdict.findings, summary: `${jumps} jumps, ${verdict.bookings} bookings, ${deaths} deaths, ${removed} duplicates swept`, details: { jumps, deaths, removed, ...verdict } };
  },
  /** R7. */
  mutations: async ({ long, seed }) => {
    const runs = long ? 100_000 : 2000;
    const mutated = await mutate(runs, seed);
    const { originals, requests, accepted, broken, crashed, traces } = mutated;
    return {
      findings: faultsOf(mutated, runs),
      summary: `${requests} altered requests of ${originals} kinds: ${accepted} accepted, ${broken} answers of 500 or more, ${crashed} crashes, ${traces.length} traces`,
      details: { requests, originals, accepted, broken, crashed, traces },
    };
  },
  /** Z89: a death at every border in turn. */
  steps: (form, processes) => steps(form, processes, 10, [['a life', { tell: play }], ['a day', { tell: playTheDay }]]),
  /** The same on PostgreSQL, by one process and by two that share the work. */
  stepsOnPostgres: (form, processes) => withPostgres((postgres) => {
    const database = (): Promise<string> => postgres.create();
    return steps(form, processes, 25, [['a life', { tell: play, database }], ['a day', { tell: playTheDay, database }], ['a life, two processes', { tell: play, database, shared: true }], ['a day, two processes', { tell: playTheDay, database, shared: true }]]);
  }),
  /** R2, R4: random kills, on SQLite. */
  storm: ({ seed, bookings, kills, report }, processes) => stormy({ seed, bookings, kills, processes, report }),
  /** R11: two processes on one PostgreSQL, which itself crashes once. */
  stormOnPostgres: ({ seed, bookings, kills, report }, processes) =>
    withPostgres(async (postgres) => stormy({
      seed, bookings, kills, processes, report,
      databaseUrl: await postgres.create(),
      disaster: () => postgres.crash(),
    })),
} satisfies Record<string, Part>;
