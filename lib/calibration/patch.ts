/** What was taught, as data that grows by one act at a time and can be taken back by one act at a time. Pure. */
import type { AnchorName } from '../portal/anchors.ts';
import type { PageKind } from '../portal/page.ts';
import type { Alternative, PortalProfile, ProfilePatch, StatusName } from '../portal/profile.ts';
import { toLabel } from '../portal/names.ts';

/** @param base the profile that is taught over; @param portal identifier of the portal in the settings */
export const emptyPatch = (base: Pick<PortalProfile, 'id' | 'version'>, portal: { id: string; name: string }): ProfilePatch => ({
  base: { id: base.id, version: base.version },
  id: portal.id,
  name: portal.name,
  version: 1,
  pages: [],
  anchors: {},
  statuses: [],
  dates: null,
  saves: null,
});

export const isEmptyPatch = ({ pages, anchors, statuses, dates, saves }: ProfilePatch): boolean =>
  pages.length + statuses.length + Object.keys(anchors).length === 0 && dates === null && saves === null;

/** Null takes the teaching of an anchor away: the profile below speaks again. */
export function teach(patch: ProfilePatch, anchor: AnchorName, alternatives: Alternative[] | null): ProfilePatch {
  const anchors = { ...patch.anchors };
  if (alternatives === null) delete anchors[anchor];
  else anchors[anchor] = alternatives;
  return { ...patch, anchors };
}

const PATHS_MAXIMUM = 20;
const PATH_MAXIMUM = 200;

/** « /demandes/104200?vue=1 » stands for every request: what is a number may be any. The query is left out. */
export function toPattern(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { pathname, hash } = new URL(address);
  const path = `${pathname}${/^#!?\//u.test(hash) ? hash.replace(/\?.*$/u, '') : ''}`.toLowerCase();
  const pattern = path
    .split('/')
    .map((part) => (/\d/u.test(part) ? '*' : part))
    .join('/')
    .replace(/(?:\*\/)*\*$/u, '*');
  return pattern.length > PATH_MAXIMUM || pattern.split('*').length > 6 ? null : pattern;
}

/** Where a kind of page was met: a hint that the engine tries first. */
export function teachPage(patch: ProfilePatch, kind: PageKind, address: string, date: string): ProfilePatch {
  const pattern = toPattern(address);
  if (pattern === null) return patch;
  const known = patch.pages.find((page) => page.kind === kind);
  const others = patch.pages
    .filter((page) => page.kind !== kind)
    .map((page) => ({ ...page, paths: page.paths.filter((path) => path !== pattern) }))
    .filter(({ paths }) => paths.length > 0);
  if (known?.paths.includes(pattern) && others.length === patch.pages.length - 1) return patch;
  const paths = [...new Set([...(known?.paths ?? []), pattern])].slice(-PATHS_MAXIMUM);
  return { ...patch, pages: [...others, { kind, paths, origin: 'calibrated', source: 'calibration', date }] };
}

/** A word of the portal's and the status it says; null says that it is none of the five. */
export function teachStatus(patch: ProfilePatch, word: string, status: StatusName['status'] | null, date: string): ProfilePatch {
  const rest = patch.statuses.flatMap((entry) => {
    const names = entry.names.filter((name) => toLabel(name) !== toLabel(word));
    return names.length === 0 ? [] : [{ ...entry, names }];
  });
  if (status === null) return { ...patch, statuses: rest };
  const known = rest.find((entry) => entry.status === status && entry.names.length < 20);
  if (known) return { ...patch, statuses: rest.map((entry) => (entry === known ? { ...entry, names: [...entry.names, word] } : entry)) };
  return { ...patch, statuses: [...rest, { status, names: [word], origin: 'calibrated', source: 'calibration', date }] };
}
