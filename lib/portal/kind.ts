/** Which kind of page this is, by its landmarks; the profile's paths only say what to try first. */
import { areaOf } from './area.ts';
import { needOf, type AnchorName } from './anchors.ts';
import { findAnchor, type PageView } from './find.ts';
import { knownLandmarks, type Landmark, type Landmarks } from './kinds.ts';
import { remembering } from './memo.ts';
import { pageKinds, type PageKind } from './page.ts';
import { kindsOfAddress } from './path.ts';
import { findGrid } from './read/hours.ts';
import { findList, isEmptyList } from './read/find-list.ts';
import { readPairs } from './read/pairs.ts';

export { matchesPath, pathOf } from './path.ts';

function shows(view: PageView, landmark: Landmark): boolean {
  if (landmark === 'grid') return findGrid(view) !== null;
  if (landmark === 'rows') return findList(view) !== null;
  if (landmark === 'nothing') return isEmptyList(view);
  if (landmark.startsWith('pair:')) return readPairs(view).has(landmark.slice(5) as AnchorName);
  const anchor = landmark as AnchorName;
  return findAnchor(view, anchor, areaOf(view, needOf(anchor).area)).elements.length > 0;
}

const holds = (view: PageView, { all, any, none }: Landmarks): boolean =>
  all.every((landmark) => shows(view, landmark))
  && (any.length === 0 || any.some((landmark) => shows(view, landmark)))
  && !none.some((landmark) => shows(view, landmark));

/** The profile's own landmarks of a kind, else those that the engine knows. */
function landmarksOf(view: PageView, kind: PageKind): readonly Landmarks[] {
  const own = view.profile.pages.flatMap((page) => (page.kind === kind && page.landmarks ? [page.landmarks] : []));
  return own.length > 0 ? own : knownLandmarks[kind];
}

/** In this order when the address says nothing: what asks for a password or is being filled comes first. */
const order: readonly PageKind[] = ['signIn', 'form', 'list', 'calendar', 'detail'];

/** @returns null for a page that is none of ours, or not understood */
export function kindOf(view: PageView, address: string): PageKind | null {
  const hinted = kindsOfAddress(view.profile, address);
  const tried = new Set<PageKind>(['signIn', 'form', ...pageKinds.filter((kind) => hinted.includes(kind)), ...order]);
  return remembering(() => [...tried].find((kind) => landmarksOf(view, kind).some((landmarks) => holds(view, landmarks))) ?? null);
}
