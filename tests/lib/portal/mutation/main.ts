/**
 * `npm run mutations`: the whole proof of issue C, 500 mutated pages of each family, where `npm test` makes a part.
 * Another number: `npm run mutations -- 2000`.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../../..');
const { status } = spawnSync(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', 'tests/lib/portal/mutation'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PASSERELLE_MUTATIONS: process.argv[2] ?? '500' },
});
process.exitCode = status ?? 1;
