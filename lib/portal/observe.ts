/**
 * One observer of the page: added nodes only, never attributes of the whole page, never polling
 * (craft.md § 4). It survives a swapped body (T3), client-side routes, frames and shadow roots, and tells
 * when a form that stood hidden is shown (T12).
 */
import { FORM_ROLES, watchHidden } from './hidden.ts';
import { lookWithFrame } from './look-frames.ts';
import { remembering } from './memo.ts';
import { bringsRoots, COMMON, FRAMES, isOurs, OWN_MARK, rootsOf, type Root } from './roots.ts';

/** More added elements than this in one batch are told as `all`: look again instead of walking. */
export const ADDED_MAXIMUM = 1000;
/** This many batches in {@link STORM_MILLISECONDS} is a page gone wrong: we stop looking, and say so. */
export const STORM_BATCHES = 100;
export const STORM_MILLISECONDS = 2000;

/** `all`: look at the whole page again. */
export type PageChange = { added: readonly Element[] } | { added: 'all' };

export interface ObserveOptions {
  document: Document;
  /**
   * First called with `all`, before `observePage` returns; then as soon as the page's own script has done, before the
   * page is drawn. Our own nodes never cause it. Whoever is told puts off what takes long, or what writes to
   * the page (look-frames.ts, pace.ts): a page may answer what is written by changing again, without end.
   */
  onChange(change: PageChange): void;
  /** The page changes without end; looking resumes at the person's next click or at the next route. */
  onStorm(): void;
  signal: AbortSignal;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
}

export interface PageObserver {
  /** The caller saw the address change without a load. */
  routeChanged(): void;
}

/** Whatever may have to be watched besides being told of: most of what a page adds has none of it, and costs this one question. */
const NOTED = `:not(${COMMON}),${FORM_ROLES}`;
const isNoted = (element: Element): boolean =>
  element.shadowRoot !== null || element.matches(NOTED) || (element.firstElementChild !== null && element.querySelector(NOTED) !== null);

/** Counts batches: `isStorm` one more, and tells whether there are too many by now. */
function stormCounter(clock: () => number): { isStorm(): boolean; reset(): void } {
  const times = new Float64Array(STORM_BATCHES - 1).fill(-Infinity);
  let place = 0;
  return {
    isStorm() {
      const now = clock();
      const earlier = times[place] as number;
      times[place] = now;
      place = (place + 1) % times.length;
      return now - earlier < STORM_MILLISECONDS;
    },
    reset: () => void times.fill(-Infinity),
  };
}

/** What the page itself has added. */
function addedIn(records: readonly MutationRecord[]): Set<Element> {
  const added = new Set<Element>();
  for (const { addedNodes, target } of records) {
    let isForeign = false;
    for (let place = 0; place < addedNodes.length; place += 1) {
      const node = addedNodes[place] as Node;
      if (node.nodeType !== 1 || (node as Element).hasAttribute(OWN_MARK)) continue;
      // Asked last, and once: the marks that we have just made are often all that came.
      if (!isForeign && isOurs(target)) break;
      isForeign = true;
      added.add(node as Element);
    }
  }
  return added;
}

export function observePage({ document, onChange, onStorm, signal, clock }: ObserveOptions): PageObserver {
  let stopped = false;
  const storm = stormCounter(clock);
  const watched = new Set<Root>();

  const observer = new MutationObserver((records) => {
    const added = addedIn(records);
    if (added.size === 0) return;
    if (!storm.isStorm()) return tell([...added]);
    stop();
    onStorm();
  });
  const hidden = watchHidden(tell);
  /** A tree that was not watched may have changed since: all is told again, which is rare. */
  const surveySoon = lookWithFrame({ document, clock, signal }, () => { if (!stopped && survey()) onChange({ added: 'all' }); });

  function stop(): void {
    stopped = true;
    storm.reset();
    observer.disconnect();
    hidden.stop();
    watched.clear();
    document.defaultView?.addEventListener('pointerdown', () => { if (stopped) begin(); }, { capture: true, once: true, signal });
  }

  /** @returns whether there are trees that were not watched before */
  function watchRoots(): boolean {
    for (const root of watched) if (root.nodeType !== 9 && !(root as ShadowRoot).host.isConnected) watched.delete(root);
    const fresh = rootsOf(document).filter((root) => !watched.has(root));
    for (const root of fresh) {
      watched.add(root);
      observer.observe(root, { childList: true, subtree: true });
      // A frame's own load brings a new document that no record tells of; only the document that holds the frame hears it.
      if (root.nodeType === 9) root.addEventListener('load', onLoad, { capture: true, signal });
    }
    return fresh.length > 0;
  }

  /** Looks through the whole page for what must be watched. @returns as {@link watchRoots} */
  function survey(): boolean {
    return remembering(() => {
      const isFresh = watchRoots();
      hidden.look(watched);
      return isFresh;
    });
  }

  function tell(added: readonly Element[]): void {
    const there = added.filter((element) => element.isConnected);
    const noted = there.length > ADDED_MAXIMUM ? [] : there.filter(isNoted);
    if (there.length > ADDED_MAXIMUM || (noted.some(bringsRoots) && watchRoots())) return tellAll();
    if (noted.length > 0) hidden.look(noted);
    if (there.length > 0) onChange({ added: there });
  }

  /** Told at once; looked through for what must be watched before the next frame. */
  function tellAll(): void {
    surveySoon();
    onChange({ added: 'all' });
  }

  function begin(): void {
    remembering(() => {
      stopped = false;
      survey();
      onChange({ added: 'all' });
    });
  }

  function onLoad({ target }: Event): void {
    if ((target as Node).nodeType === 1 && (target as Element).matches(FRAMES)) begin();
  }

  function routeChanged(): void {
    if (signal.aborted) return;
    if (stopped) return begin();
    // All is told now, and with it what has just come.
    observer.takeRecords();
    tellAll();
  }

  if (!signal.aborted) {
    document.defaultView?.addEventListener('pageshow', routeChanged, { signal });
    signal.addEventListener('abort', () => { observer.disconnect(); hidden.stop(); }, { once: true });
    begin();
  }
  return { routeChanged };
}
