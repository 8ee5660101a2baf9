/**
 * A picture or a page as a plain tree, drawn twice from one description: as preact nodes in the extension
 * (components/charts) and as text in the companion and in the saved report. No tag and no attribute that could run
 * anything can be named, and text is always escaped.
 */

export type Tag =
  | 'svg' | 'g' | 'rect' | 'line' | 'path' | 'text' | 'title' | 'defs' | 'pattern'
  | 'figure' | 'table' | 'caption' | 'thead' | 'tbody' | 'tfoot' | 'tr' | 'th' | 'td' | 'ul' | 'li' | 'dl' | 'dt' | 'dd'
  | 'h1' | 'h2' | 'p' | 'div' | 'span' | 'strong' | 'section' | 'header' | 'main';

export interface MarkupElement {
  tag: Tag;
  attributes: Readonly<Record<string, string>>;
  children: readonly Markup[];
}
export type Markup = MarkupElement | string;

type Value = string | number | undefined;

/** @param attributes those that are undefined are left out */
export function element(tag: Tag, attributes: Readonly<Record<string, Value>> = {}, ...children: readonly (Markup | readonly Markup[])[]): MarkupElement {
  const kept = Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]));
  return { tag, attributes: Object.fromEntries(kept), children: children.flat() };
}

/** No link, no style and no handler is ever an attribute of ours; `fill` may name a pattern of the same page. */
const attributeName = /^(?:aria-[a-z]+|data-[a-z]+|class|id|role|lang|scope|colspan|tabindex|focusable|width|height|x|y|x1|x2|y1|y2|d|rx|fill|text-anchor|viewBox|preserveAspectRatio|patternUnits|patternTransform|open)$/u;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Signs that are no text in HTML, and lone halves of pairs, are left out. */
export const escapeText = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '').replace(/[&<>"']/gu, (sign) => escapes[sign] ?? '');

/** Shapes close themselves when nothing is in them. */
const shapes: ReadonlySet<Tag> = new Set(['rect', 'line', 'path']);

/** As text for a page. @throws {Error} for an attribute that no picture needs: a fault of ours, never of the data */
export function printMarkup(node: Markup): string {
  if (typeof node === 'string') return escapeText(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => {
    if (!attributeName.test(name)) throw new Error(`An attribute that is not drawn: ${name}`);
    return ` ${name}="${escapeText(value)}"`;
  });
  const opening = `<${node.tag}${attributes.join('')}`;
  return shapes.has(node.tag) && node.children.length === 0 ? `${opening}/>` : `${opening}>${node.children.map(printMarkup).join('')}</${node.tag}>`;
}
