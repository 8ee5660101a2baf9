/** G.4: the details block in the portal's free text: printed, and read back whole or as portals leave it. */
import { parseDetails, printDetails } from '../../lib/domain/details.ts';
import { interleave, type Bench, type Contender } from './bench.ts';
import { loadPeer, type JsYaml } from './peers.ts';

const facts = { name: 'Bilan régional de vaccination : deuxième trimestre', participants: 1200, presenter: { name: 'Dre Louise Arsenault', email: 'louise.arsenault@exemple.test' } };
const extra = { establishment: 'CISSS de la Côte-Nord', reason: null };
const TURNS = 2000;

const each = (name: string, role: Contender['role'], work: () => unknown): Contender => ({
  name, role,
  turn() {
    const began = performance.now();
    for (let turn = 0; turn < TURNS; turn += 1) work();
    return { time: ((performance.now() - began) / TURNS) * 1000 };
  },
});

export const details: Bench = {
  name: 'details',
  title: 'Details block',
  needs: ['peers'],
  async run({ rounds }) {
    const { dump, load } = await loadPeer<JsYaml>('js-yaml');
    const block = printDetails(facts, extra);
    const yaml = dump({ ...facts, ...extra });
    const quoted = `Bonjour,\n\n${block.split('\n').map((line) => `> ${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}`).join('\n')}\n\nMerci`;
    const measures = [{ name: 'time', unit: 'µs', better: 'lower' }] as const;
    return [
      { title: 'Printing', measures, results: await interleave([each('ours', 'ours', () => printDetails(facts, extra)), each('js-yaml: dump, a machine reads it', 'peer', () => dump({ ...facts, ...extra }))], rounds) },
      {
        title: 'Reading', measures,
        results: await interleave([
          each('ours: as it was written', 'ours', () => parseDetails(block)),
          each('ours: quoted and escaped by a mail', 'ours', () => parseDetails(quoted)),
          each('js-yaml: load, as it was written only', 'peer', () => load(yaml)),
        ], rounds),
      },
    ];
  },
};
