import { describe, expect, it } from 'vitest';
import { layerProfile, versionOf } from '../../../lib/portal/layer.ts';
import { portalProfile, profilePatch, type Alternative, type ProfilePatch } from '../../../lib/portal/profile.ts';
import { anyPortal } from '../../../lib/portal/profiles/any.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { markup, portalOn, show } from './pages.ts';

const evidence = { origin: 'calibrated', source: 'calibration', date: '2026-11-22' } as const;
const label = (...names: string[]): Alternative => ({ by: 'label', names, ...evidence });
const column = (name: string): Alternative[] => [{ by: 'role', role: 'columnheader', names: [name], ...evidence }];

const patchOf = (changes: Partial<ProfilePatch>, base = iris): ProfilePatch => ({
  base: { id: base.id, version: base.version }, id: base.id, name: base.name, version: 3,
  pages: [], anchors: {}, statuses: [], dates: null, saves: null, ...changes,
});

describe('what was taught, over a profile', () => {
  it('changes nothing when it teaches nothing, but the version that it shows', () => {
    const layered = layerProfile(iris, patchOf({}));
    expect(layered).toEqual({ ...iris, taught: 3 });
    expect([versionOf(iris), versionOf(layered)]).toEqual(['1', '1.3']);
    expect(portalProfile.safeParse(layered).success).toBe(true);
  });

  it('takes the place of the words that were wrong: they are not tried any more', () => {
    const profile = layerProfile(iris, patchOf({ anchors: { title: [label('Intitulé')] } }));
    const page = show(markup('classic/form'));
    expect(portalOn(page, { profile }).find('title')).toBeNull();
    expect(portalOn(page, { profile }).writeForm('title', 'x')).toEqual({ written: false, reason: 'missing' });
    page.querySelector('label[for=a3]')!.textContent = 'Intitulé';
    expect(portalOn(page, { profile }).find('title')?.id).toBe('a3');
  });

  it('may say that the portal has none', () => {
    const profile = layerProfile(iris, patchOf({ anchors: { email: [] } }));
    expect(portalProfile.safeParse(profile).success).toBe(true);
    expect(portalOn(show(markup('classic/form')), { profile }).readForm()?.email).toBeNull();
  });

  it('gives a word to another status', () => {
    const profile = layerProfile(iris, patchOf({ statuses: [{ status: 'pending', names: ['A approuver', 'Annulée'], ...evidence }] }));
    const portal = portalOn(show(markup('boxes/list')), { profile });
    expect(portal.readList()?.reading.bookings.map(({ status }) => status)).toEqual(['pending', 'approved', 'pending']);
    expect(profile.statuses.filter(({ status }) => status === 'cancelled').flatMap(({ names }) => names)).not.toContain('Annulée');
  });

  it('reads the month first on a portal that writes so', () => {
    const profile = layerProfile(iris, patchOf({ dates: [{ shape: 'monthFirst', ...evidence }, { shape: 'colon', ...evidence }, { shape: 'dateAndTime', ...evidence }] }));
    const html = markup('frames/list.frame').replaceAll('2026-11-24', '11/24/2026');
    expect(portalOn(show(html), { profile }).readList()?.reading.bookings[0]?.start).toBe(Date.UTC(2026, 10, 24, 14));
    expect(portalOn(show(html)).readList()?.reading.bookings).toEqual([]);
  });

  it('says by its own landmarks what a page of a kind shows', () => {
    const profile = layerProfile(iris, patchOf({ pages: [{ kind: 'form', paths: ['/b/*'], landmarks: { all: ['save', 'freeText'], any: [], none: ['password'] }, ...evidence }], anchors: { title: [] } }));
    const portal = portalOn(show(markup('classic/form')), { profile });
    expect(portal.kind()).toBe('form');
    expect(portal.writeForm('freeText', 'x')).toEqual({ written: true });
    expect(profile.pages.filter(({ kind }) => kind === 'form')).toHaveLength(1);
    expect(profile.pages.filter(({ kind }) => kind === 'list')).toEqual(iris.pages.filter(({ kind }) => kind === 'list'));
  });
});

