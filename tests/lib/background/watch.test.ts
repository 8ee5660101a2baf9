import { state } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { addressesStore } from '../../../lib/state/addresses-store.ts';
import { sightingsStore } from '../../../lib/state/sightings-store.ts';
import { markup } from '../portal/pages.ts';
import { HOUR, NOW, representative, settings } from '../samples.ts';
import { type Answer, html, redirected, row, list, read, scene, begin } from './watch-support.ts';

beforeEach(begin);

describe('reading a portal by the clock', () => {
  it('finds the requests without a tab, with the session’s cookie', async () => {
    const entry = await read();
    expect(entry).toMatchObject({ state: 'ok', checked: NOW, reading: { complete: true, bookings: [{ number: '104200', status: 'pending', serviceId: 'web5000', establishmentId: 'cisss-cote-nord' }] } });
  });

  it('S0-47 keeps no booking of another resource', async () => {
    scene.portal = () => html(list([row(1, 'À approuver', 'Bureau polyvalent'), row(2)]));
    expect((await read())?.reading?.bookings.map(({ number }) => number)).toEqual(['2']);
  });

  it('is for those who approve: a representative’s worker asks nothing', async () => {
    expect(await read({ person: representative })).toBeUndefined();
    expect(scene.asked).toEqual([]);
  });

  it('asks nothing of a portal that is switched off, or whose permission is not held', async () => {
    await read({ portals: settings().portals.map((one) => ({ ...one, enabled: false })) });
    state.granted.clear();
    await read();
    expect(scene.asked).toEqual([]);
  });

  it('remembers since when a request is known (F11)', async () => {
    await read();
    await read({}, NOW + HOUR);
    expect((await sightingsStore.load())['iris:104200']?.firstSeen).toBe(NOW);
  });
});

describe('B.2 what is not surely a list is never zero', () => {
  const lost: [string, Answer, string][] = [
    ['the sign-in page, in place of the list', html(markup('classic/signIn')), 'signedOut'],
    ['the sign-in page, after a redirection', redirected('https://www.irisreservation.ca/connexion', markup('classic/signIn')), 'signedOut'],
    ['a single sign-on of another host', redirected('https://connexion.exemple.test/', '<h1>Bonjour</h1>'), 'signedOut'],
    ['401', html('', 401), 'signedOut'],
    ['403', html('', 403), 'signedOut'],
    ['500', html('<h1>Erreur</h1>', 500), 'unreachable'],
    ['429', html('', 429), 'unreachable'],
    ['a broken line', () => Promise.reject(new TypeError('Failed to fetch')), 'unreachable'],
    ['404', html('<h1>Introuvable</h1>', 404), 'notUnderstood'],
    ['JSON', () => Response.json({ erreur: 'session' }), 'notUnderstood'],
    ['another page of the portal', html(markup('classic/other')), 'notUnderstood'],
    ['the calendar', html(markup('classic/calendar')), 'notUnderstood'],
    ['a list without a row and without the words that it is empty', html(list([])), 'notUnderstood'],
    ['nothing', html(''), 'notUnderstood'],
    ['a page of 6 MB', html('x'.repeat(6_000_000)), 'notUnderstood'],
    ['an empty page that a script fills', html('<html><body><noscript>JavaScript requis.</noscript><div id="root"></div><script src="/a.js"></script></body></html>'), 'needsTab'],
  ];

  it.each(lost)('%s', async (_what, answer, expected) => {
    scene.portal = () => answer;
    const entry = await read();
    expect(entry).toMatchObject({ state: expected, reading: null });
  });

  it('a list that says that it is empty is zero', async () => {
    scene.portal = () => html(markup('classic/list-empty'));
    expect(await read()).toMatchObject({ state: 'ok', reading: { bookings: [], complete: true } });
  });

  it('C.2 a signed-out portal takes the cached names with it', async () => {
    await read();
    scene.portal = () => html(markup('classic/signIn'));
    expect(await read()).toMatchObject({ state: 'signedOut', reading: null, seen: [], details: {} });
  });

  it('a portal out of reach leaves what was read, with its hour', async () => {
    await read();
    scene.portal = () => html('', 502);
    expect(await read({}, NOW + HOUR)).toMatchObject({ state: 'unreachable', checked: NOW + HOUR, reading: { at: NOW } });
  });

  it('a signed-out portal is asked once a reading, and no more', async () => {
    await addressesStore.update(() => ({ iris: { reported: 'https://www.irisreservation.ca/autre', working: null, calendar: null } }));
    scene.portal = () => html(markup('classic/signIn'));
    await read();
    expect(scene.asked).toHaveLength(1);
  });
});
