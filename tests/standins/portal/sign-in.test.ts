import { describe, expect, it } from 'vitest';
import { licenceFields, openPortal, signedIn } from './testing.ts';
import { createVisitor, textOf } from './visitor.ts';

describe('signing in', () => {
  it('sends whoever is not signed in to the home page with « Mot de passe oublié »', async () => {
    const portal = await openPortal();
    const page = await createVisitor(portal.url).get('/reservations/ressources?mode=liste');
    expect(page.path).toBe('/connexion?retour=%2Freservations%2Fressources%3Fmode%3Dliste');
    expect(page.status).toBe(200);
    expect(textOf(page.document.querySelector('a[href="/mot-de-passe"]'))).toBe('Mot de passe oublié');
    expect(page.document.querySelector('input[type=password]')).not.toBeNull();
  });

  it('brings a person back to the page they wanted, and never to another site', async () => {
    const portal = await openPortal();
    for (const [wanted, reached] of [['/reservations/nouvelle', '/reservations/nouvelle'], ['//ailleurs.test/', '/reservations/ressources'], ['/\\ailleurs.test', '/reservations/ressources']] as const) {
      const visitor = createVisitor(portal.url);
      await visitor.get('/connexion');
      const page = await visitor.post('/connexion', { utilisateur: 'representante', motDePasse: 'iris2020', retour: wanted });
      expect(page.path).toBe(reached);
    }
  });

  it('refuses a wrong password in words and signs nobody in', async () => {
    const portal = await openPortal();
    const visitor = createVisitor(portal.url);
    await visitor.get('/connexion');
    const page = await visitor.post('/connexion', { utilisateur: 'approbateur', motDePasse: 'devine' });
    expect(page.status).toBe(403);
    expect(textOf(page.document.querySelector('[role=alert]'))).toBe('Code d’utilisateur ou mot de passe invalide.');
    expect((await visitor.get('/compte/preferences')).path).toContain('/connexion');
  });

  it.each([
    ['representante', 'Julie Gagnon', 'CISSS de la Côte-Nord', false],
    ['representant2', 'Étienne Lavoie', 'CISSS du Bas-Saint-Laurent', false],
    ['approbateur', 'Marc Pelletier', 'CHU de Québec – Université Laval', true],
    ['admin', 'Sylvie Tremblay', 'CHU de Québec – Université Laval', true],
  ])('knows %s as %s of %s', async (code, name, establishment, manages) => {
    const portal = await openPortal();
    const visitor = await signedIn(portal, code);
    const { frame } = await visitor.page('/reservations/ressources');
    expect(frame.user).toMatchObject({ name, establishment });
    const entries = frame.menu.flatMap((one) => one.entries.map((entry) => entry.label));
    expect(entries.includes('Gestion des ressources')).toBe(manages);
    expect(entries).toContain('Mes préférences');
    expect((await visitor.get('/compte/utilisateurs')).status).toBe(manages ? 200 : 403);
  });

  it('T14 keeps its session cookie from programs and from other sites, and changes it at sign-in', async () => {
    const portal = await openPortal();
    const visitor = createVisitor(portal.url);
    const first = await visitor.get('/connexion');
    expect(first.headers.getSetCookie()[0]).toMatch(/^IRISSESSION=[0-9a-f]{32}; Path=\/; HttpOnly; SameSite=Lax$/u);
    const before = visitor.cookie();
    await visitor.signIn('representante');
    expect(visitor.cookie()).not.toBe(before);
  });

  it.each([
    ['without its token', { jeton: '' }, {}],
    ['with a foreign token', { jeton: 'a'.repeat(32) }, {}],
    ['without Referer', {}, { referer: '' }],
    ['from another site', {}, { referer: 'https://ailleurs.test/page' }],
  ])('T14 refuses a saving %s', async (_, fields, headers) => {
    const portal = await openPortal();
    const visitor = await signedIn(portal);
    await visitor.get('/reservations/nouvelle');
    const page = await visitor.post('/reservations/enregistrer', { ...licenceFields, ...fields }, headers);
    expect(page.status).toBe(403);
    expect(portal.bookings()).toEqual([]);
  });

  it('ends every session when asked, in both looks', async () => {
    const portal = await openPortal();
    const visitor = await signedIn(portal);
    portal.signOutAll();
    await expect(visitor.page('/compte/preferences')).rejects.toThrow('Sent to /connexion?retour=%2Fcompte%2Fpreferences');
    expect((await visitor.get('/compte/preferences')).path).toContain('/connexion');
  });

  it('answers an unknown address with a French page, never a blank one', async () => {
    const portal = await openPortal();
    const page = await createVisitor(portal.url).get('/n-existe-pas');
    expect(page.status).toBe(404);
    expect(textOf(page.document.querySelector('h1'))).toBe('Page introuvable');
    expect(textOf(page.document.querySelector('.contenu'))).toContain('La page demandée n’existe pas');
  });
});
