import { resetBrowser, state } from '../browser.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { badgeOf, colours, shownStore, stateOf, table, writeBadge, type BadgeState } from '../../../lib/background/badge.ts';
import { situationOf, type Situation } from '../../../lib/background/situation.ts';
import { addWorkingDays } from '../../../lib/domain/holidays.ts';
import type { Health } from '../../../lib/state/health-store.ts';
import type { DeliveryProblem } from '../../../lib/state/outbox-store.ts';
import type { Sources } from '../../../lib/state/view.ts';
import { booking, DAY, entry, HOUR, NOW, ofLedger, portalReading, reading, representative, settings, sources } from '../samples.ts';

const show = (change: Partial<Sources> = {}, health: Health = {}, now = NOW) => badgeOf(situationOf(sources({ now, ...change }), health), now, 'fr');
const requests = (count: number, change: Parameters<typeof reading>[1] = {}) => {
  const bookings = Array.from({ length: count }, (_, index) => booking({ number: String(index) }));
  return { readings: { iris: portalReading(bookings, { reading: reading(bookings, change) }) } };
};
const portalIn = (how: Parameters<typeof portalReading>[1]) => ({ readings: { iris: portalReading([], { reading: null, ...how }) } });
const queue = (change: Parameters<typeof entry>[0]) => ({ outbox: { version: 1 as const, entries: [entry(change)], damaged: [] } });
/** A companion that answers with a problem, having answered rightly some time before; null: never. */
const silent = (problem: DeliveryProblem, before: number | null = HOUR) => (
  { ledger: { bookings: [], complete: true, at: before === null ? null : NOW - before, checked: NOW, problem } }
);
const stuck = queue({ problem: { code: 'unreachable', detail: null, at: NOW } });

beforeEach(resetBrowser);

