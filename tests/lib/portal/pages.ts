/** Opens the fixture pages of our own writing (tests/fixtures/portal/<family>/<page>.html) in this test's document. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPortal, type Portal } from '../../../lib/portal/portal.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { presets } from '../../../lib/services/presets.ts';
import { establishments } from '../../../lib/services/roster.ts';

/** Server-rendered tables; roles without tables; boxes without roles, labels or forms. */
export const families = ['classic', 'roles', 'boxes'] as const;
export const pageNames = ['calendar', 'list', 'form', 'detail', 'signIn', 'other'] as const;

/** Toronto, 21 November 2026, noon. */
export const NOW = Date.UTC(2026, 10, 21, 17);

export const markup = (page: string): string => readFileSync(join(import.meta.dirname, '../../fixtures/portal', `${page}.html`), 'utf8');

/** Replaces the test's own document, which has a window and therefore styles. */
export function show(html: string): Document {
  document.open();
  document.write(html);
  document.close();
  return document;
}

/** Only parsed, as in the worker. */
export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

export interface Opened {
  url?: string;
  now?: number;
}

export const portalOn = (page: Document, { url = 'https://www.irisreservation.ca/', now = NOW }: Opened = {}): Portal =>
  openPortal({ id: 'iris', document: page, url: () => url, profile: iris, cards: presets, roster: [...establishments], now: () => now });
