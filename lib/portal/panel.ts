/** Whether « Critères » is unfolded. */
import { areaOf } from './area.ts';
import { findAnchor, type PageView } from './find.ts';

/** What its toggle says; null when it says nothing. */
export const saysOpen = (criteria: HTMLElement): boolean | null => {
  const details = criteria.closest('details');
  if (details && (criteria.localName === 'summary' || criteria === details)) return details.open;
  const said = (criteria.matches('[aria-expanded]') ? criteria : (criteria.querySelector('[aria-expanded]') ?? criteria.closest('[aria-expanded]')))?.getAttribute('aria-expanded');
  return said === null || said === undefined ? null : said === 'true';
};

/** Whether the panel is unfolded: it says so, or something inside it is seen. */
export const isPanelOpen = (view: PageView): boolean => {
  const [criteria] = findAnchor(view, 'criteria').elements;
  const said = criteria ? saysOpen(criteria) : null;
  return said ?? (['characteristics', 'resourceTree'] as const).some((anchor) => findAnchor(view, anchor, areaOf(view, 'criteria')).elements.length > 0);
};
