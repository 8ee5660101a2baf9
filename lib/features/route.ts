/** The address of a page changes without a load; nothing is polled. */

/** Browsers that have it tell of every change (Firefox from 147); elsewhere the page's own redraw tells of the rest. */
interface WithNavigation {
  navigation?: EventTarget;
}

/** Calls back after each change of the address that the browser tells of. */
export function watchRoute(window: Window, callback: () => void, signal: AbortSignal): void {
  for (const type of ['popstate', 'hashchange']) window.addEventListener(type, callback, { signal });
  (window as WithNavigation).navigation?.addEventListener('currententrychange', callback, { signal });
}
