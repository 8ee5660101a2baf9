/** What the address alone says of a page: hints, tried first; landmarks decide (kind.ts). Imports types only, to stay light. */
import type { PageKind } from './page.ts';

/** A pattern with more than this many `*` is refused by the schema. */
export const STARS_MAXIMUM = 10;

/** `*` stands for anything; nothing else is special, so no pattern can be slow. */
export function matchesPath(pattern: string, path: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = path.indexOf(part, at);
    if (found === -1 || (index === 0 && found !== 0)) return false;
    at = found + part.length;
  }
  return parts[parts.length - 1] === '' || path.endsWith(parts[parts.length - 1] ?? '');
}

/** The path and query of an address, small letters; empty for what is no address. */
export function pathOf(address: string): string {
  try {
    const url = new URL(address);
    return `${url.pathname}${url.search}${url.hash}`.toLowerCase();
  } catch {
    return '';
  }
}

/** The part of a profile that is asked. */
export interface PathHints {
  pages: readonly { kind: PageKind; paths: readonly string[] }[];
}

/** The kinds of page that the profile's patterns give an address, in the profile's order. */
export function kindsOfAddress(profile: PathHints, address: string): PageKind[] {
  const path = pathOf(address);
  return [...new Set(profile.pages.filter(({ paths }) => paths.some((pattern) => matchesPath(pattern, path))).map(({ kind }) => kind))];
}
