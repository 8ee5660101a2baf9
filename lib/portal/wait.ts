/** Waiting for something of the page to become so: by what changes on the page, never by asking again and again. */
import { rootsOf } from './roots.ts';

const told = ['class', 'style', 'hidden', 'open', 'disabled', 'aria-expanded', 'aria-checked', 'aria-selected', 'aria-hidden', 'aria-busy', 'checked'];

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
      resolve(answer);
    };
    const check = (): void => {
      const answer = look();
      if (answer !== null) finish(answer);
    };
    const observer = new MutationObserver(check);
    for (const root of rootsOf(document)) observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: told });
    // A tick changes a property, and a transition a style: neither is told to an observer.
    for (const type of ['change', 'transitionend', 'animationend', 'load']) document.addEventListener(type, check, { capture: true, signal: end.signal });
    const timer = setTimeout(() => finish(null), timeout);
    signal.addEventListener('abort', () => finish(null), { once: true, signal: end.signal });
  });
}
