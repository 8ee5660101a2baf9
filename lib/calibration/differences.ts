/** What an imported profile would change, one line a thing. Pure; words come from the texts. */
import { anchorNames, type AnchorName } from '../portal/anchors.ts';
import type { Alternative, ProfilePatch } from '../portal/profile.ts';
import { bookingStatuses } from '../domain/booking.ts';
import { pageKinds } from '../portal/page.ts';

/** How an anchor is found, for people. Null: the profile below says. Empty: the portal has none. */
export type Ways = { by: Alternative['by']; text: string }[] | null;

export type ProfileDifference =
  | { what: 'base'; before: string[]; after: string[] }
  | { what: 'anchor'; anchor: AnchorName; before: Ways; after: Ways }
  | { what: 'status'; status: (typeof bookingStatuses)[number]; before: string[]; after: string[] }
  | { what: 'page'; page: (typeof pageKinds)[number]; before: string[]; after: string[] }
  | { what: 'dates' | 'saves'; before: string[]; after: string[] };

const waysOf = (patch: ProfilePatch | null, anchor: AnchorName): Ways =>
  patch?.anchors[anchor]?.map((way) => ({ by: way.by, text: 'names' in way ? way.names.join(', ') : way.selector })) ?? null;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** @param before what was taught of the portal here; null when nothing was */
export function compareProfiles(before: ProfilePatch | null, after: ProfilePatch): ProfileDifference[] {
  const found: ProfileDifference[] = [];
  const compare = <D extends ProfileDifference>(difference: D): void => {
    if (!isSame(difference.before, difference.after)) found.push(difference);
  };
  compare({ what: 'base', before: before === null ? [] : [before.base.id], after: [after.base.id] });
  for (const anchor of anchorNames) compare({ what: 'anchor', anchor, before: waysOf(before, anchor), after: waysOf(after, anchor) });
  const wordsOf = (patch: ProfilePatch | null, status: string): string[] =>
    (patch?.statuses ?? []).flatMap((entry) => (entry.status === status ? entry.names : []));
  for (const status of bookingStatuses) compare({ what: 'status', status, before: wordsOf(before, status), after: wordsOf(after, status) });
  const pathsOf = (patch: ProfilePatch | null, page: string): string[] => (patch?.pages ?? []).flatMap((entry) => (entry.kind === page ? entry.paths : []));
  for (const page of pageKinds) compare({ what: 'page', page, before: pathsOf(before, page), after: pathsOf(after, page) });
  compare({ what: 'dates', before: (before?.dates ?? []).map(({ shape }) => shape), after: (after.dates ?? []).map(({ shape }) => shape) });
  compare({ what: 'saves', before: (before?.saves ?? []).map(({ way }) => way), after: (after.saves ?? []).map(({ way }) => way) });
  return found;
}
