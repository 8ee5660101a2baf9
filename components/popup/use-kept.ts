import { useEffect, useRef, useState } from 'preact/hooks';
import type { Instant } from '../../lib/domain/booking.ts';
import { DAY } from '../../lib/domain/zone.ts';
import type { Is } from '../../lib/state/shape.ts';
import { typedStore, withTyped } from '../../lib/state/typed-store.ts';
import { usePopup } from './context.ts';

/** A form, and what it is about. */
export interface Form {
  name: string;
  /** When the meeting that it is about ends, milliseconds since 1970 UTC; where there is none, what was typed is kept a day. */
  end?: Instant;
}

export interface Kept<Value> {
  value: Value;
  change(value: Value): void;
  /** What was typed was sent, or given up. */
  forget(): void;
  /** It stands elsewhere now, as it was given: it is seen here still, and kept here only where more was typed since. */
  keptElsewhere(value: Value): void;
}

/**
 * As `useState`, of what a person types, found again when the popup was closed in between.
 * @param form null: nothing of it may be kept
 * @param otherwise what stands there when nothing was half typed, where that is kept elsewhere
 */
export function useKept<Value>(form: Form | null, empty: Value, is: Is<Value>, otherwise?: () => Promise<Value | undefined>): Kept<Value> {
  const { now } = usePopup().model;
  const [value, setValue] = useState(empty);
  /** What was typed last, in this window. */
  const typed = useRef<{ value: Value } | null>(null);
  const keep = (kept: Value): void => {
    if (form === null) return;
    const { name, end = now + DAY } = form;
    // A browser that keeps nothing is as without this.
    typedStore.update((known) => withTyped(known, name, kept === empty ? null : { value: kept, until: end })).catch(() => undefined);
  };
  useEffect(() => {
    if (form === null) return;
    const found = async (): Promise<Value | undefined> => {
      const kept = (await typedStore.load())[form.name]?.value;
      return is(kept) ? kept : otherwise?.();
    };
    found().then((kept) => {
      // Whoever types faster than the browser answers is right.
      if (typed.current === null && kept !== undefined) setValue(kept);
    }, () => undefined);
  }, [form?.name]);
  const change = (next: Value): void => {
    typed.current = { value: next };
    setValue(next);
    keep(next);
  };
  const keptElsewhere = (elsewhere: Value): void => {
    if (typed.current === null || typed.current.value === elsewhere) keep(empty);
  };
  return { value, change, forget: () => change(empty), keptElsewhere };
}
