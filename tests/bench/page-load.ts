/**
 * G.2: what the extension adds to a portal's page while it loads, and while the page lives: between a browser without it
 * (the floor) and the same features in one script that is loaded into every page at its start (the ceiling).
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, CDPSession } from 'playwright-core';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { kindsOfPages, scriptsOf } from '../setup/page-bytes.ts';
import { EXTENSION, signIn, startWorld, type World } from '../setup/world.ts';
import { interleave, type Bench, type Contender, type Measure, type Result, type Table } from './bench.ts';
import { medianFor } from './figures.ts';

const NONE = 'without the extension';
const OURS = 'ours';
const EAGER = 'the same features, all of it in every page at its start';
const roleOf = (name: string): Contender['role'] => (name === NONE ? 'floor' : name === OURS ? 'ours' : 'peer');
/** Quiet after the load: whatever waits for an idle moment has had it. */
const AFTERWARDS_MILLISECONDS = 1500;
/** Of reliability.md D.1. */
const SCRIPT_MAXIMUM = 15;
const CHANGES = 40;
/** From profiles: code that runs once, in a page that is new each time. */
const LOAD_NOTE = 'Of ours on a page with a grid, by a profile on a busy machine (2026-11-23): finding out that the page is a portal’s and of which kind a quarter, reading its grid a fifth, saying how well it is understood once it rests an eighth, drawing a sixteenth; in all of these, finding and naming its anchors is a quarter. All of it runs once, before the browser has optimised anything; a pattern that asks what all letters of the world are (\\p{L}) alone took a millisecond.';
const LIFE_NOTE = 'Where something of ours is shown, the same program lives in both and they differ by noise only: a look once in half a second, when the page rests.';

const measures: readonly Measure[] = [
  { name: 'added script', unit: 'ms', better: 'lower' },
  { name: 'script', unit: 'ms', better: 'lower' },
  { name: 'task', unit: 'ms', better: 'lower' },
];

/** The build that ships, but for its care. @returns its folder */
async function makeEager(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-eager-'));
  await cp(EXTENSION, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(path, 'utf8')) as { content_scripts: { js: string[] }[] };
  const scripts = [...new Set(kindsOfPages.flatMap((kind) => scriptsOf(EXTENSION, kind)))].slice(1);
  for (const script of manifest.content_scripts) script.js.push(...scripts);
  await writeFile(path, JSON.stringify(manifest));
  return folder;
}

interface Counters {
  script: number;
  task: number;
}
async function countersOf(session: CDPSession): Promise<Counters> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN) * 1000;
  return { script: of('ScriptDuration'), task: of('TaskDuration') };
}

/** A change of a living page, thirty times in a second: a booking comes, another goes. */
async function live(changes: number): Promise<void> {
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const cell = [...document.querySelectorAll('[role=gridcell], td')].at(-1);
  for (let change = 0; change < changes; change += 1) {
    const booking = document.createElement('span');
    booking.textContent = `Rencontre ${change}`;
    if (cell?.lastElementChild?.textContent?.startsWith('Rencontre') === true) cell.lastElementChild.remove();
    cell?.append(booking);
    await nextFrame();
    await nextFrame();
  }
}

/** One load, then one stretch of life, in a tab of its own. */
async function visit(context: BrowserContext, path: string): Promise<Record<string, number>> {
  const page = await context.newPage();
  try {
    const session = await page.context().newCDPSession(page);
    // The thread's own time: what else the machine does meanwhile is not counted.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(`${PORTAL_ORIGIN}${path}`);
    await page.waitForTimeout(AFTERWARDS_MILLISECONDS);
    const loaded = await countersOf(session);
    await page.evaluate(live, CHANGES);
    const lived = await countersOf(session);
    return { 'load.script': loaded.script, 'load.task': loaded.task, 'life.script': (lived.script - loaded.script) / CHANGES, 'life.task': (lived.task - loaded.task) / CHANGES };
  } finally {
    await page.close();
  }
}

/** The figures of one part of a visit, with what each adds to the page alone in the same round. */
function resultsOf(results: readonly Result[], part: string): Result[] {
  const floor = results.find(({ role }) => role === 'floor')?.samples[`${part}.script`] ?? [];
  return results.map(({ contender, role, samples }) => {
    const script = samples[`${part}.script`] ?? [];
    const own: Record<string, number[]> = { script, task: samples[`${part}.task`] ?? [] };
    if (role !== 'floor') own['added script'] = script.map((sample, round) => sample - (floor[round] ?? 0));
    return { contender, role, samples: own };
  });
}

const pages = [
  { title: 'a page without anything of ours', path: '/compte/preferences' },
  { title: 'the calendar with the licence', path: '/reservations/ressources?mode=calendrier' },
] as const;

/** A browser that is signed in to the portal. */
async function signedIn(context: BrowserContext): Promise<BrowserContext> {
  const page = await context.newPage();
  await signIn(page, 'julie');
  await page.close();
  return context;
}

export const pageLoad: Bench = {
  name: 'page-load',
  title: 'Load and life of a portal’s page',
  needs: ['browser', 'build'],
  async run({ rounds, say }) {
    const folder = await makeEager();
    const worlds: World[] = [];
    try {
      const [world, eager] = [await startWorld({ portal: { seed: 7 } }), await startWorld({ portal: { seed: 7 }, extension: folder })];
      worlds.push(world, eager);
      const contexts: readonly (readonly [string, BrowserContext])[] = [
        [NONE, await signedIn(await world.openPlain())],
        [OURS, await signedIn((await world.open('julie')).context)],
        [EAGER, await signedIn((await eager.open('julie')).context)],
      ];
      const tables: Table[] = [];
      for (const { title, path } of pages) {
        say(title);
        const results = await interleave(contexts.map(([name, context]) => ({ name, role: roleOf(name), turn: () => visit(context, path) })), rounds);
        tables.push({
          title: `Load of ${title}`, measures, results: resultsOf(results, 'load'), note: LOAD_NOTE,
          goal: { sentence: `${SCRIPT_MAXIMUM} ms of script at most, and no more than the ceiling.`, reached: (all) => medianFor(all, OURS, 'added script') <= Math.min(SCRIPT_MAXIMUM, medianFor(all, EAGER, 'added script')) },
        });
        tables.push({ title: `One change of ${title}`, measures, results: resultsOf(results, 'life'), note: LIFE_NOTE });
      }
      return tables;
    } finally {
      await Promise.all(worlds.map((world) => world.close()));
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },
};
