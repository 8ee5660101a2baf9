/** G.1: the overlay's watching on a live grid, from 200 to 100,000 cells, beside every package that does the like. */
import { interleave, type Bench, type Contender, type Result, type Table } from './bench.ts';
import { medianFor } from './figures.ts';
import { launchGrid, type GridBrowser } from './grid-browser.ts';
import type { Phase } from './grid-page.ts';
import { ALONE, growthTable, phaseTable, summaryTable } from './grid-tables.ts';
import type { WatcherName } from './grid-watchers.ts';

const names: readonly WatcherName[] = [ALONE, 'ours', 'selector-observer', 'arrive', 'mutation-summary', 'insertion-query', 'sentinel-js', 'naive observer', 'CSS animation'];
const roleOf = (name: WatcherName): Contender['role'] => (name === ALONE ? 'floor' : name === 'ours' ? 'ours' : 'peer');

interface Setting {
  cells: number;
  /** A part of the rounds asked for: what takes long is done less often. */
  part: number;
  routes: number;
}
const settings: readonly Setting[] = [
  { cells: 200, part: 0.6, routes: 2 },
  { cells: 2_000, part: 0.6, routes: 2 },
  { cells: 20_000, part: 0.6, routes: 1 },
  { cells: 100_000, part: 0.4, routes: 1 },
];
/** Of changes, in each phase that is counted by frames: a second. */
const FRAMES = 60;
/** A turn on more cells than this takes ten seconds: it needs no turn before it. */
const WARMED_MAXIMUM = 10_000;
/** What a missed goal is made of: by a profile of warm frames, and by the script time of an observer that does nothing in their place. */
const FLOOR =
  'Ours tells what came as soon as the page’s script has done, in the observer’s own microtask, and asks for no frame; what the overlay itself draws follows with the next frame, before it is painted. ' +
  'Its script over the best peer’s is what the packages do not do: one question whether what came must be watched too (forms that stand hidden, frames, shadow roots), the count that ends a page which redraws without end, and, at the first look and at a change of route, a walk of the page for shadow roots, which no selector finds. ' +
  'By a profile of 100,000 cells (2026-11-23), of a first render half is making ten thousand marks, which all pay, a quarter that walk, an eighth the one for forms, and a seventh hearing of what came and of the marks themselves; of a change of route half, three tenths, a seventh and a sixteenth. ' +
  'By a profile of 400 frames of 2,000 cells (2026-11-23): of 0.075 ms for one booking, half is making the mark, which all pay, a twelfth the browser’s own call of an observer that does nothing, a third asking what came, whether it is ours and what must be watched; arrive took 0.077 there, selector-observer 0.090, the animation 0.078. ' +
  'Of 0.073 ms for what is no booking, 0.022 is that call (arrive and selector-observer 0.078). In the sixty frames of a round little is optimised yet, and more program then costs more. ' +
  'What changes that is no booking costs the browser’s own call of the observer, which the two on CSS and the animation are spared; they pay with style, and come one to several frames late. ' +
  'Every contender marks all that it finds in one go: what is marked after the page was drawn makes it lay out everything once more, which at 100,000 cells takes two seconds. ' +
  'The page itself tells ours of a change of route, before any observer runs: its latency there is flattered by that.';
interface PhaseOf {
  phase: Phase;
  words: string;
  /** How often in this setting. */
  times(setting: Setting): number;
  /** The figures are of one frame, or of one route: they are divided by the times. */
  each: boolean;
}
const phases: readonly PhaseOf[] = [
  { phase: 'render', words: 'first render', times: ({ cells }) => cells, each: false },
  { phase: 'refresh', words: 'a frame in which 20 bookings and 20 texts change', times: () => FRAMES, each: true },
  { phase: 'trickle', words: 'a frame in which one booking comes', times: () => FRAMES, each: true },
  { phase: 'churn', words: 'a frame in which 20 things change that are not bookings', times: () => FRAMES, each: true },
  { phase: 'routes', words: 'a change of route', times: ({ routes }) => routes, each: true },
];
const SLOWER = 4;
/** Each turn takes four times as long. */
const SLOWER_PART = 0.5;
const roundsOf = (rounds: number, part: number): number => Math.max(1, Math.round(rounds * part));
const divided: readonly string[] = ['script', 'style', 'task', 'long tasks'];
const LONG_RUN = 1000;
const HEAP_CELLS = 2000;

