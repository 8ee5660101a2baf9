import { describe, expect, it } from 'vitest';
import { areaOf } from '../../../lib/portal/area.ts';
import { findAnchor, MATCHES_MAXIMUM } from '../../../lib/portal/find.ts';
import { MissingAnchor } from '../../../lib/portal/portal.ts';
import type { Alternative } from '../../../lib/portal/profile.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { ROOTS_MAXIMUM, rootsOf } from '../../../lib/portal/roots.ts';
import { markup, portalOn, show } from './pages.ts';

const evidence = { origin: 'guessed', source: 'test', date: '2026-11-21' } as const;

/** Finds « save » on a body by the given alternatives. */
function find(html: string, ...alternatives: Alternative[]) {
  const page = show(`<!doctype html><body>${html}</body>`);
  return findAnchor({ document: page, profile: { ...iris, anchors: { title: alternatives } } }, 'title');
}
const ids = ({ elements }: { elements: HTMLElement[] }): string[] => elements.map(({ id }) => id);

const label: Alternative = { by: 'label', names: ['Titre'], ...evidence };
const near: Alternative = { by: 'near', role: 'textbox', names: ['Titre'], ...evidence };
const selector = (value: string): Alternative => ({ by: 'selector', selector: value, ...evidence });

describe('finding', () => {
  it.each([
    ['a label', '<label for="a">Titre</label><input id="a">'],
    ['a label around it', '<label>Titre * <input id="a"></label>'],
    ['aria-label', '<input id="a" aria-label="titre :">'],
    ['aria-labelledby', '<span id="t">Titre</span><input id="a" aria-labelledby="t">'],
    ['a role', '<div role="textbox" id="a" aria-label="Titre" tabindex="0"></div>'],
  ])('finds a field by %s', (_, html) => {
    expect(find(html, label)).toMatchObject({ health: 'found' });
    expect(ids(find(html, label))).toEqual(['a']);
  });

  it.each([
    ['in the next cell', '<table><tr><td>Titre :</td><td><input id="a"></td></tr></table>'],
    ['after the word', '<span>Titre</span> <input id="a">'],
    ['in the next box', '<div><div>Titre</div><div><span><input id="a"></span></div></div>'],
    ['under dt', '<dl><dt>Titre</dt><dd><input id="a"></dd></dl>'],
  ])('finds a field that stands %s, as a fallback', (_, html) => {
    expect(find(html, label, near)).toMatchObject({ health: 'fallback' });
    expect(ids(find(html, label, near))).toEqual(['a']);
  });

  it.each([
    ['another label’s', '<div>Titre</div><div>Département <input id="a"></div>'],
    ['the next line’s', '<table><tr><td>Titre</td><td></td></tr><tr><td>Département</td><td><input id="a"></td></tr></table>'],
    ['one after another word', '<span>Titre</span><span>Département</span><input id="a">'],
    ['one of another name', '<label>Titre du document <input id="a"></label>'],
  ])('does not take for it %s', (_, html) => {
    expect(find(html, label, near)).toEqual({ health: 'missing', elements: [], alternative: null });
  });

  it('T5 leaves out what is hidden or out of use', () => {
    const hidden = ['hidden', 'style="display:none"', 'disabled', 'type="hidden"'].map((how) => `<input aria-label="Titre" ${how}>`).join('');
    expect(ids(find(`${hidden}<template><input aria-label="Titre"></template><details><summary>x</summary><input aria-label="Titre"></details><input id="a" aria-label="Titre">`, label))).toEqual(['a']);
  });

  it('goes to the next alternative only when the one before finds nothing', () => {
    expect(ids(find('<input id="b"><label>Titre <input id="a"></label>', label, selector('#b')))).toEqual(['a']);
    expect(ids(find('<input id="b">', label, selector('#b')))).toEqual(['b']);
  });

  it('takes a selector that cannot be read, or matches a whole page, for finding nothing', () => {
    expect(find('<input>', selector('[[['))).toEqual({ health: 'missing', elements: [], alternative: null });
    expect(find('<i></i>'.repeat(MATCHES_MAXIMUM), selector('i'))).toEqual({ health: 'missing', elements: [], alternative: null });
  });

  it('looks at a bounded number of shadow roots', () => {
    const page = show('<!doctype html><body></body>');
    for (let count = 0; count < ROOTS_MAXIMUM * 2; count += 1) page.body.appendChild(page.createElement('app-x')).attachShadow({ mode: 'open' });
    expect(rootsOf(page)).toHaveLength(ROOTS_MAXIMUM);
  });

  it('throws the name of what is missing, and only then', () => {
    const portal = portalOn(show(markup('classic/other')));
    expect(() => portal.require('applyFilter')).toThrow(MissingAnchor);
    expect(() => portal.require('applyFilter')).toThrow(/applyFilter/u);
    expect(portal.find('applyFilter')).toBeNull();
  });

  it('looks for a field in the form that saves, not in a filter beside it', () => {
    const page = show(markup('classic/form'));
    const filter = page.createElement('div');
    filter.append(Object.assign(page.createElement('label'), { textContent: 'Date' }));
    filter.firstElementChild!.append(Object.assign(page.createElement('input'), { value: '2020-01-01' }));
    page.body.prepend(filter);
    const portal = portalOn(page);
    expect(areaOf(portal, 'form')).toBe(page.querySelector('form'));
    expect(portal.readForm()?.start).toBe(Date.UTC(2026, 10, 24, 14));
  });

  it('never reads our own nodes', () => {
    const html = '<div data-passerelle><input id="b" aria-label="Titre"></div><passerelle-x data-passerelle=""><input id="c" aria-label="Titre"></passerelle-x><input id="a" aria-label="Titre">';
    expect(ids(find(html, label))).toEqual(['a']);
  });
});
