import { describe, expect, it } from 'vitest';
import type { CalendarPage } from './models.ts';
import { november, openPortal, signedIn } from './testing.ts';
import { textOf } from './visitor.ts';

const LICENCE = 'licence-web5000';
const path = '/reservations/ressources';
const texts = (document: Document, selector: string): string[] => [...document.querySelectorAll(selector)].map(textOf);
const filter = { operation: 'appliquer', ouvert: '1', date: '2026-11-24' };

describe('« Mes réservations de ressource », calendar mode', () => {
  it('S0-43 has « Critères », « Ressources », « Caractéristiques », the three buttons and « Légende »', async () => {
    const visitor = await signedIn(await openPortal());
    const { document } = await visitor.get(path);
    expect(texts(document, 'h1, h2, h3')).toEqual(['Mes réservations de ressource', 'Critères', 'Ressources', 'Caractéristiques']);
    expect(texts(document, '.criteres button')).toEqual(['Sauvegarder les filtres', 'Réinitialiser les filtres', 'Appliquer le filtre']);
    expect(textOf(document.querySelector('.onglet-legende'))).toBe('Légende');
    expect(texts(document, '.legende li')).toEqual(['✓ Approuvée', '– Annulée', '? À approuver', '✕ Rejetée', '! À confirmer']);
    expect(document.querySelector('.criteres')?.classList.contains('ferme')).toBe(true);
  });

  it('S0-39 and S0-44 name the installation with en dashes in the tree and the licence in its other spelling', async () => {
    const visitor = await signedIn(await openPortal());
    const { page } = await visitor.page(path);
    const { tree } = page as CalendarPage;
    const cct = tree.find((one) => one.label === 'CHU de Québec – UL – CCT');
    expect(cct?.children.map((one) => one.label)).toEqual(['Solution logicielle']);
    expect(cct?.children[0]?.children.map((one) => one.label)).toEqual(['Licence Web 5000 participants (ZOOM Web5000)']);
    expect(tree.map((one) => one.label)).toContain('CHU de Québec - UL - CHUL');
  });

  it('S0-46 and S0-47 show the numbers 12, 4, 3 and 7 at once, and the licence only when it is ticked and applied', async () => {
    const visitor = await signedIn(await openPortal());
    const first = await visitor.get(`${path}?mode=calendrier&date=2026-11-24`);
    expect(texts(first.document, '.groupe')[0]).toBe('CHU de Québec - UL - CHUL - DRI - CHUL12');
    expect(texts(first.document, 'th[scope=row]').slice(0, 3)).toEqual(['iBureau polyvalent4', 'iBureau polyvalent3', 'iBureau polyvalent7']);
    expect(first.text).not.toContain('Licence ZOOM Web 5000 participants');
    const applied = await visitor.post(`${path}/filtre`, { ...filter, noeud: [LICENCE, 'bureau-1'] });
    expect(texts(applied.document, '.groupe, th[scope=row]')).toEqual(['CHU de Québec - UL - CCT - Solution logicielle1', 'iLicence ZOOM Web 5000 participants1', 'CHU de Québec - UL - CHUL - DRI - CHUL1', 'iBureau polyvalent4']);
    expect(applied.path).toBe(`${path}?mode=calendrier&date=2026-11-24`);
    expect(applied.document.querySelector('.criteres')?.classList.contains('ferme')).toBe(false);
  });

  it('S0-41 keeps saved filters for the next session, and applied ones only for this one', async () => {
    const portal = await openPortal();
    const ticked = async (visitor: Awaited<ReturnType<typeof signedIn>>): Promise<string[]> =>
      ((await visitor.page(path)).page as CalendarPage).groups.flatMap((group) => group.rows.map((row) => row.id));
    const first = await signedIn(portal);
    await first.send(`${path}/filtre`, { ...filter, operation: 'sauvegarder', noeud: [LICENCE] });
    expect(await ticked(first)).not.toContain(LICENCE);
    const { page } = await first.page(path);
    expect((page as CalendarPage).tree[0]?.checked).toBe(true);
    const second = await signedIn(portal);
    expect(await ticked(second)).toEqual([LICENCE]);
    await second.send(`${path}/filtre`, { ...filter, operation: 'reinitialiser' });
    expect(await ticked(second)).toEqual([]);
    expect((await second.get(path)).text).toContain('Aucune ressource sélectionnée');
    expect(await ticked(await signedIn(portal))).toEqual([LICENCE]);
  });

  it('filters by « Caractéristiques »', async () => {
    const visitor = await signedIn(await openPortal());
    await visitor.page(path);
    await visitor.send(`${path}/filtre`, { ...filter, noeud: ['bureau-1', 'chul-1'], caracteristique: ['Accès universel'] });
    const { page } = await visitor.page(path);
    expect((page as CalendarPage).groups.flatMap((group) => group.rows.map((row) => row.name))).toEqual(['Salle de conférence A']);
  });

  it('heads the day « 24 Novembre », shows 8 h to 16 h, and all hours with « Voir 24h »', async () => {
    const visitor = await signedIn(await openPortal());
    const office = await visitor.get(`${path}?mode=calendrier&date=2026-11-24`);
    expect(textOf(office.document.querySelector('.jour-nom'))).toBe('24 Novembre');
    expect(texts(office.document, 'thead th')).toEqual(['Ressources', '08:00', '09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00']);
    const link = office.document.querySelector('.zone-heures a');
    expect(textOf(link)).toBe('Voir 24h');
    const all = await visitor.get(link?.getAttribute('href') ?? '');
    expect(texts(all.document, 'thead th').slice(1)).toEqual(Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`));
    const days = [...all.document.querySelectorAll('.jour a')].map((one) => one.getAttribute('href'));
    expect(days[0]).toBe(`${path}?mode=calendrier&date=2026-11-23&heures=24`);
    expect(days[1]).toBe(`${path}?mode=calendrier&date=2026-11-25&heures=24`);
  });

  it('draws a booking with title, establishment, hours and a status that a class, an icon and a title tell', async () => {
    const portal = await openPortal();
    const { number } = portal.addBooking({ resources: ['bureau-1'], title: 'Comité <de> gestion', start: november(24, '09:00'), end: november(24, '10:30'), status: 'pending' });
    const visitor = await signedIn(portal);
    const { document } = await visitor.get(`${path}?mode=calendrier&date=2026-11-24`);
    const cell = document.querySelector('.resa');
    expect(cell?.getAttribute('href')).toBe(`/reservations/${number}`);
    expect(textOf(cell)).toBe('? Comité <de> gestion CISSS de la Côte-Nord 09:00 - 10:30');
    expect(cell?.querySelector('.statut')?.getAttribute('title')).toBe('À approuver');
    expect(cell?.parentElement?.getAttribute('colspan')).toBe('6');
    expect([...(cell?.closest('tr')?.querySelectorAll('.libre') ?? [])].map((one) => one.getAttribute('colspan'))).toEqual(['4', '2', '4', '4', '4', '4', '4']);
  });

  it('leads from a free cell to the form with the resource, the day and the hour', async () => {
    const visitor = await signedIn(await openPortal());
    const { document } = await visitor.get(`${path}?mode=calendrier&date=2026-11-24`);
    const form = await visitor.get(document.querySelector('.libre a')?.getAttribute('href') ?? '');
    expect(form.path).toBe('/reservations/nouvelle?ressource=bureau-1&date=2026-11-24&heure=08:00');
    expect(form.document.querySelector('#ressource option[selected]')?.getAttribute('value')).toBe('bureau-1');
    expect(form.document.querySelector('#debut option[selected]')?.getAttribute('value')).toBe('08:00');
  });

  it('shows a booking that crosses midnight on both days', async () => {
    const portal = await openPortal();
    portal.addBooking({ resources: ['bureau-1'], title: 'Garde', start: november(24, '22:00'), end: november(25, '02:00') });
    const visitor = await signedIn(portal);
    const spans = await Promise.all(['24', '25'].map(async (day) => {
      const { page } = await visitor.page(`${path}?date=2026-11-${day}`);
      return (page as CalendarPage).groups[0]?.rows[0]?.bookings.map(({ from, to }) => [from, to]);
    }));
    expect(spans).toEqual([[[1320, 1440]], [[0, 120]]]);
  });
});
