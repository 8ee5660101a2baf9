import { useEffect, useRef, useState } from 'preact/hooks';
import type { Is } from '../../lib/state/shape.ts';
import { typedStore, withTyped } from '../../lib/state/typed-store.ts';

/**
 * As `useState`, of what a person types, found again when the popup was closed in between.
 * @param place names the form, and what it is about
 * @returns what stands there, how to change it, and how to forget it
 */
export function useKept<Value>(place: string, empty: Value, is: Is<Value>): [value: Value, change: (value: Value) => void, forget: () => void] {
  const [value, setValue] = useState(empty);
  const isTouched = useRef(false);
  // Whoever types faster than the browser answers is right; a browser that keeps nothing is as without this.
  const keep = (kept: unknown): void => void typedStore.update((known) => withTyped(known, place, kept)).catch(() => undefined);
  useEffect(() => {
    typedStore.load().then(({ [place]: kept }) => {
      if (!isTouched.current && is(kept)) setValue(kept);
    }, () => undefined);
  }, [place]);
  const change = (next: Value): void => {
    isTouched.current = true;
    setValue(next);
    keep(next);
  };
  const forget = (): void => {
    isTouched.current = true;
    setValue(empty);
    keep(undefined);
  };
  return [value, change, forget];
}
