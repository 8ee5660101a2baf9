/**
 * Draws what stands in the portal's pages, in Preact's place (wxt.config.ts): the popup draws the same controls with Preact itself, of
 * which a page would carry what nothing of ours uses there: states, contexts, effects, classes. Here a component only says what it
 * shows; a view is given whole, and of the page that changes which differs from what was drawn before, so that nobody loses their place.
 */
type Props = Readonly<Record<string, unknown>> & { children?: View };
type Component = (props: Props) => View;
interface Piece {
  type: string | Component;
  props: Props;
  key?: unknown;
}
type View = Piece | View[] | string | number | bigint | boolean | null | undefined;
/** An element of a view, or a text. */
type Leaf = Omit<Piece, 'type'> & { type: string };

/** What stands on the page. */
interface Drawn {
  node: Element | Text;
  leaf: Leaf;
  /** The handlers that are listened for, by the property. */
  heard: Set<string>;
  parts: Drawing;
}
/** By the place in the view: its key, else its turn. What is left out keeps its turn. */
type Drawing = Map<string, Drawn>;

const TEXT = '#text';
const SVG = 'http://www.w3.org/2000/svg';
/** What a person changes too: set by what the control holds now, once what is in it stands. */
const HELD = ['value', 'checked'];

export const jsx = (type: Piece['type'], props: Props, key?: unknown): Piece => ({ type, props, key });
export { jsx as jsxs };
export const Fragment: Component = ({ children }) => children;

const ids = new Map<string, string>();
let place = '';
let asked = 0;

/** @returns an identifier that a component has as long as it stands in one place of a view; for one shadow root */
export function useId(): string {
  const own = `${place} ${asked++}`;
  const id = ids.get(own) ?? `pa-${ids.size}`;
  ids.set(own, id);
  return id;
}

const keyOf = (view: View): unknown => (typeof view === 'object' && view !== null && !Array.isArray(view) ? view.key : null);

function* leavesOf(view: View, at: string): Generator<[string, Leaf]> {
  if (view === null || view === undefined || typeof view === 'boolean') return;
  if (Array.isArray(view)) for (const [turn, child] of view.entries()) yield* leavesOf(child, `${at}.${keyOf(child) ?? turn}`);
  else if (typeof view !== 'object') yield [at, { type: TEXT, props: { data: String(view) } }];
  else if (typeof view.type === 'string') yield [at, view as Leaf];
  else {
    [place, asked] = [at, 0];
    yield* leavesOf(view.type(view.props), `${at}:`);
  }
}

/** These are said in words: « false » is not the same as nothing. */
const isSpoken = (name: string): boolean => name.includes('-') || name === 'spellcheck';

function setProperty(drawn: Drawn, name: string, value: unknown): void {
  const { node, heard } = drawn;
  const element = node as HTMLElement;
  if (name.startsWith('on')) {
    if (!heard.has(name)) element.addEventListener(name.slice(2).toLowerCase(), (event) => (drawn.leaf.props[name] as ((event: Event) => void) | undefined)?.(event));
    heard.add(name);
  } else if (name === 'data') (node as Text).data = String(value);
  else if (name === 'style') Object.assign(element.style, value);
  else if (value === null || value === undefined || (value === false && !isSpoken(name))) element.removeAttribute(name);
  else element.setAttribute(name, value === true && !isSpoken(name) ? '' : String(value));
}

/** Brings what is drawn to what its leaf says now; `before` are the properties that it was drawn with. */
function bring(drawn: Drawn, before: Props, at: string): void {
  const { props } = drawn.leaf;
  for (const name of new Set([...Object.keys(before), ...Object.keys(props)])) {
    if (name !== 'children' && !HELD.includes(name) && before[name] !== props[name]) setProperty(drawn, name, props[name]);
  }
  if (drawn.leaf.type === TEXT) return;
  const element = drawn.node as HTMLInputElement;
  drawn.parts = drawInto(element, drawn.parts, props.children, at);
  for (const name of HELD as ('value' | 'checked')[]) if (name in props && element[name] !== props[name]) element[name] = props[name] as never;
}

const nodeOf = (leaf: Leaf, { namespaceURI, ownerDocument: document }: Element): Drawn['node'] => {
  if (leaf.type === TEXT) return document.createTextNode('');
  return leaf.type === 'svg' || namespaceURI === SVG ? document.createElementNS(SVG, leaf.type) : document.createElement(leaf.type);
};

function drawInto(parent: Element, before: Drawing, view: View, at: string): Drawing {
  const after: Drawing = new Map();
  const leaves = [...leavesOf(view, at)].map(([turn, leaf]) => {
    let own = turn;
    // Two with one key both stand.
    while (after.has(own)) own += "'";
    const known = before.get(own);
    const drawn = known?.leaf.type === leaf.type ? known : { node: nodeOf(leaf, parent), leaf: { type: leaf.type, props: {} }, heard: new Set<string>(), parts: new Map<string, Drawn>() };
    after.set(own, drawn);
    return { own, leaf, drawn };
  });
  for (const [own, { node }] of before) if (after.get(own)?.node !== node) node.parentNode?.removeChild(node);
  let next = parent.firstChild;
  for (const { own, leaf, drawn } of leaves) {
    const { props } = drawn.leaf;
    drawn.leaf = leaf;
    bring(drawn, props, own);
    // What stands where it belongs is not moved: it would lose the focus.
    if (drawn.node === next) next = next.nextSibling;
    else parent.insertBefore(drawn.node, next);
  }
  return after;
}

const drawings = new WeakMap<Node, Drawing>();

/** Draws a view into an element that holds nothing else; null takes everything away. */
export function render(view: View, root: Element): void {
  drawings.set(root, drawInto(root, drawings.get(root) ?? new Map(), view, ''));
}
