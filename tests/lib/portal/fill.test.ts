import { describe, expect, it } from 'vitest';
import { fillBooking, offeredServices } from '../../../lib/portal/fill.ts';
import { allFamilies, deepAll, markup, portalOn, show } from './pages.ts';

const at = (text: string) => Date.parse(text);
/** Wednesday 2 December 2026, 13:30 to 15:00 in Toronto. */
const wanted = { start: at('2026-12-02T18:30:00Z'), end: at('2026-12-02T20:00:00Z'), serviceId: null };

const option = (page: Document, value: string, text = value): HTMLOptionElement => Object.assign(page.createElement('option'), { value, textContent: text });
/** Lists of a fixture hold only what they show: a real one has every hour and day. */
const complete = (page: Document): void => {
  for (const select of deepAll<HTMLSelectElement>(page, 'select')) {
    const shown = [...select.options].find(({ selected }) => selected)?.text ?? '';
    const add = (...texts: string[]): void => texts.forEach((text) => select.append(option(select.ownerDocument, text)));
    if (/^\d{1,2}:\d\d$/u.test(shown)) add('13:30', '15:00');
    else if (/^\d\d h \d\d$/u.test(shown)) add('13 h 30', '15 h 00');
    else if (/^\d{1,2}$/u.test(shown)) add('1', '2', '3', '13', '15');
    else if (shown === 'novembre') add('décembre');
  }
};

const row = (label: string, field: string) => `<p><label>${label} ${field}</label></p>`;
const page = (hours: string, resources = '<select><option value=""></option><option value="1" selected>Licence ZOOM Web 5000 participants</option></select>') =>
  show(`<!doctype html><body><form>${row('Ressource(s)', resources)}${row('Titre de la rencontre', '<input>')}${hours}${row('Commentaires', '<textarea></textarea>')}<button>Enregistrer et Fermer</button></form></body>`);
const list = (...options: string[]) => `<select>${options.map((one, index) => `<option ${index === 0 ? 'selected' : ''} ${one.includes('=') ? `value="${one.split('=')[0]}"` : ''}>${one.split('=').at(-1)}</option>`).join('')}</select>`;
const part = (legend: string, ...fields: [string, string][]) => `<fieldset><legend>${legend}</legend>${fields.map(([label, field]) => row(label, field)).join('')}</fieldset>`;

const shapes: [string, string][] = [
  ['text fields', row('Date', '<input value="2026-11-24">') + row('Heure de début', '<input value="09:00">') + row('Heure de fin', '<input value="10:30">')],
  ['the day first and hours as « 9 h 00 »', row('Date', '<input value="24/11/2026">') + row('Heure de début', '<input value="9 h 00">') + row('Heure de fin', '<input value="10 h 30">')],
  ['seconds since midnight', row('Date', '<input type="date" value="2026-11-24">') + row('Heure de début', list('32400=09:00', '48600=13:30')) + row('Heure de fin', list('37800=10:30', '54000=15:00'))],
  ['lists of parts', part('Date', ['Jour', list('24', '2')], ['Mois', list('11=novembre', '12=décembre')], ['Année', list('2026', '2027')]) + part('Heure de début', ['Heure', list('09', '13')], ['Minute', list('00', '30')]) + part('Heure de fin', ['Heure', list('10', '15')], ['Minute', list('30', '00')])],
  ['a start and a duration', row('Date', '<input value="2026-11-24">') + row('Heure de début', list('09:00', '13:30')) + row('Durée', '<input value="90">') + row('Unité', list('minutes', 'heures'))],
];

describe('filling in another moment', () => {
  it.each(shapes)('F04 T4 writes it into %s, and puts everything back by one call', (_name, hours) => {
    const portal = portalOn(page(hours));
    const before = portal.readForm();
    expect(before).toMatchObject({ start: at('2026-11-24T14:00:00Z'), end: at('2026-11-24T15:30:00Z') });
    const undo = fillBooking(portal, wanted);
    expect(portal.readForm()).toMatchObject({ start: wanted.start, end: wanted.end });
    expect(undo?.()).toBe(true);
    expect(portal.readForm()).toEqual(before);
  });

  it.each(allFamilies)('F04 writes it into the form of the family %s', (family) => {
    const shown = show(markup(`${family}/form`));
    complete(shown);
    const portal = portalOn(shown);
    const before = portal.readForm();
    const undo = fillBooking(portal, wanted);
    expect(portal.readForm()).toMatchObject({ start: wanted.start, end: wanted.end, title: 'Forum' });
    undo?.();
    expect(portal.readForm()).toEqual(before);
  });

  it('F04 leaves everything as it was where the form has no such hour, or does not keep it', () => {
    const portal = portalOn(page(row('Date', '<input value="2026-11-24">') + row('Heure de début', list('09:00')) + row('Heure de fin', list('10:30'))));
    const before = portal.readForm();
    expect(fillBooking(portal, wanted)).toBeNull();
    expect(portal.readForm()).toEqual(before);
    const stubborn = portalOn(page(shapes[0]![1]));
    const date = document.querySelectorAll('input')[1]!;
    date.addEventListener('input', () => { date.value = '2026-11-24'; });
    expect(fillBooking(stubborn, wanted)).toBeNull();
    expect(stubborn.readForm()).toMatchObject({ start: at('2026-11-24T14:00:00Z') });
  });

  it('F04 tells the page of each value, as a person’s hand would', () => {
    const portal = portalOn(page(shapes[2]![1]));
    const heard: string[] = [];
    document.addEventListener('change', (event) => heard.push((event.target as HTMLSelectElement).value));
    fillBooking(portal, wanted);
    expect(heard).toEqual(['2026-12-02', '48600', '54000']);
  });

  it('F04 T6 changes the service in the form’s own list, alone or among rooms, and nothing else of it', () => {
    const two = '<option value="1" selected>Licence ZOOM Web 5000 participants</option><option value="2">Salle de réunion Opteos</option><option value="3" selected>Bureau polyvalent</option>';
    const single = portalOn(page(shapes[0]![1], `<select>${two.replace('"3" selected', '"3"')}</select>`));
    expect(offeredServices(single)).toEqual(['web5000', 'shared-room']);
    const undo = fillBooking(single, { ...wanted, serviceId: 'shared-room' });
    expect(single.readForm()).toMatchObject({ serviceId: 'shared-room', start: wanted.start });
    undo?.();
    expect(single.readForm()?.serviceId).toBe('web5000');
    const several = portalOn(page(shapes[0]![1], `<select multiple>${two}</select>`));
    const back = fillBooking(several, { ...wanted, serviceId: 'shared-room' });
    expect(several.readForm()?.resources).toEqual(['Salle de réunion Opteos', 'Bureau polyvalent']);
    expect(back?.()).toBe(true);
    expect(several.readForm()?.resources).toEqual(['Licence ZOOM Web 5000 participants', 'Bureau polyvalent']);
  });
});
