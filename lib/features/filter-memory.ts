/**
 * What Annexe 1 has changed, kept in the tab: applying the filter may load another page, and the person may
 * want their filters back later. Holds names of the portal's tree, nothing about people.
 */
import { noProgress, type FilterProgress } from '../portal/filter.ts';

export interface FilterMemory {
  progress: FilterProgress;
  /** What was under way when the page went. */
  running: 'show' | 'undo' | null;
  /** When that was last kept. */
  at: number;
}

/** A load that takes longer was something else: the person came back later. */
export const RESUME_MILLISECONDS = 60_000;

const flags = ['opened', 'expanded', 'ticked', 'applied', 'saved', 'undoing', 'leaving'] as const;

const keyOf = (portal: string): string => `passerelle:filter:${portal}`;

export function readFilterMemory(storage: () => Storage, portal: string): FilterMemory {
  const nothing: FilterMemory = { progress: noProgress, running: null, at: 0 };
  try {
    const value = JSON.parse(storage().getItem(keyOf(portal)) ?? 'null') as Partial<FilterMemory> | null;
    const progress = value?.progress;
    if (progress === undefined || progress === null || !flags.every((flag) => typeof progress[flag] === 'boolean')) return nothing;
    if (!Array.isArray(progress.tickedBefore) || !progress.tickedBefore.every((name) => typeof name === 'string')) return nothing;
    return {
      progress,
      running: value?.running === 'show' || value?.running === 'undo' ? value.running : null,
      at: typeof value?.at === 'number' ? value.at : 0,
    };
  } catch {
    return nothing;
  }
}

/** A browser that refuses the page its storage loses the memory at a load, and nothing else. */
export function writeFilterMemory(storage: () => Storage, portal: string, memory: FilterMemory): void {
  try {
    storage().setItem(keyOf(portal), JSON.stringify(memory));
  } catch {
    return;
  }
}

/** Whether something of the person's filters was changed and not yet put back. */
export const canUndo = ({ opened, expanded, ticked, applied, saved }: FilterProgress): boolean => opened || expanded || ticked || applied || saved;
