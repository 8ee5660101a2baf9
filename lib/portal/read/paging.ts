/** How much of a list one page shows: « 1 à 20 sur 134 », « 134 réservations », « Page 2 de 7 », the choice of rows a page. */
import { textOf } from '../accessible.ts';
import { findAnchor, type PageView } from '../find.ts';
import { normalise } from '../../domain/text.ts';
import { queryAll } from '../roots.ts';
import { isVisible } from '../visible.ts';

export interface Paging {
  /** Rows a page, as chosen; null when the page does not say. */
  pageSize: number | null;
  /** Rows in all; null when the page does not say. */
  total: number | null;
  /** Nothing follows and nothing came before: the page is the whole list. */
  isLast: boolean;
}

const count = '(\\d{1,3}(?: \\d{3})*|\\d+)';
const span = new RegExp(`(?:^|\\D)${count} ?(?:a|to|au| ) ?${count} ?(?:sur|de|of|/) ?${count}(?:\\D|$)`, 'u');
const all = new RegExp(`^(?:total ?:? ?)?${count} (?:reservations?|resultats?|elements?|lignes?|enregistrements?)\\b|^(?:total|nombre de resultats|mes reservations) ?: ?${count}$`, 'u');
const page = new RegExp(`^page ${count} ?(?:de|sur|of|/) ?${count}$`, 'u');
const SUMMARY_MAXIMUM = 80;

const toNumber = (text: string | undefined): number => Number((text ?? '').replace(/ /gu, ''));

function readPageSize(view: PageView): number | null {
  const [control] = findAnchor(view, 'pageSize').elements;
  if (!control) return null;
  const select = control as HTMLSelectElement;
  const chosen = control.localName === 'select' ? (select.selectedOptions?.[0]?.textContent ?? select.querySelector('option[selected]')?.textContent) : ((control as HTMLInputElement).value ?? textOf(control));
  const size = Number((chosen ?? '').replace(/\D/gu, ''));
  return Number.isInteger(size) && size > 0 ? size : null;
}

/** @param rows how many the page shows */
export function readPaging(view: PageView, rows: number): Paging {
  const pageSize = readPageSize(view);
  const ofTotal = (total: number): Paging => ({ pageSize, total, isLast: total <= rows });
  // What stands alone in its box first: a box of several may run « 134 » and the page number « 1 » together.
  const boxes = queryAll(view.document, 'p,div,span,caption,li,nav,output,td,strong,b,label', 20_000);
  for (const element of [...boxes.filter((box) => box.childElementCount === 0), ...boxes.filter((box) => box.childElementCount > 0)]) {
    if ((element.textContent ?? '').length > SUMMARY_MAXIMUM || !/\d/u.test(element.textContent ?? '') || element.closest('a,button,option,tbody') || !isVisible(element)) continue;
    const text = normalise(textOf(element));
    const spanned = span.exec(text);
    if (spanned && toNumber(spanned[2]) - toNumber(spanned[1]) + 1 === rows) return ofTotal(toNumber(spanned[3]));
    const whole = all.exec(text);
    const total = whole && toNumber(whole[1] ?? whole[2]);
    if (total !== null && total >= rows) return ofTotal(total);
    const paged = page.exec(text);
    if (paged) return { pageSize, total: null, isLast: toNumber(paged[2]) <= 1 };
  }
  const leads = (anchor: 'nextPage' | 'previousPage'): boolean =>
    findAnchor(view, anchor).elements.some((element) => !(element as HTMLButtonElement).disabled && element.getAttribute('aria-disabled') !== 'true');
  return { pageSize, total: null, isLast: !leads('nextPage') && !leads('previousPage') && pageSize !== null && rows < pageSize };
}
