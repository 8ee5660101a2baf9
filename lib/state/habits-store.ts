/** How this person likes the popup: kept on this browser, worth nothing to anybody else, never exported. */
import { INITIALS_MAXIMUM } from './checklist-store.ts';
import { stored, type Stored } from './stored.ts';

export interface Habits {
  /** Beside what they tick (F06); null: made from their name. */
  initials: string | null;
  /** Whether `/`, `?` and digits are shortcuts (WCAG 2.1.4 wants them to be switched off). */
  singleKeys: boolean;
}

export const usualHabits: Habits = { initials: null, singleKeys: true };

export function readHabits(raw: unknown): Habits {
  const { initials, singleKeys } = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<Record<keyof Habits, unknown>>;
  return {
    initials: typeof initials === 'string' && initials.length <= INITIALS_MAXIMUM ? initials : null,
    singleKeys: typeof singleKeys === 'boolean' ? singleKeys : true,
  };
}

export const habitsStore: Stored<Habits> = stored('local', 'popup', readHabits);
