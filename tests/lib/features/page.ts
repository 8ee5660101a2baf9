/** Runs features on a fixture page of tests/fixtures/portal, with everything around it recorded. */
import { signal as createSignal } from '@preact/signals';
import { onTestFinished } from 'vitest';
import { overlayTranslate } from '../words.ts';
import type { Reading } from '../../../lib/domain/booking.ts';
import { createDrafts, type Drafts } from '../../../lib/features/drafts.ts';
import type { Feature, Part } from '../../../lib/features/feature.ts';
import { startPage } from '../../../lib/features/run-page.ts';
import type { ContentMessage } from '../../../lib/messages/content.ts';
import { calendar } from '../../../lib/features/parts/calendar.ts';
import { detail } from '../../../lib/features/parts/detail.ts';
import { form } from '../../../lib/features/parts/form.ts';
import { list } from '../../../lib/features/parts/list.ts';
import { unknown } from '../../../lib/features/parts/unknown.ts';
import { openPortal } from '../../../lib/portal/portal.ts';
import type { PageKind } from '../../../lib/portal/page.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { presets } from '../../../lib/services/presets.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { spoken, type OverlaySettings } from '../../../lib/state/overlay.ts';
import { deep, NOW, show } from '../portal/pages.ts';

export const overlaySettings = (changes: Partial<OverlaySettings> = {}): OverlaySettings => ({
  portal: 'iris',
  ...spoken(changes.language ?? 'fr', changes.cards ?? presets),
  styles: '.po-panel{display:grid}',
  person: { name: 'Julie Gagnon', email: 'julie@exemple.ca', role: 'representative', establishmentId: 'cisss-cote-nord' },
  cards: [...presets],
  roster: [...establishments],
  disabledFeatures: [],
  profile: iris,
  readings: [],
  past: [],
  waits: [],
  ...changes,
});

export interface PageOptions {
  settings?: Partial<OverlaySettings>;
  known?: Reading[];
  drafts?: Drafts;
  address?: string;
  /** What the worker answers, by the message's type; nothing to the others, but that it heard of a save. */
  answers?: Partial<Record<ContentMessage['type'], unknown>>;
  /** What stands for the hour; {@link NOW} without. */
  clock?: () => number;
  /** After the page stands, before the features start. */
  prepare?: (document: Document) => void;
}

const parts: Partial<Record<PageKind, Part>> = { calendar, list, detail, form };

export const FORM_ADDRESS = 'https://www.irisreservation.ca/reservations/nouvelle?date=2026-11-24';

export function startOn(
  features: readonly Feature[],
  html: string,
  { settings, known = [], drafts, address = FORM_ADDRESS, clock, answers = {}, prepare }: PageOptions = {},
) {
  const shown = show(html);
  prepare?.(shown);
  const end = new AbortController();
  onTestFinished(() => end.abort());
  const all = overlaySettings(settings);
  const sent: ContentMessage[] = [];
  const place = { address };
  const portal = openPortal({ id: 'iris', document: shown, url: () => place.address, profile: all.profile, cards: all.cards, roster: all.roster, now: () => NOW });
  const readings = createSignal<readonly Reading[]>(known);
  const refreshes: string[] = [];
  const kind = portal.kind();
  const page = startPage({ ...(kind === null ? unknown : parts[kind]), features }, {
    portal, kind, settings: all, known: readings, drafts: drafts ?? createDrafts(() => sessionStorage),
    storage: () => sessionStorage, now: () => clock?.() ?? NOW,
    send: (message) => { sent.push(message); return Promise.resolve({ 'overlay.saved': true, ...answers }[message.type as string]); }, refresh: () => Promise.resolve(void refreshes.push('refresh')),
    whenIdle: (work) => work(), gate: undefined, language: all.language, translate: overlayTranslate(all.language),
  }, end.signal);
  const block = (name: string): ShadowRoot | null => deep(shown, `passerelle-${name}`)?.shadowRoot ?? null;
  const words = (name: string): string => (block(name)?.querySelector('.pa-root')?.textContent ?? '').replace(/\s+/gu, ' ').trim();
  return { shown, portal, page, sent, readings, refreshes, place, block, words, stop: () => end.abort() };
}
