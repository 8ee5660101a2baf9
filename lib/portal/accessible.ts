/** Roles and names of elements as assistive technology knows them. */
import { computeAccessibleName } from 'dom-accessibility-api';
import type { Role } from './shapes.ts';
import { remembered } from './memo.ts';
import { toLabel, type Matcher } from './names.ts';
import { isVisible } from './visible.ts';

const typed = 'input:not([type=hidden],[type=button],[type=submit],[type=reset],[type=image],[type=checkbox],[type=radio],[type=file],[type=range],[type=color])';
const textboxes = `${typed},textarea,[role=textbox],[role=searchbox],[role=spinbutton],[contenteditable=""],[contenteditable=true]`;
const comboboxes = 'select,[role=combobox],[role=listbox],input[list]';
const checkboxes = 'input[type=checkbox],[role=checkbox],[role=switch],[role=menuitemcheckbox]';

/** Which elements may have a role: a cheap first sieve before names are computed. */
export const roleSelectors: Record<Role, string> = {
  button: 'button,[role=button],input[type=submit],input[type=button],input[type=image],input[type=reset],summary',
  link: 'a[href],[role=link],area[href]',
  menuitem: '[role=menuitem],[role=menuitemcheckbox],[role=menuitemradio]',
  textbox: textboxes,
  combobox: comboboxes,
  checkbox: checkboxes,
  field: `${textboxes},${comboboxes},${checkboxes},input[type=radio],[role=radio],output`,
  heading: 'h1,h2,h3,h4,h5,h6,[role=heading]',
  columnheader: 'th,[role=columnheader],thead td',
  tree: '[role=tree]',
  region: 'section,[role=region],[role=group],fieldset',
  tab: '[role=tab]',
};

const SAID_MAXIMUM = 400;
const NAMED_BY_OTHERS = `${roleSelectors.field},fieldset,table`;
const NAMED_BY_WORDS = 'button,a[href],h1,h2,h3,h4,h5,h6';
const NAMED_OTHERWISE = '[role],[aria-label],[aria-labelledby],[aria-hidden],[aria-owns]';

/** A name for documents without a window, where styles cannot be asked. */
function plainName(element: Element): string {
  const root = element.getRootNode() as Document;
  const referred = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/u)
    .map((id) => (id === '' ? '' : (root.getElementById(id)?.textContent ?? '')))
    .join(' ')
    .trim();
  if (referred !== '') return referred;
  const own = element.getAttribute('aria-label')?.trim();
  if (own) return own;
  const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '').join(' ');
  if (labels.trim() !== '') return labels;
  if (element.localName === 'input' && /^(?:submit|button|reset)$/iu.test(element.getAttribute('type') ?? '')) return element.getAttribute('value') ?? '';
  const said = element.matches(roleSelectors.field) ? '' : textOf(element);
  return said !== '' ? said : (element.getAttribute('alt') ?? element.getAttribute('title') ?? element.getAttribute('placeholder') ?? '');
}

/** The text of an element with what its pictures say, one space between its parts. */
export function textOf(element: Element): string {
  const parts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    else if (node.nodeType === 1 && !/^(?:script|style|template|select|textarea|noscript)$/u.test((node as Element).localName)) {
      const block = !/^(?:span|b|i|em|strong|a|small|u|abbr|mark|sub|sup|font)$/u.test((node as Element).localName);
      if (block) parts.push(' ');
      if ((node as Element).localName === 'img') parts.push((node as Element).getAttribute('alt') ?? '');
      node.childNodes.forEach(walk);
      if (block) parts.push(' ');
    }
  };
  walk(element);
  return parts.join('').replace(/\s+/gu, ' ').trim();
}

/**
 * What a button, a link or a heading without any parts is called when it is shown, by its words, else by its tooltip: a
 * calendar has hundreds, and nothing needs to be computed. Null: its name is not as simple.
 */
export const simpleNameOf = remembered((element: Element): string | null => {
  if (element.childElementCount > 0 || !element.matches(NAMED_BY_WORDS) || element.matches(NAMED_OTHERWISE)) return null;
  if (((element as HTMLButtonElement).labels?.length ?? 0) > 0) return null;
  const name = (element.textContent ?? '').trim() || (element.getAttribute('title') ?? '').trim();
  return name === '' ? null : name.replace(/\s+/gu, ' ');
});

/** The accessible name; empty for a hidden element of a live document. */
export const nameOf = remembered((element: Element): string => {
  if (!element.ownerDocument.defaultView) return plainName(element);
  const simple = simpleNameOf(element);
  if (simple !== null && isVisible(element)) return simple;
  return computeAccessibleName(element, { computedStyleSupportsPseudoElements: false });
});

/** All that an element could be called, without computing styles; null when something else names it. */
const keyOf = remembered((element: Element): string | null => {
  if (element.hasAttribute('aria-labelledby') || element.matches(NAMED_BY_OTHERS)) return null;
  const parts = [(element.textContent ?? '').slice(0, SAID_MAXIMUM).trim(), ...['aria-label', 'title', 'value', 'alt'].map((name) => element.getAttribute(name) ?? '')];
  if (element.childElementCount > 0) for (const child of [...element.querySelectorAll('[alt],[aria-label]')].slice(0, 5)) parts.push(child.getAttribute('alt') ?? child.getAttribute('aria-label') ?? '');
  return parts.map((part) => (part === '' ? '' : toLabel(part))).join('|');
});

/** Whether an element could be called by one of the words: a sieve before its name is computed. */
export function mayBeNamed(element: Element, { exact, beginnings }: Matcher): boolean {
  const key = keyOf(element);
  if (key === null) return true;
  for (const word of exact) if (key.includes(word)) return true;
  return beginnings.some((word) => key.includes(word));
}
