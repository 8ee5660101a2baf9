import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

/** The titles that take the focus when a place of the page is arrived at. */
export const titleProps = { tabIndex: -1, 'data-page-title': true } as const;

export const focusTitle = (): void => document.querySelector<HTMLElement>('[data-page-title]')?.focus();

/**
 * The part of the address after `#`, which names the place on the page.
 * @param arrive called once the new place is drawn, to move the focus as a new page would; also for the first one
 */
export function useHash(arrive: (isFirst: boolean) => void): string {
  const [hash, setHash] = useState(location.hash);
  const isFirst = useRef(true);
  useEffect(() => {
    const follow = () => setHash(location.hash);
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useLayoutEffect(() => {
    arrive(isFirst.current);
    isFirst.current = false;
  }, [hash]);
  return hash;
}
