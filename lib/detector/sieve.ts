/** Sifts the words of a page for signs; rough on purpose: a page taken for one of ours costs a load, no more. */
import { SIGNS_ENOUGH, type Sign } from '../portal/sign.ts';
import { toLabel } from '../portal/names.ts';

/** This many different hours make a grid of a day, whatever its words are. */
const HOURS_ENOUGH = 4;
const HOUR = /^\d{1,2}[h:](?:\d\d)?$/u;
/** A label is no longer. */
const WORDS_MAXIMUM = 80;
/** Whatever carries its words in several pieces; other elements are met through their texts. */
const WHOLE = 'button,label,legend,th,summary,a,h1,h2,h3,h4,[role]';
const SPOKEN = ['aria-label', 'title', 'placeholder', 'value', 'alt'] as const;

/** A selector that this browser cannot read finds nothing. */
function isReadable(selector: string): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    return false;
  }
}

export interface Sieve {
  /** @returns whether enough has been seen, in this node or before it */
  see(node: Node): boolean;
}

export function createSieve(signs: readonly Sign[]): Sieve {
  const byLabel = new Map<string, Sign[]>();
  for (const sign of signs) for (const label of sign.labels) byLabel.set(label, [...(byLabel.get(label) ?? []), sign]);
  const beginnings = signs.flatMap((sign) => sign.beginnings.map((beginning) => ({ sign, beginning })));
  const asked = signs.flatMap((sign) => sign.selectors.filter(isReadable).map((selector) => ({ sign, selector })));
  const seen = new Set<Sign>();
  const hours = new Set<string>();
  let weight = 0;

  /** One word may be the sign of several things, « Ressources » of a column and of a form: it counts once. */
  const count = (said: readonly Sign[]): void => {
    const fresh = said.filter((sign) => !seen.has(sign));
    weight += fresh.reduce((most, sign) => Math.max(most, sign.weight), 0);
    for (const sign of fresh) seen.add(sign);
  };
  const read = (text: string | null): void => {
    const words = text?.trim() ?? '';
    if (words.length < 2 || words.length > WORDS_MAXIMUM) return;
    const label = toLabel(words);
    if (HOUR.test(label)) hours.add(label);
    count([...(byLabel.get(label) ?? []), ...beginnings.flatMap(({ sign, beginning }) => (label.startsWith(beginning) ? [sign] : []))]);
  };
  const readElement = (element: Element): void => {
    for (const name of SPOKEN) if (element.hasAttribute(name)) read(element.getAttribute(name));
    if (element.childNodes.length > 1 && element.matches(WHOLE) && (element.textContent?.length ?? 0) <= WORDS_MAXIMUM) read(element.textContent);
    for (const { sign, selector } of asked) if (element.matches(selector)) count([sign]);
  };

  return {
    see(node) {
      if (node.nodeType === 3) read(node.nodeValue);
      else if (node.nodeType === 1) readElement(node as Element);
      return weight >= SIGNS_ENOUGH || hours.size >= HOURS_ENOUGH;
    },
  };
}
