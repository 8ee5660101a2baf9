import { describe, expect, it } from 'vitest';
import { reportAnchors } from '../../../lib/portal/health.ts';
import { suspect } from '../../../lib/features/suspicion.ts';
import { anchorNames, type AnchorName } from '../../../lib/portal/anchors.ts';
import { isWell, noteWell, withLastWell } from '../../../lib/portal/last-well.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { counts, emptyListCounts, type Counts } from './counts.ts';
import { allFamilies, markup, NOW, pageNames, portalOn, show } from './pages.ts';

const marks = { found: '', fallback: '~', several: '!several', missing: '!missing' };
const times = (count: number): string => (count === 1 ? '' : `×${String(count)}`);

/** How often each anchor is found on a page: its own, then those that belong to other kinds. */
function countsOf(page: string): Counts {
  const portal = portalOn(show(markup(page)));
  const own = portal.health();
  const others = anchorNames.filter((name) => !own.some(({ anchor }) => anchor === name)).map((name) => ({ name, count: portal.findAll(name).length }));
  return {
    own: own.map(({ anchor, health, matches }) => `${anchor}${marks[health]}${times(matches)}`).join(' '),
    others: others.filter(({ count }) => count > 0).map(({ name, count }) => `${name}${times(count)}`).join(' '),
  };
}

describe.each(allFamilies)('anchors in the family %s', (family) => {
  it.each(pageNames)('each is found as often as expected on the page %s', (page) => {
    expect(countsOf(`${family}/${page}`)).toEqual(counts[family][page]);
  });
});

it('each anchor is found as often as expected on a list without any booking', () => {
  expect(countsOf('classic/list-empty')).toEqual(emptyListCounts);
});

describe('health', () => {
  const missing = (page: string, change: (page: Document) => void): string[] => {
    const shown = show(markup(page));
    change(shown);
    return portalOn(shown).health().filter(({ health }) => health === 'missing').map(({ anchor }) => anchor);
  };

  it('names the anchor whose words changed, and no other', () => {
    expect(missing('roles/form', (page) => page.querySelector('label[for=commentaires]')!.replaceChildren('Zone libre'))).toEqual(['freeText']);
    expect(missing('roles/calendar', (page) => [...page.querySelectorAll('button')].find((one) => one.textContent === 'Appliquer le filtre')!.replaceChildren('Exécuter'))).toEqual(['applyFilter']);
  });

  it('finds nothing wrong with what a folded panel hides', () => {
    expect(missing('classic/calendar', () => undefined)).toEqual([]);
    expect(missing('classic/calendar', (page) => page.querySelector('.criteres')!.classList.remove('ferme'))).toEqual([]);
  });

  it('C4 finds nothing wrong with a list that says it is empty and has no head, and still names a column whose words changed', () => {
    expect(missing('classic/list-empty', () => undefined)).toEqual([]);
    expect(missing('classic/list', (page) => {
      [...page.querySelectorAll('th')].find((head) => head.textContent === 'Ressource')!.replaceChildren('Quoi');
      page.body.append(Object.assign(page.createElement('p'), { textContent: 'Aucune réservation ne correspond aux critères.' }));
    })).toEqual(['columnResource']);
  });

  it('C5 says nothing of what a person said the portal has not, in the page as in the popup', () => {
    const page = show(markup('roles/form'));
    page.querySelector('label[for=commentaires]')!.replaceChildren('Zone libre');
    const withAbsent = (...absent: AnchorName[]) => {
      const anchors = { ...iris.anchors, ...Object.fromEntries(absent.map((name) => [name, []])) };
      return portalOn(page, { profile: { ...iris, anchors } });
    };
    expect(suspect(withAbsent(), 'form', reportAnchors)?.missing).toEqual(['freeText']);
    expect(withAbsent('freeText').health().filter(({ health }) => health === 'missing')).toEqual([]);
    expect(suspect(withAbsent('freeText'), 'form', reportAnchors)).toBeNull();
  });

  it('says that the grid does not tell its day', () => {
    expect(missing('boxes/calendar', (page) => page.querySelector('.day')!.remove())).toEqual(['gridDay']);
  });

  it('says several when twins cannot be told apart', () => {
    const shown = show(markup('roles/form'));
    const copy = shown.querySelector('#commentaires')!.parentElement!.cloneNode(true) as HTMLElement;
    copy.querySelector('textarea')!.id = 'autre';
    copy.querySelector('label')!.htmlFor = 'autre';
    shown.querySelector('form')!.append(copy);
    const portal = portalOn(shown);
    expect(portal.health().find(({ anchor }) => anchor === 'freeText')).toEqual({ anchor: 'freeText', health: 'several', matches: 2, alternative: 0 });
    expect(portal.writeForm('freeText', 'x')).toEqual({ written: false, reason: 'several' });
  });

  it('reports nothing for a page that is none of ours', () => {
    expect(portalOn(show(markup('classic/other'))).health()).toEqual([]);
  });
});

describe('when an anchor was last well', () => {
  const reports = [{ anchor: 'save', health: 'found', matches: 1 }, { anchor: 'title', health: 'fallback', matches: 1 }, { anchor: 'start', health: 'missing', matches: 0 }, { anchor: 'freeText', health: 'several', matches: 2 }] as const;

  it('is noted for what may be acted on', () => {
    const known = noteWell({}, reports, NOW);
    expect(known).toEqual({ save: NOW, title: NOW });
    expect(withLastWell(reports, known).map(({ lastWell }) => lastWell)).toEqual([NOW, NOW, null, null]);
    expect((['found', 'fallback', 'several', 'missing'] as const).map(isWell)).toEqual([true, true, false, false]);
  });

  it('is kept while the anchor is lost, and newer once it is found again', () => {
    const known = noteWell({}, reports, NOW);
    const lost = reports.map((report) => ({ ...report, health: 'missing' as const }));
    expect(noteWell(known, lost, NOW + 86_400_000)).toEqual(known);
    expect(noteWell(known, reports, NOW + 86_400_000)).toEqual({ save: NOW + 86_400_000, title: NOW + 86_400_000 });
  });

  it('is bounded: a page that names ten thousand anchors of its own adds nothing', () => {
    const strange = ['__proto__', 'constructor', 'Julie Tremblay', ...Array.from({ length: 10_000 }, (_, index) => `a${String(index)}`)];
    expect(noteWell({}, strange.map((anchor) => ({ anchor, health: 'found', matches: 1 })), NOW)).toEqual({});
  });
});
