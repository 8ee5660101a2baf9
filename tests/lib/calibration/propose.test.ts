import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { propose, PROPOSALS_MAXIMUM, toKeep, withChoice, withWays, type Proposal } from '../../../lib/calibration/propose.ts';
import { targetOf } from '../../../lib/calibration/target.ts';
import type { AnchorName } from '../../../lib/portal/anchors.ts';
import { areaOf } from '../../../lib/portal/area.ts';
import { findAnchor } from '../../../lib/portal/find.ts';
import { anyPortal } from '../../../lib/portal/profiles/any.ts';
import { needOf } from '../../../lib/portal/anchors.ts';
import { show } from '../portal/pages.ts';

const DATE = '2026-11-22';
const view = () => ({ document, profile: anyPortal });
const of = (anchor: AnchorName, element: HTMLElement, page: 'form' | 'list' | 'detail' | 'calendar' = 'form') => propose({ view: view(), page, anchor, element }, DATE);
const found = (anchor: AnchorName, { alternative }: Proposal): HTMLElement[] => {
  const tried = { ...view(), profile: withWays(anyPortal, anchor, [alternative]) };
  return findAnchor(tried, anchor, areaOf(tried, needOf(anchor).area)).elements;
};
const get = (selector: string): HTMLElement => document.querySelector(selector) as HTMLElement;

beforeEach(() => show('<!doctype html><html lang="fr"><body></body></html>'));

