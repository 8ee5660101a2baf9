/** Waiting for something of the page to become so: by what changes on the page, never by asking again and again. */
import { rootsOf } from './roots.ts';

const told = ['class', 'style', 'hidden', 'open', 'disabled', 'aria-expanded', 'aria-checked', 'aria-selected', 'aria-hidden', 'aria-busy', 'checked'];

/** The first looks are taken at each change; then each is this much later, so that a page that never rests is asked less and less often. */
const LOOKS_AT_ONCE = 20;
const PAUSE_STEP_MILLISECONDS = 2;
const PAUSE_MAXIMUM_MILLISECONDS = 100;

/**
 * @param timeout milliseconds, after which the answer is null
 * @returns the first answer of `look` that is not null; null when time is up or the signal says stop
 */
export function waitFor<T>(document: Document, look: () => T | null, { timeout, signal }: { timeout: number; signal: AbortSignal }): Promise<T | null> {
  return new Promise((resolve) => {
    const first = signal.aborted ? null : look();
    if (first !== null || signal.aborted) return resolve(first);
    const end = new AbortController();
    const finish = (answer: T | null): void => {
      if (end.signal.aborted) return;
      end.abort();
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(next);
      resolve(answer);
    };
    let pause = -LOOKS_AT_ONCE * PAUSE_STEP_MILLISECONDS;
    let next: ReturnType<typeof setTimeout> | undefined;
    const check = (): void => {
      next = undefined;
      const answer = end.signal.aborted ? null : look();
      if (answer !== null) finish(answer);
    };
    const checkSoon = (): void => {
      if (next !== undefined || end.signal.aborted) return;
      if (pause < 0) check();
      else next = setTimeout(check, pause);
      pause = Math.min(pause + PAUSE_STEP_MILLISECONDS, PAUSE_MAXIMUM_MILLISECONDS);
    };
    const observer = new MutationObserver(checkSoon);
    for (const root of rootsOf(document)) observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: told });
    // A tick changes a property, and a transition a style: neither is told to an observer.
    for (const type of ['change', 'transitionend', 'animationend', 'load']) document.addEventListener(type, checkSoon, { capture: true, signal: end.signal });
    // A last look: the change may have come during the last pause.
    const timer = setTimeout(() => finish(end.signal.aborted ? null : look()), timeout);
    signal.addEventListener('abort', () => finish(null), { once: true, signal: end.signal });
  });
}
