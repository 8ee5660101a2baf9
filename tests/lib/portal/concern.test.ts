import { describe, expect, it } from 'vitest';
import { mayConcern } from '../../../lib/portal/concern.ts';
import { show } from './pages.ts';

const page = (html: string) => {
  const shown = show(`<!doctype html><body>${html}</body>`);
  return shown.querySelector('#new')!;
};
const never = (): boolean => false;

describe('what was added to a page', () => {
  it.each([
    ['a clock', '<div><span id="new">10:31:02</span></div>'],
    ['a toast', '<div id="new"><b>Bonjour</b> <i></i></div>'],
    ['a booking in a row that stands there', '<table><tr><td><a id="new" role="button" href="#"><b>Forum</b></a></td></tr></table>'],
    ['a booking in a line of boxes that is a row', '<div class="row"><div id="new" role="button">Forum</div></div>'],
    ['a block of ours', '<passerelle-facts data-passerelle id="new"><input></passerelle-facts>'],
  ])('can wait: %s', (_, html) => {
    expect(mayConcern(page(html), (element) => element.matches('.row'))).toBe(false);
  });

  it.each([
    ['a form', '<form id="new"></form>'],
    ['a box with a field', '<div id="new"><p><input></p></div>'],
    ['a button', '<button id="new">Enregistrer</button>'],
    ['a heading', '<div id="new"><h2>24 novembre</h2></div>'],
    ['a row', '<table><tbody><tr id="new"><td>ZOOM</td></tr></tbody></table>'],
    ['a form in a cell', '<table><tr><td><div id="new" role="dialog">Titre</div></td></tr></table>'],
    ['a tree of its own', '<div id="new"><app-page></app-page></div>'],
    ['a large part of a page', `<div id="new">${'<p>x</p>'.repeat(60)}</div>`],
    ['something with a role', '<div><span id="new" role="link">x</span></div>'],
  ])('is looked at at once: %s', (_, html) => {
    expect(mayConcern(page(html), never)).toBe(true);
  });
});
