import { describe, expect, it } from 'vitest';
import { startProgress } from '../../../lib/calibration/acts.ts';
import { emptyPatch } from '../../../lib/calibration/patch.ts';
import { planOf, toAsk } from '../../../lib/calibration/plan.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { allFamilies, markup, portalOn, show } from '../portal/pages.ts';

const progress = startProgress(emptyPatch(iris, { id: 'iris', name: 'IRIS' }));

describe.each(allFamilies)('what the assistant asks for on a portal that is understood, in the family %s', (family) => {
  it.each(['form', 'list', 'detail'] as const)('C5 on its page %s is not a day of its own where the day stands with the hour', (page) => {
    const items = planOf(portalOn(show(markup(`${family}/${page}`))), page, progress);
    expect(toAsk(items, page, progress)).not.toContain('date');
    expect(toAsk(items, page, progress)).not.toContain('columnDate');
  });

  it.each(['form', 'list', 'detail'] as const)('C5 on its page %s what is drawn as a fault is what it asks for: not a duration where the end is found', (page) => {
    const items = planOf(portalOn(show(markup(`${family}/${page}`))), page, progress);
    expect(items.filter(({ asked, state }) => asked && (state === 'missing' || state === 'several')).map(({ anchor }) => anchor)).toEqual(toAsk(items, page, progress));
  });
});

it('C5 asks for the day of a list that says none', () => {
  const page = show(markup('classic/list').replaceAll('>Début<', '>Arrivée<').replaceAll('>Date<', '>Le jour<'));
  const items = planOf(portalOn(page), 'list', progress);
  expect(toAsk(items, 'list', progress)).toEqual(expect.arrayContaining(['columnDate', 'columnStart']));
});
