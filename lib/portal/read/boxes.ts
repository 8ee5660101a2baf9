/** Where bookings stand in a row of the grid, and the hours that their place says. */
import { findAnchor, type PageView } from '../find.ts';
import { remembered } from '../memo.ts';
import { isOurs } from '../roots.ts';
import { isVisible } from '../visible.ts';
import type { ReadContext } from './context.ts';
import type { HourGrid } from './hours.ts';
import type { TableRow } from './table.ts';
import { rangeIn, toRange } from './range.ts';

export interface Place {
  /** Minutes since midnight by the columns under it; null when the layout does not say. */
  start: number | null;
  end: number | null;
}

export interface Box {
  element: HTMLElement;
  /** Asked only when the words do not tell the hours: the browser must lay the page out for it. */
  place(): Place;
}

/** Boxes looked at in one row of one day. */
const BOXES_MAXIMUM = 300;
const ELEMENTS_MAXIMUM = 12_000;
const CELL = 'td,th,li,[role=gridcell],[role=cell]';

const says = (element: Element, read: (text: string) => unknown): boolean => {
  const own = [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue ?? '');
  return [...own, element.getAttribute('title') ?? '', element.getAttribute('aria-label') ?? ''].some((text) => text.length > 2 && read(text) !== null);
};

/** What says hours and nothing else marks a booking; where nothing does, whatever says two hours. */
function findMarks(elements: readonly HTMLElement[]): Set<HTMLElement> {
  const sure = elements.filter((element) => says(element, rangeIn) && isVisible(element));
  return new Set(sure.length > 0 ? sure : elements.filter((element) => says(element, toRange) && isVisible(element)));
}

const isPlaced = (element: HTMLElement): boolean => /(?:^|;)\s*(?:left|width|grid-column[a-z-]*|inset[a-z-]*)\s*:/iu.test(element.getAttribute('style') ?? '');

/** The whole box of a booking around the part that says its hours, short of anything that holds another. */
function boxAround(mark: HTMLElement, marks: ReadonlySet<HTMLElement>, row: HTMLElement): HTMLElement {
  let box = mark;
  while (box.parentElement && box.parentElement !== row && !box.matches(CELL) && !isPlaced(box)) {
    const parent: HTMLElement = box.parentElement;
    const current = box;
    if ([...marks].some((other) => !current.contains(other) && parent.contains(other))) break;
    if (!parent.matches(CELL) && parent.childElementCount > 8) break;
    box = parent;
  }
  return box;
}

/** Minutes of the day at the edges of each column; a head that spans several shares its hours among them. */
const edgesOf = remembered((grid: HourGrid): ({ start: number; end: number } | null)[] =>
  grid.table.heads.map((head, index) => {
    const hour = grid.hours[index];
    if (hour === null || hour === undefined) return null;
    const first = grid.table.heads.findIndex((other) => other.element === head.element);
    const span = grid.table.heads.filter((other) => other.element === head.element).length;
    const part = grid.step / span;
    return { start: hour + (index - first) * part, end: hour + (index - first + 1) * part };
  }),
);

/** Only where the row has a cell under each head, and the cell holds nothing else. */
function byColumns(grid: HourGrid, row: TableRow, element: HTMLElement): Place {
  const cell = row.cells.includes(element) ? element : element.closest<HTMLElement>(CELL);
  const edges = edgesOf(grid);
  const places = row.cells.flatMap((one, index) => (one === cell && edges[index] ? [edges[index]] : []));
  if (places.length === 0 || row.cells.length !== grid.table.heads.length || (cell?.querySelectorAll('a[href]').length ?? 0) > 1) return { start: null, end: null };
  return { start: places[0]?.start ?? null, end: places[places.length - 1]?.end ?? null };
}

/** By where the box is drawn, when the page is drawn at all; to the nearest five minutes. */
function byDrawing(grid: HourGrid, element: HTMLElement): Place {
  const edges = edgesOf(grid);
  const columns = grid.table.heads.flatMap((head, index) => (edges[index] ? [{ ...edges[index], rect: head.element.getBoundingClientRect() }] : []));
  const [first, last] = [columns[0], columns[columns.length - 1]];
  const box = element.getBoundingClientRect();
  if (!first || !last || box.width === 0 || last.rect.right <= first.rect.left) return { start: null, end: null };
  const scale = (last.end - first.start) / (last.rect.right - first.rect.left);
  const minutes = (x: number): number => first.start + Math.round(((x - first.rect.left) * scale) / 5) * 5;
  return { start: minutes(box.left), end: minutes(box.right) };
}

/** The cells of a row that stand under no hour: its name, its number of places. */
export function headOf(grid: HourGrid, row: TableRow): HTMLElement[] {
  const first = grid.hours.findIndex((hour) => hour !== null);
  return [...new Set(row.cells.slice(0, Math.max(first, 1)))].filter((cell) => cell !== undefined);
}

/** What the profile takes for a booking in a row: outermost, neither in the head nor around it. */
export function findKnown(view: PageView, row: TableRow, head: readonly HTMLElement[]): HTMLElement[] {
  const known = findAnchor(view, 'gridBooking', row.element).elements.filter((element) => !head.some((cell) => cell.contains(element) || element.contains(cell)));
  return known.filter((element) => !known.some((one) => one !== element && one.contains(element)));
}

/** The bookings of a row, outermost boxes, in the order of the page. */
export function findBoxes(context: ReadContext, grid: HourGrid, row: TableRow, head: readonly HTMLElement[]): Box[] {
  const inside = [...row.element.querySelectorAll<HTMLElement>('*')].filter((element) => !isOurs(element) && !head.some((cell) => cell === element || cell.contains(element)));
  const marks = findMarks(inside.slice(0, ELEMENTS_MAXIMUM));
  const outer = [...marks].filter((mark) => ![...marks].some((other) => other !== mark && other.contains(mark)));
  const byWords = outer.slice(0, BOXES_MAXIMUM).map((mark) => boxAround(mark, marks, row.element));
  const others = findKnown(context, row, head).filter((element) => !byWords.some((box) => box === element || box.contains(element) || element.contains(box)));
  return [...byWords, ...others.slice(0, BOXES_MAXIMUM)].map((element) => ({
    element,
    place() {
      const columns = byColumns(grid, row, element);
      return columns.start === null ? byDrawing(grid, element) : columns;
    },
  }));
}
