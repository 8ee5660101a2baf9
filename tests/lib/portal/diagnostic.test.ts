import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { furnitureLabel, furniturePath } from '../../../lib/portal/furniture.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { anyPortal } from '../../../lib/portal/profiles/any.ts';
import { versionOf } from '../../../lib/portal/layer.ts';
import { structureOf } from '../../../lib/portal/structure.ts';
import type { Health } from '../../../lib/state/health-store.ts';
import { portalDiagnostic } from '../../../lib/state/portal-diagnostic.ts';
import { withReport } from '../../../lib/state/portal-health.ts';
import { allFamilies, deepAll, markup, NOW, pageNames, portalOn, show } from './pages.ts';

/** As the popup, the options and the page copy it. */
const diagnose = (page: Document, url = 'https://www.irisreservation.ca/reservations/104200', before: Health = {}): string => {
  const portal = portalOn(page, { url });
  const report = { page: portal.kind(), anchors: portal.health(), failures: [{ feature: 'required-facts', anchor: 'save' }] };
  return portalDiagnostic({ health: withReport(before, 'iris', report, versionOf(iris), NOW), portal: 'iris', profile: iris, version: '1.2.3', disabled: [], structure: structureOf(page, url) });
};

/** All that is somebody's in the fixtures. */
const personal = ['Julie', 'Gagnon', 'Tremblay', 'Pelletier', 'Mathieu', 'exemple', 'Forum', 'Assemblée', '10420', 'IUCPQ', 'CISSS', 'CHU', 'Licence', 'ZOOM', 'polyvalent'];

