/** The program of in-page.ts as one text, to be run inside a page. */
import { join } from 'node:path';
import { build, type Rollup } from 'vite';

let made: Promise<string> | null = null;

export const inPageTools = (): Promise<string> => (made ??= bundle());

async function bundle(): Promise<string> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: join(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'passerelleLookModule' } },
  })) as Rollup.RollupOutput[];
  const code = outputs[0]?.output[0].code;
  if (code === undefined) throw new Error('The program of the pages could not be bundled.');
  return code;
}
