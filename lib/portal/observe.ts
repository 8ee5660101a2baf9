/**
 * One observer of the page: added nodes only, never attributes of the whole page, never polling
 * (craft.md § 4). It survives a swapped body (T3), client-side routes, frames and shadow roots, and tells
 * when a form that stood hidden is shown (T12).
 */
import { watchHidden } from './hidden.ts';
import { isOurs, rootsOf, type Root } from './roots.ts';
import { createShare } from './share.ts';

/** More added elements than this in one batch are told as `all`: look again instead of walking. */
export const ADDED_MAXIMUM = 1000;
/** This many batches in {@link STORM_MILLISECONDS} is a page gone wrong: we stop looking, and say so. */
export const STORM_BATCHES = 100;
export const STORM_MILLISECONDS = 2000;

/** `all`: look at the whole page again. */
export type PageChange = { added: readonly Element[] } | { added: 'all' };

export interface ObserveOptions {
  document: Document;
  /** First called with `all`, at once or soon after the start; then at most once a frame. Our own nodes never cause it. */
  onChange(change: PageChange): void;
  /** The page changes without end; looking resumes at the person's next click or at the next route. */
  onStorm(): void;
  signal: AbortSignal;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  /** The first look is not put off to the next frame. */
  atOnce?: boolean;
}

export interface PageObserver {
  /** The caller saw the address change without a load. */
  routeChanged(): void;
}

/**
 * Once a frame; a hidden tab draws no frames, so there a task stands in, also when it is hidden before the frame. It
 * listens as long as the signal lets it: to come and go with each frame would cost more than all that is done in it.
 */
function framesOf(document: Document, work: () => void, signal: AbortSignal): () => void {
  const window = document.defaultView;
  let frame: number | null = null;
  const once = (): void => {
    if (frame === null) return;
    window?.cancelAnimationFrame(frame);
    frame = null;
    work();
  };
  document.addEventListener('visibilitychange', once, { signal });
  return () => {
    if (!window || document.visibilityState !== 'visible') setTimeout(work, 0);
    else frame = window.requestAnimationFrame(once);
  };
}

export function observePage({ document, onChange, onStorm, signal, clock, atOnce = false }: ObserveOptions): PageObserver {
  let pending: Set<Element> | 'all' = 'all';
  let scheduled = false;
  let stopped = false;
  let batches: number[] = [];
  const share = createShare(clock);
  const onNextFrame = framesOf(document, deliver, signal);
  const watched = new Set<Root>();

  const observer = new MutationObserver((records) => {
    const before = pending === 'all' ? -1 : pending.size;
    for (const record of records) for (const node of record.addedNodes) if (node.nodeType === 1 && !isOurs(node)) add(node as Element);
    if (pending !== 'all' && pending.size === before) return;
    countBatch();
    schedule();
  });
  const hidden = watchHidden((box) => {
    add(box);
    schedule();
  });

  function add(element: Element): void {
    if (pending === 'all') return;
    if (pending.size >= ADDED_MAXIMUM) pending = 'all';
    else pending.add(element);
  }

  function countBatch(): void {
    const now = clock();
    batches = [...batches.filter((at) => now - at < STORM_MILLISECONDS), now];
    if (batches.length < STORM_BATCHES) return;
    stop();
    onStorm();
  }

  function stop(): void {
    stopped = true;
    batches = [];
    observer.disconnect();
    hidden.stop();
    watched.clear();
    document.defaultView?.addEventListener('pointerdown', resume, { capture: true, once: true, signal });
  }

  function resume(): void {
    if (!stopped || signal.aborted) return;
    stopped = false;
    pending = 'all';
    schedule();
  }

  /** @returns those that were not watched before */
  function watchRoots(): Root[] {
    for (const root of watched) if (root.nodeType !== 9 && !(root as ShadowRoot).host.isConnected) watched.delete(root);
    const fresh = rootsOf(document).filter((root) => !watched.has(root));
    for (const root of fresh) {
      watched.add(root);
      observer.observe(root, { childList: true, subtree: true });
    }
    return fresh;
  }

  const mayHoldRoots = (element: Element): boolean => element.shadowRoot !== null || element.matches('iframe,frame') || element.querySelector('iframe,frame') !== null || [element, ...element.children].some((one) => one.localName.includes('-'));

  function deliver(): void {
    scheduled = false;
    if (signal.aborted || stopped) return;
    const change: PageChange = { added: pending === 'all' ? 'all' : [...pending].filter((element) => element.isConnected) };
    pending = new Set();
    const isWhole = change.added === 'all';
    const fresh = isWhole || change.added.some(mayHoldRoots) ? watchRoots() : [];
    hidden.look(isWhole ? watched : [...change.added, ...fresh]);
    if (isWhole || change.added.length > 0) share.spend(() => onChange(change));
  }

  function schedule(): void {
    if (scheduled || stopped || signal.aborted) return;
    scheduled = true;
    const rest = share.rest();
    if (rest > 0) setTimeout(deliver, rest);
    else onNextFrame();
  }

  const lookAgain = (): void => {
    pending = 'all';
    stopped = false;
    schedule();
  };
  if (!signal.aborted) {
    // A frame's own load brings a new document that no record tells of.
    document.addEventListener('load', (event) => {
      if ((event.target as Element).localName === 'iframe' || (event.target as Element).localName === 'frame') lookAgain();
    }, { capture: true, signal });
    document.defaultView?.addEventListener('pageshow', lookAgain, { signal });
    signal.addEventListener('abort', () => { observer.disconnect(); hidden.stop(); }, { once: true });
    if (atOnce) deliver();
    else schedule();
  }
  return { routeChanged: lookAgain };
}
