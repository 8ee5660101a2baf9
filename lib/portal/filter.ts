/**
 * Annexe 1 for the person: open « Critères » only if closed, unfold the installation, tick the node and
 * nothing else, apply, wait for the licence's row (S0-37 to S0-42). Each step looks at the page first and
 * does only what is missing, so that doing it twice changes nothing, and so that it goes on after a page
 * that reloads when the filter is applied: the caller keeps {@link FilterProgress} over the load.
 */
import { isDrawn, readCriteria, showsService, type FilterTarget } from './criteria.ts';
import { performStep, type FilterProgress, type FilterStep, type StepFailure } from './filter-steps.ts';
import { findSquare } from './tree.ts';
import type { View } from './view.ts';
import { waitFor } from './wait.ts';
import { isTicked } from './write.ts';

export type { FilterTarget } from './criteria.ts';
export type { FilterProgress, FilterStep } from './filter-steps.ts';

export interface FilterOptions {
  /** Milliseconds that one step may take. */
  timeout: number;
  signal: AbortSignal;
  /** Called before anything is pressed, while there is time to keep it: applying may load another page. */
  onProgress(progress: FilterProgress): void;
  /** Called as each step begins. */
  onStep?(step: FilterStep): void;
}

/** `already`: nothing had to be done. `stopped`: the signal came. */
export type FilterResult = { outcome: 'done' | 'already' | 'stopped' } | ({ outcome: 'failed' } & StepFailure);

export const noProgress: FilterProgress = {
  opened: false, expanded: false, ticked: false, tickedBefore: [], applied: false, saved: false, undoing: false, leaving: false,
};

/** More steps than the longest way there and back: a page that never does what it says. */
const STEPS_MAXIMUM = 16;

/** The next step of showing a service; null when its row is there. Looks, presses nothing. */
export function nextStep(portal: View, target: FilterTarget, progress: FilterProgress): FilterStep | null {
  if (showsService(portal, target)) return null;
  if (progress.applied) return 'waitForRow';
  const { open, expanded, node } = readCriteria(portal, target);
  if (!open) return 'openCriteria';
  if (!node) return expanded ? 'tickNode' : 'expandInstallation';
  const square = findSquare(node);
  return square && isTicked(square) ? 'applyFilter' : 'tickNode';
}

/** The next step of taking back what {@link showService} did; null when nothing is left to take back. */
export function nextUndoStep(portal: View, target: FilterTarget, progress: FilterProgress): FilterStep | null {
  const { open, expanded, node } = readCriteria(portal, target);
  if (progress.ticked) {
    if (!open) return 'openCriteria';
    return node || expanded ? 'untickNode' : 'expandInstallation';
  }
  if (progress.saved) return 'saveFilters';
  if (progress.applied) return 'applyFilter';
  if (progress.leaving && showsService(portal, target)) return 'waitForRowGone';
  if (progress.expanded && open && expanded) return 'collapseInstallation';
  return progress.opened && open ? 'closeCriteria' : null;
}

type Next = typeof nextStep;

async function run(portal: View, target: FilterTarget, start: FilterProgress, next: Next, options: FilterOptions): Promise<FilterResult> {
  const progress = { ...start, tickedBefore: [...start.tickedBefore] };
  for (let count = 0; count < STEPS_MAXIMUM; count += 1) {
    // After a press the page may be between two drawings.
    if (count > 0) await waitFor(portal.document, () => (isDrawn(portal) ? true : null), options);
    if (options.signal.aborted) return { outcome: 'stopped' };
    const step = next(portal, target, progress);
    if (step === null) return { outcome: count === 0 && !progress.applied ? 'already' : 'done' };
    options.onStep?.(step);
    const failure = await performStep(portal, target, step, progress, options);
    if (options.signal.aborted) return { outcome: 'stopped' };
    if (failure) return { outcome: 'failed', ...failure };
  }
  return { outcome: 'failed', step: 'waitForRow', reason: 'noEffect' };
}

/**
 * Does all of Annexe 1 that is missing on this page. After a reload, call it again with the progress kept.
 * Never rejects for what a page may do.
 */
export const showService = (portal: View, target: FilterTarget, progress: FilterProgress, options: FilterOptions): Promise<FilterResult> =>
  run(portal, target, { ...progress, undoing: false }, nextStep, options);

/** Takes back what `progress` says was changed; goes on after a reload like {@link showService}. */
export const undoService = (portal: View, target: FilterTarget, progress: FilterProgress, options: FilterOptions): Promise<FilterResult> =>
  run(portal, target, { ...progress, undoing: true }, nextUndoStep, options);

/** Presses the portal's own « Sauvegarder les filtres »; only when the person asks for it (S0-41). */
export async function saveFilters(portal: View, target: FilterTarget, progress: FilterProgress, options: FilterOptions): Promise<FilterResult> {
  const now = { ...progress };
  if (!readCriteria(portal, target).open) {
    const failure = await performStep(portal, target, 'openCriteria', now, options);
    if (failure) return { outcome: 'failed', ...failure };
  }
  const failure = await performStep(portal, target, 'saveFilters', now, options);
  if (options.signal.aborted) return { outcome: 'stopped' };
  return failure ? { outcome: 'failed', ...failure } : { outcome: 'done' };
}
