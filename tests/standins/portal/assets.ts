/** Style sheets, and the programs of both looks: TypeScript of our own, translated file by file when first asked. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, normalize } from 'node:path';
import type { Hono } from 'hono';
import type { PortalEnvironment } from './recorder.ts';
import { renameClasses } from './looks/react/classes.ts';

const folder = import.meta.dirname;
const require = createRequire(import.meta.url);
const translated = new Map<string, Promise<string>>();

/** Where the bare names of the programs lead: see the import map of the shell. */
export const libraries: Record<string, string> = { preact: '/bibliotheques/preact.mjs', 'preact/jsx-runtime': '/bibliotheques/jsx-runtime.mjs' };
const libraryFiles: Record<string, string> = { 'preact.mjs': 'preact', 'jsx-runtime.mjs': 'preact/jsx-runtime' };

async function translate(path: string): Promise<string> {
  const { default: typescript } = await import('typescript');
  const source = await readFile(join(folder, path), 'utf8');
  const { ScriptTarget, ModuleKind, JsxEmit } = typescript;
  return typescript.transpileModule(source, {
    compilerOptions: { target: ScriptTarget.ES2022, module: ModuleKind.ESNext, jsx: JsxEmit.ReactJSX, jsxImportSource: 'preact', verbatimModuleSyntax: true },
  }).outputText;
}

function program(path: string): Promise<string> {
  const found = translated.get(path) ?? translate(path);
  translated.set(path, found);
  return found;
}

const script = { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'max-age=3600' };

export function programRoutes(app: Hono<PortalEnvironment>): void {
  // Only the rooms written for a browser: never the server's own files.
  app.get('/programmes/*', async (context, next) => {
    const path = normalize(context.req.path.slice('/programmes/'.length));
    if (!/^(?:programs\/(?:[\w-]+\/)*[\w-]+\.tsx?|status-codes\.ts)$/u.test(path)) return next();
    return context.body(await program(path), 200, script);
  });
  app.get('/bibliotheques/:name', async (context, next) => {
    const name = libraryFiles[context.req.param('name')];
    return name === undefined ? next() : context.body(await readFile(require.resolve(name), 'utf8'), 200, script);
  });
  app.get('/styles/classic.css', async (context) => context.body(await readFile(join(folder, 'styles/classic.css'), 'utf8'), 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/styles/react/:sheet', async (context) => {
    const salt = context.req.param('sheet').replace('.css', '');
    return context.body(renameClasses(await readFile(join(folder, 'styles/react.css'), 'utf8'), salt), 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });
  app.get('/favicon.ico', (context) => context.body(null, 204));
}
