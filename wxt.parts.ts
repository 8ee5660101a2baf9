/**
 * Cuts what runs in a portal's pages into the detector (every page), the overlay (every page of ours) and a script for each
 * kind of page. A script of an isolated world can load no other without making it readable for the page too; so each chunk
 * becomes a classic script that meets the others in lib/detector/parts.ts, and `import()` asks the worker to have it run.
 */
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin, UserConfig } from 'vite';

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const DETECTOR = pathOf('entrypoints/portal.content/index.ts');
const OVERLAY = pathOf('entrypoints/portal.content/overlay.ts');
const FORM = pathOf('lib/features/parts/form.ts');
const PLACE = 'globalThis[Symbol.for("passerelle.parts")]';

interface Edit {
  start: number;
  end: number;
  text: string;
}
/** What is read of the syntax tree. */
interface Node {
  type: string;
  start: number;
  end: number;
  /** A text; of `import()` the minifier writes a template of one piece. */
  source?: Node & { value?: string; quasis?: { value: { raw: string } }[] };
  specifiers?: { imported?: Name; exported?: Name; local: Name }[];
}
interface Name {
  name: string;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const value of Object.values(node)) for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* nodesOf(child);
}

const fileOf = ({ source }: Node, from: string): string => posix.join(posix.dirname(from), source?.value ?? source?.quasis?.[0]?.value.raw ?? '');

const toClassicScripts: Plugin = {
  name: 'classic-scripts',
  generateBundle(_options, bundle) {
    /** What a script stands on comes before it; the detector stands there always. */
    const withWhatItNeeds = (file: string): string[] => {
      const chunk = bundle[file];
      if (chunk?.type !== 'chunk') throw new Error(`${file} is no script of the overlay.`);
      return chunk.isEntry ? [] : [...new Set([...chunk.imports.flatMap(withWhatItNeeds), file])];
    };
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const { code, fileName } = chunk;
      if (chunk.isEntry && chunk.imports.length > 0) throw new Error(`${fileName} runs before ${chunk.imports.join()}.`);
      const edits: Edit[] = [];
      for (const node of nodesOf(this.parse(code) as unknown as Node)) {
        const { start, end, specifiers = [] } = node;
        const replace = (text: string): void => void edits.push({ start, end, text });
        const pairs = (between: (specifier: NonNullable<Node['specifiers']>[number]) => string): string => specifiers.map(between).join();
        if (node.type === 'ImportDeclaration') replace(`const{${pairs(({ imported, local }) => `${imported?.name}:${local.name}`)}}=${PLACE}.of(${JSON.stringify(fileOf(node, fileName))});`);
        else if (node.type === 'ExportNamedDeclaration') replace(`${PLACE}?.put(${JSON.stringify(fileName)},{${pairs(({ exported, local }) => `${exported?.name}:${local.name}`)}});`);
        else if (node.type === 'ImportExpression') replace(`${PLACE}.get(${withWhatItNeeds(fileOf(node, fileName)).map((file) => JSON.stringify(file)).join()})`);
        else if (/^(?:Export(?:All|Default)Declaration|MetaProperty)$/u.test(node.type)) throw new Error(`${fileName}: no classic script can say ${node.type}.`);
      }
      const fromTheEnd = edits.sort((one, other) => other.start - one.start);
      const classic = fromTheEnd.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
      chunk.code = `(()=>{${classic.trim()}})();\n`;
    }
  },
};

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[]; dynamicallyImportedIds: readonly string[] } | null;
}

/** All that a module cannot do without. */
function standsOn(top: string, modules: Modules): Set<string> {
  const seen = new Set([top]);
  // A set goes on to what is added while it is gone through.
  for (const id of seen) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) seen.add(next);
  return seen;
}

/** What is got by `import()`, each with all that it stands on. */
function partsOf(top: string, modules: Modules): Map<string, Set<string>> {
  const parts = new Map([[top, standsOn(top, modules)]]);
  for (const own of parts.values()) {
    for (const id of own) {
      for (const next of modules.getModuleInfo(id)?.dynamicallyImportedIds ?? []) if (!parts.has(next)) parts.set(next, standsOn(next, modules));
    }
  }
  return parts;
}

/** What the heaviest part shares with as many others stands in the overlay: more scripts than are useful weigh too. */
const SHARERS = 2;

/** The overlay with all that it stands on, and what most parts share, is one script: whoever gets a part has it. */
function overlayChunk(): (id: string, modules: Modules) => string | null {
  let parts: Map<string, Set<string>> | null = null;
  return (id, modules) => {
    parts ??= partsOf(DETECTOR, modules);
    const has = (top: string): boolean => parts?.get(top)?.has(id) === true;
    const isShared = has(FORM) && [...parts.values()].filter((own) => own.has(id)).length > SHARERS;
    return !has(DETECTOR) && (has(OVERLAY) || isShared) ? 'overlay' : null;
  };
}

/** @param config WXT's, of the content script that the rest hangs on */
export function cutOverlay(config: UserConfig): void {
  const { build = {} } = config;
  if (build.lib) build.lib.formats = ['es'];
  const output = {
    ...build.rolldownOptions?.output,
    minify: build.minify !== false,
    codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: overlayChunk() }] },
    comments: false,
    chunkFileNames: ({ name }: { name: string }) => `${name === 'overlay' ? '' : 'overlay-'}${name}.js`,
  };
  config.build = { ...build, rolldownOptions: { ...build.rolldownOptions, preserveEntrySignatures: 'allow-extension', output } };
  config.plugins?.push(toClassicScripts);
}
