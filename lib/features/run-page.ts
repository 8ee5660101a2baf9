/** The features of one page, each on its own: one that throws is stopped and named, the others go on. */
import { signal as createSignal } from '@preact/signals';
import type { PageKind } from '../portal/page.ts';
import { readResources } from '../portal/read/grid.ts';
import { MissingAnchor } from '../portal/portal.ts';
import type { Failure, OverlayContext, PageGrid } from './context.ts';
import type { Feature } from './feature.ts';

/** What all features of a page share; the rest of their context is made here. */
export type PageContext = Omit<OverlayContext, 'grid' | 'failures' | 'onRedraw' | 'fail' | 'mend'>;

export interface RunningPage {
  kind: PageKind | null;
  /** The portal has redrawn something. */
  redrawn(): void;
  fail(failure: Failure): void;
  /** What was said to be wrong is so no more. */
  mend(failure: Failure): void;
  stop(): void;
}

const SAID_MAXIMUM = 100;

const anchorOf = (error: unknown): string =>
  error instanceof MissingAnchor ? error.anchor : `error: ${error instanceof Error ? error.message : String(error)}`.slice(0, SAID_MAXIMUM);

export function startPage(features: readonly Feature[], shared: PageContext, parent: AbortSignal): RunningPage {
  const { portal, kind, settings } = shared;
  const end = new AbortController();
  const page = AbortSignal.any([parent, end.signal]);
  const failures = createSignal<readonly Failure[]>([]);
  const redraws = new Set<() => void>();
  let grid: { value: PageGrid | null } | null = null;

  const readGrid = (): PageGrid | null => {
    const reading = portal.readGrid();
    if (reading !== null) return reading;
    const rows = readResources(portal);
    return rows.length === 0 ? null : { rows, reading: null };
  };
  const isSame = (one: Failure, other: Failure): boolean => one.feature === other.feature && one.anchor === other.anchor;
  const fail = (failure: Failure): void => {
    if (!failures.peek().some((known) => isSame(known, failure))) failures.value = [...failures.peek(), failure];
  };
  const mend = (failure: Failure): void => {
    const left = failures.peek().filter((known) => !isSame(known, failure));
    if (left.length < failures.peek().length) failures.value = left;
  };

  const start = (feature: Feature): void => {
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
    const context: OverlayContext = {
      ...shared,
      failures,
      fail,
      mend,
      grid: () => (grid ??= { value: readGrid() }).value,
      onRedraw(callback, until) {
        const call = (): void => guarded(callback);
        if (until.aborted) return;
        redraws.add(call);
        until.addEventListener('abort', () => redraws.delete(call));
        call();
      },
    };
    guarded(() => feature.start(context, signal));
  };

  for (const feature of features) {
    if (feature.pages.includes(kind ?? 'unknown') && !settings.disabledFeatures.includes(feature.id)) start(feature);
  }
  return {
    kind,
    redrawn() {
      grid = null;
      for (const call of [...redraws]) if (redraws.has(call)) call();
    },
    fail,
    mend,
    stop: () => end.abort(),
  };
}
