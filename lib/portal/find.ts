/** Finding an anchor of the profile on a page, tolerantly, and saying how surely. */
import { mayBeNamed, nameOf, roleSelectors, simpleNameOf } from './accessible.ts';
import { needOf, type AnchorName } from './anchors.ts';
import { remembered, remembering } from './memo.ts';
import { toMatcher, type Matcher } from './names.ts';
import type { AnchorHealth, AnchorReport } from './page.ts';
import type { Alternative, PortalProfile } from './profile.ts';
import { queryAll } from './roots.ts';
import type { Role } from './shapes.ts';
import { findBeside, findTexts } from './texts.ts';
import { isVisible } from './visible.ts';

/** The page as the engine sees it: a document, and what is known of its portal. */
export interface PageView {
  document: Document;
  profile: PortalProfile;
}

export interface Found {
  health: AnchorHealth;
  elements: HTMLElement[];
  /** Place of the first alternative that matched, in the profile's list; null when none did. */
  alternative: number | null;
}

/** An anchor that a step needs is not on the page. `anchor` is its name in the profile. */
export class MissingAnchor extends Error {
  readonly anchor: string;
  constructor(anchor: string) {
    super(`The anchor « ${anchor} » is not on this page.`);
    this.name = 'MissingAnchor';
    this.anchor = anchor;
  }
}

/** Matches of one alternative looked at; a selector that matches a whole page says nothing. */
export const MATCHES_MAXIMUM = 2000;

const matchers = new WeakMap<readonly string[], Matcher>();
const matcherOf = (names: readonly string[]): Matcher => {
  let matcher = matchers.get(names);
  if (!matcher) matchers.set(names, (matcher = toMatcher(names)));
  return matcher;
};

/** Several anchors are of one role. */
const ofRole = remembered((scope: Document | Element, role: Role): HTMLElement[] => queryAll(scope, roleSelectors[role], MATCHES_MAXIMUM));

const named = (scope: Document | Element, role: Role, names: readonly string[]): HTMLElement[] => {
  const matcher = matcherOf(names);
  return ofRole(scope, role).filter((element) => {
    const simple = simpleNameOf(element);
    return simple === null
      ? mayBeNamed(element, matcher) && isVisible(element) && matcher.matches(nameOf(element))
      : matcher.matches(simple) && isVisible(element);
  });
};

/** What one alternative matches, seen or in use or not told apart: for trying a proposal; {@link findAnchor} is for acting. */
export const tryAlternative = (scope: Document | Element, alternative: Alternative): HTMLElement[] => groupsOf(scope, alternative).flat();

/** These say the words of a label, and no control stands beside them. */
const NO_LABEL = 'h1,h2,h3,h4,h5,h6,legend,th,summary,button,a,caption,[role=heading],[role=tab]';

const alone = (elements: HTMLElement[]): HTMLElement[][] => elements.map((element) => [element]);

/**
 * The matches by what says their name: of one text beside several controls, the controls are one group. A group may be
 * empty: words that have lost their control, so that another's may not be taken for it.
 */
function groupsOf(scope: Document | Element, alternative: Alternative): HTMLElement[][] {
  switch (alternative.by) {
    case 'role':
      return alone(named(scope, alternative.role, alternative.names));
    case 'label':
      return alone(named(scope, 'field', alternative.names));
    case 'text':
      return alone(findTexts(scope, matcherOf(alternative.names)));
    case 'near':
      return findTexts(scope, matcherOf(alternative.names))
        .filter((text) => text.closest(NO_LABEL) === null)
        .map((text) => findBeside(text, roleSelectors[alternative.role]));
    case 'selector': {
      const matches = queryAll(scope, alternative.selector, MATCHES_MAXIMUM);
      return matches.length >= MATCHES_MAXIMUM ? [] : [matches.filter(isVisible)];
    }
  }
}

const isOff = (element: HTMLElement): boolean =>
  (element as HTMLInputElement).disabled === true || element.getAttribute('aria-disabled') === 'true' || element.closest('[inert],[aria-hidden=true]') !== null;

/** Of several of one name, those in use (T5); all when that does not decide. */
function dropTwins(groups: HTMLElement[][]): HTMLElement[][] {
  const on = groups.filter((group) => !group.every(isOff));
  const candidates = on.length > 0 ? on : groups;
  if (candidates.length < 2) return candidates;
  const drawn = candidates.filter((group) => group.some((element) => element.getClientRects().length > 0));
  return drawn.length > 0 ? drawn : candidates;
}

function outermost(elements: HTMLElement[]): HTMLElement[] {
  const all = new Set<Element>(elements);
  return elements.filter((element) => {
    for (let box = element.parentElement; box; box = box.parentElement) if (all.has(box)) return false;
    return true;
  });
}

/**
 * The first alternative of the profile that matches something visible; all of them for an anchor that says so.
 * @param scope where to look; the whole page by default
 */
export const findAnchor = (view: PageView, anchor: AnchorName, scope: Document | Element = view.document): Found =>
  remembering(() => find(view, scope, anchor));

const find = remembered((view: PageView, scope: Document | Element, anchor: AnchorName): Found => {
  const need = needOf(anchor);
  const all: HTMLElement[][] = [];
  let first: number | null = null;
  let isLost = false;
  const alternatives = view.profile.anchors[anchor] ?? [];
  for (const [index, alternative] of alternatives.entries()) {
    const said = groupsOf(scope, alternative);
    const groups = said.map((group) => group.filter((element) => need.not === undefined || !element.matches(need.not))).filter((group) => group.length > 0);
    if (groups.length === 0) continue;
    first ??= index;
    if (said.length > groups.length && need.area === 'form') isLost = true;
    all.push(...groups);
    if (!need.every) break;
  }
  const by = first === null ? undefined : alternatives[first]?.by;
  if (by === undefined) return { health: 'missing', elements: [], alternative: null };
  const several = need.several === true;
  const groups = several ? all : dropTwins(all);
  const distinct = [...new Set(groups.flat())];
  const elements = several ? outermost(distinct) : distinct;
  const isOne = several || (!isLost && (need.group ? groups.length === 1 : elements.length === 1));
  return { elements, health: isOne ? (by === 'role' || by === 'label' ? 'found' : 'fallback') : 'several', alternative: first };
});

export const reportOf = (anchor: AnchorName, { health, elements, alternative }: Found): AnchorReport => ({
  anchor, health, matches: elements.length, ...(alternative === null ? {} : { alternative }),
});
