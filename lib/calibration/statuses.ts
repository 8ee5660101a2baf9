/** The words that the list of a portal uses for its statuses, and what each is taken for now. Reads only. */
import { remembering } from '../portal/memo.ts';
import type { Portal } from '../portal/portal.ts';
import { findList } from '../portal/read/find-list.ts';
import { createStatusReader, textsOf } from '../portal/read/status.ts';
import { readPairs } from '../portal/read/pairs.ts';
import { toName } from './names.ts';
import type { StatusWord } from './views.ts';

/** More words than this are no statuses: another column was shown. */
export const WORDS_MAXIMUM = 12;

/** What a cell says in words: the « ✓ » before them is another text, and no part of them. */
const wordOf = (cell: Element): string | null => toName(textsOf(cell).filter((text) => /\p{L}/u.test(text)).join(' '));

/** In the order of the page. Empty when there is no list, or no status in words. */
export function statusWords(portal: Portal): StatusWord[] {
  return remembering(() => {
    const list = findList(portal);
    const column = list?.columns.columnStatus;
    const cells = list && column !== undefined ? list.table.rows.map(({ cells: all }) => all[column]) : [readPairs(portal).get('status')?.value];
    const status = createStatusReader(portal);
    const words = new Map<string, StatusWord>();
    for (const cell of cells) {
      const word = cell ? wordOf(cell) : null;
      if (word === null || !cell) continue;
      const known = words.get(word);
      if (known) known.count += 1;
      else {
        const said = status.ofElement(cell);
        words.set(word, { word, count: 1, status: said === 'unknown' ? null : said });
      }
    }
    return words.size > WORDS_MAXIMUM ? [] : [...words.values()];
  });
}
