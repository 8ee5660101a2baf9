/** All the trees that a page is made of: the document, its same-origin frames, its open shadow roots. */
import { remembered } from './memo.ts';

export type Root = Document | ShadowRoot;

/** More roots than this are a page gone wrong; what lies beyond is not looked at. */
export const ROOTS_MAXIMUM = 300;
/** Elements looked at for shadow roots and frames. */
export const ELEMENTS_MAXIMUM = 60_000;

/** On the outermost of our own nodes, whatever they are. */
export const OWN_MARK = 'data-passerelle';
const OWN = `[${OWN_MARK}]`;

/** True for a node of ours or inside one: the engine never reads or counts it. */
export const isOurs = (node: Node): boolean => {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return element !== null && element.closest(OWN) !== null;
};

/** The document inside a frame, or null when it is another origin's or not loaded. */
export function documentOf(frame: Element): Document | null {
  try {
    // A document that only was parsed, for the worker, may not even have the property.
    return (frame as HTMLIFrameElement).contentDocument ?? null;
  } catch {
    return null;
  }
}

export const FRAMES = 'iframe,frame';
/** What a browser lets be a host of a shadow root, besides the elements of the page's own making. */
const HOSTS = 'div,span,p,section,article,main,header,footer,aside,nav,blockquote,body,h1,h2,h3,h4,h5,h6';
/**
 * What most of a page is made of, and none of it a field or the outside of a form. The frequent names stand first: a
 * browser compares an element's with one after another, and a long list of a page's own alternatives costs it thrice as much.
 */
export const COMMON = 'div,span,td,tr,a,li,p,b,i,label,button,img,option,th,path,svg,ul,em,strong,small,br,hr,dd,dl,dt,tbody,thead,table,section,script,style,time';
/** Frames, the elements of the page's own making, whose names have a hyphen, and rare others. */
const UNCOMMON = `:not(${COMMON},form,input,select,textarea)`;

interface Trees {
  roots: Root[];
  /** The outer nodes of ours; most often none, which spares every look at each element. */
  own: Element[];
}

function collect(document: Document): Trees {
  const roots: Root[] = [document];
  const own: Element[] = [];
  let seen = 0;
  for (let index = 0; index < roots.length; index += 1) {
    const root = roots[index];
    if (!root) break;
    own.push(...root.querySelectorAll(OWN));
    const frames = new Set(root.querySelectorAll(FRAMES));
    // By number: the browser's own way through a list costs twice as much, and a long page has a hundred thousand.
    const hosts = root.querySelectorAll(`${HOSTS},${UNCOMMON}`);
    for (let place = 0; place < hosts.length; place += 1) {
      seen += 1;
      if (seen > ELEMENTS_MAXIMUM || roots.length >= ROOTS_MAXIMUM) return { roots, own };
      const element = hosts[place] as Element;
      const tree = element.shadowRoot ?? (frames.has(element) ? documentOf(element) : null);
      if (tree !== null && (tree.nodeType !== 9 || (tree as Document).documentElement !== null) && !isOurs(element)) roots.push(tree);
    }
  }
  return { roots, own };
}

const treesOf = remembered(collect);

/** Whether an element that came brings a tree that {@link rootsOf} would tell of. */
export const bringsRoots = (element: Element): boolean =>
  [element, ...element.querySelectorAll(UNCOMMON)].some((one) => one.shadowRoot !== null || one.localName.includes('-') || one.matches(FRAMES));

/** @returns the document first; bounded by {@link ROOTS_MAXIMUM} */
export const rootsOf = (document: Document): Root[] => treesOf(document).roots;

/** The parent across shadow borders. */
export const parentOf = (element: Element): Element | null =>
  element.parentElement ?? ((element.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;

/** Whether `outer` holds `inner`, across shadow borders. */
export function holds(outer: Element, inner: Element): boolean {
  for (let current: Element | null = inner; current; current = parentOf(current)) if (current === outer) return true;
  return false;
}

/** All matching elements in all roots of the scope, ours left out; an unreadable selector matches nothing. */
export function queryAll(scope: Document | Element, selector: string, maximum = 5000): HTMLElement[] {
  const found: HTMLElement[] = [];
  const { roots, own } = treesOf(scope.nodeType === 9 ? (scope as Document) : topOf(scope as Element));
  const trees = scope.nodeType === 9 ? roots : [scope as Element, ...roots.filter((root, index) => index > 0 && isInside(root, scope as Element))];
  for (const tree of trees) {
    let matches: Iterable<Element>;
    try {
      matches = tree.querySelectorAll(selector);
    } catch {
      return [];
    }
    for (const element of matches) {
      if (own.some((host) => host.contains(element))) continue;
      found.push(element as HTMLElement);
      if (found.length >= maximum) return found;
    }
  }
  return found;
}

/** The outermost document that we may see from an element. */
function topOf(element: Element): Document {
  const document = element.ownerDocument;
  try {
    const frame = document.defaultView?.frameElement;
    return frame ? topOf(frame) : document;
  } catch {
    return document;
  }
}

/** Whether a shadow root or a frame's document hangs below an element. */
function isInside(root: Root, element: Element): boolean {
  if (root.nodeType === 9) {
    const frame = (root as Document).defaultView?.frameElement;
    return frame ? element.contains(frame) : false;
  }
  return holds(element, (root as ShadowRoot).host);
}
