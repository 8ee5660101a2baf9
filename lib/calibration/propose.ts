/**
 * Ways to find again what a person showed, the most stable first: accessible name with role, then the words that
 * stand there, then the words beside it, then a selector. Each is tried with the engine that will use it; a way is
 * `exact` when it finds just what was shown. One that finds several is told with its count and is never first.
 */
import { nameOf, roleSelectors, textOf } from '../portal/accessible.ts';
import { needOf, type AnchorName } from '../portal/anchors.ts';
import { areaOf } from '../portal/area.ts';
import { findAnchor, type PageView } from '../portal/find.ts';
import { remembering } from '../portal/memo.ts';
import type { PageKind } from '../portal/page.ts';
import type { Alternative, PortalProfile } from '../portal/profile.ts';
import { controlsOf } from '../portal/read/control.ts';
import { readPairs } from '../portal/read/pairs.ts';
import { roles, type Role } from '../portal/shapes.ts';
import { toName } from './names.ts';
import { selectorsOfBooking, tryGridBooking } from './grid-booking.ts';
import { isByPlace, selectorOf } from './selector.ts';
import { wordsBeside } from './beside.ts';

export type Stability = 'name' | 'words' | 'neighbour' | 'selector' | 'place';
const ranks: readonly Stability[] = ['name', 'words', 'neighbour', 'selector', 'place'];

export interface Proposal {
  alternative: Alternative;
  stability: Stability;
  /** How many elements of the page it finds. */
  matches: number;
  /** It finds what was shown, and nothing else. */
  exact: boolean;
}

export const PROPOSALS_MAXIMUM = 3;
/** As in the profile's schema. */
const ALTERNATIVES_MAXIMUM = 12;

/** A way without its evidence. */
type Way = Alternative extends infer Each ? (Each extends Alternative ? Omit<Each, 'origin' | 'source' | 'date'> : never) : never;

/** @param date of the calibration, `YYYY-MM-DD` */
const withEvidence = (way: Way, date: string): Alternative => ({ ...way, origin: 'calibrated', source: 'calibration', date }) as Alternative;

const stabilityOf = (way: Way, inPairs: boolean): Stability => {
  if (inPairs) return 'words';
  if (way.by === 'role' || way.by === 'label') return 'name';
  if (way.by === 'text') return 'words';
  if (way.by === 'near') return 'neighbour';
  return isByPlace(way.selector) ? 'place' : 'selector';
};

/** The roles that an element has, narrow ones first: « field » is any control. */
const rolesOf = (element: HTMLElement): Role[] => [...roles].sort((one, other) => Number(one === 'field') - Number(other === 'field')).filter((role) => element.matches(roleSelectors[role]));

const WEEKDAY = '(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
const MONTH = '(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre|january|february|march|april|may|june|july|august|september|october|november|december)';
const whatVaries = new RegExp(`\\s*(?:\\p{N}|(?<!\\p{L})(?:${WEEKDAY}|${MONTH})(?!\\p{L})).*$`, 'iu');

/** « L’agenda du mardi 24 novembre » is another text tomorrow: only its beginning is kept. Null when there is none. */
const beginningOf = (name: string | null): string | null => {
  const beginning = (name ?? '').replace(whatVaries, '');
  return beginning.length < 3 ? null : `${beginning}…`;
};

function waysTo(element: HTMLElement, anchor: AnchorName, inPairs: boolean): Way[] {
  const ways: Way[] = [];
  const elementRoles = rolesOf(element);
  // The words of a box of controls are what they hold today.
  const isField = element.matches(roleSelectors.field) || element.querySelector(roleSelectors.field) !== null;
  const varies = anchor === 'dayHeading';
  const kept = (said: string): string | null => (varies ? beginningOf(toName(said)) : toName(said));
  const name = kept(nameOf(element));
  if (name !== null) {
    if (isField) ways.push({ by: 'label', names: [name] });
    for (const role of elementRoles) if (role !== 'field') ways.push({ by: 'role', role, names: [name] });
  }
  const text = isField ? null : kept(textOf(element));
  // A label with its value beside it: on a form the same words stand beside a control.
  if (inPairs) return [...(text === null ? [] : [text]), ...wordsBeside(element)].map((words) => ({ by: 'near', role: 'field', names: [words] }));
  if (text !== null) ways.push({ by: 'text', names: [text] });
  const narrow = elementRoles.find((role) => role !== 'textbox' || !elementRoles.includes('combobox')) ?? 'field';
  for (const words of wordsBeside(element)) ways.push({ by: 'near', role: narrow, names: [words] });
  const selector = selectorOf(element);
  return selector === null ? ways : [...ways, { by: 'selector', selector }];
}