describe.each(allFamilies)('the diagnostic of the family %s', (family) => {
  it.each(pageNames)('holds nothing of anyone on the page %s', (name) => {
    const text = diagnose(show(markup(`${family}/${name}`)));
    expect(personal.filter((word) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    expect(text).toMatch(/^Passerelle 1\.2\.3\nportal: iris, profile: 1\n/u);
  });
});

describe('the diagnostic', () => {
  it('says what a helper needs: versions, page, anchors with their origin, labels of the portal’s own furniture', () => {
    const text = diagnose(show(markup('classic/form')));
    expect(text).toMatch(/^page form \(2026-11-21T17:00Z\)$/mu);
    expect(text).toContain('structure: path /reservations/…\n');
    expect(text).toContain('anchor title: found (1) by label (guessed 2026-11-21) last well 2026-11-21T17:00Z');
    expect(text).toContain('failure required-facts: save');
    expect(text).toContain('button « enregistrer et fermer »');
    expect(text).toContain('input[type=text] « titre de la rencontre »');
  });

  it('names the frames and shadow roots that a page is made of', () => {
    expect(diagnose(show(markup('frames/form')))).toContain('-- frame');
    expect(diagnose(show(markup('components/form')))).toContain('-- shadow root');
  });

  it.each(['Julie Tremblay', 'Titre de Julie', '418 555-1234', 'julie@exemple.ca', '1050, chemin Sainte-Foy', 'Réservation 104200', 'Zoom', 'J. S.', 'x'.repeat(1_000_000)])('masks « %s »', (text) => {
    expect(furnitureLabel(text)).toBe('…');
  });

  it('knows every word of the built-in profiles', () => {
    const labels = [iris, anyPortal].flatMap(({ anchors, statuses }) => [...Object.values(anchors).flat().flatMap((one) => ('names' in one ? one.names : [])), ...statuses.flatMap(({ names }) => names)]);
    expect(labels.filter((label) => /\p{L}{2}/u.test(label) && furnitureLabel(label) === '…')).toEqual([]);
  });

  it('keeps no name in an address', () => {
    expect(furniturePath('/reservations/julie.tremblay/104200/modifier')).toBe('/reservations/…/…/modifier');
  });

  it('stays short on a page of fifty thousand elements', { timeout: 120_000 }, () => {
    const text = diagnose(show(`<!doctype html><body>${'<div><button>Enregistrer</button><a href="#">x</a></div>'.repeat(1000)}${'<p>x</p>'.repeat(5000)}</body>`));
    expect(text.length).toBeLessThan(40_000);
    expect(text.split('\n').length).toBeLessThan(400);
  });
});

describe('by property', () => {
  const first = fc.constantFrom('Julie', 'Marc-André', 'Zoé', 'Noémie', 'Jean', 'Élise', 'Ahmed', 'Wei', 'Siobhán', 'Nguyễn', 'Rose', 'Claude');
  const last = fc.constantFrom('Tremblay', 'Gagnon', 'Côté', 'St-Pierre', 'O’Neil', 'Nguyen', 'Lévesque', 'Dupuis', 'Roy', 'Bouchard-Lavoie');
  const person = fc.tuple(first, last).map((names) => names.join(' '));
  const title = fc.tuple(fc.constantFrom('Forum', 'Comité stratégique', 'Webinaire', 'Rencontre clinique', 'Colloque', 'Cellule de crise'), fc.constantFrom('cancer', 'ressources humaines', 'Covid', 'deuil', 'licenciements', 'oncologie')).map((words) => words.join(' – '));
  const number = fc.integer({ min: 1000, max: 99_999_999 }).map(String);
  const email = fc.tuple(first, last).map(([one, other]) => `${one}.${other}@sss.gouv.qc.ca`);
  const phone = fc.tuple(fc.integer({ min: 200, max: 999 }), fc.integer({ min: 200, max: 999 }), fc.integer({ min: 1000, max: 9999 })).map(([area, office, line]) => `${String(area)} ${String(office)}-${String(line)}`);
  const address = fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.constantFrom('boulevard Laurier', 'rue Saint-Jean', 'chemin Sainte-Foy')).map(([at, street]) => `${String(at)}, ${street}`);
  const secret = fc.record({ person, title, number, email, phone, address });

  /** A page with the insides of its frames and of its open shadow roots: each is written to. */
  const treesOf = (page: Document): (Document | ShadowRoot)[] => [
    page,
    ...deepAll(page, '*').flatMap((element) => [element.shadowRoot ?? [], (element as HTMLIFrameElement).contentDocument ?? []].flat()),
  ];
  const pageOf = (tree: Document | ShadowRoot): Document => (tree.nodeType === 9 ? (tree as Document) : tree.ownerDocument!);
  const topOf = (tree: Document | ShadowRoot): ParentNode => (tree as Document).body ?? tree;

  /** Where a portal shows such things: cells, fields, headings, buttons, tooltips, labels, options, pictures, the address. */
  const places: ((tree: Document | ShadowRoot, text: string) => void)[] = [
    (tree, text) => tree.querySelectorAll('td,dd,.v,.c').forEach((cell) => cell.childElementCount === 0 && cell.append(` ${text}`)),
    (tree, text) => tree.querySelectorAll('h1,h2,.big').forEach((heading) => heading.append(` ${text}`)),
    (tree, text) => tree.querySelectorAll('h1,h2,th,label,legend,dt,button').forEach((label, index) => index % 3 === 0 && label.replaceChildren(text)),
    (tree, text) => tree.querySelectorAll('input,textarea').forEach((field) => { field.setAttribute('value', text); field.setAttribute('placeholder', text); field.setAttribute('title', text); (field as HTMLInputElement).value = text; }),
    (tree, text) => tree.querySelectorAll('a,button,.btn').forEach((button) => { button.setAttribute('aria-label', text); button.setAttribute('title', text); }),
    (tree, text) => tree.querySelectorAll('option').forEach((option) => { option.textContent = text; }),
    (tree, text) => tree.querySelectorAll('*').forEach((element, index) => index % 5 === 0 && element.setAttribute('data-x', text)),
    (tree, text) => { const nav = pageOf(tree).createElement('nav'); const link = pageOf(tree).createElement('a'); link.href = '#'; link.textContent = text; nav.append(link); topOf(tree).prepend(nav); },
    (tree, text) => { const element = pageOf(tree).createElement(`x-${text.toLowerCase().replace(/[^a-z]/gu, '') || 'y'}`); element.setAttribute('role', text); topOf(tree).append(element); },
  ];

  /** Pieces long enough to be somebody's. */
  const piecesOf = (value: { [K in 'person' | 'title' | 'number' | 'email' | 'phone' | 'address']: string }): string[] => [
    ...value.person.split(' '), value.number, value.email, value.phone, value.address.split(', ')[1]!, ...value.title.split(' – '), value.email.split('@')[0]!,
  ];

  it.each(['frames', 'components'])('what is inside is written to as well in the family %s', (family) => {
    for (const name of pageNames) expect(treesOf(show(markup(`${family}/${name}`))).length).toBeGreaterThan(1);
  });

  it('no name, title, number, address, e-mail or phone ever appears, wherever the page shows it', { timeout: 300_000 }, () => {
    const pages = allFamilies.flatMap((family) => pageNames.map((name) => `${family}/${name}`));
    fc.assert(
      fc.property(secret, fc.constantFrom(...pages), fc.subarray(places, { minLength: 1 }), (value, name, where) => {
        const page = show(markup(name));
        for (const tree of treesOf(page)) for (const put of where) for (const text of Object.values(value)) put(tree, text);
        const url = `https://www.irisreservation.ca/${encodeURIComponent(value.person)}/${value.number}?q=${encodeURIComponent(value.email)}`;
        const text = diagnose(page, url).toLowerCase();
        const plain = text.normalize('NFD').replace(/\p{M}/gu, '');
        for (const piece of piecesOf(value)) {
          const needle = piece.toLowerCase();
          expect(text.includes(needle) || plain.includes(needle.normalize('NFD').replace(/\p{M}/gu, '')), `« ${piece} » in ${text}`).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
