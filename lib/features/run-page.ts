/** The features of one page, each on its own: one that throws is stopped and named, the others go on. */
import { signal as createSignal } from '@preact/signals';
import { mayConcern } from '../portal/concern.ts';
import { reportAnchors } from '../portal/health.ts';
import { remembering } from '../portal/memo.ts';
import type { PageKind } from '../portal/page.ts';
import { MissingAnchor } from '../portal/view.ts';
import type { Failure, OverlayContext, PageGrid } from './context.ts';
import type { Part } from './feature.ts';

/** What all features of a page share; the rest of their context is made here. */
export type PageContext = Omit<OverlayContext, 'grid' | 'reading' | 'health' | 'failures' | 'onRedraw' | 'onCalm' | 'onPlace' | 'fail' | 'mend'> & {
  /** Runs work when the page has nothing better to do, within half a second. */
  whenIdle(work: () => void): void;
};

export interface RunningPage {
  kind: PageKind | null;
  /** The portal has redrawn something. @param isIdle it rests now: what waits for that is done at once, with what this look has learnt */
  redrawn(isIdle?: boolean): void;
  /** Whether nothing of ours was thrown away, and what was added can wait a moment. */
  isWhole(added: readonly Element[]): boolean;
  fail(failure: Failure): void;
  /** What was said to be wrong is so no more. */
  mend(failure: Failure): void;
  stop(): void;
}

const SAID_MAXIMUM = 100;
/** A portal draws its page in several goes, some without end: once in this long is often enough to diagnose it. */
const CALM_MILLISECONDS = 300;

const anchorOf = (error: unknown): string =>
  error instanceof MissingAnchor ? error.anchor : `error: ${error instanceof Error ? error.message : String(error)}`.slice(0, SAID_MAXIMUM);

export function startPage(
  { features, readGrid, readPage, health = (view, kind) => reportAnchors(view, kind) }: Part,
  shared: PageContext,
  parent: AbortSignal,
): RunningPage {
  const { whenIdle, ...given } = shared;
  const { portal, kind, settings } = given;
  const end = new AbortController();
  const page = AbortSignal.any([parent, end.signal]);
  const failures = createSignal<readonly Failure[]>([]);
  const redraws = new Set<() => void>();
  const calms = new Set<() => void>();
  const placed = new Set<HTMLElement>();
  let grid: { value: PageGrid | null } | null = null;
  let rows = new Set<Element>();

  const gridNow = (): PageGrid | null => {
    grid ??= { value: readGrid?.(portal) ?? null };
    rows = new Set(grid.value?.rows.map(({ element }) => element));
    return grid.value;
  };
  const call = (callbacks: ReadonlySet<() => void>): void => {
    for (const callback of [...callbacks]) if (callbacks.has(callback)) callback();
  };
  let calm: ReturnType<typeof setTimeout> | undefined;
  /** Together, since what one of them asks of the page the others ask too. */
  const calmNow = (): void => {
    clearTimeout(calm);
    calm = undefined;
    if (!page.aborted) remembering(() => call(calms));
  };
  const calmSoon = (): void => {
    if (calm !== undefined) return;
    const mine = (calm = setTimeout(() => whenIdle(() => { if (calm === mine) calmNow(); }), CALM_MILLISECONDS));
  };
  const isSame = (one: Failure, other: Failure): boolean => one.feature === other.feature && one.anchor === other.anchor;
  const fail = (failure: Failure): void => {
    if (!failures.peek().some((known) => isSame(known, failure))) failures.value = [...failures.peek(), failure];
  };
  const mend = (failure: Failure): void => {
    const left = failures.peek().filter((known) => !isSame(known, failure));
    if (left.length < failures.peek().length) failures.value = left;
  };

  const start = (feature: Part['features'][number]): void => {
    const own = new AbortController();
    const signal = AbortSignal.any([page, own.signal]);
    const guarded = (work: () => void | Promise<void>): void => {
      const stop = (error: unknown): void => {
        if (signal.aborted) return;
        own.abort();
        fail({ feature: feature.id, anchor: anchorOf(error) });
      };
      try {
        Promise.resolve(work()).catch(stop);
      } catch (error) {
        stop(error);
      }
    };
    const join = (callbacks: Set<() => void>, callback: () => void | Promise<void>, until: AbortSignal): (() => void) => {
      const guardedCall = (): void => guarded(callback);
      if (!until.aborted) callbacks.add(guardedCall);
      until.addEventListener('abort', () => callbacks.delete(guardedCall));
      return guardedCall;
    };
    const context: OverlayContext = {
      ...given,
      failures,
      fail,
      mend,
      health: (view, page) => health(view, page, gridNow()),
      grid: gridNow,
      reading: () => (readPage === undefined ? (gridNow()?.reading ?? null) : readPage(portal)),
      onRedraw(callback, until) {
        const first = join(redraws, callback, until);
        if (!until.aborted) first();
      },
      onCalm(callback, until) {
        join(calms, callback, until);
        calmSoon();
        return calmSoon;
      },
      onPlace(host, until) {
        placed.add(host);
        until.addEventListener('abort', () => placed.delete(host));
      },
    };
    guarded(() => feature.start(context, signal));
  };

  for (const feature of features) {
    if (feature.pages.includes(kind ?? 'unknown') && !settings.disabledFeatures.includes(feature.id)) start(feature);
  }
  return {
    kind,
    redrawn(isIdle = false) {
      grid = null;
      call(redraws);
      if (isIdle) calmNow();
      else calmSoon();
    },
    isWhole: (added) => [...placed].every((host) => host.isConnected) && !added.some((element) => mayConcern(element, (box) => rows.has(box))),
    fail,
    mend,
    stop() {
      clearTimeout(calm);
      end.abort();
    },
  };
}