describe('U10 the badge, a table from a situation to text, colour and title', () => {
  it.each<[string, Partial<Sources>, string, keyof typeof colours, string]>([
    ['no request', requests(0), '', 'count', 'Passerelle\nAucune demande à approuver\nPortail lu à 10 h 00'],
    ['one request', requests(1), '1', 'count', 'Passerelle\n1 demande à approuver\nPortail lu à 10 h 00'],
    ['several', requests(3), '3', 'count', 'Passerelle\n3 demandes à approuver\nPortail lu à 10 h 00'],
    ['a part of a list', requests(2, { complete: false }), '2+', 'count', 'Passerelle\nAu moins 2 demandes à approuver\nPortail lu à 10 h 00'],
    ['nothing in a part of a list', requests(0, { complete: false }), '?', 'unknown', 'Passerelle\nListe du portail lue en partie : aucune demande dans cette partie\nPortail lu à 10 h 00'],
    ['more than the badge holds', requests(120), '99+', 'count', 'Passerelle\n120 demandes à approuver\nPortail lu à 10 h 00'],
    ['signed out', portalIn({ state: 'signedOut' }), '?', 'unknown', 'Passerelle\nPortail fermé : ouvrez-le et connectez-vous'],
    ['never read', { readings: {} }, '?', 'unknown', 'Passerelle\nPortail pas encore lu'],
    ['out of reach, with what was read', { readings: { iris: portalReading([booking()], { state: 'unreachable' }) } }, '?', 'unknown', 'Passerelle\nPortail injoignable\n1 demande à approuver\nPortail lu à 10 h 00'],
    ['read too long ago', requests(1, { at: NOW - HOUR }), '?', 'unknown', 'Passerelle\nLe portail n’a pas été lu depuis trop longtemps\n1 demande à approuver\nPortail lu à 09 h 00'],
    ['R6 read at an hour to come, by a clock that was set back since', requests(1, { at: NOW + HOUR }), '?', 'unknown', 'Passerelle\nLe portail n’a pas été lu depuis trop longtemps\n1 demande à approuver\nPortail lu à 11 h 00'],
    ['a portal that only a tab can read', portalIn({ state: 'needsTab' }), '?', 'unknown', 'Passerelle\nLe portail ne se lit que dans un onglet : aucune demande connue du compagnon'],
    ['a list that is not understood', portalIn({ state: 'notUnderstood' }), '!', 'warning', 'Passerelle\nListe du portail non comprise : ouvrez Passerelle\nPortail pas encore lu'],
    ['a permission that is missing', portalIn({ state: 'permissionMissing' }), '!', 'warning', 'Passerelle\nPermission manquante pour lire le portail : ouvrez les options\nPortail pas encore lu'],
    ['a companion out of reach, with an event that waits', { ...requests(2), ...stuck }, '!', 'warning', 'Passerelle\nCompagnon injoignable : 1 envoi attend\n2 demandes à approuver\nPortail lu à 10 h 00'],
    ['an event that was refused', { ...requests(0), ...queue({ state: 'refused' }) }, '!', 'warning', 'Passerelle\n1 envoi refusé : ouvrez Passerelle\nPortail lu à 10 h 00'],
    ['a key that was revoked', { ...requests(2), ...silent('keyRevoked') }, '!', 'warning', 'Passerelle\nClé du compagnon refusée : ouvrez les options\n2 demandes à approuver\nPortail lu à 10 h 00'],
    ['a clock that the companion refuses', { ...requests(0), ...silent('clock') }, '!', 'warning', 'Passerelle\nHorloge de ce poste décalée : le compagnon refuse ce qu’elle signe\nPortail lu à 10 h 00'],
    ['a companion that has been silent for an hour', { ...requests(2), ...silent('unreachable', HOUR) }, '!', 'warning', 'Passerelle\nCompagnon injoignable depuis la lecture faite à 09 h 00\n2 demandes à approuver\nPortail lu à 10 h 00'],
    ['a companion that was not reached since the start', { ...requests(0), ...silent('busy', null) }, '!', 'warning', 'Passerelle\nCompagnon injoignable depuis le démarrage\nPortail lu à 10 h 00'],
    ['a companion that is being restarted', { ...requests(2), ...silent('unreachable', 60_000) }, '2', 'count', 'Passerelle\n2 demandes à approuver\nPortail lu à 10 h 00'],
    ['an address that answers 10 MB or HTML', { ...requests(0), ...silent('notCompanion') }, '!', 'warning', 'Passerelle\nLe compagnon ne répond pas comme attendu : ouvrez Passerelle\nPortail lu à 10 h 00'],
    ['no companion at all', { ...requests(1), ...silent('noAddress', null) }, '1', 'count', 'Passerelle\n1 demande à approuver\nPortail lu à 10 h 00'],
    ['an event on its way', { ...requests(1), ...queue({}) }, '1', 'count', 'Passerelle\n1 demande à approuver\nPortail lu à 10 h 00'],
  ])('%s', (_situation, change, text, colour, title) => {
    const badge = show(change);
    expect([badge.text, badge.colour]).toEqual([text, colours[colour]]);
    expect(badge.title.replaceAll('\u00a0', ' ')).toBe(title);
  });

  it('a missing permission comes before a stuck queue, a stuck queue before a closed portal', () => {
    expect(show({ ...portalIn({ state: 'permissionMissing' }), ...stuck }).title).toContain('Permission');
    expect(show({ ...portalIn({ state: 'signedOut' }), ...stuck }).title).toContain('Compagnon');
  });

  it('B.2 a signed-out portal is « ? », even when the companion knows requests: never an old number', () => {
    const known = { bookings: [ofLedger()], complete: true, at: NOW, checked: NOW, problem: null };
    expect(show({ ...portalIn({ state: 'signedOut' }), ledger: known }).text).toBe('?');
  });

  it('a portal that cannot be read without a tab still shows what the companion was told, as « at least »', () => {
    const known = { bookings: [ofLedger()], complete: true, at: NOW, checked: NOW, problem: null };
    expect(show({ ...portalIn({ state: 'needsTab' }), ledger: known }).text).toBe('1+');
    expect(show({ ...portalIn({ state: 'notUnderstood' }), ledger: known }).text).toBe('1+');
  });

  it('counts only what is still to come, and only « À approuver »', () => {
    const bookings = [booking(), booking({ number: '2', status: 'toConfirm' }), booking({ number: '3', start: NOW - 2 * HOUR, end: NOW - HOUR }), booking({ number: '4', status: 'approved' })];
    expect(show({ readings: { iris: portalReading(bookings) } }).text).toBe('1');
  });

  it('is empty for a representative, but for what keeps things from working', () => {
    const mine = { settings: settings({ person: { ...representative, name: 'Une Autre', email: 'une.autre@exemple.test' } }) };
    expect(show({ ...requests(3), ...mine })).toMatchObject({ text: '', title: 'Passerelle' });
    expect(show({ ...stuck, ...mine }).text).toBe('!');
    expect(show({ ...portalIn({ state: 'permissionMissing' }), ...mine }).text).toBe('!');
    const health: Health = { iris: { form: { page: 'form', anchors: [], failures: [{ feature: 'facts', anchor: 'title' }], at: NOW } } };
    expect(show(mine, health).text).toBe('!');
  });

  it('needs every portal: one that is closed hides the count of the others', () => {
    const two = settings({ portals: [...settings().portals, { id: 'b', name: 'B', origin: 'https://b.exemple.test', listPath: null, enabled: true }] });
    expect(show({ settings: two, readings: { iris: portalReading([booking()]), b: portalReading([], { state: 'signedOut', reading: null }) } }).text).toBe('?');
    expect(show({ settings: two, readings: { iris: portalReading([booking()]) } }).text).toBe('?');
  });

  it('speaks English as well', () => {
    expect(badgeOf(situationOf(sources(requests(2)), {}), NOW, 'en').title).toBe('Passerelle\n2 requests to approve\nPortal read at\u00a010:00\u00a0a.m.');
  });
});

