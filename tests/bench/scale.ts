/** G.8: a year of one licence, of a province, of a country and of ten thousand licences; exact for a seed, hence no rounds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Measure, Result } from './bench.ts';
import { HOST_DAY } from './simulation/licence.ts';
import { simulateYear, yearFrom } from './simulation/year.ts';

const page = join(import.meta.dirname, '../../docs/scale.md');
const BEGIN = '<!-- written by npm run bench -- scale -->';
const END = '<!-- end -->';

const settings = [
  { name: 'one licence', licences: 1 },
  { name: 'a province, one licence for each of 34 establishments', licences: 34 },
  { name: 'a country, 400 licences', licences: 400 },
  { name: '10,000 licences', licences: 10_000 },
] as const;
/** What one booking leaves in PostgreSQL over its life, rows and indexes, in kilobytes (docs/scale.md says how it is made up). */
const KILOBYTES = 14;
const HOUR = 3_600_000;

const lower = (name: string, unit: string): Measure => ({ name, unit, better: 'lower' });
const traffic = [lower('requests', 'a year'), lower('approved', 'a year'), lower('refused for the hour', '%'), lower('signed events', 'a year'), lower('mails', 'a year'), lower('waiting effects', 'at most'), lower('PostgreSQL', 'GB a year')];
const zoom = [lower('light', 'calls a second, busiest minute'), lower('medium', 'calls a second, busiest minute'), lower('heavy', 'calls a day, at most'), lower(`licence-days of ${HOST_DAY}`, 'a year'), lower('longest wait', 'h'), lower('made too late', 'a year')];

function writePage(tables: readonly { title: string; measures: readonly Measure[]; results: readonly Result[] }[]): void {
  const figure = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(2))));
  const written = tables.map(({ title, measures, results }) => [
    `**${title}**`, '', `| | ${measures.map(({ name, unit }) => `${name} (${unit})`).join(' | ')} |`, `| --- |${' ---: |'.repeat(measures.length)}`,
    ...results.map(({ contender, samples }) => `| ${contender} | ${measures.map(({ name }) => figure(samples[name]?.[0] ?? 0)).join(' | ')} |`),
  ].join('\n')).join('\n\n');
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (from < 0 || to < from) throw new Error('docs/scale.md has lost its markers.');
  writeFileSync(page, `${text.slice(0, from + BEGIN.length)}\n\n${written}\n\n${text.slice(to)}`);
}

export const scale: Bench = {
  name: 'scale',
  title: 'A simulated year',
  run({ say }) {
    const year = yearFrom(Date.parse('2026-04-01T12:00:00Z'));
    const results = settings.map(({ name, licences }) => {
      say(name);
      const tally = simulateYear(licences, year);
      const { waiting, heavyDay, perSecond } = tally.peaks();
      const samples: Record<string, number[]> = {
        requests: [tally.asked], approved: [tally.approved], 'refused for the hour': [(100 * tally.conflicts) / tally.asked], 'signed events': [tally.submissions], mails: [tally.mails],
        'waiting effects': [waiting], PostgreSQL: [(tally.asked * KILOBYTES) / 1e6],
        light: [perSecond.light], medium: [perSecond.medium], heavy: [heavyDay], [`licence-days of ${HOST_DAY}`]: [tally.parkedDays], 'longest wait': [tally.longestWait / HOUR], 'made too late': [tally.tooLate],
      };
      return { contender: name, role: 'ours', samples } satisfies Result;
    });
    const note = 'Simulated with a seed, by the companion’s own rules: nothing of it is a time of this machine.';
    const tables = [{ title: 'Traffic of a year', measures: traffic, results, note }, { title: 'What Zoom is asked', measures: zoom, results, note }];
    writePage(tables);
    return Promise.resolve(tables);
  },
};
