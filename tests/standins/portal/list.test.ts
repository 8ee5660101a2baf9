import { describe, expect, it } from 'vitest';
import type { PortalStandin } from './index.ts';
import type { ListPage } from './models.ts';
import { november, openPortal, signedIn } from './testing.ts';
import { textOf } from './visitor.ts';

const list = '/reservations/ressources?mode=liste';
const statuses = ['approved', 'cancelled', 'pending', 'rejected', 'toConfirm'] as const;

function fill(portal: PortalStandin): void {
  for (const [index, status] of statuses.entries()) portal.addBooking({ title: `Rencontre ${status}`, start: november(20 + index, '10:00'), end: november(20 + index, '11:00'), status });
}

async function titles(portal: PortalStandin, query: string, who = 'representante'): Promise<(string | null)[]> {
  const { page } = await (await signedIn(portal, who)).page(`${list}&${query}`);
  return (page as ListPage).rows.map((one) => one.title);
}

describe('list mode', () => {
  it('has the five statuses in the documented order, and « dont vous êtes approbateur » only for approvers', async () => {
    const portal = await openPortal();
    const boxes = async (code: string): Promise<string[]> => {
      const { document } = await (await signedIn(portal, code)).get(list);
      return [...document.querySelectorAll('.filtres input[type=checkbox]')].map((one) => textOf(one.parentElement));
    };
    const own = 'Réservations dont vous êtes le créateur';
    expect(await boxes('representante')).toEqual(['Approuvée', 'Annulée', 'À approuver', 'Rejetée', 'À confirmer', own]);
    expect(await boxes('approbateur')).toEqual(['Approuvée', 'Annulée', 'À approuver', 'Rejetée', 'À confirmer', 'Réservations dont vous êtes approbateur', own]);
  });

  it('lists number, resource, title, establishment, requester, hours, status and « Consulter »', async () => {
    const portal = await openPortal();
    const { number } = portal.addBooking({ title: 'Forum', start: november(24, '10:00'), end: november(24, '11:30'), requester: 'Annie Roy', email: 'annie.roy@exemple.test' });
    const { document } = await (await signedIn(portal)).get(list);
    expect([...document.querySelectorAll('.liste th')].map(textOf)).toEqual(['Numéro', 'Ressource', 'Titre', 'Établissement', 'Demandeur', 'Début', 'Fin', 'Statut', 'Action']);
    expect([...document.querySelectorAll('.liste tbody td')].map(textOf)).toEqual([
      number, 'Licence ZOOM Web 5000 participants', 'Forum', 'CISSS de la Côte-Nord', 'Annie Roy', '2026-11-24 10:00', '2026-11-24 11:30', '? À approuver', 'Consulter',
    ]);
  });

  it('leaves out cancelled and rejected bookings until their boxes are ticked', async () => {
    const portal = await openPortal();
    fill(portal);
    expect(await titles(portal, '')).toEqual(['Rencontre approved', 'Rencontre pending', 'Rencontre toConfirm']);
    expect(await titles(portal, 'statut=annulee&statut=rejetee')).toEqual(['Rencontre cancelled', 'Rencontre rejected']);
    expect(await titles(portal, 'statut=a-approuver')).toEqual(['Rencontre pending']);
  });

  it('restricts to what one approves or made, and to a type of resource', async () => {
    const portal = await openPortal();
    const add = (title: string, author: string, resource: string): unknown => portal.addBooking({ title, author, resources: [resource], start: november(24, '10:00'), end: november(24, '11:00') });
    add('Licence de Julie', 'representante', 'licence-web5000');
    add('Licence d’Étienne', 'representant2', 'licence-web5000');
    add('Bureau de Julie', 'representante', 'bureau-1');
    expect(await titles(portal, 'createur=1')).toEqual(['Licence de Julie', 'Bureau de Julie']);
    expect(await titles(portal, 'approbateur=1', 'approbateur')).toEqual(['Licence de Julie', 'Licence d’Étienne']);
    expect(await titles(portal, 'type=Bureau')).toEqual(['Bureau de Julie']);
  });

  it('covers a day, a week, a month or a given period, and nothing past by default', async () => {
    const portal = await openPortal();
    for (const day of ['2026-11-17', '2026-11-18', '2026-11-24', '2026-11-25', '2026-12-17', '2026-12-18']) {
      portal.addBooking({ title: day, start: Date.parse(`${day}T10:00:00-05:00`), end: Date.parse(`${day}T11:00:00-05:00`) });
    }
    expect(await titles(portal, '')).toEqual(['2026-11-18', '2026-11-24', '2026-11-25', '2026-12-17']);
    expect(await titles(portal, 'periode=jour&date=2026-11-24')).toEqual(['2026-11-24']);
    expect(await titles(portal, 'periode=semaine&date=2026-11-18')).toEqual(['2026-11-18', '2026-11-24']);
    expect(await titles(portal, 'periode=periode&du=2026-11-17&au=2026-11-17')).toEqual(['2026-11-17']);
    expect(await titles(portal, 'periode=periode&du=2026-11-01&au=2027-01-01')).toHaveLength(6);
  });

  it('« Rechercher » looks at resource, title and department, without minding accents or capitals', async () => {
    const portal = await openPortal();
    const add = (title: string, department: string): unknown => portal.addBooking({ title, department, start: november(24, '10:00'), end: november(24, '11:00') });
    add('Comité d’éthique', '');
    add('Accueil', 'Éthique clinique');
    add('Caucus', 'Finances');
    expect(await titles(portal, 'motCle=ETHIQUE')).toEqual(['Comité d’éthique', 'Accueil']);
    expect(await titles(portal, 'motCle=licence+zoom')).toHaveLength(3);
  });

  it('pages 10 to 100 a page, and says how many there are', async () => {
    const portal = await openPortal();
    for (let index = 0; index < 45; index += 1) portal.addBooking({ title: `n° ${index}`, start: november(24, '10:00') + index, end: november(24, '11:00') + index });
    const visitor = await signedIn(portal);
    const read = async (query: string): Promise<ListPage> => (await visitor.page(`${list}&${query}`)).page as ListPage;
    const first = await read('');
    expect([first.rows.length, first.total, first.summary, first.pages.length]).toEqual([20, 45, '1 à 20 sur 45', 3]);
    const last = await read('parPage=10&page=5');
    expect([last.rows.length, last.summary, last.rows[4]?.title]).toEqual([5, '41 à 45 sur 45', 'n° 44']);
    expect((await read('parPage=100')).rows).toHaveLength(45);
    expect((await read('parPage=7')).perPage).toBe(20);
    expect((await read('page=99')).summary).toBe('41 à 45 sur 45');
  });
});
