/** Which kind of page this is, by its landmarks; the profile's paths only say what to try first. */
import { areaOf } from './area.ts';
import { findAnchor, type PageView } from './find.ts';
import type { AnchorName } from './anchors.ts';
import { remembering } from './memo.ts';
import { pageKinds, type PageKind } from './page.ts';
import { findGrid } from './read/hours.ts';
import { findList, isEmptyList } from './read/list.ts';
import { readPairs } from './read/pairs.ts';

const has = (view: PageView, anchor: AnchorName, scope?: Element | Document): boolean => findAnchor(view, anchor, scope).elements.length > 0;

const isList = (view: PageView): boolean => findList(view) !== null || isEmptyList(view);

const landmarks: Record<PageKind, (view: PageView) => boolean> = {
  signIn: (view) => has(view, 'password') && !has(view, 'account'),
  form: (view) => {
    if (!has(view, 'save')) return false;
    const area = areaOf(view, 'form');
    return has(view, 'title', area) && (has(view, 'start', area) || has(view, 'date', area));
  },
  // Before any resource is chosen there is no grid, and a folded panel may hold no button: that is where Annexe 1 starts.
  calendar: (view) => findGrid(view) !== null || (has(view, 'criteria') && (has(view, 'applyFilter') || has(view, 'pageTitle')) && !isList(view)),
  list: (view) => isList(view),
  detail: (view) => {
    const pairs = readPairs(view);
    return pairs.has('status') && (pairs.has('resource') || pairs.has('number')) && (pairs.has('start') || pairs.has('date'));
  },
};

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
    return `${url.pathname}${url.search}`.toLowerCase();
  } catch {
    return '';
  }
}

/** In this order when the address says nothing: what asks for a password or is being filled comes first. */
const order: readonly PageKind[] = ['signIn', 'form', 'list', 'calendar', 'detail'];

/** @returns null for a page that is none of ours, or not understood */
export function kindOf(view: PageView, address: string): PageKind | null {
  const path = pathOf(address);
  const hinted = pageKinds.filter((kind) => view.profile.pages.some((page) => page.kind === kind && page.paths.some((pattern) => matchesPath(pattern, path))));
  const tried = new Set<PageKind>(['signIn', 'form', ...hinted, ...order]);
  return remembering(() => [...tried].find((kind) => landmarks[kind](view)) ?? null);
}
