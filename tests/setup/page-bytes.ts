/** What a portal's page is given, by its kind: read from the build itself, so that nothing that a page gets is left out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { notUnderstood } from '../../lib/features/not-understood.ts';
import { pageKinds, type PageKind } from '../../lib/portal/page.ts';

/** What runs on every page of a portal. */
export const DETECTOR = 'content-scripts/portal.js';
/** The overlay carries what asks for it, and has it run where a person counts on us alone. */
const BANNER = 'overlay-banner.js';
/** A page that is not understood is one too. */
export const kindsOfPages = [...pageKinds, 'unknown'] as const;
type Kind = PageKind | 'unknown';

/** The scripts that a script asks the worker for, each list with what its last one stands on (wxt.parts.ts). */
const wantedBy = (text: string): string[][] => [...text.matchAll(/\.get\(((?:["'`][\w-]+\.js["'`],?)+)\)/gu)].map(([, list = '']) => list.match(/[\w-]+\.js/gu) ?? []);

/** Every script that a page of this kind may ever get, with what a person has to press for, and no other kind's. */
export function scriptsOf(build: string, kind: Kind): string[] {
  const others = new Set(kindsOfPages.filter((other) => other !== kind).map((other) => `overlay-${other}.js`));
  if (!notUnderstood.pages.includes(kind)) others.add(BANNER);
  const scripts = new Set([DETECTOR]);
  // A set goes on to what is added while it is gone through.
  for (const script of scripts) {
    for (const list of wantedBy(readFileSync(join(build, script), 'utf8'))) {
      if (!others.has(list.at(-1) ?? '')) for (const file of list) scripts.add(file);
    }
  }
  return [...scripts];
}

/** What a page of this kind gets as it loads: all but what is got once something on it is not understood. */
export const scriptsAtLoad = (build: string, kind: Kind): string[] => scriptsOf(build, kind).filter((file) => file !== BANNER);

/** gzip -9 of each, added up. */
export const gzipOf = (build: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(build, file)), { level: 9 }).length, 0);
