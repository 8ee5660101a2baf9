/** A selector for an element: by words that a person gave it, by its place only when nothing else tells it apart. */
import { finder } from '@medv/finder';
import { selectorFault } from '../portal/bounds.ts';

/** Names made by a machine change with the next build of the portal: digits, hashes, one-letter parts. */
const isWord = (name: string): boolean => /^[a-z][a-z-]{2,40}$/iu.test(name) && !/(?:^|-)(?:css|jss|sc|svelte|ember|ng|mui|chakra)-/iu.test(name) && name.split(/-|(?=[A-Z])/u).every((word) => /[aeiouy]/iu.test(word));
/** What a page says of itself while it is used: never part of a selector. */
const isState = (name: string): boolean => /(?:^|-)(?:active|actif|current|selected|open|closed|focus|hover|disabled|hidden|visible|error|invalid|loading|show|hide|first|last|odd|even)(?:-|$)/iu.test(name);

/** A name that a person gave to a kind of thing. */
export const isLasting = (name: string): boolean => isWord(name) && !isState(name);

const ATTRIBUTES = new Set(['name', 'type', 'role', 'aria-label', 'data-testid', 'data-field', 'data-champ', 'data-action', 'autocomplete', 'itemprop', 'for', 'headers', 'scope']);
const BUDGET = { timeoutMs: 300, maxNumberOfPathChecks: 2000 };

/** @returns null when none is found in time, or when the only one is of the sort that a profile may not hold */
export function selectorOf(element: HTMLElement): string | null {
  const root = element.getRootNode();
  const top = root.nodeType === 9 ? (root as Document).body : (root as ShadowRoot).firstElementChild?.parentElement ?? (root as unknown as Element);
  try {
    const selector = finder(element, {
      root: top,
      ...BUDGET,
      idName: isWord,
      className: isLasting,
      attr: (name, value) => ATTRIBUTES.has(name) && value.length <= 60 && !/\d{3}/u.test(value),
    });
    return selectorFault(selector) === null ? selector : null;
  } catch {
    // It gives up with an error: too long, or nothing is unique.
    return null;
  }
}

/** Whether it counts places: the next block that the portal moves breaks it. */
export const isByPlace = (selector: string): boolean => /:nth-|:first-|:last-/u.test(selector);
