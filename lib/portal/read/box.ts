/** What a booking's box in the grid says: its title, establishment, hours, status and number, in any order. */
import type { BookingDoubt, BookingStatus } from '../../domain/booking.ts';
import { hasWord } from '../../domain/letters.ts';
import { isOurs } from '../roots.ts';
import { establishmentOf } from './known.ts';
import type { ReadContext } from './context.ts';
import { rangeIn, saysOnlyHours, SEPARATORS, toRange, type Range } from './range.ts';
import type { StatusReader } from './status.ts';

export interface BoxReading {
  range: Range | null;
  title: string | null;
  establishment: string | null;
  number: string | null;
  status: BookingStatus;
  link: string | null;
  doubts: (BookingDoubt | false)[];
}

export type BoxReader = (element: HTMLElement) => BoxReading;

/** The texts of an element as its leaves have them, without those of ours. */
function leavesOf(element: HTMLElement): string[] {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) texts.push((node.nodeValue ?? '').replace(/\s+/gu, ' ').trim());
    else if (node.nodeType === 1 && !isOurs(node) && !/^(?:script|style|template|svg)$/u.test((node as Element).localName)) node.childNodes.forEach(walk);
  };
  walk(element);
  return texts.filter((text) => text !== '');
}

const tooltipsOf = (element: HTMLElement): string[] =>
  [element, ...element.querySelectorAll('[title],[aria-label]')].flatMap((part) => [part.getAttribute('title'), part.getAttribute('aria-label')]).filter((text) => text !== null && text.trim() !== '') as string[];

const NUMBER = /^(?:r[ée]servation\s*)?(?:n[o°º]\.?\s*|#\s*|num[ée]ro\s*:?\s*)?([A-Z]{0,6}-?\d[\d-]{2,15})$/iu;

/** Whether a text is the whole of one that the portal cut (T15). */
const goesOn = (cut: string | undefined, text: string): boolean => {
  const beginning = cut?.replace(/\s*(?:…|\.\.\.)$/u, '');
  return beginning !== undefined && beginning !== cut && beginning !== '' && !/(?:…|\.\.\.)$/u.test(text) && text.startsWith(beginning);
};

/** The number in the address of a booking: its last part, or a parameter that is one. */
export function numberOfLink(link: string | null): string | null {
  const path = (link ?? '').split(/[?#]/u)[0]?.split('/').filter(Boolean) ?? [];
  const last = path[path.length - 1] ?? '';
  return /^[A-Z]{0,6}-?\d[\d-]{2,15}$/iu.test(last) ? last : null;
}

export function readBox(context: ReadContext, status: StatusReader, element: HTMLElement): BoxReading {
  const leaves = leavesOf(element);
  const tooltips = tooltipsOf(element);
  const texts = [...leaves, ...tooltips, leaves.join(' ')];
  const range = [...texts.map(rangeIn), ...texts.map(toRange)].find((found) => found !== null) ?? null;
  const parts = [...leaves, ...tooltips.flatMap((text) => text.split(SEPARATORS))]
    .map((text) => text.trim())
    .filter((text) => hasWord(text) && !saysOnlyHours(text));
  const words = parts.filter((text) => status.ofText(text) === null);
  const number = words.map((text) => NUMBER.exec(text)?.[1]).find((found) => found !== undefined) ?? null;
  const establishment = words.find((text) => establishmentOf(context, text) !== null) ?? null;
  const link = (element.matches('a[href]') ? element : element.querySelector('a[href]'))?.getAttribute('href') ?? null;
  const byLink = numberOfLink(link);
  const shown = status.read(element);
  const names = words.filter((text) => text !== establishment && !NUMBER.test(text));
  return {
    range,
    title: names.find((text) => goesOn(names[0], text)) ?? names[0] ?? null,
    establishment,
    number: number ?? byLink,
    status: shown.status,
    link,
    doubts: [shown.isMark && 'statusByMark', number === null && byLink !== null && 'numberByLink'],
  };
}
