/** The status of a booking, said by a word, or only by an icon or a class that the legend explains (T10). */
import type { BookingStatus } from '../../domain/booking.ts';
import { hasLetter, hasWord } from '../../domain/letters.ts';
import { withoutAccents } from '../../domain/text.ts';
import { textOf } from '../accessible.ts';
import { findAnchor, type PageView } from '../find.ts';
import { toLabel, toMatcher } from '../names.ts';
import { queryAll } from '../roots.ts';
import { findTexts } from '../texts.ts';

export interface StatusReader {
  /** The status a word or a text containing just one status word says; null when it says none. */
  ofText(text: string): BookingStatus | null;
  /** The status that an element shows by words, tooltips, pictures or classes; `unknown` when nothing tells. */
  ofElement(element: Element): BookingStatus;
  /** As `ofElement`, and whether only a mark says it. */
  read(element: Element): { status: BookingStatus; isMark: boolean };
}

/** What tells one mark from another: classes, pictures. */
function tokensOf(element: Element): string[] {
  const tokens = [...element.classList].map((token) => `.${token}`);
  for (const name of ['src', 'href', 'xlink:href', 'data-icon', 'data-status', 'data-statut', 'data-etat']) {
    const value = element.getAttribute(name);
    if (value && value.length < 300) tokens.push(`${name}=${value.split('/').pop() ?? value}`);
  }
  const glyph = element.childElementCount === 0 ? (element.textContent ?? '').trim() : '';
  if (glyph !== '' && glyph.length <= 3 && !hasWord(glyph)) tokens.push(`glyph=${glyph}`);
  return tokens;
}

const within = (element: Element, maximum: number): Element[] => [element, ...[...element.querySelectorAll('*')].slice(0, maximum)];

/** The whole text, or the parts of a tooltip: « 09:00 - 10:30, À approuver, CISSS des Îles ». */
const partsOf = (text: string): string[] => [text, ...text.split(/[\n\r|•·;,()]|\s[–—-]\s|\s:\s/u)];

/** Which classes, pictures and glyphs the legend gives to one status and to no other. */
function readLegend(view: PageView, ofText: StatusReader['ofText']): Map<string, BookingStatus> {
  const meanings = new Map<string, BookingStatus | null>();
  const matcher = toMatcher(view.profile.statuses.flatMap((status) => status.names));
  for (const scope of findAnchor(view, 'legend').elements.map(legendScope)) {
    if (scope === null) continue;
    const items = findTexts(scope, matcher, true).flatMap((word) => {
      const status = textsOf(word).map(ofText).find((found) => found !== null);
      return status ? [{ word, status }] : [];
    });
    for (const { word, status } of items) {
      const others = items.filter((item) => item.word !== word);
      let item: Element = word;
      while (item.parentElement && item.parentElement !== scope && !others.some((other) => item.parentElement?.contains(other.word))) item = item.parentElement;
      const neighbour = item.previousElementSibling;
      const marks = [...within(item, 10), ...(neighbour && !hasLetter(textOf(neighbour)) ? within(neighbour, 5) : [])];
      for (const token of new Set(marks.flatMap(tokensOf))) {
        const known = meanings.get(token);
        meanings.set(token, known === undefined || known === status ? status : null);
      }
    }
  }
  const told = [...meanings].filter((entry): entry is [string, BookingStatus] => entry[1] !== null);
  // With one status only, what it shares with the others cannot be told from what is its own.
  return new Set(told.map(([, status]) => status)).size > 1 ? new Map(told) : new Map();
}

/** Each text of an element by itself: « ✕ » and « Annulée » are two. */
export function textsOf(element: Element): string[] {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) texts.push(node.nodeValue ?? '');
    else if (node.nodeType === 1) node.childNodes.forEach(walk);
  };
  walk(element);
  return texts.filter((text) => text.trim() !== '');
}

/** The box that the legend's words are in: what the tab shows, or the section around the heading. */
function legendScope(legend: HTMLElement): Element | null {
  const shown = legend.getAttribute('aria-controls');
  const panel = shown ? legend.ownerDocument.getElementById(shown) : null;
  if (panel) return panel;
  for (let box: Element | null = legend, level = 0; box && level < 3; box = box.parentElement, level += 1) {
    if (queryAll(box, '*', 60).length > 4) return box;
  }
  return legend.parentElement;
}

/** Machine words for the statuses that classes and icons are named after; never shown to anyone. */
const stems: [RegExp, BookingStatus][] = [
  [/(?:a|to|en)?[-_]?approuver|attente|pending|avalider|await/u, 'pending'],
  [/annul|cancel/u, 'cancelled'],
  [/rejet|refus|reject|denied/u, 'rejected'],
  [/confirmer|toconfirm/u, 'toConfirm'],
  [/approuve|approved|accept/u, 'approved'],
];

function ofStem(tokens: string[]): BookingStatus | null {
  const found = new Set(tokens.map((token) => withoutAccents(token)).flatMap((token) => stems.find(([stem]) => stem.test(token))?.[1] ?? []));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

export function createStatusReader(view: PageView): StatusReader {
  const byWord = new Map(view.profile.statuses.flatMap(({ status, names }) => names.map((name) => [toLabel(name), status] as const)));
  const ofText = (text: string): BookingStatus | null => {
    if (text.length > 500) return null;
    const found = new Set(partsOf(text).flatMap((part) => byWord.get(toLabel(part)) ?? []));
    return found.size === 1 ? ([...found][0] ?? null) : null;
  };
  let legend: Map<string, BookingStatus> | null = null;
  const read: StatusReader['read'] = (element) => {
    const elements = within(element, 20);
    const said = [textOf(element), ...textsOf(element), ...elements.flatMap((part) => ['title', 'aria-label', 'alt'].map((name) => part.getAttribute(name) ?? ''))];
    const words = new Set(said.flatMap((text) => ofText(text) ?? []));
    if (words.size > 0) return { status: (words.size === 1 ? [...words][0] : null) ?? 'unknown', isMark: false };
    legend ??= readLegend(view, ofText);
    const tokens = elements.flatMap(tokensOf);
    const meant = new Set(tokens.flatMap((token) => legend?.get(token) ?? []));
    const status = meant.size === 1 ? [...meant][0] : meant.size === 0 ? ofStem(tokens) : null;
    return { status: status ?? 'unknown', isMark: status !== null && status !== undefined };
  };
  return { ofText, read, ofElement: (element) => read(element).status };
}
