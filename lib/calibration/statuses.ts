/** The words that the list of a portal uses for its statuses, and what each is taken for now. Reads only. */
import { textOf } from '../portal/accessible.ts';
import { remembering } from '../portal/memo.ts';
import type { Portal } from '../portal/portal.ts';
import { findList } from '../portal/read/list.ts';
import { createStatusReader } from '../portal/read/status.ts';
import { readPairs } from '../portal/read/pairs.ts';
import { toName } from './names.ts';
import type { StatusWord } from './views.ts';

/** More words than this are no statuses: another column was shown. */
export const WORDS_MAXIMUM = 12;

/** In the order of the page. Empty when there is no list, or no status in words. */
export function statusWords(portal: Portal): StatusWord[] {
  return remembering(() => {
    const list = findList(portal);
    const column = list?.columns.columnStatus;
    const cells = list && column !== undefined ? list.table.rows.map(({ cells: all }) => all[column]) : [readPairs(portal).get('status')?.value];
    const status = createStatusReader(portal);
    const words = new Map<string, StatusWord>();
    for (const cell of cells) {
      const word = cell ? toName(textOf(cell)) : null;
      if (word === null || !cell) continue;
      const known = words.get(word);
      if (known) known.count += 1;
      else words.set(word, { word, count: 1, status: status.ofText(word) });
    }
    return words.size > WORDS_MAXIMUM ? [] : [...words.values()];
  });
}
