/** What a profile may not contain, because a page would pay for it. No schema library here: the page's code may ask too. */

/** Steps of one selector: « a b > c » has three. */
const STEPS_MAXIMUM = 8;
const SELECTOR_MAXIMUM = 500;
/** Parts of a list of selectors. */
const PARTS_MAXIMUM = 12;

/** Why a selector is refused; null when it is fine. `:has` looks below each element of the page again. */
export function selectorFault(selector: string): 'long' | 'parts' | 'steps' | 'has' | 'star' | null {
  if (selector.length > SELECTOR_MAXIMUM) return 'long';
  if (/:has\s*\(/iu.test(selector)) return 'has';
  const parts = selector.split(',').map((part) => part.trim());
  if (parts.length > PARTS_MAXIMUM) return 'parts';
  if (parts.some((part) => part.split(/\s*[>+~]\s*|\s+/u).length > STEPS_MAXIMUM)) return 'steps';
  return parts.some((part) => /(?:^|[\s>+~])\*\s*$/u.test(part)) ? 'star' : null;
}
