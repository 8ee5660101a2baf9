/**
 * Changes to a page that leave its meaning as it is, or that take a meaning away: what another version, or another
 * portal of the same kind, may look like. Never the ground truth: a copy of something loses its stamp.
 */
import type { Random } from './random.ts';
import { all, allOf, copyOf, FIELD, fieldsBelow, rewrite, trees } from './page.ts';
import { TRUTH } from './truth.ts';
import { decoyLabels, otherWords } from './words.ts';

export type Mutation = (page: Document, random: Random) => void;

const REFERRING = ['for', 'aria-labelledby', 'aria-controls', 'aria-describedby', 'aria-owns', 'headers', 'list', 'form'];

/** Every class, id and name is another word; what refers to them follows, and so do the page's styles. */
const renameAll: Mutation = (page, random) => {
  const names = new Map<string, string>();
  const renamed = (name: string): string => {
    if (!names.has(name)) names.set(name, `z${random.int(1e9).toString(36)}${String(names.size)}`);
    return names.get(name)!;
  };
  for (const element of all(page, '*')) {
    if (element.hasAttribute('class')) element.setAttribute('class', [...element.classList].map(renamed).join(' '));
    if (element.id !== '') element.id = renamed(element.id);
    for (const name of REFERRING) {
      const value = element.getAttribute(name);
      if (value !== null && value !== '') element.setAttribute(name, value.split(/\s+/u).map(renamed).join(' '));
    }
    if (element.matches(FIELD) && element.hasAttribute('name')) element.setAttribute('name', renamed(element.getAttribute('name')!));
  }
  for (const style of all(page, 'style')) style.textContent = (style.textContent ?? '').replace(/([.#])([a-z][\w-]*)/giu, (_, sign: string, name: string) => `${sign}${renamed(name)}`);
};

const FIXED = 'html,head,head *,body,frameset,frame,script,style,template,option,optgroup,tr,td,th,thead,tbody,li,dt,dd,legend,summary,slot,[role=row],[role=cell],[role=gridcell],[role=columnheader],[role=rowheader],[role=rowgroup],[role=treeitem],[role=group]';
const INLINE = /^(?:p|span|a|button|label|b|i|em|strong|font|small|h1|h2|h3)$/u;

/** Boxes of no meaning around some elements. */
const wrapSome: Mutation = (page, random) => {
  const candidates = all(page, '*').filter((element) => !element.matches(FIXED) && element.parentElement && !element.parentElement.matches('tr,select,optgroup,thead,tbody,table,dl,ul,ol,details,frameset,fieldset'));
  for (let count = 1 + random.int(6); count > 0 && candidates.length > 0; count -= 1) {
    const element = random.pick(candidates);
    const isInline = INLINE.test(element.parentElement!.localName) || /^(?:span|a|b|i|em|small|label|input|select|img|button)$/u.test(element.localName);
    const box = element.ownerDocument.createElement(isInline ? 'span' : 'div');
    element.replaceWith(box);
    box.append(element);
  }
};

const reorder = (children: readonly Element[], random: Random): void => {
  const parent = children[0]!.parentNode!;
  const marks = children.map((child) => {
    const mark = child.ownerDocument.createComment('');
    parent.replaceChild(mark, child);
    return mark;
  });
  const shuffled = random.shuffle(children);
  marks.forEach((mark, index) => mark.replaceWith(shuffled[index]!));
};

/** The lines of a form: boxes of one kind with a few fields each. */
function linesOf(page: Document): Element[][] {
  return trees(page).flatMap((root) => [...root.querySelectorAll('*')]).flatMap((parent) => {
    if (parent.matches('ul,ol,dl,select,tr')) return [];
    const lines = [...parent.children].filter((child) => { const fields = fieldsBelow(child).length; return fields > 0 && fields <= 3 && (child.textContent !== '' || child.shadowRoot !== null) && !child.matches('input,select,textarea,label'); });
    return lines.length >= 3 ? [lines] : [];
  });
}

const reorderLines: Mutation = (page, random) => {
  for (const lines of linesOf(page)) reorder(lines, random);
};

/** The blocks of the page, its menu, its filters, its table. */
const reorderBlocks: Mutation = (page, random) => {
  for (const root of trees(page)) {
    for (const parent of root.querySelectorAll('body,main')) {
      const blocks = [...parent.children].filter((child) => !child.matches('script,style,frameset'));
      if (blocks.length > 1) reorder(blocks, random);
    }
  }
};

/** The columns of the list in another order, heads and cells alike. */
const reorderColumns: Mutation = (page, random) => {
  const heads = all(page, `[${TRUTH}~=columnStatus]`);
  const row = (element: Element): Element => {
    let box = element;
    while (box.parentElement && box.parentElement.children.length < 5) box = box.parentElement;
    return box.parentElement ?? box;
  };
  const [head] = heads;
  if (!head) return;
  const line = row(head);
  const width = line.children.length;
  const order = random.shuffle([...Array(width).keys()]);
  const scope = line.getRootNode() as Document;
  for (const one of [...scope.querySelectorAll('*')].filter((each) => each.children.length === width && each.localName === line.localName)) {
    const cells = [...one.children];
    for (const index of order) one.append(cells[index]!);
  }
};

const strip = (text: string): string => text.trim().replace(/\s*:$/u, '');
const replaceLabel = (page: Document, from: string, to: string): void => rewrite(page, (text) => (strip(text) === from ? text.replace(from, to) : text));

/** Another word of the same meaning for some labels; now and then one that nobody knows. */
const synonyms: Mutation = (page, random) => {
  for (const [label, words] of random.shuffle(Object.entries(otherWords)).slice(0, 3 + random.int(8))) {
    replaceLabel(page, label, random.chance(0.85) ? random.pick(words.length > 1 ? words.slice(0, -1) : words) : words[words.length - 1]!);
  }
};

const withoutAccents: Mutation = (page) => rewrite(page, (text) => text.normalize('NFD').replace(/\p{M}/gu, ''));
const capitals: Mutation = (page) => rewrite(page, (text) => (/\d/u.test(text) ? text : text.toUpperCase()));
const otherDashes: Mutation = (page, random) => {
  const dash = random.pick([' - ', '-', ' — ', ' ‑ ']);
  rewrite(page, (text) => text.replace(/\s[–—-]\s/gu, (found) => (/^\d/u.test(text) ? found : dash)).replace(/ (?=\p{L})/gu, random.chance(0.3) ? '\u00a0' : ' '));
};

function unstamp(copy: Element): void {
  for (const element of allOf(copy)) {
    element.removeAttribute(TRUTH);
    if (element.id !== '') element.id = `twin-${element.id}`;
    if (element.hasAttribute('for')) element.setAttribute('for', `twin-${element.getAttribute('for')!}`);
    if (element.localName === 'input' || element.localName === 'textarea') (element as HTMLInputElement).value = 'JUMEAU';
  }
}

const hide = (element: HTMLElement, random: Random): void => {
  const how = random.int(4);
  if (how === 0) element.hidden = true;
  else if (how === 1) element.style.display = 'none';
  else if (how === 2) element.setAttribute('style', 'visibility: hidden');
  else for (const field of fieldsBelow(element)) { field.setAttribute('disabled', ''); field.setAttribute('hidden', ''); }
};

/** T5: lines again, hidden or out of use, before or after the real ones. */
const hiddenTwins: Mutation = (page, random) => {
  for (const lines of linesOf(page)) {
    const line = random.pick(lines);
    const copy = copyOf(line);
    unstamp(copy);
    hide(copy as HTMLElement, random);
    if (random.chance(0.5)) line.before(copy);
    else line.after(copy);
  }
  for (const save of all(page, `[${TRUTH}~=save],[${TRUTH}~=applyFilter]`)) {
    const copy = copyOf(save);
    unstamp(copy);
    copy.style.display = 'none';
    save.before(copy);
  }
};

/** Lines that look like one that matters and have another label; they are seen. */
const decoys: Mutation = (page, random) => {
  for (const lines of linesOf(page)) {
    for (const line of random.shuffle(lines).slice(0, 2)) {
      const copy = copyOf(line);
      unstamp(copy);
      let isRenamed = false;
      for (const element of allOf(copy)) for (const node of element.childNodes) {
        const label = node.nodeType === 3 ? strip(node.nodeValue ?? '') : '';
        if (decoyLabels[label] === undefined) continue;
        node.nodeValue = (node.nodeValue ?? '').replace(label, decoyLabels[label]);
        isRenamed = true;
      }
      if (!isRenamed) continue;
      if (random.chance(0.5)) line.before(copy);
      else line.after(copy);
    }
  }
};

/** The same line twice, both seen and in use: nobody can tell which is meant. */
const seenTwins: Mutation = (page, random) => {
  const [lines] = random.shuffle(linesOf(page));
  if (!lines) return;
  const line = random.pick(lines);
  const copy = copyOf(line);
  unstamp(copy);
  if (random.chance(0.5)) line.before(copy);
  else line.after(copy);
};

/** A table of other things, that also says a date and a status. */
const otherTable: Mutation = (page, random) => {
  const bodies = all(page, 'main,body').filter((body) => body.children.length > 1);
  if (bodies.length === 0) return;
  const box = random.pick(bodies);
  const make = (name: string, ...children: (Node | string)[]): HTMLElement => {
    const element = box.ownerDocument.createElement(name);
    element.append(...children);
    return element;
  };
  const head = make('tr', ...['No', 'Objet', 'Date', 'Statut'].map((text) => make('th', text)));
  const row = make('tr', ...['A-17', 'Panne du système', '2026-11-20', 'Fermé'].map((text) => make('td', text)));
  const table = make('div', make('table', make('thead', head), make('tbody', row)));
  if (random.chance(0.5)) box.prepend(table);
  else box.append(table);
};

/** A label that says nothing any more. */
const silence: Mutation = (page, random) => {
  const label = random.pick(Object.keys(otherWords));
  replaceLabel(page, label, '·');
};

export const mutations: Record<string, Mutation> = {
  renameAll, wrapSome, reorderLines, reorderBlocks, reorderColumns, synonyms, withoutAccents, capitals, otherDashes,
  hiddenTwins, decoys, seenTwins, otherTable, silence,
};

/** @returns the names of what was done, in order */
export function mutate(page: Document, random: Random): string[] {
  const often = ['renameAll', 'wrapSome', 'synonyms'];
  const names = random.shuffle(Object.keys(mutations).filter((name) => random.chance(often.includes(name) ? 0.7 : name === 'seenTwins' || name === 'silence' ? 0.1 : 0.3)));
  for (const name of names) mutations[name]!(page, random);
  return names;
}
