/** The fills of every picture: each is told from the others by its pattern, without any colour. */
import { element, type Markup, type MarkupElement } from '../markup.ts';

export const fills = ['solid', 'hatched', 'crossed', 'dotted', 'outline'] as const;
export type Fill = (typeof fills)[number];

const stroke = (name: string, d: string): MarkupElement => element('path', { class: name, d });

/** @param id of the picture: a page may hold several, and each finds its own patterns */
export const patternsOf = (id: string): MarkupElement =>
  element(
    'defs',
    {},
    element('pattern', { id: `${id}-hatched`, width: 7, height: 7, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, stroke('pr-line', 'M2 0v7')),
    element('pattern', { id: `${id}-crossed`, width: 6, height: 6, patternUnits: 'userSpaceOnUse' }, stroke('pr-line-strong', 'M0 3h6M3 0v6')),
    element('pattern', { id: `${id}-dotted`, width: 5, height: 5, patternUnits: 'userSpaceOnUse' }, element('rect', { class: 'pr-dot', x: 1, y: 1, width: 1.8, height: 1.8 })),
  );

/** What a shape of this fill needs as attributes. */
export function fillOf(fill: Fill, id: string): { class: string; fill?: string } {
  if (fill === 'solid') return { class: 'pr-solid' };
  if (fill === 'outline') return { class: 'pr-outline' };
  return { class: `pr-patterned pr-${fill}`, fill: `url(#${id}-${fill})` };
}

export interface LegendEntry {
  fill: Fill | 'marker';
  label: string;
}

/** What each fill means, in words beside a sample of it. */
export const legendOf = (entries: readonly LegendEntry[], id: string): Markup =>
  element(
    'ul',
    { class: 'pr-legend' },
    entries.map(({ fill, label }) =>
      element(
        'li',
        {},
        element(
          'svg',
          { width: 26, height: 14, 'aria-hidden': 'true', focusable: 'false' },
          fill === 'marker'
            ? element('line', { class: 'pr-marker', x1: 13, x2: 13, y1: 0, y2: 14 })
            : element('rect', { ...fillOf(fill, id), x: 1, y: 1, width: 24, height: 12 }),
        ),
        element('span', {}, label),
      ),
    ),
  );
