/** From what each contender's turn gave to tables: over the page alone, round by round. */
import type { Measure, Result, Table } from './bench.ts';
import { cellOf, digits, medianFor } from './figures.ts';

export const ALONE = 'page alone';
const measures: readonly Measure[] = [
  { name: 'script', unit: 'ms over the page', better: 'lower' },
  { name: 'style and layout', unit: 'ms over the page', better: 'lower' },
  { name: 'task', unit: 'ms over the page', better: 'lower' },
  { name: 'latency', unit: 'ms to the mark', better: 'lower' },
  { name: 'longest', unit: 'ms in a row', better: 'lower' },
  { name: 'long tasks', unit: 'with the page’s', better: 'lower' },
  { name: 'missed', unit: '%', better: 'lower' },
];
const overPage: Readonly<Record<string, string>> = { script: 'script', style: 'style and layout', task: 'task' };
/** What no clock of a browser tells apart: over a phase of 60 frames, and between a booking and its mark. */
const RESOLUTION = { script: 1 / 60, latency: 1, 'script and style': 1 / 60 };
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
        if (contender !== ALONE || figure === 'long tasks') own[figure] = list;
      } else if (contender !== ALONE) own[added] = list.map((sample, round) => sample - (floor[name]?.[round] ?? 0));
    }
    return { contender, role, samples: own };
  });
}

type Contested = keyof typeof RESOLUTION;

/** Whether a contender is first, or as near to the first as both spread. True where nobody has such a figure. */
export function isFirst(results: readonly Result[], contender: string, name: Contested): boolean {
  const cells = results.flatMap((result) => {
    const cell = result.role === 'floor' ? null : cellOf({ title: '', measures: [], results: [...results] }, result, { name, unit: 'ms', better: 'lower' });
    return cell === null ? [] : [{ contender: result.contender, ...cell }];
  });
  const own = cells.find((cell) => cell.contender === contender);
  const best = cells.filter((cell) => cell !== own).sort((one, other) => one.median - other.median)[0];
  return own === undefined || best === undefined || own.median <= best.median + Math.max(RESOLUTION[name], own.spread + best.spread);
}

export function phaseTable(title: string, results: readonly Result[], phase: string, note: string): Table {
  const own = samplesOf(results, phase);
  const [script, style, task] = ['script', 'style', 'task'].map((figure) => digits(medianFor(results, ALONE, `${phase}.${figure}`)));
  const whole = `${note} The page alone takes ${task} ms of task, ${script} of it script, ${style} style and layout.`;
  const isSilent = phase === 'churn';
  const goal = isSilent
    ? { sentence: 'ours first, or within noise of the first, in script time; 0 long tasks of our own.', reached: (all: readonly Result[]) => isFirst(all, 'ours', 'script') && medianFor(all, 'ours', 'longest') < LONG_TASK_MILLISECONDS }
    : { sentence: 'ours first, or within noise of the first, in script time and in latency; 0 long tasks of our own.', reached: (all: readonly Result[]) => isFirst(all, 'ours', 'script') && isFirst(all, 'ours', 'latency') && medianFor(all, 'ours', 'longest') < LONG_TASK_MILLISECONDS };
  return { title, measures, results: own, note: whole, goal };
}

/** They let the browser's own style tell them, which comes with a frame. */
const BY_STYLE: readonly string[] = ['insertion-query', 'sentinel-js', 'CSS animation'];

/** In how many of the tables each contender is first, or within noise of the first: none is so everywhere. */
export function summaryTable(title: string, tables: readonly (readonly Result[])[]): Table {
  const together = tables.map((results) => results.map((result) => {
    const { script, 'style and layout': style } = result.samples;
    return script === undefined || style === undefined ? result : { ...result, samples: { ...result.samples, 'script and style': script.map((sample, round) => sample + (style[round] ?? 0)) } };
  }));
  const withLatency = together.filter((results) => results.some(({ samples }) => samples['latency'] !== undefined));
  const atOnce = together.map((results) => results.filter(({ contender }) => !BY_STYLE.includes(contender)));
  const count = (among: readonly (readonly Result[])[], contender: string, ...names: Contested[]): number[] =>
    [among.filter((results) => names.every((name) => isFirst(results, contender, name))).length];
  const figuresOf = (contender: string): Record<string, number[]> => ({
    script: count(together, contender, 'script'),
    latency: count(withLatency, contender, 'latency'),
    'script and latency': count(together, contender, 'script', 'latency'),
    'script and style together': count(together, contender, 'script and style'),
    ...(BY_STYLE.includes(contender) ? {} : { 'script, among those that mark at once': count(atOnce, contender, 'script') }),
  });
  return {
    title,
    measures: Object.keys(figuresOf('ours')).map((name) => ({ name, unit: `of ${name === 'latency' ? withLatency.length : tables.length} tables`, better: 'higher' })),
    results: (tables[0] ?? []).filter(({ role }) => role !== 'floor').map(({ contender, role }) => ({ contender, role, samples: figuresOf(contender) })),
    note: 'Where nothing is to be marked, script alone counts. What the two on CSS and the animation save in script they pay in style, and in the frames that a mark comes late.',
  };
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