describe('a portal that no profile knows', () => {
  const words = { columnNumber: 'Réf.', columnResource: 'Bien', columnTitle: 'Intitulé', columnStart: 'Du', columnEnd: 'Au', columnStatus: 'Phase' } as const;
  const anchors = {
    ...Object.fromEntries(Object.entries(words).map(([anchor, name]) => [anchor, column(name)])),
    save: [{ by: 'role', role: 'button', names: ['Poser'], ...evidence }],
    title: [label('Intitulé')], freeText: [label('Propos')], start: [label('Du')], end: [label('Au')], resource: [label('Bien')],
  } as ProfilePatch['anchors'];
  const patch = patchOf({ id: 'autre', name: 'Autre', anchors, statuses: [{ status: 'pending', names: ['Posée'], ...evidence }] }, anyPortal);
  const profile = layerProfile(anyPortal, patch);
  const form = '<!doctype html><body><form><label>Bien <select><option>Licence ZOOM Web 5000 participants</option></select></label><label>Intitulé <input value="Forum"></label><label>Du <input value="24/11/2026 9 h"></label><label>Au <input value="24/11/2026 10 h 30"></label><label>Propos <textarea></textarea></label><button>Poser</button></form></body>';
  const list = `<!doctype html><body><table><tr>${Object.values(words).map((name) => `<th>${name}</th>`).join('')}</tr><tr><td>77-12</td><td>Licence ZOOM Web 5000 participants</td><td>Forum</td><td>24/11/2026 9 h</td><td>24/11/2026 10 h 30</td><td>Posée</td></tr></table></body>`;

  it('is read and written by what was taught alone', () => {
    expect(profilePatch.safeParse(patch).success).toBe(true);
    expect(portalProfile.safeParse(profile).success).toBe(true);
    const onForm = portalOn(show(form), { profile });
    expect(onForm.kind()).toBe('form');
    expect(onForm.readForm()).toMatchObject({ serviceId: 'web5000', title: 'Forum', start: Date.UTC(2026, 10, 24, 14), end: Date.UTC(2026, 10, 24, 15, 30) });
    expect(onForm.writeForm('freeText', 'Bloc')).toEqual({ written: true });
    const onList = portalOn(show(list), { profile });
    expect(onList.kind()).toBe('list');
    expect(onList.readList()?.reading.bookings).toMatchObject([{ number: '77-12', status: 'pending', serviceId: 'web5000' }]);
  });

  const day = '<h1>L’agenda du mardi 24 novembre 2026</h1>';
  const calendar = (heading: string, more = '') => `<!doctype html><body>${heading}${more}<div><div><div>Salles</div>${[8, 9, 10, 11, 12].map((hour) => `<div>${hour} h</div>`).join('')}</div><div><div>Licence ZOOM Web 5000 participants</div><div></div><div><i>Forum</i></div><div><i>Forum</i></div><div></div><div><i>Comité</i></div></div></div></body>`;
  const told: ProfilePatch['anchors'] = { dayHeading: [{ by: 'text', names: ['L’agenda du…'], ...evidence }], gridBooking: [{ by: 'selector', selector: 'div:not(:empty)', ...evidence }] };
  const withDay = layerProfile(anyPortal, patchOf({ anchors: told }, anyPortal));

  it('C5 has the day of its grid read from the words that were shown, with their own words around it', () => {
    expect(portalOn(show(calendar(day)), { profile: layerProfile(anyPortal, patchOf({}, anyPortal)) }).readGrid()).toBeNull();
    const grid = portalOn(show(calendar(day)), { profile: withDay }).readGrid();
    expect(grid?.rows.map(({ serviceId }) => serviceId)).toEqual(['web5000']);
    expect(grid?.reading.bookings.map(({ title, start, end, doubts }) => [title, start, end, doubts])).toEqual([
      ['Forum', Date.UTC(2026, 10, 24, 14), Date.UTC(2026, 10, 24, 16), ['hoursByPlace']],
      ['Comité', Date.UTC(2026, 10, 24, 17), Date.UTC(2026, 10, 24, 18), ['hoursByPlace']],
    ]);
  });

  it('C5 has no day when what was shown says a second day or another number, and no other text wins over what was shown', () => {
    for (const heading of ['<h1>L’agenda du 24 novembre 2026 au 25 novembre 2026</h1>', '<h1>L’agenda du 24 novembre 2026 à 9 h</h1>']) expect(portalOn(show(calendar(heading)), { profile: withDay }).readGrid()).toBeNull();
    const reading = portalOn(show(calendar(day, '<p>26 novembre 2026</p><h2>27 novembre 2026</h2>')), { profile: withDay }).readGrid()?.reading;
    expect(reading?.from).toBe(Date.UTC(2026, 10, 24, 13));
  });

  it('is none of ours to the profile of IRIS', () => {
    expect(portalOn(show(form)).kind()).toBeNull();
    expect(portalOn(show(list)).kind()).toBeNull();
  });
});
