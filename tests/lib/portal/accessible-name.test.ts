import { computeAccessibleName } from 'dom-accessibility-api';
import { describe, expect, it } from 'vitest';
import { accessibleName } from '../../../lib/portal/accessible-name.ts';
import { families, markup, pageNames, show } from './pages.ts';

/** The library that others test with, which a page would have to carry. */
const byLibrary = (element: Element): string => computeAccessibleName(element, { computedStyleSupportsPseudoElements: false });

const one = (html: string): Element => {
  const shown = show(`<body>${html}</body>`);
  return shown.querySelector('[data-asked]') ?? shown.body.firstElementChild!;
};

describe('the accessible name of an element that is shown', () => {
  it.each([
    ['a label that points at it', '<label for="a">Titre</label><input id="a" data-asked>', 'Titre'],
    ['a label around it, without its own value', '<label>Titre <input value="Réunion" data-asked> *</label>', 'Titre *'],
    ['two labels', '<label for="a">Date</label><label for="a">de début</label><input id="a" data-asked>', 'Date de début'],
    ['its label, with the value of another field in it', '<label for="a">Dans <input value="5"> minutes</label><input id="a" type="checkbox" data-asked>', 'Dans 5 minutes'],
    ['its label, with what is chosen in it', '<label for="a">Chaque <select><option>jour<option selected>mois</select></label><input id="a" type="checkbox" data-asked>', 'Chaque mois'],
    ['its label, with a range in it', '<label for="a">À <input type="range" value="7"> sur 10</label><input id="a" type="checkbox" data-asked>', 'À 7 sur 10'],
    ['others that it names', '<b id="x">Date</b><i id="y">début</i><input aria-label="Non" aria-labelledby="x y" data-asked>', 'Date début'],
    ['itself and another', '<b id="x">la salle</b><button id="y" aria-label="Supprimer" aria-labelledby="y x" data-asked>×</button>', 'Supprimer la salle'],
    ['one that is hidden and named by it', '<b id="x" style="display: none">Titre</b><input aria-labelledby="x" data-asked>', 'Titre'],
    ['nobody, when none of the named is there', '<label for="a">Titre</label><input id="a" aria-labelledby="parti" data-asked>', 'Titre'],
    ['its aria-label, before its label', '<label for="a">Non</label><input id="a" aria-label="Titre" data-asked>', 'Titre'],
    ['its label, and not what is secret in it', '<label for="a">Mot de passe <input type="password" value="x"></label><input id="a" type="checkbox" data-asked>', 'Mot de passe'],
    ['its words, without what is hidden in them', '<button data-asked>Enregistrer<span hidden style="display: none"> bientôt</span><i aria-hidden="true"> *</i></button>', 'Enregistrer'],
    ['its words, piece by piece', '<a href="#" data-asked><b>Mon</b> <i>compte</i><div>privé</div></a>', 'Mon compte privé'],
    ['what a picture in it says', '<button data-asked><img alt="Fermer"></button>', 'Fermer'],
    ['what a drawing in it says', '<button data-asked><svg><title>Fermer</title><path /></svg></button>', 'Fermer'],
    ['its tooltip, when it has no words', '<button title="Fermer" data-asked></button>', 'Fermer'],
    ['its value, a button of a form', '<input type="submit" value="Enregistrer et Fermer" data-asked>', 'Enregistrer et Fermer'],
    ['what the browser writes on it', '<input type="submit" data-asked>', 'Submit'],
    ['its other text, a picture to press', '<input type="image" alt="Rechercher" data-asked>', 'Rechercher'],
    ['its legend', '<fieldset data-asked><legend>Critères</legend><input></fieldset>', 'Critères'],
    ['its caption', '<table data-asked><caption>Ressources</caption><tr><td>1</td></tr></table>', 'Ressources'],
    ['its words, without what a button in it is called', '<h2 data-asked>Critères <button aria-label="Plier"></button></h2>', 'Critères'],
    ['its words, by its role', '<div role="tab" data-asked><span>Légende</span></div>', 'Légende'],
    ['its words, without the menu that it opens', '<div role="button" data-asked>Compte<ul role="menu"><li>Quitter</li></ul></div>', 'Compte'],
    ['nothing, a box', '<div data-asked>Des mots</div>', ''],
    ['nothing, when it is hidden', '<button style="visibility: hidden" data-asked>Fermer</button>', ''],
    ['nothing but its tooltip, a field', '<input title="Titre" placeholder="Réunion" value="x" data-asked>', 'Titre'],
    ['what it owns', '<button aria-owns="x" data-asked>Ouvrir</button><div id="x">la salle</div>', 'Ouvrir la salle'],
  ])('is given by %s', (_title, html, name) => {
    const element = one(html);
    expect(accessibleName(element)).toBe(name);
    expect(byLibrary(element), 'the library').toBe(name);
  });

  it('is given by what is put in its slots', () => {
    const host = one('<div data-asked>Fermer</div>');
    const shadow = host.attachShadow({ mode: 'open' });
    const button = document.createElement('button');
    button.append(document.createElement('slot'));
    shadow.append(button);
    expect(accessibleName(button)).toBe('Fermer');
  });

  it('ends where elements name each other', () => {
    const element = one('<div id="x" aria-owns="y" data-asked role="button">Un</div><div id="y" aria-owns="x">Deux</div>');
    expect(accessibleName(element)).toBe('Un Deux');
  });

  for (const family of families) {
    it(`is what the library finds, of each element: ${family}`, () => {
      for (const page of pageNames) {
        const elements = [...show(markup(`${family}/${page}`)).querySelectorAll('*')];
        const namedBy = (how: (element: Element) => string): string[] => elements.map((element) => `${how(element)}: ${element.localName} ${element.id} ${(element.textContent ?? '').slice(0, 80)}`);
        expect(namedBy(accessibleName)).toEqual(namedBy(byLibrary));
      }
    });
  }
});
