/** G.2: what the extension weighs: exact, hence no rounds. The floor is the bare libraries that it stands on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DETECTOR as DETECTOR_FILE, gzipOf, kindsOfPages, scriptsAtLoad, scriptsOf } from '../setup/page-bytes.ts';
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
/** Of all kinds of pages. */
const WHOLE = 'the page that needs most';
/** From the build's source maps, each module's share being what the file loses without it. */
const COMPOSITION =
  'Each kind of page is weighed with every script that it can ever be given, the banner of a page that is not understood among them; the goal is held against that whole, since the issue says « in all ». ' +
  'Words and styles are no scripts: the worker gives them with the settings, in one language, 8.5 kB gzip. ' +
  'Of a booking form’s, lib/portal is 27 % (finding, reading, filling and guarding somebody else’s form), lib/features and lib/domain 19 % each (the rules, asked at the save without a wait, hence in the page), ' +
  'Preact 10 % and its signals 3 %, our controls 8 %, the library of accessible names 5 %, the detector with what WXT adds to it 5 %, the seams between the scripts 3 %. ' +
  'It was tried to draw, to signal and to name by files of our own: 47.8 kB, 8 fewer, and still over the goal; kept libraries that the popup uses too were thought worth more than that. ' +
  'Under 40 kB would also need all the rules in the worker, and a save would wait for a worker that may be gone.';
const kindNames: Readonly<Record<(typeof kindsOfPages)[number], string>> = {
  calendar: 'the calendar', list: 'a list of bookings', form: 'a booking form', detail: 'the page of one booking', signIn: 'the page to sign in', unknown: 'a page that is not understood',
};

export const bytes: Bench = {
  name: 'bytes',
  title: 'Bytes of the extension',
  needs: ['build'],
  run() {
    const byWeight = kindsOfPages.map((kind) => ({ kind, bytes: gzipOf(build, scriptsOf(build, kind)) })).sort((one, other) => other.bytes - one.bytes);
    const measures = [{ name: 'raw', unit: 'kB', better: 'lower' }, { name: 'gzip', unit: 'kB', better: 'lower' }] as const;
    return Promise.resolve([
      {
        title: 'On the portal’s pages', measures,
        results: [weigh(DETECTOR, [DETECTOR_FILE]), ...byWeight.map(({ kind }) => weigh(kindNames[kind], scriptsOf(build, kind))), weigh(WHOLE, scriptsOf(build, byWeight[0]?.kind ?? 'form')), weigh('while calibrating only', ['calibrate.js']), weigh('while a diagnostic is copied only', ['structure.js'])],
        goal: { sentence: 'at most 12 kB gzip on every page and 40 kB on the page that needs most.', reached: (all: readonly Result[]) => medianFor(all, DETECTOR, 'gzip') <= 12 && medianFor(all, WHOLE, 'gzip') <= 40 },
        note: COMPOSITION,
      },
      { title: 'Of it, what a page is given as it loads', measures, results: byWeight.map(({ kind }) => weigh(kindNames[kind], scriptsAtLoad(build, kind))) },
      { title: 'Elsewhere', measures, results: [weigh('background', ['background.js'])] },
    ]);
  },
};
