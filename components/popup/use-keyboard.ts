/** The popup by keyboard alone (U1): arrows between tabs and bookings, `/` to search, digits for tabs, `?` for this list. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

export interface KeyboardOptions {
  root: RefObject<HTMLElement | null>;
  searchField: RefObject<HTMLInputElement | null>;
  /** Whether a key alone may act (WCAG 2.1.4). */
  singleKeys: boolean;
  tabs: number;
  /** @param step -1 or 1, or the place of a tab */
  onTab: (move: { step: number } | { place: number }) => void;
  onShortcuts: () => void;
  onQuery: (query: string) => void;
  /** Draws more of a long list. @returns whether there was more */
  onMore: () => boolean;
}

const typed = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** The bookings that are drawn, in their order. */
export const entriesOf = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-entry]')];

export function focusEntry(entry: HTMLElement | undefined): void {
  entry?.focus({ preventScroll: true });
  entry?.scrollIntoView({ block: 'nearest' });
}

/** Where an arrow or an end key leads among the bookings; null for any other key. */
function placeOf(key: string, current: number, count: number): number | null {
  if (key === 'ArrowDown') return current + 1;
  if (key === 'ArrowUp') return Math.max(0, current - 1);
  if (key === 'Home' && current >= 0) return 0;
  if (key === 'End' && current >= 0) return count - 1;
  return null;
}

function moveEntry(event: KeyboardEvent, root: HTMLElement, { onMore }: KeyboardOptions): boolean {
  const entries = entriesOf(root);
  const current = entries.findIndex((entry) => entry.contains(event.target as Node));
  const place = placeOf(event.key, current, entries.length);
  if (place === null || entries.length === 0) return false;
  if (event.key === 'ArrowUp' && current <= 0) root.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  else if (place < entries.length) focusEntry(entries[place]);
  // What is drawn next stands in the list after the next frame.
  else if (onMore()) requestAnimationFrame(() => focusEntry(entriesOf(root)[place]));
  return true;
}

function pressAlone(event: KeyboardEvent, options: KeyboardOptions): boolean {
  const { key } = event;
  if (key === '/') {
    options.searchField.current?.focus();
    // What was searched before is typed over.
    options.searchField.current?.select();
  } else if (key === '?') options.onShortcuts();
  else if (/^[1-9]$/u.test(key) && Number(key) <= options.tabs) options.onTab({ place: Number(key) - 1 });
  else return false;
  return true;
}

function takeKey(event: KeyboardEvent, root: HTMLElement, options: KeyboardOptions): boolean {
  const target = event.target instanceof HTMLElement ? event.target : root;
  const search = options.searchField.current;
  if (target.closest('dialog') !== null) return false;
  if (target === search && event.key === 'Escape' && search.value !== '') {
    options.onQuery('');
    return true;
  }
  if (target === search && event.key === 'ArrowDown') return moveEntry(event, root, options);
  if (target.matches(typed)) return false;
  if (event.key === 'Enter' && target.matches('[data-entry]')) {
    // The booking's own page; while only the companion knows it, the portal's.
    (target.querySelector<HTMLAnchorElement>('h3 a') ?? target.querySelector<HTMLAnchorElement>('.pa-popup-open a'))?.click();
    return true;
  }
  if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
    options.onTab({ step: event.key === 'ArrowLeft' ? -1 : 1 });
    return true;
  }
  if (moveEntry(event, root, options)) return true;
  return options.singleKeys && pressAlone(event, options);
}

/** Listens on the whole page: in a popup that has just opened, nothing has the focus. */
export function useKeyboard(options: KeyboardOptions): void {
  const latest = useRef(options);
  latest.current = options;
  // With the first drawing, not after it: who knows the keys presses them as the popup opens.
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const root = latest.current.root.current;
      if (root === null || event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (takeKey(event, root, latest.current)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
