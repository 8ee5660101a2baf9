import { describe, expect, it } from 'vitest';
import { defaultTraits, type Trait } from './index.ts';
import type { DetailPage, FormPage, ListPage } from './models.ts';
import { licenceFields, november, openPortal, signedIn } from './testing.ts';
import { textOf } from './visitor.ts';

const list = '/reservations/ressources?mode=liste';
const newForm = '/reservations/nouvelle?ressource=licence-web5000&date=2026-11-24&heure=10:00';
const booking = { title: 'Comité régional de prévention des infections', requester: 'Marie-Antoinette Desrosiers-Lévesque', start: november(24, '09:00'), end: november(24, '10:30') };
const open = async (...traits: Trait[]) => openPortal({ traits: [...defaultTraits, ...traits] });

describe('traits T1 to T16', () => {
  it('starts with T7, T9, T13 and T14', async () => {
    const { frame } = await (await signedIn(await openPortal())).page(list);
    expect(frame.traits).toEqual(['T7', 'T9', 'T13', 'T14']);
  });

  it('T1 makes the save button one of type button', async () => {
    const kind = async (...traits: Trait[]): Promise<string | null | undefined> =>
      (await (await signedIn(await open(...traits))).get(newForm)).document.querySelector('.enregistrer')?.getAttribute('type');
    expect(await kind()).toBe('submit');
    expect(await kind('T1')).toBe('button');
  });

  it.each([
    ['T4:isoSeconds', { date: '2026-11-24', debut: '36000', fin: '41400' }],
    ['T4:splitSelects', { jour: '24', mois: '11', annee: '2026', debut_heure: '10', debut_minute: '0', fin_heure: '11', fin_minute: '30' }],
    ['T4:durationUnit', { date: '2026-11-24', debut: '10:00', duree: '90', duree_unite: 'minutes' }],
  ] as const)('%s asks for dates in another shape and reads it back', async (trait, shape) => {
    const portal = await open(trait);
    const visitor = await signedIn(portal);
    const { document } = await visitor.get(newForm);
    const control = (name: string): Element | null => document.querySelector(`[name="${name}"]`);
    expect(Object.keys(shape).filter((name) => control(name) === null)).toEqual([]);
    const start = Object.keys(shape).find((name) => name.startsWith('debut')) ?? '';
    expect(control(start)?.querySelector('[selected]')?.getAttribute('value')).toBe((shape as Record<string, string>)[start]);
    await visitor.post('/reservations/enregistrer', { ...licenceFields, ...shape });
    expect(portal.bookings()[0]).toMatchObject({ start: november(24, '10:00'), end: november(24, '11:30') });
  });

  it('T5 puts a hidden, disabled twin beside each field', async () => {
    const { document } = await (await signedIn(await open('T5'))).get(newForm);
    for (const name of ['titre', 'date', 'debut', 'fin', 'commentaires']) {
      const controls = [...document.querySelectorAll(`[name="${name}"]`)];
      expect(controls.map((one) => one.hasAttribute('disabled') && one.hasAttribute('hidden'))).toEqual([true, false]);
    }
  });

  it('T6 lets one booking hold the licence and rooms', async () => {
    const portal = await open('T6');
    const visitor = await signedIn(portal);
    expect((await visitor.get(newForm)).document.querySelector('#ressource')?.hasAttribute('multiple')).toBe(true);
    await visitor.post('/reservations/enregistrer', { ...licenceFields, ressource: ['licence-web5000', 'bureau-1'] });
    expect(portal.bookings()[0]).toMatchObject({ resources: ['licence-web5000', 'bureau-1'], status: 'pending' });
  });

  it('T7 answers only whether the hour is free', async () => {
    const portal = await open();
    portal.addBooking({ start: november(24, '10:30'), end: november(24, '12:00'), status: 'approved' });
    const visitor = await signedIn(portal);
    expect((await visitor.get(newForm)).document.querySelector('#disponibilite')?.textContent).toBe('');
    const ask = async (start: string, end: string): Promise<unknown> => {
      const query = new URLSearchParams({ ressource: 'licence-web5000', date: '2026-11-24', debut: start, fin: end });
      return JSON.parse((await visitor.get(`/api/disponibilite?${query}`)).text) as unknown;
    };
    expect(await ask('09:30', '10:30')).toEqual({ libre: true });
    expect(await ask('11:00', '11:30')).toEqual({ libre: false });
    portal.setTraits(['T9']);
    expect((await visitor.get(newForm)).document.querySelector('#disponibilite')).toBeNull();
  });

  it('T8 takes the titles out of lists and of the grid', async () => {
    const portal = await open('T8');
    portal.addBooking({ ...booking, resources: ['bureau-1'] });
    const visitor = await signedIn(portal);
    for (const path of [list, '/reservations/ressources?date=2026-11-24']) expect((await visitor.get(path)).text).not.toContain('Comité régional');
    expect(((await visitor.page(list)).page as ListPage).rows[0]?.title).toBeNull();
  });

  it('T9 decides with a form of hidden fields; without it, with buttons of type button', async () => {
    const portal = await open();
    const { number } = portal.addBooking(booking);
    const marc = await signedIn(portal, 'approbateur');
    expect((await marc.get(`/reservations/${number}`)).document.querySelector('form.decision input[name=version]')).not.toBeNull();
    portal.setTraits([]);
    const { document } = await marc.get(`/reservations/${number}`);
    expect(document.querySelector('form.decision')).toBeNull();
    expect([...document.querySelectorAll('[data-decision]')].map((one) => one.getAttribute('type'))).toEqual(['button', 'button']);
  });

  it('T10 shows a status by class and icon only', async () => {
    const portal = await open('T10');
    portal.addBooking(booking);
    const visitor = await signedIn(portal);
    const { document } = await visitor.get(list);
    const cell = document.querySelector('.liste tbody tr')?.children[7];
    expect(textOf(cell ?? null)).toBe('?');
    expect(cell?.querySelector('.statut-a-approuver')?.hasAttribute('title')).toBe(false);
  });

  it.each([
    ['T11:slash', '24/11/2026 09:00'],
    ['T11:long', 'mardi 24 novembre 2026 - 09:00'],
  ] as const)('%s writes dates as « %s »', async (trait, written) => {
    const portal = await open(trait);
    const { number } = portal.addBooking(booking);
    const visitor = await signedIn(portal);
    expect(((await visitor.page(list)).page as ListPage).rows[0]?.start).toBe(written);
    expect(((await visitor.page(`/reservations/${number}`)).page as DetailPage).fields.map((one) => one.value)).toContain(written);
  });

  it('T12 sends a form that is not shown until a program ran', async () => {
    const { document } = await (await signedIn(await open('T12'))).get(newForm);
    expect(document.querySelector('#fiche')?.classList.contains('en-chargement')).toBe(true);
  });

  it('T13 has a strict policy with a fresh nonce, on every page of both looks', async () => {
    const portal = await open();
    const visitor = await signedIn(portal);
    const seen = new Set<string>();
    for (const path of [list, newForm, `${list}&look=react`, '/n-existe-pas']) {
      const { headers, text, document } = await visitor.get(path);
      const policy = headers.get('content-security-policy') ?? '';
      const nonce = /script-src 'nonce-([^']+)'/u.exec(policy)?.[1] ?? '';
      seen.add(nonce);
      expect(policy).toBe(`default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`);
      expect([...document.querySelectorAll('script')].every((one) => one.getAttribute('nonce') === nonce)).toBe(true);
      expect(text).not.toMatch(/ style=| on[a-z]+="/u);
    }
    expect(seen.size).toBe(4);
    portal.setTraits([]);
    expect((await visitor.get(list)).headers.get('content-security-policy')).toBeNull();
  });

  it('T15 cuts names at 25 characters in grids and lists, not on the booking’s own page', async () => {
    const portal = await open('T15');
    const { number } = portal.addBooking(booking);
    const visitor = await signedIn(portal);
    const [row] = ((await visitor.page(list)).page as ListPage).rows;
    expect(row).toMatchObject({ resource: 'Licence ZOOM Web 5000 par…', title: 'Comité régional de préven…', requester: 'Marie-Antoinette Desrosie…' });
    expect((await visitor.get(`/reservations/${number}`)).text).toContain(booking.title);
  });

  it('T16 writes wrong capitals and loses accents', async () => {
    const portal = await open('T16');
    portal.addBooking(booking);
    const visitor = await signedIn(portal);
    const { frame, page } = await visitor.page(list);
    expect(frame.menu.map((one) => one.label)).toEqual(['Mes rÉservations', 'Nouvelle rÉservation', 'Mon compte']);
    expect((page as ListPage).rows[0]).toMatchObject({ title: 'Comite regional de prevention des infections', status: { word: 'À approuver' } });
    expect((page as ListPage).legend.map((one) => one.word)).toContain('RejetÉe');
  });

  it('gives both looks the same form, field for field', async () => {
    const visitor = await signedIn(await open());
    const { page } = await visitor.page(newForm);
    const { document } = await visitor.get(newForm);
    expect((page as FormPage).resources.find((one) => one.selected)?.label).toBe(textOf(document.querySelector('#ressource option[selected]')));
    expect([...document.querySelectorAll('.champs label')].map(textOf)).toEqual(['Ressource(s)', 'Titre de la rencontre', 'Département', 'Date', 'Heure de début', 'Heure de fin', 'Commentaires', 'Demandeur', 'Courriel']);
  });
});
