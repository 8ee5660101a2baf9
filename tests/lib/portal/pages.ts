/** Opens the fixture pages of our own writing (tests/fixtures/portal/<family>/<page>.html) in this test's document. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPortal, type Portal } from '../../../lib/portal/portal.ts';
import type { PortalProfile } from '../../../lib/portal/profile.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { presets } from '../../../lib/services/presets.ts';
import { establishments } from '../../../lib/services/roster.ts';

/** Server-rendered tables; roles without tables; boxes without roles, labels or forms. */
export const families = ['classic', 'roles', 'boxes'] as const;
/** Besides: nested tables with their heads apart; framesets; open shadow roots. */
export const allFamilies = [...families, 'ext', 'frames', 'components'] as const;
export type Family = (typeof allFamilies)[number];
export const pageNames = ['calendar', 'list', 'form', 'detail', 'signIn', 'other'] as const;
export type PageName = (typeof pageNames)[number];

/** Toronto, 21 November 2026, noon. */
export const NOW = Date.UTC(2026, 10, 21, 17);

const folder = join(import.meta.dirname, '../../fixtures/portal');
export const markup = (page: string): string => readFileSync(join(folder, `${page}.html`), 'utf8');

/** What a browser does with `<template shadowrootmode>`. */
function attachShadows(tree: Document | ShadowRoot): void {
  for (let template = tree.querySelector<HTMLTemplateElement>('template[shadowrootmode]'); template; template = tree.querySelector('template[shadowrootmode]')) {
    const host = template.parentElement!;
    template.remove();
    const root = host.attachShadow({ mode: 'open' });
    root.append(...template.content.childNodes);
    attachShadows(root);
  }
}

/** What a browser loads into a frame: `src` is a page of the fixtures' folder. Frames are parsed only: they have no styles. */
function loadFrames(page: Document): void {
  for (const frame of page.querySelectorAll('frame[src$=".frame.html"],iframe[src$=".frame.html"]')) {
    const inner = parse(readFileSync(join(folder, frame.getAttribute('src')!), 'utf8'));
    Object.defineProperty(frame, 'contentDocument', { value: inner, configurable: true });
  }
}

/** Replaces the test's own document, which has a window and therefore styles. */
export function show(html: string): Document {
  document.open();
  document.write(html);
  document.close();
  attachShadows(document);
  loadFrames(document);
  return document;
}

/** As `querySelectorAll`, into open shadow roots and frames too, ours included. */
export function deepAll<T extends Element = HTMLElement>(root: ParentNode, selector: string): T[] {
  const insides = [...root.querySelectorAll('*')].flatMap((element) => {
    // Ours stay closed: a test that asks for the portal's own controls must not be given one of ours.
    const shadow = element.localName.startsWith('passerelle-') ? null : element.shadowRoot;
    const frame = /^i?frame$/u.test(element.localName) ? (element as HTMLIFrameElement).contentDocument : null;
    return [...(shadow ? deepAll<T>(shadow, selector) : []), ...(frame ? deepAll<T>(frame, selector) : [])];
  });
  return [...root.querySelectorAll<T>(selector), ...insides];
}
export const deep = <T extends Element = HTMLElement>(root: ParentNode, selector: string): T | null => deepAll<T>(root, selector)[0] ?? null;

/** A copy with its open shadow roots, as a portal draws the same part again; ours are left behind. */
export function drawnAnew<T extends Element>(original: T): T {
  const copy = original.cloneNode(false) as T;
  if (original.shadowRoot) copy.attachShadow({ mode: 'open' }).append(...copiesOf(original.shadowRoot));
  copy.append(...copiesOf(original));
  return copy;
}
const copiesOf = (parent: ParentNode): Node[] =>
  [...parent.childNodes].flatMap((node) => (node.nodeType !== 1 ? [node.cloneNode(true)] : (node as Element).hasAttribute('data-passerelle') ? [] : [drawnAnew(node as Element)]));

/** Whether one stands before the other on the page, whatever shadow roots they are in. */
export function standsBefore(one: Element, other: Element): boolean {
  const lines = [one, other].map((element) => {
    const line = [element];
    for (let root = element.getRootNode(); root.nodeType === 11; root = line[0]!.getRootNode()) line.unshift((root as ShadowRoot).host);
    return line;
  });
  const at = lines[0]!.findIndex((element, index) => element !== lines[1]![index]);
  const [first, second] = [lines[0]![at], lines[1]![at]];
  return first !== undefined && second !== undefined && (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Only parsed, as in the worker. */
export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

export interface Opened {
  url?: string;
  now?: number;
  profile?: PortalProfile;
}

export const portalOn = (page: Document, { url = 'https://www.irisreservation.ca/', now = NOW, profile = iris }: Opened = {}): Portal =>
  openPortal({ id: 'iris', document: page, url: () => url, profile, cards: presets, roster: [...establishments], now: () => now });