const sameSet = (one: readonly Element[], other: readonly Element[]): boolean => one.length === other.length && one.every((element) => other.includes(element));

/** The profile with one way only to the anchor. */
export const withWays = (profile: PortalProfile, anchor: AnchorName, alternatives: Alternative[]): PortalProfile => (
  { ...profile, anchors: { ...profile.anchors, [anchor]: alternatives } }
);

interface Shown {
  view: PageView;
  /** What the person says that the page is. */
  page: PageKind;
  anchor: AnchorName;
  element: HTMLElement;
}

/** Whether the page is read as labels with their values: there an anchor is its label. */
export const isPair = (page: PageKind, anchor: AnchorName): boolean => page === 'detail' && needOf(anchor).area === 'form';

/** @returns no match for a way that finds something else altogether */
function tryWay({ view, page, anchor, element }: Shown, alternative: Alternative): { matches: number; exact: boolean } {
  const tried: PageView = { ...view, profile: withWays(view.profile, anchor, [alternative]) };
  if (isPair(page, anchor)) {
    const pair = readPairs(tried).get(anchor);
    const isIt = pair !== undefined && [pair.label, pair.value].some((part) => part === element || part.contains(element) || element.contains(part));
    return { matches: isIt ? 1 : 0, exact: isIt };
  }
  if (anchor === 'gridBooking') return tryGridBooking(tried, element);
  const { elements, health } = findAnchor(tried, anchor, areaOf(tried, needOf(anchor).area));
  if (elements.length === 1 && elements[0] === element) return { matches: 1, exact: true };
  // A date in three lists is one thing: the box that holds them, or all of them.
  const need = needOf(anchor);
  const isWhole = (need.several === true || need.group === true) && elements.length > 0 && health !== 'several' && sameSet(elements.flatMap(controlsOf), controlsOf(element));
  return { matches: isWhole || elements.includes(element) ? elements.length : 0, exact: isWhole };
}

const keyOf = (way: Way): string => JSON.stringify(way);

/**
 * @param date of today, `YYYY-MM-DD`
 * @returns at most three, those that may be chosen first; empty when nothing finds it
 */
export function propose(shown: Shown, date: string): Proposal[] {
  return remembering(() => {
    const seen = new Set<string>();
    const inPairs = isPair(shown.page, shown.anchor);
    const all = shown.anchor === 'gridBooking' ? selectorsOfBooking(shown.view, shown.element).map((selector): Way => ({ by: 'selector', selector })) : waysTo(shown.element, shown.anchor, inPairs);
    const ways = all.filter((way) => !seen.has(keyOf(way)) && seen.add(keyOf(way)));
    const tried = ways.map((way): Proposal => {
      const alternative = withEvidence(way, date);
      return { alternative, stability: stabilityOf(way, inPairs), ...tryWay(shown, alternative) };
    });
    return tried
      .filter(({ matches }) => matches > 0)
      .sort((one, other) => Number(other.exact) - Number(one.exact) || ranks.indexOf(one.stability) - ranks.indexOf(other.stability))
      .slice(0, PROPOSALS_MAXIMUM);
  });
}

/**
 * What a profile keeps of a choice: the chosen way, then those that are as sure. A place or a selector stands in for
 * nothing else: when words are gone, it is better to say « missing » than to find another thing (better no write than a wrong one).
 */
export function toKeep(chosen: Proposal, proposals: readonly Proposal[]): Alternative[] {
  const others = proposals.filter((other) => other !== chosen && other.exact && ranks.indexOf(other.stability) <= ranks.indexOf('neighbour'));
  return [chosen, ...others].map(({ alternative }) => alternative);
}

/**
 * What an anchor's list becomes by a choice. A booking's own page and its form share their anchors: what is shown on
 * one is added to what was shown on the other.
 */
export const withChoice = (known: readonly Alternative[] | undefined, chosen: readonly Alternative[], inPairs: boolean): Alternative[] => {
  const kept = inPairs ? (known ?? []) : (known ?? []).filter((one) => one.by === 'near' && one.role === 'field');
  const all = inPairs ? [...kept, ...chosen] : [...chosen, ...kept];
  return [...new Map(all.map((one) => [JSON.stringify({ ...one, date: '' }), one])).values()].slice(0, ALTERNATIVES_MAXIMUM);
};
