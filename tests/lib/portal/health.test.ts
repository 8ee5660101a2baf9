import { describe, expect, it } from 'vitest';
import type { PageKind } from '../../../lib/portal/page.ts';
import { families, markup, portalOn, show } from './pages.ts';

type Expected = Record<(typeof families)[number], Partial<Record<PageKind, string>>>;

/** Each anchor that a page has: how it is found, and how often when not once. `~`: by a fallback. Nothing is missing. */
const expected: Expected = {
  classic: {
    calendar: 'account×3 pageTitle criteria legend~ grid gridDay',
    list: 'account×3 pageTitle pageSize search onlyToApprove columnNumber columnResource columnTitle columnEstablishment columnRequester columnStart columnEnd columnStatus',
    form: 'account×3 save resource title date start end freeText requester email',
    detail: 'account×3 number resource title establishment start end freeText requester email status approve reject',
    signIn: 'password~ forgottenPassword',
  },
  roles: {
    calendar: 'account×2 pageTitle criteria resourceTree characteristics saveFilters applyFilter legend~ grid gridDay',
    list: 'account×2 pageTitle pageSize search onlyToApprove columnNumber columnResource columnTitle columnEstablishment columnRequester columnStart columnEnd columnStatus',
    form: 'account×2 save resource title date start end freeText requester email',
    detail: 'account×2 number resource title establishment start end freeText requester email status approve reject',
    signIn: 'password~ forgottenPassword',
  },
  boxes: {
    calendar: 'criteria~ characteristics~ saveFilters~ applyFilter~ grid gridDay',
    list: 'pageSize~ columnNumber~ columnResource~ columnTitle~ columnEstablishment~ columnRequester~ columnDate~ columnStart~ columnDuration~ columnStatus~',
    form: 'save~ resource~ title~ date~×3 start~ end~ freeText~ requester~ email~',
    detail: 'number resource title establishment start end freeText requester status approve~ reject~',
    signIn: 'password~ forgottenPassword~',
  },
};

const line = (page: string): string =>
  portalOn(show(markup(page)))
    .health()
    .map(({ anchor, health, matches }) => `${anchor}${health === 'fallback' ? '~' : health === 'found' ? '' : `!${health}`}${matches === 1 ? '' : `×${matches}`}`)
    .join(' ');

describe.each(families)('anchors in the family %s', (family) => {
  it.each(Object.entries(expected[family]))('are all found on the page %s', (page, anchors) => {
    expect(line(`${family}/${page}`)).toBe(anchors);
  });
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
