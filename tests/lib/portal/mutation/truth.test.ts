import { describe, expect, it } from 'vitest';
import { allFamilies, markup, pageNames, show } from '../pages.ts';
import { stamp, truths } from './truth.ts';

/** More than one element, rightly. */
const several = /^(?:account|date|start|end)$/u;

describe.each(allFamilies)('the ground truth of the family %s', (family) => {
  it.each(pageNames.filter((name) => name !== 'other'))('points at one element each on the page %s', (name) => {
    const counts = stamp(show(markup(`${family}/${name}`)), truths[family][name]);
    expect(Object.entries(counts).filter(([token, count]) => count === 0 || (count > 1 && !several.test(token) && !(family === 'frames' && token === 'criteria')))).toEqual([]);
  });
});
