/**
 * T1, T2, T6 stand in guard.test.ts, T3 and T12 in observe.test.ts, T13 and T14 are proved in the browser (the engine runs no
 * page script and sends nothing).
 */
import { describe, expect, it } from 'vitest';
import { families, markup, parse, portalOn, show } from './pages.ts';

const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour + 5, minute);
const statuses = (page: Document): unknown[] => {
  const portal = portalOn(page);
  return (portal.readGrid() ?? portal.readList())?.reading.bookings.map(({ status }) => status) ?? [];
};
const withoutWords = (html: string): string => html.replace(/(class="(?:statut|x60)[^"]*") title="[^"]*"/gu, '$1').replace(/<\/span> (?:À approuver|Approuvée|Annulée)<\/td>/gu, '</span></td>');

describe('T4 dates of a form', () => {
  const times = (rows: string): unknown => {
    const form = portalOn(show(`<!doctype html><body><form><button>Enregistrer et Fermer</button><label>Titre <input value="Forum"></label>${rows}<label>Commentaires <textarea></textarea></label></form></body>`)).readForm();
    return form && [form.start, form.end];
  };
  const expected = [at(24, 9), at(24, 10, 30)];

  it.each([
    ['an ISO date and seconds since midnight', '<label>Date <input value="2026-11-24"></label><label>Heure de début <select><option value="32400">09:00</option></select></label><label>Heure de fin <select><option value="37800">10:30</option></select></label>'],
    ['bare seconds', '<label>Date <input value="2026-11-24"></label><label>Heure de début <input value="32400"></label><label>Heure de fin <input value="37800"></label>'],
    ['split selects under a legend', '<fieldset><legend>Date</legend><label>Jour <select><option>24</option></select></label><label>Mois <select><option value="11">Novembre</option></select></label><label>Année <select><option>2026</option></select></label></fieldset><fieldset><legend>Heure de début</legend><label>Heure <select><option>09</option></select></label><label>Minutes <select><option>00</option></select></label></fieldset><fieldset><legend>Heure de fin</legend><label>Heure <select><option>10</option></select></label><label>Minutes <select><option>30</option></select></label></fieldset>'],
    ['split selects with numbers', '<fieldset><legend>Date</legend><label>Jour <select><option>24</option></select></label><label>Mois <select><option>11</option></select></label><label>Année <select><option>2026</option></select></label></fieldset><label>Heure de début <input value="9 h"></label><label>Heure de fin <input value="10 h 30"></label>'],
    ['a duration and its unit', '<label>Date <input value="24/11/2026"></label><label>Heure de début <select><option>09:00</option></select></label><table><tr><td><label for="d">Durée</label></td><td><input id="d" value="90"> <label for="u">Unité</label> <select id="u"><option selected>minutes</option><option>heures</option></select></td></tr></table>'],
    ['a duration in words', '<label>Date <input value="24/11/2026"></label><label>Heure de début <input value="09:00"></label><label>Durée <input value="1 h 30"></label>'],
    ['two local moments', '<label>Début <input type="datetime-local" value="2026-11-24T09:00"></label><label>Fin <input type="datetime-local" value="2026-11-24T10:30"></label>'],
    ['long French moments', '<label>Début <input value="mardi 24 novembre 2026 - 09:00"></label><label>Fin <input value="mardi 24 novembre 2026 - 10:30"></label>'],
  ])('reads %s', (_, rows) => {
    expect(times(rows)).toEqual(expected);
  });

  it('reads no hour where none is chosen', () => {
    expect(times('<label>Date <input value=""></label><label>Heure de début <select><option></option></select></label>')).toEqual([null, null]);
  });
});

describe.each(['classic', 'roles'] as const)('traits of the family %s', (family) => {
  it('T10 reads a status from the legend when only an icon or a class says it', () => {
    const names = ['pending', 'approved', 'approved', 'cancelled'];
    expect(statuses(show(withoutWords(markup(`${family}/calendar`))))).toEqual(names);
    expect(statuses(show(withoutWords(markup(`${family}/list`))))).toEqual(['pending', 'approved', 'cancelled']);
  });

  it('T10 says unknown when nothing explains the mark', () => {
    const page = show(withoutWords(markup(`${family}/list`)));
    page.querySelector('.legende, .x90')!.remove();
    expect(statuses(page)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  it('T8 reads a list without titles, and does not invent one', () => {
    const page = show(markup(`${family}/list`));
    page.querySelectorAll('table:last-of-type tr').forEach((row) => row.children.length === 9 && row.children[2]!.remove());
    expect(portalOn(page).readList()?.reading.bookings.map(({ title, number }) => [title, number])).toEqual([[null, '104200'], [null, '104201'], [null, '104203']]);
  });

  it.each([['24/11/2026 09:00', '24/11/2026 10:30'], ['mardi 24 novembre 2026 - 09:00', 'mardi 24 novembre 2026 - 10:30'], ['24 nov. 2026, 9 h', '24 nov. 2026, 10 h 30'], ['2026-11-24 09:00', '10:30']])('T11 reads « %s » to « %s »', (start, end) => {
    const page = show(markup(`${family}/list`).replace('2026-11-24 09:00', start).replace('2026-11-24 10:30', end));
    expect(portalOn(page).readList()?.reading.bookings[0]).toMatchObject({ start: at(24, 9), end: at(24, 10, 30) });
  });

  it('T15 knows the licence and the establishment by names cut at 25 characters', () => {
    const page = show(markup(`${family}/list`).replaceAll('Licence ZOOM Web 5000 participants', 'Licence ZOOM Web 5000 par…').replaceAll('CHU de Québec – Université Laval', 'CHU de Québec – Universit…'));
    expect(portalOn(page).readList()?.reading.bookings[1]).toMatchObject({ serviceId: 'web5000', establishmentId: 'chu-quebec', resource: 'Licence ZOOM Web 5000 par…' });
  });

  it('T15 takes the whole name from the tooltip of a cut one', () => {
    const page = show(markup(`${family}/list`).replaceAll('<td>Forum des cadres</td>', '<td title="Forum des cadres">Forum des ca…</td>'));
    expect(portalOn(page).readList()?.reading.bookings[0]?.title).toBe('Forum des cadres');
  });

  it('T16 reads labels with wrong capitals and names without accents', () => {
    const shout = (html: string): string => html.replace(/>([^<>]*[éèê][^<>]*)</gu, (_, text: string) => `>${text.replace(/[éèê]/gu, (letter) => letter.toUpperCase())}<`);
    const portal = portalOn(show(shout(markup(`${family}/list`)).replace('CISSS de la Côte-Nord', 'CISSS de la Cote-Nord')));
    expect(portal.kind()).toBe('list');
    expect(portal.readList()?.reading.bookings.map(({ establishmentId, status }) => [establishmentId, status])).toEqual([['cisss-cote-nord', 'pending'], ['chu-quebec', 'approved'], ['iucpq', 'cancelled']]);
  });

  it('T12 does not see a form that is kept hidden', () => {
    const page = show(markup(`${family}/form`));
    page.querySelector('form')!.style.display = 'none';
    expect(portalOn(page).kind()).toBeNull();
    expect(portalOn(page).readForm()).toBeNull();
  });
});

describe('several at once', () => {
  it('reads bookings that share a cell, each with its own hours', () => {
    const rooms = portalOn(show(markup('classic/calendar'))).readGrid()?.rows[1]?.bookings;
    expect(rooms?.map(({ start, end, title, status }) => [start, end, title, status])).toEqual([
      [at(24, 10), at(24, 12), 'Comité de 10 h', 'approved'],
      [at(24, 10, 15), at(24, 11), 'Autre', 'cancelled'],
    ]);
  });

  it('reads hours from the columns when a booking says none', () => {
    const html = markup('classic/calendar').replace(/ <span>(?:09:00 - 10:30|13:00 - 15:00)<\/span>/gu, '').replaceAll('class="resa ', 'class="reservation ');
    const hours = portalOn(show(html)).readGrid()?.rows[0]?.bookings.map(({ start, end }) => [start, end]);
    expect(hours).toEqual([[at(24, 9), at(24, 10, 30)], [at(24, 13), at(24, 15)]]);
  });

  it('takes the year of a day head from the address', () => {
    const html = markup('classic/calendar').replace('value="2026-11-24"', 'value=""');
    expect(portalOn(show(html), { url: 'https://x.test/r?date=2028-11-24' }).readGrid()?.reading.bookings[0]?.start).toBe(Date.UTC(2028, 10, 24, 14));
  });

  it.each(families)('finds the page in a frame of the same origin, in the family %s', (family) => {
    const page = show('<!doctype html><body></body>');
    const frame = page.body.appendChild(page.createElement('frame'));
    Object.defineProperty(frame, 'contentDocument', { value: parse(markup(`${family}/form`)) });
    expect(portalOn(page).kind()).toBe('form');
    expect(portalOn(page).readForm()?.title).toBe('Forum');
  });

  it('finds the page in an open shadow root', () => {
    const page = show('<!doctype html><body><app-page></app-page></body>');
    const root = page.querySelector('app-page')!.attachShadow({ mode: 'open' });
    root.append(...[...parse(markup('roles/list')).body.children].map((one) => page.importNode(one, true)));
    expect(portalOn(page).readList()?.reading.bookings).toHaveLength(3);
  });
});