describe('F11 a request that waits too long', () => {
  const since = (instant: number) => ({ ...requests(1), sightings: { 'iris:0': { firstSeen: instant, end: NOW + 9 * DAY, approved: null } } });

  it('turns the badge amber after two working days', () => {
    // Monday 10:00: two working days before is the Thursday, 10:00.
    const thursday = NOW - 4 * DAY;
    expect(show(since(thursday))).toMatchObject({ text: '1', colour: colours.late });
    expect(show(since(thursday)).title).toContain('plus de deux jours ouvrables');
    expect(show(since(thursday + 1))).toMatchObject({ colour: colours.count });
  });

  it('does not count weekends, holidays, or the hour that a clock change adds', () => {
    const at = (text: string): number => Date.parse(text);
    expect(addWorkingDays(at('2026-11-20T15:00:00Z'), 2)).toBe(at('2026-11-24T15:00:00Z'));
    // Over 1 November 2026, when clocks go back: 10:00 stays 10:00.
    expect(addWorkingDays(at('2026-10-30T14:00:00Z'), 2)).toBe(at('2026-11-03T15:00:00Z'));
    // From 23 December: the 25th and the weekend do not count.
    expect(addWorkingDays(at('2026-12-23T15:00:00Z'), 2)).toBe(at('2026-12-28T15:00:00Z'));
    // From 30 June over 1 July.
    expect(addWorkingDays(at('2027-06-30T14:00:00Z'), 1)).toBe(at('2027-07-02T14:00:00Z'));
  });
});

