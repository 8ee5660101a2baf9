/** Where a list of bookings is on a page, and which of its columns says what. */
import type { AnchorName } from '../anchors.ts';
import { findAnchor, type PageView } from '../find.ts';
import { remembered } from '../memo.ts';
import { tableOf, type Table } from './table.ts';

/** Where each column stands; absent where there is none. */
export type Columns = Partial<Record<AnchorName, number>>;

const columnAnchors = [
  'columnNumber', 'columnResource', 'columnTitle', 'columnEstablishment', 'columnRequester', 'columnEmail',
  'columnDate', 'columnStart', 'columnEnd', 'columnDuration', 'columnFreeText', 'columnStatus',
] as const satisfies readonly AnchorName[];

export interface FoundList {
  table: Table;
  columns: Columns;
}

/** Where each column stands. Two columns of one name cannot be told apart: neither is read. */
function readColumns(view: PageView, table: Table): Columns {
  const columns: Columns = {};
  for (const anchor of columnAnchors) {
    const { elements } = findAnchor(view, anchor, table.element);
    const isHead = (head: Element): boolean => elements.some((element) => head === element || head.contains(element));
    const heads = table.heads.flatMap(({ element }, index) => (isHead(element) ? [{ index, element }] : []));
    if (new Set(heads.map(({ element }) => element)).size === 1) columns[anchor] = heads[0]?.index ?? 0;
  }
  return columns;
}

/** Every table under the columns of the profile: what is booked, when, and its status. Another table that only says a status is none. */
export const findLists = remembered((view: PageView): FoundList[] => {
  const tables = new Map<HTMLElement, FoundList>();
  for (const head of findAnchor(view, 'columnStatus').elements) {
    const table = tableOf(head);
    if (!table || tables.has(table.element)) continue;
    const columns = readColumns(view, table);
    const has = (anchor: AnchorName): boolean => columns[anchor] !== undefined;
    if (has('columnStatus') && has('columnResource') && (has('columnDate') || has('columnStart'))) tables.set(table.element, { table, columns });
  }
  return [...tables.values()];
});

/** The first list of the page; null when there is none. */
export const findList = (view: PageView): FoundList | null => findLists(view)[0] ?? null;

/** The page says in words that there is nothing, among the furniture of a list. */
export const isEmptyList = (context: PageView): boolean =>
  findAnchor(context, 'emptyList').elements.length > 0 && (findAnchor(context, 'pageSize').elements.length > 0 || findAnchor(context, 'columnStatus').elements.length > 0);
