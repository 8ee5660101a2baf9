/** All the trees that a page is made of: the document, its same-origin frames, its open shadow roots. */
import { remembered } from './memo.ts';

export type Root = Document | ShadowRoot;

/** More roots than this are a page gone wrong; what lies beyond is not looked at. */
export const ROOTS_MAXIMUM = 300;
/** Elements looked at for shadow roots and frames. */
export const ELEMENTS_MAXIMUM = 60_000;

/** Our own nodes: the custom elements of the overlay and whatever it marks as its own. */
export const OWN_MARK = 'data-passerelle';
const isOwn = (element: Element): boolean => element.localName.startsWith('passerelle-') || element.hasAttribute(OWN_MARK);

/** True for a node of ours or inside one: the engine never reads or counts it. */
export const isOurs = (node: Node): boolean => {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return element !== null && isInOwn(element);
};
const isInOwn: (element: Element) => boolean = remembered('own', (element) => isOwn(element) || (element.parentElement !== null && isInOwn(element.parentElement)));

/** The document inside a frame, or null when it is another origin's or not loaded. */
export function documentOf(frame: Element): Document | null {
  try {
    return (frame as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** All that may be a host of a shadow root, a frame, or ours: the cells and links of a long page are none, and are not walked. */
const HOSTS = `:not(${[
  'a,abbr,b,br,button,caption,cite,code,col,colgroup,dd,dl,dt,em,fieldset,font,form,hr,i,img,input,label,legend,li,link,meta,ol,optgroup,option,pre',
  'path,script,select,small,strong,style,sub,sup,svg,table,tbody,td,textarea,tfoot,th,thead,time,title,tr,u,ul',
].join()}),[${OWN_MARK}]`;

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
    for (const element of root.querySelectorAll(HOSTS)) {
      seen += 1;
      if (seen > ELEMENTS_MAXIMUM || roots.length >= ROOTS_MAXIMUM) return { roots, own };
      if (isOwn(element)) own.push(element);
      else if (element.shadowRoot) {
        if (!isOurs(element)) roots.push(element.shadowRoot);
      } else if (element.localName === 'iframe' || element.localName === 'frame') {
        const inner = documentOf(element);
        if (inner?.documentElement && !isOurs(element)) roots.push(inner);
      }
    }
  }
  return { roots, own };
}

const treesOf = remembered('trees', collect);

/** @returns the document first; bounded by {@link ROOTS_MAXIMUM} */
export const rootsOf = (document: Document): Root[] => treesOf(document).roots;

/** The parent across shadow borders. */
export const parentOf = (element: Element): Element | null => element.parentElement ?? ((element.getRootNode() as ShadowRoot).host as Element | undefined) ?? null;

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
