/** G.2: what the extension weighs: exact, hence no rounds. The floor is the bare libraries that it stands on. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Bench, Result } from './bench.ts';
import { medianFor } from './figures.ts';

const build = join(import.meta.dirname, '../../.output/chrome-mv3');
const kilobytes = (bytes: number): number => bytes / 1000;

function weigh(name: string, files: readonly string[]): Result {
  const texts = files.map((file) => readFileSync(join(build, file)));
  const [raw, gzip] = [texts.reduce((sum, text) => sum + text.length, 0), texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)];
  return { contender: name, role: 'ours', samples: { raw: [kilobytes(raw)], gzip: [kilobytes(gzip)] } };
}

const DETECTOR = 'every page of a portal';
const WHOLE = 'the page that needs most';

export const bytes: Bench = {
  name: 'bytes',
  title: 'Bytes of the extension',
  needs: ['build'],
  run() {
    const measures = [{ name: 'raw', unit: 'kB', better: 'lower' }, { name: 'gzip', unit: 'kB', better: 'lower' }] as const;
    const overlay = readdirSync(build).filter((file) => /^overlay.*\.js$/u.test(file));
    return Promise.resolve([
      {
        title: 'On the portal’s pages', measures,
        results: [weigh(DETECTOR, ['content-scripts/portal.js']), weigh(WHOLE, ['content-scripts/portal.js', ...overlay]), weigh('while calibrating only', ['calibrate.js'])],
        goal: { sentence: 'at most 12 kB gzip on every page and 40 kB on the page that needs most.', reached: (all: readonly Result[]) => medianFor(all, DETECTOR, 'gzip') <= 12 && medianFor(all, WHOLE, 'gzip') <= 40 },
      },
      { title: 'Elsewhere', measures, results: [weigh('background', ['background.js'])] },
    ]);
  },
};
