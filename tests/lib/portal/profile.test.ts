import { describe, expect, it } from 'vitest';
import { anchorNames } from '../../../lib/portal/anchors.ts';
import { matchesPath } from '../../../lib/portal/kind.ts';
import { portalProfile } from '../../../lib/portal/profile.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { bookingStatuses } from '../../../lib/domain/booking.ts';

/** Read from what is understood as a whole, not found by words. */
const read = ['grid', 'gridDay'];

describe('the built-in profile', () => {
  it('is a valid profile, and plain data', () => {
    expect(portalProfile.safeParse(iris).success).toBe(true);
    expect(JSON.parse(JSON.stringify(iris))).toEqual(iris);
  });

  it('knows every anchor that the engine asks for, and no other', () => {
    expect(Object.keys(iris.anchors).sort()).toEqual(anchorNames.filter((anchor) => !read.includes(anchor)).sort());
  });

  it('names every status of a booking', () => {
    expect(iris.statuses.map(({ status }) => status).sort()).toEqual(bookingStatuses.filter((status) => status !== 'unknown').sort());
  });

  it('claims as verified only what a public page says (portal.md, label table)', () => {
    const verified = new Set(Object.values(iris.anchors).flat().flatMap((alternative) => (alternative.origin === 'verified' && 'names' in alternative ? alternative.names : [])));
    expect([...verified].sort()).toEqual(
      ['Appliquer le filtre', 'Critères', 'Enregistrer et Fermer', 'Légende', 'Mes Réservations', 'Mes réservations de ressources', 'Mon compte', 'Mot de passe oublié', 'Nouvelle réservation', 'Rechercher'].sort(),
    );
  });

  it.each([
    ['an unknown way of finding', { by: 'xpath', names: ['a'] }],
    ['no name', { by: 'label', names: [] }],
    ['a name of a megabyte', { by: 'label', names: ['a'.repeat(1_000_000)] }],
    ['no origin', { by: 'label', names: ['a'], origin: undefined }],
  ])('refuses an anchor with %s', (_, alternative) => {
    const changed = { ...iris, anchors: { ...iris.anchors, save: [{ origin: 'guessed', source: 's', date: '2026-11-21', ...alternative }] } };
    expect(portalProfile.safeParse(changed).success).toBe(false);
  });
});

describe('path hints', () => {
  it.each([['*liste*', '/reservations?mode=liste', true], ['/a/*', '/a/b', true], ['/a', '/a', true], ['/a', '/a/b', false], ['*login*', '/', false], ['*', '', true]])('%s on %s is %s', (pattern, path, expected) => {
    expect(matchesPath(pattern, path)).toBe(expected);
  });

  it('is answered by a pattern made to be slow, which would otherwise never come to its end', () => {
    expect(matchesPath('*a'.repeat(60), 'a'.repeat(20_000) + 'b')).toBe(false);
  });
});
