/** The tree of resources under « Critères »: its nodes, their triangles and their squares (portal.md § 3.3). */
import { hasWord } from '../domain/letters.ts';
import { nameOf, textOf } from './accessible.ts';
import { toLabel, toMatcher } from './names.ts';
import { isOurs } from './roots.ts';
import { findTexts } from './texts.ts';
import { isVisible } from './visible.ts';

export interface TreeNode {
  /** What says the node's name. */
  label: HTMLElement;
  /** The box of the node with all that is below it. */
  item: HTMLElement;
}

const ITEM = '[role=treeitem],li,details,tr';
const SQUARE = 'input[type=checkbox],[role=checkbox]';
const UNFOLD = toMatcher(['Développer…', 'Déplier…', 'Ouvrir…', 'Étendre…', 'Afficher…', 'Expand…', 'Replier…', 'Réduire…', 'Fermer…', 'Collapse…']);
const PRESSABLE = 'button,a,summary,[role=button],[aria-expanded],[tabindex],[onclick]';

/** In a tree made of plain boxes, the line that also holds the square or the triangle. */
function lineAround(label: HTMLElement): HTMLElement {
  let line = label;
  for (let level = 0; level < 3 && line.parentElement; level += 1) {
    line = line.parentElement;
    if (line.querySelector(SQUARE)) return line;
  }
  return label.parentElement ?? label;
}

/** The visible nodes of that name, in the order of the page. */
export function findNodes(scope: Document | Element, name: string): TreeNode[] {
  return findTexts(scope, toMatcher([name])).filter((label) => !label.closest('option,h1,h2,h3,h4,button:not([role=treeitem] button)')).map((label) => ({ label, item: label.closest<HTMLElement>(ITEM) ?? lineAround(label) }));
}

/** What belongs to the node itself and not to a node below it. */
function ownParts({ item }: TreeNode, selector: string): HTMLElement[] {
  const own = (element: HTMLElement): boolean => (element.closest(ITEM) ?? item) === item || element.closest(ITEM)?.contains(item) === true;
  return [...item.querySelectorAll<HTMLElement>(selector)].filter((element) => own(element) && !isOurs(element) && isVisible(element));
}

/** What unfolds the node; null when nothing does. */
export function findTriangle(node: TreeNode): HTMLElement | null {
  if (node.item.localName === 'details') return node.item.querySelector<HTMLElement>('summary');
  const parts = ownParts(node, '*').filter((part) => !part.contains(node.label) && !node.label.contains(part) && !part.matches(SQUARE));
  const named = parts.find((part) => part.matches(PRESSABLE) && (UNFOLD.matches(nameOf(part)) || part.hasAttribute('aria-expanded')));
  const bare = parts.find((part) => part.matches(PRESSABLE) && !hasWord(textOf(part)));
  const drawn = parts.find((part) => part.matches('span,i,img,svg,div') && part.childElementCount === 0 && !hasWord(textOf(part)) && isBefore(part, node.label));
  return named ?? bare ?? drawn ?? (node.item.hasAttribute('aria-expanded') ? node.label : null);
}

const isBefore = (one: Node, other: Node): boolean => (one.compareDocumentPosition(other) & 4) !== 0;

/** Nodes below one, in a nested tree, in a flat one with levels, or in the box after the line. */
export function findBelow(scope: Document | Element, node: TreeNode, name: string): TreeNode | null {
  const owned = (node.item.getAttribute('aria-owns') ?? node.item.getAttribute('aria-controls') ?? '').split(/\s+/u);
  const all = findNodes(scope, name).filter((below) => below.label !== node.label);
  const inside = all.filter(({ item, label }) => item !== node.item && (node.item.contains(label) || owned.some((id) => id !== '' && node.item.ownerDocument.getElementById(id)?.contains(label))));
  if (inside[0]) return inside[0];
  const level = Number(node.item.getAttribute('aria-level'));
  if (level > 0) {
    for (let next = node.item.nextElementSibling; next && Number(next.getAttribute('aria-level')) > level; next = next.nextElementSibling) {
      const current = next;
      const found = all.find(({ item }) => item === current);
      if (found) return found;
    }
    return null;
  }
  const box = node.item.nextElementSibling;
  return node.item.matches(ITEM) || !box ? null : (all.find(({ label }) => box.contains(label)) ?? null);
}

/** Null when the node does not say; then what is visible below it decides. */
export function saysExpanded(node: TreeNode): boolean | null {
  if (node.item.localName === 'details') return (node.item as HTMLDetailsElement).open;
  const said = node.item.getAttribute('aria-expanded') ?? findTriangle(node)?.getAttribute('aria-expanded');
  if (said !== null && said !== undefined) return said === 'true';
  const below = node.item.querySelector('ul,ol,[role=group]');
  return below && isVisible(below);
}

/** The node's own square, or the node itself when it is ticked as a whole. */
export function findSquare(node: TreeNode): HTMLElement | null {
  const hidden = [...node.item.querySelectorAll<HTMLElement>(SQUARE)].filter((square) => (square.closest(ITEM) ?? node.item) === node.item);
  const [square] = [...ownParts(node, SQUARE), ...hidden];
  if (square) return square;
  return node.item.hasAttribute('aria-checked') || (node.item.hasAttribute('aria-selected') && node.item.matches('[role=treeitem]')) ? node.item : null;
}

/** The squares of the nodes below one. */
export const squaresBelow = ({ item }: TreeNode): HTMLElement[] =>
  [...item.querySelectorAll<HTMLElement>(SQUARE)].filter((square) => square.closest(ITEM) !== item);
export const nameOfSquare = (square: HTMLElement): string => toLabel(nameOf(square));
