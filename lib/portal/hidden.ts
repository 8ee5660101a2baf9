/**
 * What a page keeps for later (T12): forms, and fields that stand in none, which are shown without a node being added.
 * Only they and the boxes around them are asked for their attributes, so that a page's other attributes cost nothing.
 */
import { remembering } from './memo.ts';
import type { Root } from './roots.ts';
import { isVisible } from './visible.ts';

/** Forms by what they say of themselves, whatever they are made of. */
export const FORM_ROLES = '[role=form],[role=dialog]';
const FORMS = `form,dialog,${FORM_ROLES}`;
const FIELDS = 'input:not([type=hidden]),select,textarea';
/** Forms and fields that are watched at a time; half of the room is kept for hidden ones. */
const WATCHED_MAXIMUM = 200;
/** Forms and fields of one tree that are asked about. */
const PARTS_MAXIMUM = 500;

const PARTS = `${FORMS},${FIELDS}`;

const shownBy = ['hidden', 'class', 'style', 'open', 'aria-hidden'];

export interface HiddenWatch {
  /** Takes in what has come: the trees that were added, or all of them. */
  look(trees: Iterable<Root | Element>): void;
  stop(): void;
}

/** The outermost box that hides a part of the page; the form itself for a form; null when it is shown. */
function hiderOf(part: Element): Element | null {
  if (isVisible(part)) return null;
  let box = part;
  if (!part.matches(FORMS)) while (box.parentElement && !isVisible(box.parentElement)) box = box.parentElement;
  return box;
}

function* partsOf(tree: Root | Element): Generator<Element> {
  if (tree.nodeType === 1 && (tree as Element).matches(PARTS)) yield tree as Element;
  yield* [...tree.querySelectorAll(PARTS)].slice(0, PARTS_MAXIMUM);
}

/** @param onShown called with what was hidden and is not any more, as often as that happens */
export function watchHidden(onShown: (boxes: readonly Element[]) => void): HiddenWatch {
  /** What hides each part now; null: nothing. */
  const hiders = new Map<Element, Element | null>();
  const shown = (): Set<Element> => {
    const boxes = new Set<Element>();
    for (const [part, before] of hiders) {
      const hider = hiderOf(part);
      hiders.set(part, hider);
      if (hider === null && before !== null) boxes.add(before);
    }
    return boxes;
  };
  const observer = new MutationObserver(() => {
    const boxes = remembering(shown);
    if (boxes.size > 0) onShown([...boxes]);
  });

  const watch = (part: Element, hider: Element | null): void => {
    if (hiders.size >= (hider === null ? WATCHED_MAXIMUM / 2 : WATCHED_MAXIMUM)) return;
    hiders.set(part, hider);
    for (let box: Element | null = part; box; box = box.parentElement) observer.observe(box, { attributes: true, attributeFilter: shownBy });
  };
  return {
    look: (trees) => remembering(() => {
      for (const part of hiders.keys()) if (!part.isConnected) hiders.delete(part);
      for (const tree of trees) {
        for (const part of partsOf(tree)) if (!hiders.has(part) && (part.matches(FORMS) || part.closest(FORMS) === null)) watch(part, hiderOf(part));
      }
    }),
    stop() {
      observer.disconnect();
      hiders.clear();
    },
  };
}
