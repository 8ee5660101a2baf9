/** Makes one script for a page out of modules and packages. */
import { peerFile, loadPeer } from './peers.ts';

interface Rolldown {
  build(options: { input: string; write: false; logLevel: 'silent'; plugins?: object[]; output: { format: 'iife'; minify: boolean } }): Promise<{ output: [{ code: string }, ...unknown[]] }>;
}
const ENTRY = 'virtual:entry';

/** @param source of a module; its imports are whole paths */
async function bundleSource(source: string, minify: boolean): Promise<string> {
  const { build } = await loadPeer<Rolldown>('rolldown');
  const entry = { name: 'entry', resolveId: (id: string) => (id === ENTRY ? ENTRY : null), load: (id: string) => (id === ENTRY ? source : null) };
  const { output } = await build({ input: ENTRY, write: false, logLevel: 'silent', plugins: [entry], output: { format: 'iife', minify } });
  return output[0].code;
}

/** @param path of a module of ours */
export const bundle = (path: string): Promise<string> => bundleSource(`import ${JSON.stringify(path)};`, true);

/** A package of tests/bench, for a page that finds it as `peers[name]`. */
export const bundlePeer = (name: string): Promise<string> =>
  bundleSource(`import * as peer from ${JSON.stringify(peerFile(name))}; (globalThis.peers ??= {})[${JSON.stringify(name)}] = peer;`, true);
