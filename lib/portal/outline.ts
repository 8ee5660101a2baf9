/** The build of a page, for somebody who may never see it: tags, roles and the labels of its own furniture; nothing of anyone. */
import { nameOf, roleSelectors } from './accessible.ts';
import { furnitureLabel } from './furniture.ts';
import { remembering } from './memo.ts';
import { isOurs, rootsOf, type Root } from './roots.ts';
import { isVisible } from './visible.ts';

const LINES_MAXIMUM = 300;
const DEPTH_MAXIMUM = 14;
/** Elements walked; a page of more is outlined in part. */
const ELEMENTS_MAXIMUM = 20_000;
/** Rows of one table, options of one list, nodes of one tree that are told apart. */
const CHILDREN_TOLD = 12;

const FURNITURE = [roleSelectors.button, roleSelectors.heading, roleSelectors.columnheader, roleSelectors.tab, roleSelectors.menuitem, 'label', 'legend', 'dt', 'caption', 'nav a', '[role=tree]', '[role=region]'].join(',');
const STRUCTURE = `${FURNITURE},${roleSelectors.field},form,fieldset,section,main,nav,header,footer,table,thead,tbody,tr,ul,ol,dl,dialog,details,iframe,frame,frameset,[role]`;
/** What is in these is somebody's; a table without heads is only there for the layout. */
const CELLS = 'td,dd,[role=cell],[role=gridcell],[role=option],[role=rowheader],tbody th';
const isData = (element: Element): boolean => {
  const cell = element.closest(CELLS);
  return cell !== null && (cell.localName !== 'td' || (cell.closest('table')?.querySelector('th,thead') ?? null) !== null);
};

const ROLES = /^[a-z]{2,20}$/u;

/** `button[role=tab] « Légende »`; a hidden one is marked. Our own words for types, never a page's value. */
function lineOf(element: Element): string {
  const role = element.getAttribute('role') ?? '';
  const type = element.localName === 'input' ? (element.getAttribute('type') ?? 'text') : '';
  const marks = [ROLES.test(role) ? `[role=${role}]` : '', ROLES.test(type.replace('-', '')) ? `[type=${type}]` : '', isVisible(element) ? '' : ' (hidden)', (element as HTMLInputElement).disabled === true ? ' (disabled)' : ''];
  const tag = element.localName.includes('-') ? 'custom-element' : element.localName;
  const isNamed = (element.matches(FURNITURE) || element.matches(roleSelectors.field)) && !isData(element);
  const label = isNamed && (element.textContent ?? '').length < 2000 ? furnitureLabel(nameOf(element) || (element.matches(roleSelectors.field) ? '' : (element.textContent ?? ''))) : '';
  return `${tag}${marks.join('')}${label === '' ? '' : ` « ${label} »`}`;
}

/** Lines of an element and of what is below it; lines alike that follow each other are told once. */
function outlineTree(root: Root, lines: string[], seen: { count: number }): void {
  const walk = (parent: ParentNode, depth: number): void => {
    let told = 0;
    for (const element of parent.children) {
      if (lines.length >= LINES_MAXIMUM || seen.count >= ELEMENTS_MAXIMUM) return;
      seen.count += 1;
      if (isOurs(element) || /^(?:script|style|template|head|meta|link|svg|noscript|option|optgroup)$/u.test(element.localName)) continue;
      const isTold = element.matches(STRUCTURE) || element.localName.includes('-');
      if (isTold && (told += 1) > CHILDREN_TOLD) continue;
      if (isTold) add(lines, `${'  '.repeat(Math.min(depth, DEPTH_MAXIMUM))}${lineOf(element)}`);
      walk(element, isTold ? depth + 1 : depth);
    }
  };
  walk(root, 0);
}

function add(lines: string[], line: string): void {
  const last = lines[lines.length - 1];
  const [, before, times] = /^(.*?)(?: ×(\d+))?$/u.exec(last ?? '') ?? [];
  if (last !== undefined && before === line) lines[lines.length - 1] = `${line} ×${String(Number(times ?? 1) + 1)}`;
  else lines.push(line);
}

/** @returns lines, at most {@link LINES_MAXIMUM} of the page's and one for each of its trees */
export function outlineOf(document: Document): string[] {
  return remembering(() => {
    const lines: string[] = [];
    const seen = { count: 0 };
    for (const [index, root] of rootsOf(document).entries()) {
      if (lines.length >= LINES_MAXIMUM) break;
      if (index > 0) lines.push(root.nodeType === 9 ? '-- frame' : '-- shadow root');
      outlineTree(root, lines, seen);
    }
    return lines.length >= LINES_MAXIMUM ? [...lines, '-- more'] : lines;
  });
}
