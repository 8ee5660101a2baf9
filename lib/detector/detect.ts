/** Waits until a page of a portal shows something that concerns us, at a cost that the page does not feel. */
import type { Sign } from '../portal/sign.ts';
import { observePage } from '../portal/observe.ts';
import { isOurs, rootsOf } from '../portal/roots.ts';
import { createSlices } from '../portal/slices.ts';
import { createSieve } from './sieve.ts';

/** Work is cut into slices of this many milliseconds, so that the page keeps its frames. */
const SLICE_MILLISECONDS = 4;

export interface DetectPorts {
  document: Document;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  /** Runs work when the page has nothing better to do. */
  whenIdle(work: () => void): void;
}

/**
 * Calls back once, at once or after a later change of the page; never when nothing is found.
 * @param signal ends the waiting
 */
export function detect(signs: readonly Sign[], { document, clock, whenIdle }: DetectPorts, onFound: () => void, signal: AbortSignal): void {
  const end = new AbortController();
  const until = AbortSignal.any([signal, end.signal]);
  const sieve = createSieve(signs);
  const trees: Node[] = [];
  let walker: TreeWalker | null = null;

  const found = (): void => {
    end.abort();
    onFound();
  };

  /** The next node in order, tree after tree; the walker stands on the tree's own top first. */
  const next = (): Node | null => {
    const node = walker?.nextNode() ?? null;
    if (node !== null) return node;
    walker = null;
    const tree = trees.pop();
    if (tree === undefined) return null;
    const { ownerDocument } = tree;
    walker = (ownerDocument ?? (tree as Document)).createTreeWalker(tree, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    return tree;
  };

  const work = createSlices(() => {
    const node = until.aborted ? null : next();
    if (node === null) return false;
    if (!sieve.see(node)) return true;
    found();
    return false;
  }, { milliseconds: SLICE_MILLISECONDS, clock, later: whenIdle });

  observePage({
    document,
    onChange({ added }) {
      const changed: readonly Node[] = added === 'all' ? rootsOf(document) : added.filter((element) => !isOurs(element));
      if (added === 'all') trees.length = 0;
      trees.push(...[...changed].reverse());
      work();
    },
    // Looking goes on at the person's next click.
    onStorm: () => undefined,
    signal: until,
    clock,
  });
}