describe('the ways that are proposed to find an element again', () => {
  it('C5 begin with its accessible name and role, then the words beside it, then a selector', () => {
    show('<!doctype html><body><form><p>Objet</p><input id="subject" aria-label="Titre"><button class="main-button">Enregistrer</button></form></body>');
    expect(of('title', get('input')).map(({ stability }) => stability)).toEqual(['name', 'name', 'neighbour']);
    expect(of('save', get('button'))[0]).toMatchObject({ stability: 'name', matches: 1, exact: true, alternative: { by: 'role', role: 'button', names: ['Enregistrer'], origin: 'calibrated', date: DATE } });
  });

  it('C5 say how many each finds, and never put one that finds several first', () => {
    show('<!doctype html><body><div><b>Salle</b><a href="/a">Choisir</a></div><div><b>Titre</b><a href="/b">Choisir</a></div></body>');
    const [first, ...rest] = of('approve', document.querySelectorAll('a')[1] as HTMLElement);
    expect(first).toMatchObject({ exact: true, matches: 1 });
    expect(rest.some(({ exact, matches }) => !exact && matches === 2)).toBe(true);
  });

  it('C5 find a control of a box without roles or labels by the words before it', () => {
    show('<!doctype html><body><div><div>Arrivée</div><div><select><option>9 h</option></select></div></div><div><div>Pendant</div><div><select><option>1 h</option></select></div></div></body>');
    expect(of('start', document.querySelectorAll('select')[0] as HTMLElement)[0]).toMatchObject({ stability: 'neighbour', alternative: { by: 'near', names: ['Arrivée'] } });
  });

  it('T4 take a date in three lists as one thing', () => {
    show('<!doctype html><body><div id="d"><div>Le jour</div><div id="box"><select><option>24</option></select><select><option>11</option></select><select><option>2026</option></select></div></div><div><div>Titre</div><input></div></body>');
    expect(targetOf(get('#box'), 'field')).toBe(get('#box'));
    const [first] = of('date', get('#box'));
    expect(first).toMatchObject({ exact: true });
    expect(found('date', first as Proposal)).toHaveLength(3);
  });

  it('keep of a text that changes each day only its beginning', () => {
    show('<!doctype html><body><h1>L’agenda du 24 novembre 2026</h1></body>');
    expect(of('dayHeading', get('h1'), 'calendar')[0]?.alternative).toMatchObject({ names: ['L’agenda du…'] });
    show('<!doctype html><body><h1>Agenda du mardi 24 novembre 2026</h1></body>');
    expect(of('dayHeading', get('h1'), 'calendar')[0]?.alternative).toMatchObject({ names: ['Agenda du…'] });
    show('<!doctype html><body><h1>Tuesday, November 24</h1><p>x</p></body>');
    expect(of('dayHeading', get('h1'), 'calendar')[0]?.alternative).toMatchObject({ by: 'selector' });
  });

  const grid = (cells: string) => `<!doctype html><body><div><div><div>Salles</div>${[8, 9, 10, 11, 12].map((hour) => `<div>${hour} h</div>`).join('')}</div><div><div>Salle A</div>${cells}</div><div><div>Salle B</div><div></div><div></div><div><i>Comité</i></div><div><i>Comité</i></div><div></div></div></div></body>`;
  const cellOf = (text: string): HTMLElement => [...document.querySelectorAll('i')].find((one) => one.textContent === text)?.parentElement as HTMLElement;

  it('C5 take one booking of the grid for its kind: the cells that hold something, on every row', () => {
    show(grid('<div><i>Forum</i></div><div></div><div></div><div></div><div></div>'));
    const [first, ...rest] = of('gridBooking', cellOf('Forum'), 'calendar');
    expect(rest).toEqual([]);
    expect(first).toMatchObject({ exact: true, matches: 3, alternative: { by: 'selector', selector: 'div:not(:empty)' } });
  });

  it('C5 take one booking of the grid by the name of its kind, and not by one that every cell has', () => {
    show(grid('<div class="heure"><b class="rencontre">Forum</b></div><div class="heure"></div><div class="heure"><b class="rencontre">Atelier</b></div><div class="heure"></div><div class="heure"></div>'));
    expect(of('gridBooking', get('b'), 'calendar').map(({ alternative, matches, exact }) => [alternative.by === 'selector' && alternative.selector, matches, exact])).toEqual([['b.rencontre', 2, true]]);
    const cell = of('gridBooking', get('.heure'), 'calendar');
    expect(cell.find(({ alternative }) => alternative.by === 'selector' && alternative.selector === 'div.heure')?.exact).toBe(false);
    expect(cell[0]?.exact).toBe(true);
  });

  it('hold what is chosen first, and of the rest nothing that only counts places', () => {
    show('<!doctype html><body><div><button>Un</button></div><div><p>Deux</p><input></div></body>');
    const proposals = of('title', get('input'));
    const kept = toKeep(proposals[0] as Proposal, proposals);
    expect(kept[0]).toBe(proposals[0]?.alternative);
    expect(kept.slice(1).every(({ by }) => by !== 'selector')).toBe(true);
  });

  it('a booking’s own page adds to what its form taught, and takes nothing from it', () => {
    const near = { by: 'near', role: 'textbox', names: ['Objet'], origin: 'calibrated', source: 'calibration', date: DATE } as const;
    const label = { by: 'near', role: 'field', names: ['Sujet'], origin: 'calibrated', source: 'calibration', date: DATE } as const;
    expect(withChoice([{ ...near, names: ['Objet'] }], [{ ...label, names: ['Sujet'] }], true)).toEqual([near, label]);
  });

  const words = fc.constantFrom('Réserver', 'Annuler', 'Salle', 'Titre', 'Objet', 'Le jour', 'Arrivée', 'Voir', 'Garder', '24');
  const leaf = fc.oneof(
    words.map((word) => `<button>${word}</button>`),
    words.map((word) => `<a href="#x">${word}</a>`),
    words.map((word) => `<span>${word}</span>`),
    words.map((word) => `<div class="b-${word.length}"><p>${word}</p><input></div>`),
    words.map((word) => `<label>${word} <select><option>1</option></select></label>`),
    fc.constant('<input hidden><input disabled>'),
    words.map((word) => `<div onclick="x()"><i></i>${word}</div>`),
  );
  const tree = fc.array(fc.oneof(leaf, fc.array(leaf, { maxLength: 4 }).map((inner) => `<section><div>${inner.join('')}</div></section>`)), { minLength: 1, maxLength: 10 });
  const anchors = fc.constantFrom<AnchorName>('save', 'title', 'applyFilter', 'freeText', 'start', 'columnTitle', 'criteria');

  it('C5 on any page find exactly what was shown, and the first never finds anything else (property)', () => {
    fc.assert(
      fc.property(tree, anchors, fc.nat(200), (parts, anchor, pick) => {
        show(`<!doctype html><html lang="fr"><body>${parts.join('')}</body></html>`);
        const all = [...document.body.querySelectorAll<HTMLElement>('*')].filter((element) => element.checkVisibility?.() !== false && !element.matches('[hidden],[disabled]'));
        fc.pre(all.length > 0);
        const element = targetOf(all[pick % all.length] as HTMLElement, anchor === 'title' || anchor === 'freeText' || anchor === 'start' ? 'field' : 'press');
        const proposals = of(anchor, element);
        expect(proposals.length).toBeLessThanOrEqual(PROPOSALS_MAXIMUM);
        const several = needOf(anchor).several === true;
        for (const [index, proposal] of proposals.entries()) {
          const elements = found(anchor, proposal);
          const isAlone = elements[0] === element && elements.length === 1;
          if (proposal.exact) expect(several && elements.length > 1 ? elements.every((one) => element.contains(one)) : isAlone).toBe(true);
          else expect(elements.includes(element) && elements.length > 1).toBe(true);
          if (index === 0 && proposals.some(({ exact }) => exact)) expect(proposal.exact).toBe(true);
        }
      }),
      { numRuns: 150, seed: 20261122 },
    );
  });
});