const quiet: Situation = {
  reads: true,
  warning: null,
  unknown: null,
  requests: { count: 0, atLeast: false, late: 0 },
  unconfirmed: 0,
  clockAhead: null,
  readAt: NOW,
};
const states: Record<BadgeState, Situation> = {
  permissionMissing: { ...quiet, warning: { kind: 'permissionMissing' } },
  refused: { ...quiet, warning: { kind: 'refused', count: 1 } },
  queued: { ...quiet, warning: { kind: 'queued', count: 1 } },
  companionKey: { ...quiet, warning: { kind: 'companionKey' } },
  companionClock: { ...quiet, warning: { kind: 'companionClock' } },
  companionUnreachable: { ...quiet, warning: { kind: 'companionUnreachable', since: NOW } },
  companionOther: { ...quiet, warning: { kind: 'companionOther' } },
  notUnderstood: { ...quiet, warning: { kind: 'notUnderstood' } },
  signedOut: { ...quiet, unknown: 'signedOut' },
  unreachable: { ...quiet, unknown: 'unreachable' },
  neverRead: { ...quiet, unknown: 'neverRead' },
  stale: { ...quiet, unknown: 'stale' },
  needsTab: { ...quiet, unknown: 'needsTab' },
  partial: { ...quiet, unknown: 'partial' },
  late: { ...quiet, requests: { count: 2, atLeast: true, late: 1 } },
  requests: { ...quiet, requests: { count: 2, atLeast: true, late: 0 } },
  unconfirmed: { ...quiet, requests: null, unconfirmed: 3 },
  none: quiet,
};

describe('D 2 the table', () => {
  it.each(Object.entries(states))('has one state for each situation: %s', (state, situation) => {
    expect(stateOf(situation)).toBe(state);
    const { text, colour } = table[state as BadgeState];
    const badge = badgeOf(situation, NOW, 'fr');
    expect(badge.colour).toBe(colours[colour]);
    expect(badge.text).toBe(text === 'n' ? (state === 'unconfirmed' ? '3' : '2+') : text);
  });

  it('U10 says the hour of the last reading in every title, as far as there is one, and its own sentence for each state', () => {
    const titles = Object.values(states).map((situation) => badgeOf(situation, NOW, 'fr').title);
    for (const title of titles) expect(title.endsWith('Portail lu à\u00a010\u00a0h\u00a000')).toBe(true);
    expect(new Set(titles).size).toBe(titles.length);
  });
});

describe('F11 the requester of a request that nobody answers', () => {
  const asked = (start: number, change: object = {}) => ({
    settings: settings({ person: representative }),
    readings: {},
    ledger: { bookings: [ofLedger({ ...change }, booking({ start, end: start + HOUR }))], complete: true, at: NOW, checked: NOW, problem: null },
  });
  // Monday 10:00: three working days later is the Thursday, 10:00.
  const thursday = NOW + 3 * DAY;

  it('sees it three working days before, in amber, and reads not to send the invitation', () => {
    expect(show(asked(thursday))).toMatchObject({ text: '1', colour: colours.late });
    expect(show(asked(thursday)).title).toContain('n’envoyez pas l’invitation');
    expect(show(asked(thursday + 1))).toMatchObject({ text: '', title: 'Passerelle' });
  });

  it('sees nothing of it once it is approved', () => {
    expect(show(asked(thursday, { state: 'scheduled' })).text).toBe('');
  });
});

it('R6 a clock that is an hour off is said in the title, even when nothing else is wrong', () => {
  const lines = (ahead: number) => badgeOf({ ...quiet, clockAhead: ahead }, NOW, 'fr').title.replaceAll('\u00a0', ' ').split('\n');
  expect(lines(HOUR)).toContain('Horloge de ce poste en avance de 1 h : mettez-la à l’heure');
  expect(lines(-HOUR)).toContain('Horloge de ce poste en retard de 1 h : mettez-la à l’heure');
});

describe('the writer', () => {
  it('is one, and writes what changed and nothing twice', async () => {
    const badge = badgeOf({ ...quiet, requests: { count: 2, atLeast: false, late: 0 } }, NOW, 'fr');
    await writeBadge(badge, null);
    await writeBadge(badge, await shownStore.load());
    expect(state.badge).toEqual({ text: '2', colour: colours.count, title: badge.title });
    expect(state.badgeWrites).toBe(1);
    await writeBadge({ ...badge, text: '3' }, await shownStore.load());
    expect(state.badge.text).toBe('3');
    expect(state.badgeWrites).toBe(2);
  });
});
