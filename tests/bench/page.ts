/** docs/benchmarks.md: a section of each benchmark; one that is not measured again keeps its words and its date. */
import { digits } from './figures.ts';
import type { Machine } from './machine.ts';
import { toMarkdown, type Run } from './write.ts';

const describe = ({ cores, processor, memoryGigabytes, node, browser }: Machine): string =>
  `Machine: ${cores} cores (${processor}), ${memoryGigabytes} GB, Node ${node}, ${browser ?? 'no browser'}.`;

const introduction = `# Benchmarks

Written by \`npm run bench\` (\`npm run bench -- <name>\` for one); nothing here is written by hand but the remarks in
\`tests/bench\`. Each contender has its turn in every round, in a turning order; the first round is thrown away. A figure is the
median, ± half the distance between the quartiles; « to best peer » and « to floor » are quotients of medians. A run that
began on a busy machine says so and concludes nothing. The reference work is the same in every run (\`tests/bench/reference-work.ts\`):
the machine is shared, and where it takes twice as long, so do figures in milliseconds; quotients stay. Runs that do not name it are older.`;

const HEAD = /^## .*\(`([\w-]+)`\)$/u;

/** The sections of a page, by the name of the benchmark; none when it speaks of another machine, whose figures cannot stand beside these. */
export function sectionsOf(page: string, machine: Machine): Map<string, string> {
  const sections = new Map<string, string>();
  if (!page.includes(`\n${describe(machine)}\n`)) return sections;
  let name: string | undefined;
  for (const line of page.split('\n')) {
    name = HEAD.exec(line)?.[1] ?? name;
    if (name !== undefined) sections.set(name, `${sections.get(name) ?? ''}${line}\n`);
  }
  return sections;
}

export const speedOf = ({ before, after }: Run['referenceWork']): string => `The reference work took ${digits(before)} ms before and ${digits(after)} ms after.`;

export const toSection = ({ bench, tables, concludes, at, load, referenceWork }: Run): string =>
  [`## ${bench.title} (\`${bench.name}\`)`, '', `Measured ${at.slice(0, 10)}, load before ${load.toFixed(2)}. ${speedOf(referenceWork)}${concludes ? '' : ' **The machine was busy: these figures conclude nothing.**'}`, '', ...tables.map(toMarkdown)].join('\n');

export const toPage = (sections: readonly string[], machine: Machine): string =>
  `${[introduction, '', describe(machine), '', ...sections.map((section) => `${section.trimEnd()}\n`)].join('\n').trimEnd()}\n`;
