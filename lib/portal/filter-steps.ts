/** The single steps of Annexe 1: each presses once, then waits until the page shows that it was understood. */
import { isDrawn, readCriteria, showsService, type CriteriaState, type FilterTarget } from './criteria.ts';
import { forget } from './memo.ts';
import type { View } from './view.ts';
import { findSquare, findTriangle, nameOfSquare, squaresBelow, type TreeNode } from './tree.ts';
import { waitFor } from './wait.ts';
import { isTicked, press, tick } from './write.ts';

export type FilterStep =
  | 'openCriteria' | 'expandInstallation' | 'tickNode' | 'applyFilter' | 'waitForRow' | 'saveFilters'
  | 'untickNode' | 'waitForRowGone' | 'collapseInstallation' | 'closeCriteria';

/** What was changed and not yet taken back: plain data, to keep over a page load and to undo by. */
export interface FilterProgress {
  opened: boolean;
  expanded: boolean;
  ticked: boolean;
  /** The names below the node that were ticked before. */
  tickedBefore: string[];
  applied: boolean;
  saved: boolean;
  undoing: boolean;
  /** The filter without the service was applied; its row is on its way out. */
  leaving: boolean;
}

/** `missing`: what the step presses is not on the page. `noEffect`: pressed, and nothing came of it in time. */
export interface StepFailure {
  step: FilterStep;
  reason: 'missing' | 'noEffect';
}

interface Options {
  timeout: number;
  signal: AbortSignal;
  onProgress(progress: FilterProgress): void;
}

type Perform = (step: { portal: View; target: FilterTarget; progress: FilterProgress; state: CriteriaState; tell(): void }) => Pressed;

interface Pressed {
  pressed: boolean;
  holds(): boolean;
  /** Asked when `holds` did not come true in time: what is fetched late, or was never there, is the next step's to miss. */
  isEnough?(): boolean;
}

const notThere: Pressed = { pressed: false, holds: () => false };
const sureOf = (holds: () => boolean, isEnough = holds): Pressed => ({ pressed: true, holds, isEnough });

/** Puts back the squares that were ticked below the node before it was. */
function restoreBelow(node: TreeNode, names: readonly string[]): void {
  for (const square of squaresBelow(node)) if (names.includes(nameOfSquare(square))) tick(square, true);
}

const toggleCriteria = (open: boolean): Perform => ({ portal, target, progress, state, tell }) => {
  if (!state.toggle) return notThere;
  if (!progress.undoing) progress.opened = true;
  if (!open) progress.opened = false;
  tell();
  press(state.toggle);
  const isSo = (): boolean => readCriteria(portal, target).open === open;
  return sureOf(() => isSo() && (!open || readCriteria(portal, target).installation !== null), isSo);
};

const toggleInstallation = (expanded: boolean): Perform => ({ portal, target, progress, state, tell }) => {
  const triangle = state.installation && findTriangle(state.installation);
  if (!triangle) return notThere;
  if (!progress.undoing) progress.expanded = true;
  if (!expanded) progress.expanded = false;
  tell();
  press(triangle);
  const isSo = (): boolean => readCriteria(portal, target).expanded === expanded;
  return sureOf(() => isSo() && (!expanded || readCriteria(portal, target).node !== null), isSo);
};

const setTick = (ticked: boolean): Perform => ({ portal, target, progress, state, tell }) => {
  const square = state.node && findSquare(state.node);
  if (!square || !state.node) return notThere;
  if (ticked) progress.tickedBefore = squaresBelow(state.node).filter(isTicked).map(nameOfSquare);
  progress.ticked = ticked;
  tell();
  tick(square, ticked);
  if (!ticked) restoreBelow(state.node, progress.tickedBefore);
  return sureOf(() => {
    const now = readCriteria(portal, target).node;
    const current = now && findSquare(now);
    return current !== null && isTicked(current) === ticked;
  });
};

const pressAnchor = (anchor: 'applyFilter' | 'saveFilters', keep: (progress: FilterProgress) => void): Perform => ({ portal, progress, tell }) => {
  const button = portal.find(anchor);
  if (!button || (button as HTMLButtonElement).disabled === true) return notThere;
  keep(progress);
  tell();
  press(button);
  return sureOf(() => true);
};

const steps: Record<FilterStep, Perform> = {
  openCriteria: toggleCriteria(true),
  closeCriteria: toggleCriteria(false),
  expandInstallation: toggleInstallation(true),
  collapseInstallation: toggleInstallation(false),
  tickNode: setTick(true),
  untickNode: setTick(false),
  saveFilters: pressAnchor('saveFilters', (progress) => {
    progress.saved = !progress.undoing;
  }),
  applyFilter: pressAnchor('applyFilter', (progress) => {
    progress.leaving = progress.undoing;
    progress.applied = !progress.undoing;
  }),
  waitForRow: ({ portal, target }) => sureOf(() => showsService(portal, target)),
  waitForRowGone: ({ portal, target, progress, tell }) =>
    sureOf(() => {
      if (!isDrawn(portal) || showsService(portal, target)) return false;
      progress.leaving = false;
      tell();
      return true;
    }),
};

/** @returns null when the step holds */
export async function performStep(
  portal: View,
  target: FilterTarget,
  step: FilterStep,
  progress: FilterProgress,
  { timeout, signal, onProgress }: Options,
): Promise<StepFailure | null> {
  forget();
  const tell = (): void => onProgress({ ...progress, tickedBefore: [...progress.tickedBefore] });
  const { pressed, holds, isEnough } = steps[step]({ portal, target, progress, state: readCriteria(portal, target), tell });
  if (!pressed) return { step, reason: 'missing' };
  const held = await waitFor(portal.document, () => (holds() ? true : null), { timeout, signal });
  return held || isEnough?.() ? null : { step, reason: 'noEffect' };
}
