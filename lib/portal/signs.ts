/** What tells, at little cost, that a page may be one of ours: the words and selectors of a profile's anchors. */
import { anchorNames, needOf, type AnchorName } from './anchors.ts';
import { toMatcher } from './names.ts';
import type { PortalProfile } from './profile.ts';
import { SIGNS_ENOUGH, type Sign } from './sign.ts';

export type { Sign } from './sign.ts';

/** A page that shows one of these needs nothing else. */
const enough: ReadonlySet<AnchorName> = new Set(['criteria', 'applyFilter', 'password', 'emptyList']);

/** The signs of every kind of page of a portal: what the journey cannot do without, and what the profile tells pages by. */
export function signsOf(profile: PortalProfile): Sign[] {
  const told = new Set<string>(profile.pages.flatMap(({ landmarks }) => (landmarks === undefined ? [] : [...landmarks.all, ...landmarks.any])));
  const isSign = (name: AnchorName): boolean => enough.has(name) || told.has(name) || needOf(name).optional === undefined;
  return anchorNames.filter(isSign).flatMap((anchor): Sign[] => {
    const alternatives = profile.anchors[anchor] ?? [];
    const { exact, beginnings } = toMatcher(alternatives.flatMap((one) => ('names' in one ? one.names : [])));
    const selectors = [...new Set(alternatives.flatMap((one) => ('selector' in one ? [one.selector] : [])))];
    const weight = enough.has(anchor) ? SIGNS_ENOUGH : 1;
    return exact.size + beginnings.length + selectors.length === 0 ? [] : [{ anchor, weight, labels: [...exact], beginnings: [...beginnings], selectors }];
  });
}
