/** From what each contender's turn gave to tables: over the page alone, round by round. */
import type { Measure, Result, Table } from './bench.ts';
import { cellOf, medianFor } from './figures.ts';

export const ALONE = 'page alone';
const measures: readonly Measure[] = [
  { name: 'script', unit: 'ms over the page', better: 'lower' },
  { name: 'style and layout', unit: 'ms over the page', better: 'lower' },
  { name: 'task', unit: 'ms', better: 'lower' },
  { name: 'latency', unit: 'ms to the mark', better: 'lower' },
  { name: 'longest', unit: 'ms in a row', better: 'lower' },
  { name: 'long tasks', unit: 'with the page’s', better: 'lower' },
  { name: 'missed', unit: '%', better: 'lower' },
];
const overPage: Readonly<Record<string, string>> = { script: 'script', style: 'style and layout' };
/** What no clock of a browser tells apart: over a phase of 60 frames, and between a booking and its mark. */
const RESOLUTION = { script: 1 / 60, latency: 1 };
const LONG_TASK_MILLISECONDS = 50;

/** The samples of one phase, named `phase.figure` in a turn, with those of the page alone taken off. */
export function samplesOf(results: readonly Result[], phase: string): Result[] {
  const floor = results.find(({ contender }) => contender === ALONE)?.samples ?? {};
  return results.map(({ contender, role, samples }) => {
    const own: Record<string, number[]> = {};
    for (const [name, list] of Object.entries(samples)) {
      const [of, figure = ''] = name.split('.');
      if (of !== phase) continue;
      const added = overPage[figure];
      if (added === undefined) {
        if (contender !== ALONE || figure === 'task' || figure === 'long tasks') own[figure] = list;
      } else if (contender !== ALONE) own[added] = list.map((sample, round) => sample - (floor[name]?.[round] ?? 0));
    }
    return { contender, role, samples: own };
  });
}

/** Whether ours is first, or as near to the first as both spread. */
export function isFirst(results: readonly Result[], name: 'script' | 'latency'): boolean {
  const measure = measures.find((one) => one.name === name) as Measure;
  const table: Table = { title: '', measures, results: [...results] };
  const cells = results.flatMap((result) => {
    const cell = cellOf(table, result, measure);
    return cell === null ? [] : [{ role: result.role, ...cell }];
  });
  const ours = cells.find(({ role }) => role === 'ours');
  const best = cells.filter(({ role }) => role === 'peer').sort((one, other) => one.median - other.median)[0];
  if (ours === undefined || best === undefined) return true;
  return ours.median <= best.median + Math.max(RESOLUTION[name], ours.spread + best.spread);
}

export function phaseTable(title: string, results: readonly Result[], phase: string, note: string): Table {
  const own = samplesOf(results, phase);
  const isSilent = phase === 'churn';
  const goal = isSilent
    ? { sentence: 'ours first, or within noise of the first, in script time; 0 long tasks of our own.', reached: (all: readonly Result[]) => isFirst(all, 'script') && medianFor(all, 'ours', 'longest') < LONG_TASK_MILLISECONDS }
    : { sentence: 'ours first, or within noise of the first, in script time and in latency; 0 long tasks of our own.', reached: (all: readonly Result[]) => isFirst(all, 'script') && isFirst(all, 'latency') && medianFor(all, 'ours', 'longest') < LONG_TASK_MILLISECONDS };
  return { title, measures, results: own, note, goal };
}

/** How much more the same change costs on the largest page than on the smallest. */
export function growthTable(phase: string, title: string, small: readonly Result[], large: readonly Result[], largeSlack = 2): Table {
  const measure: Measure = { name: 'growth', unit: '× the script time', better: 'lower' };
  const [of, to] = [samplesOf(small, phase), samplesOf(large, phase)];
  const results = of.filter(({ role }) => role !== 'floor').map(({ contender, role }): Result => {
    const [least, most] = [medianFor(of, contender, 'script'), medianFor(to, contender, 'script')];
    return { contender, role, samples: { growth: [Math.max(most, RESOLUTION.script) / Math.max(least, RESOLUTION.script)] } };
  });
  return {
    title, measures: [measure], results,
    goal: { sentence: `the cost follows the change and not the page: ${largeSlack} × at most.`, reached: (all) => medianFor(all, 'ours', 'growth') <= largeSlack },
  };
}
