import { useEffect, useRef, useState } from 'preact/hooks';
import type { Is } from '../../lib/state/shape.ts';
import { typedStore, withTyped } from '../../lib/state/typed-store.ts';

/**
 * As `useState`, of what a person types, found again when the popup was closed in between.
 * @param place names the form, and what it is about; null: nothing of it may be kept
 * @param otherwise what stands there when nothing was half typed, where that is kept elsewhere
 * @returns what stands there, how to change it, and how to forget it
 */
export function useKept<Value>(
  place: string | null,
  empty: Value,
  is: Is<Value>,
  otherwise?: () => Promise<Value | undefined>,
): [value: Value, change: (value: Value) => void, forget: () => void] {
  const [value, setValue] = useState(empty);
  const isTouched = useRef(false);
  // A browser that keeps nothing is as without this.
  const keep = (kept: unknown): void => void (place !== null && typedStore.update((known) => withTyped(known, place, kept)).catch(() => undefined));
  useEffect(() => {
    if (place === null) return;
    const found = async (): Promise<Value | undefined> => {
      const { [place]: kept } = await typedStore.load();
      return is(kept) ? kept : otherwise?.();
    };
    found().then((kept) => {
      // Whoever types faster than the browser answers is right.
      if (!isTouched.current && kept !== undefined) setValue(kept);
    }, () => undefined);
  }, [place]);
  const change = (next: Value): void => {
    isTouched.current = true;
    setValue(next);
    keep(next === empty ? undefined : next);
  };
  const forget = (): void => {
    isTouched.current = true;
    setValue(empty);
    keep(undefined);
  };
  return [value, change, forget];
}
