/** « Critères »: whether the panel is open, and what is in its tree for one service (S0-38 to S0-40). */
import type { ServiceCard } from '../services/card.ts';
import { areaOf } from './area.ts';
import { findAnchor } from './find.ts';
import { remembering } from './memo.ts';
import { isPanelOpen, saysOpen } from './panel.ts';
import type { ReadContext } from './read/context.ts';
import { readResources } from './read/grid.ts';
import { findBelow, findNodes, saysExpanded, type TreeNode } from './tree.ts';

/** The part of a card that Annexe 1 needs. */
export type FilterTarget = Pick<ServiceCard, 'id' | 'installation' | 'treeNode'>;

export interface CriteriaState {
  /** What folds and unfolds the panel; null when it is not on the page. */
  toggle: HTMLElement | null;
  open: boolean;
  installation: TreeNode | null;
  expanded: boolean;
  /** « Solution logicielle » under its own installation, never another's. */
  node: TreeNode | null;
}

const PRESSABLE = 'button,a,summary,[role=button],[aria-expanded]';

/** Looks at the page; presses nothing. */
export function readCriteria(portal: ReadContext, target: FilterTarget): CriteriaState {
  return remembering(() => {
    const [criteria] = findAnchor(portal, 'criteria').elements;
    if (!criteria) return { toggle: null, open: false, installation: null, expanded: false, node: null };
    const toggle = criteria.matches(PRESSABLE) ? criteria : (criteria.querySelector<HTMLElement>(PRESSABLE) ?? criteria);
    const inPanel = areaOf(portal, 'criteria');
    const findIn = (scope: Document | Element): TreeNode | null => (target.installation === null ? null : (findNodes(scope, target.installation)[0] ?? null));
    const installation = findIn(inPanel) ?? findIn(portal.document);
    const open = saysOpen(criteria) ?? (installation !== null || isPanelOpen(portal));
    const scope = portal.document;
    const node = target.treeNode === null ? installation : installation && findBelow(scope, installation, target.treeNode);
    return { toggle, open, installation, node, expanded: (installation && saysExpanded(installation)) ?? node !== null };
  });
}

/** Whether the grid shows a row of the service. */
export const showsService = (portal: ReadContext, target: FilterTarget): boolean => readResources(portal).some((row) => row.serviceId === target.id);

/** A page that is being drawn anew has, for a moment, neither panel nor grid: nothing may be concluded from it. */
export const isDrawn = (portal: ReadContext): boolean => findAnchor(portal, 'criteria').elements.length > 0;
