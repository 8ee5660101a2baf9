/**
 * In the page: every way of learning that a booking has come, ours first. What each does with a booking is the same
 * (one mark that takes no room), so that what differs is the watching.
 */
import { observePage } from '../../lib/portal/observe.ts';

export const BOOKING = '.booking';

export type Annotate = (booking: Element) => void;
export interface Watcher {
  /** The page told that its address changed, which only ours listens to. */
  routeChanged?(): void;
}
/** @param clock milliseconds that go forward with each change of the page, see grid-page.ts */
type Watch = (annotate: Annotate, clock: () => number) => Watcher;

/** What the packages put where the page finds it (grid-bundle.ts). */
interface Peers {
  'selector-observer': { observe(selector: string, options: { add(element: Element): void }): unknown };
  'mutation-summary': { MutationSummary: new (options: { callback(summaries: { added: Element[] }[]): void; queries: { element: string }[] }) => unknown };
  'insertion-query': { default: (selector: string) => { every(callback: Annotate): unknown } };
  'sentinel-js': { default: { on(selector: string, callback: Annotate): void } };
}
const peer = <Name extends keyof Peers>(name: Name): Peers[Name] => (globalThis as unknown as { peers: Peers }).peers[name];

function annotateIn(root: Element | Document, annotate: Annotate): void {
  if (root.nodeType === 1 && (root as Element).matches(BOOKING)) annotate(root as Element);
  for (const booking of root.querySelectorAll(BOOKING)) annotate(booking);
}

const ours: Watch = (annotate, clock) =>
  observePage({
    document,
    clock,
    signal: new AbortController().signal,
    onChange: ({ added }) => {
      if (added === 'all') return document.querySelectorAll(BOOKING).forEach(annotate);
      for (const element of added) {
        if (element.matches(BOOKING)) annotate(element);
        if (element.firstElementChild !== null) element.querySelectorAll(BOOKING).forEach(annotate);
      }
    },
    onStorm: () => {
      throw new Error('The page was taken for one that changes without end.');
    },
  });

const naive: Watch = (annotate) => {
  new MutationObserver(() => annotateIn(document, annotate)).observe(document, { childList: true, subtree: true });
  return {};
};

const animation: Watch = (annotate) => {
  const style = document.createElement('style');
  style.textContent = `@keyframes bench-came { from { outline-color: transparent } } ${BOOKING} { animation: bench-came 1ms }`;
  document.head.append(style);
  document.addEventListener('animationstart', (event) => {
    if (event.animationName === 'bench-came') annotate(event.target as Element);
  });
  return {};
};

export const watchers = {
  'page alone': () => ({}),
  ours,
  'selector-observer': (annotate) => {
    peer('selector-observer').observe(BOOKING, { add: annotate });
    return {};
  },
  arrive: (annotate) => {
    (document as unknown as { arrive(selector: string, options: object, callback: Annotate): void }).arrive(BOOKING, { existing: true }, annotate);
    return {};
  },
  'mutation-summary': (annotate) => {
    new (peer('mutation-summary').MutationSummary)({ queries: [{ element: BOOKING }], callback: (summaries) => summaries.forEach(({ added }) => added.forEach(annotate)) });
    return {};
  },
  'insertion-query': (annotate) => {
    peer('insertion-query').default(BOOKING).every(annotate);
    return {};
  },
  'sentinel-js': (annotate) => {
    peer('sentinel-js').default.on(BOOKING, annotate);
    return {};
  },
  'naive observer': naive,
  'CSS animation': animation,
} satisfies Record<string, Watch>;
export type WatcherName = keyof typeof watchers;