async function turnOf(browser: GridBrowser, name: WatcherName, setting: Setting, slower: number): Promise<Record<string, number>> {
  const page = await browser.open(name, slower);
  const figures: Record<string, number> = {};
  for (const { phase, times, each } of phases) {
    const { latency, longTasks, ...rest } = await page.play(phase, times(setting));
    for (const [figure, value] of Object.entries({ ...rest, 'long tasks': longTasks, ...(latency === null ? {} : { latency }) })) {
      figures[`${phase}.${figure}`] = each && divided.includes(figure) ? value / times(setting) : value;
    }
  }
  await page.close();
  return figures;
}

async function heapTurn(browser: GridBrowser, name: WatcherName): Promise<Record<string, number>> {
  const page = await browser.open(name, 1);
  await page.play('render', HEAP_CELLS);
  await page.play('long', LONG_RUN / 2);
  const before = await page.heap();
  await page.play('long', LONG_RUN);
  const after = await page.heap();
  await page.close();
  return { heap: after / 1e6, growth: (100 * (after - before)) / before };
}

const contenders = (turn: (name: WatcherName) => Promise<Record<string, number>>): Contender[] =>
  names.map((name) => ({ name, role: roleOf(name), turn: () => turn(name) }));

async function heapTable(browser: GridBrowser, rounds: number): Promise<Table> {
  return {
    title: `Heap after ${LONG_RUN.toLocaleString('en')} refreshes of ${HEAP_CELLS.toLocaleString('en')} cells`,
    measures: [{ name: 'heap', unit: 'MB', better: 'lower' }, { name: 'growth', unit: '%', better: 'lower' }],
    results: await interleave(contenders((name) => heapTurn(browser, name)), rounds, false),
    goal: { sentence: 'flat within 5 %.', reached: (all) => medianFor(all, 'ours', 'growth') <= 5 },
  };
}

/** Every setting in turn, on a processor that many times slower. @returns the tables, and what they say together */
async function tablesOf(browser: GridBrowser, rounds: number, slower: number, say: (sentence: string) => void): Promise<Table[]> {
  const slowly = slower === 1 ? '' : `, ${slower} × slower`;
  const tables: Table[] = [];
  const bySetting: Result[][] = [];
  for (const setting of settings) {
    const title = `${setting.cells.toLocaleString('en')} cells${slowly}`;
    say(title);
    const own = roundsOf(rounds, setting.part);
    const results = await interleave(contenders((name) => turnOf(browser, name, setting, slower)), own, setting.cells <= WARMED_MAXIMUM);
    bySetting.push(results);
    for (const phase of phases) tables.push(phaseTable(`${title}: ${phase.words}`, results, phase.phase, `${own} ${own === 1 ? 'round' : 'rounds'}${phase.each ? ` of ${phase.times(setting)}` : ''}.`));
  }
  tables.push(summaryTable(`How often first, or within noise of the first${slowly}`, tables.map(({ results }) => results)));
  const [small, large] = [bySetting.at(0) ?? [], bySetting.at(-1) ?? []];
  for (const { phase, words } of phases) {
    if (phase === 'render' || phase === 'routes') continue;
    tables.push(growthTable(phase, `From 200 to 100,000 cells${slowly}: ${words}`, small, large));
  }
  return tables;
}

async function withBrowser(work: (browser: GridBrowser) => Promise<Table[]>): Promise<Table[]> {
  const browser = await launchGrid();
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

export const grid: Bench = {
  name: 'grid',
  title: 'Watching a live grid',
  needs: ['browser', 'peers'],
  run: ({ rounds, say }) =>
    withBrowser(async (browser) => {
      const tables = await tablesOf(browser, rounds, 1, say);
      if (tables[0] !== undefined) tables[0].note = `${tables[0].note} ${FLOOR}`;
      say('heap');
      return [...tables, await heapTable(browser, roundsOf(rounds, 0.6))];
    }),
};

/** By itself, since it takes longer than all the others. */
export const gridSlower: Bench = {
  name: 'grid-slower',
  title: 'Watching a live grid, on a processor four times slower',
  needs: ['browser', 'peers'],
  run: ({ rounds, say }) => withBrowser((browser) => tablesOf(browser, rounds * SLOWER_PART, SLOWER, say)),
};
