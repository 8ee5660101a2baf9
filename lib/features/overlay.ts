/**
 * Runs the features on a portal's page: asks the worker for the settings, watches the page, gets and starts what
 * belongs to this kind of page, and starts anew when the kind or the settings change. A feature that fails stops alone.
 */
import { signal as createSignal } from '@preact/signals';
import { wear } from '../../components/overlay/mount.ts';
import type { Instant, Reading } from '../domain/booking.ts';
import { toWall } from '../domain/zone.ts';
import { translateFrom } from '../i18n/translate.ts';
import type { ContentMessage } from '../messages/content.ts';
import type { Gate } from '../portal/guard.ts';
import { remembering } from '../portal/memo.ts';
import { observePage } from '../portal/observe.ts';
import { STORM, type PageKind } from '../portal/page.ts';
import { openView, type View } from '../portal/view.ts';
import type { OverlaySettings } from '../state/overlay.ts';
import type { Failure } from './context.ts';
import { createDrafts } from './drafts.ts';
import type { Part } from './feature.ts';
import type { Parts } from './index.ts';
import { createPace } from './pace.ts';
import { startPage, type RunningPage } from './run-page.ts';

/** What the overlay needs of the browser; nothing of it knows an extension. */
export interface OverlayPorts {
  document: Document;
  /** The page's address now. */
  url(): string;
  storage(): Storage;
  /** Milliseconds since 1970 UTC. */
  now(): Instant;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  /** Runs work when the page has nothing better to do, within half a second. */
  whenIdle(work: () => void): void;
  gate?: Gate;
  /** May reject: the worker may be gone. */
  send(message: ContentMessage): Promise<unknown>;
  onSettingsChanged(callback: () => void, signal: AbortSignal): void;
  /** The address changes, or is about to, without a load. */
  onRoute(callback: () => void, signal: AbortSignal): void;
}

const DOUBT_MILLISECONDS = 1000;

const storm: Failure = { feature: 'overlay', anchor: STORM };

const isSettings = (answer: unknown): answer is OverlaySettings => typeof answer === 'object' && answer !== null && 'profile' in answer && 'readings' in answer;

/** The language says which words; styles are the same for as long as this script runs. */
const withoutReadings = (settings: OverlaySettings | null): string =>
  JSON.stringify(settings && { ...settings, words: null, styles: null, readings: [], past: [], waits: [] });

/** @param signal takes everything of ours out of the page */
export async function startOverlay(ports: OverlayPorts, parts: Parts, signal: AbortSignal): Promise<void> {
  const drafts = createDrafts(ports.storage);
  drafts.arrive(ports.document.referrer, ports.url());
  const known = createSignal<readonly Reading[]>([]);
  let settings: OverlaySettings | null = null;
  let page: RunningPage | null = null;
  const got = new Map<PageKind | null, Part>();
  /** The kind of page that waits for its part: the newest alone, once. */
  let awaited: { kind: PageKind | null } | null = null;

  const send = (message: ContentMessage): Promise<unknown> => (signal.aborted ? Promise.resolve(null) : ports.send(message).catch(() => null));

  /** One portal for one set of settings, so that what one look learns of the page serves all who ask during it. */
  let opened: { settings: OverlaySettings; portal: View } | null = null;
  const open = (current: OverlaySettings): View => {
    const { portal: id, profile, cards, roster } = current;
    if (opened?.settings !== current) {
      opened = { settings: current, portal: openView({ id, document: ports.document, url: ports.url, profile, cards, roster, now: ports.now }) };
    }
    return opened.portal;
  };

  const begin = (current: OverlaySettings, kind: PageKind | null): void => {
    page?.stop();
    page = null;
    drafts.meet(kind);
    const part = got.get(kind);
    if (part === undefined) return void fetch(kind);
    awaited = null;
    page = startPage(part, {
      portal: open(current), kind, settings: current, known, drafts, storage: ports.storage, now: ports.now, send, refresh,
      whenIdle: ports.whenIdle, gate: ports.gate, language: current.language, translate: translateFrom(current.words, current.language),
    }, signal);
  };

  /** What cannot be had is asked for again at the next look: the worker may be gone for a moment. */
  async function fetch(kind: PageKind | null): Promise<void> {
    if (awaited?.kind === kind) return;
    const own = (awaited = { kind });
    const part = await parts[kind ?? 'unknown']().catch(() => null);
    if (part !== null) got.set(kind, part);
    // The page may be another by now: whatever changes it is looked at.
    if (awaited !== own || signal.aborted) return;
    awaited = null;
    // The features ask the same of the page: as at a look, it is answered once.
    const current = settings;
    if (part !== null && current !== null) remembering(() => begin(current, kind));
  }

  let doubt: ReturnType<typeof setTimeout> | undefined;
  /** A page that is being redrawn may for a moment be none that we know: what runs on it stays that long. */
  const isInDoubt = (kind: PageKind | null): boolean => {
    if (kind !== null || page === null || page.kind === null) {
      clearTimeout(doubt);
      doubt = undefined;
      return false;
    }
    doubt ??= setTimeout(() => {
      if (settings !== null && !signal.aborted && open(settings).kind() === null) begin(settings, null);
      doubt = undefined;
    }, DOUBT_MILLISECONDS);
    return true;
  };

  const look = (isIdle: boolean): void => remembering(() => {
    if (settings === null) return;
    const kind = open(settings).kind();
    const before = page;
    const isDoubtful = isInDoubt(kind);
    if (before !== null && (before.kind === kind || isDoubtful)) return before.redrawn(isIdle);
    begin(settings, kind);
    // Without a load, what the worker knew at the start may be old by now.
    if (before !== null) void refresh();
  });
  const pace = createPace(look, ports, signal);

  /** @returns whether more than readings has changed */
  async function load(): Promise<boolean> {
    const answer = await send({ type: 'overlay.start' });
    if (signal.aborted) return false;
    const next = isSettings(answer) ? answer : null;
    const isSame = withoutReadings(next) === withoutReadings(settings);
    settings = next;
    if (next !== null) wear(next.styles);
    known.value = next?.readings ?? [];
    return !isSame;
  }

  /** Readings alone change nothing of what stands on the page but its figures: nobody loses their place. */
  async function refresh(): Promise<void> {
    if (!(await load())) return;
    page?.stop();
    page = null;
    pace.now();
  }

  ports.onSettingsChanged(() => void refresh(), signal);
  // Nothing reaches a page that the browser had put aside; « Back » shows it as it was.
  ports.document.defaultView?.addEventListener('pageshow', ({ persisted }) => { if (persisted) void refresh(); }, { signal });
  const loaded = load();
  // The first question about a day makes a browser read its calendars, which takes longer than a look: asked while the worker answers.
  toWall(ports.now());
  await loaded;
  if (signal.aborted) return;
  const { routeChanged } = observePage({
    document: ports.document,
    // It is asked again only once the page has calmed down, or at the person's click.
    onChange: ({ added }) => {
      page?.mend(storm);
      if (added !== 'all' && page?.isWhole(added) === true) pace.soon();
      else pace.withFrame();
    },
    onStorm: () => page?.fail(storm),
    signal,
    clock: ports.clock,
  });
  ports.onRoute(routeChanged, signal);
}
