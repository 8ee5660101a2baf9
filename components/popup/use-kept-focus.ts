/**
 * The focus stays with its booking (U1). A request that only the companion knew gets its number once the portal is read, and
 * a booking that was sent leaves its list: its card is then another element, and without this the next key would go nowhere.
 */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { entriesOf, focusEntry } from './use-keyboard.ts';

interface Held {
  entry: HTMLElement;
  name: string | null;
  place: number;
}

const nameOf = (entry: HTMLElement): string | null => entry.getAttribute('aria-label');

/** The card of the same name that is nearest to where the focus was, else the one that took its place. */
function successorOf(held: Held, entries: readonly HTMLElement[]): HTMLElement | undefined {
  const distance = (entry: HTMLElement): number => Math.abs(entries.indexOf(entry) - held.place);
  const [same] = entries.filter((entry) => nameOf(entry) === held.name).sort((one, other) => distance(one) - distance(other));
  return same ?? entries[Math.min(held.place, entries.length - 1)];
}

/** @param root the element that every list of the popup is in */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  const held = useRef<Held | null>(null);
  useEffect(() => {
    const hold = ({ target }: FocusEvent): void => {
      const entry = target instanceof Element ? target.closest<HTMLElement>('[data-entry]') : null;
      held.current = entry === null || root.current === null ? null : { entry, name: nameOf(entry), place: entriesOf(root.current).indexOf(entry) };
    };
    document.addEventListener('focusin', hold);
    return () => document.removeEventListener('focusin', hold);
  }, []);
  useLayoutEffect(() => {
    const { current } = held;
    if (current === null || current.entry.isConnected || root.current === null) return;
    held.current = null;
    // Whoever went elsewhere meanwhile stays there.
    if (document.activeElement === null || document.activeElement === document.body) focusEntry(successorOf(current, entriesOf(root.current)));
  });
}
