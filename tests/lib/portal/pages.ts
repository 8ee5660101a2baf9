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

/** Only parsed, as in the worker. */
export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

export interface Opened {
  url?: string;
  now?: number;
  profile?: PortalProfile;
}

export const portalOn = (page: Document, { url = 'https://www.irisreservation.ca/', now = NOW, profile = iris }: Opened = {}): Portal =>
  openPortal({ id: 'iris', document: page, url: () => url, profile, cards: presets, roster: [...establishments], now: () => now });
