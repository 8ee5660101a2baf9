/** Every state that the popup can be in, as what stands in the stores; people and meetings are invented. */
import type { BookingOfLedger } from '../../lib/contract/answer.ts';
import type { Booking } from '../../lib/domain/booking.ts';
import { presets } from '../../lib/services/presets.ts';
import type { PortalReading } from '../../lib/state/readings-store.ts';
import { booking, conference, DAY, entry, facts, HOUR, NOW, ofLedger, portalReading, reading, representative, settings } from '../lib/samples.ts';
import type { Stores } from './own-pages.ts';

export interface PopupState {
  /** A sentence: what one looks at. */
  title: string;
  page: string;
  /** The label of the tab to open; the first one otherwise. */
  tab?: string;
  /** Typed into the search. */
  query?: string;
  stores: Stores;
  worker?: Record<string, unknown> | null;
}

interface World {
  person?: ReturnType<typeof settings>['person'];
  bookings?: Booking[];
  portal?: Partial<PortalReading>;
  ledger?: BookingOfLedger[];
  problem?: string | null;
  entries?: ReturnType<typeof entry>[];
  more?: Stores;
  cards?: ReturnType<typeof settings>['cards'];
}

const host = { name: 'Élodie Caron', email: 'elodie.caron@exemple.test', role: 'host', establishmentId: 'chu-quebec' } as const;

const world = ({ person, bookings = [], portal = {}, ledger = [], problem = null, entries = [], more = {}, cards }: World = {}): Stores => ({
  local: {
    settings: settings({ ...(person === undefined ? {} : { person }), ...(cards === undefined ? {} : { cards }) }),
    key: { id: 'marc-1', added: NOW, kind: 'v1' },
    outbox: { version: 1, entries, damaged: [] },
    ...more.local,
  },
  session: {
    readings: { iris: portalReading(bookings, portal) },
    ledger: { bookings: ledger, complete: true, at: NOW, checked: NOW, problem },
    ...more.session,
  },
});

const names = [
  'Bilan régional de vaccination', 'Assemblée générale des infirmières', 'Formation : prévention des infections', 'Rencontre des gestionnaires', 'Journée de la recherche clinique',
  'Table régionale de télésanté', 'Lancement du plan de main-d’œuvre', 'Conférence sur la santé mentale',
];
const places = [
  ['cisss-cote-nord', 'CISSS de la Côte-Nord'], ['chu-quebec', 'CHU de Québec – Université Laval'], ['cisss-gaspesie', 'CISSS de la Gaspésie'], ['cisss-iles', 'CISSS des Îles'],
] as const;
const presenters = ['Dre Louise Arsenault', 'Anne Tremblay', 'Étienne Lavoie', 'Marie-Ève Roy'];

/** The nth of many bookings, an hour each, from the day after on. */
export function nth(index: number, change: Partial<Booking> = {}): Booking {
  const [establishmentId, establishment] = places[index % places.length] as (typeof places)[number];
  const name = names[index % names.length] as string;
  const start = NOW + DAY + index * 2 * HOUR;
  return booking({
    number: String(105_200 + index), title: name,
    facts: { ...facts, name, participants: 300 + ((index * 137) % 4000), presenter: { name: presenters[index % 4] as string, email: null } },
    establishment, establishmentId, start, end: start + HOUR, page: `https://www.irisreservation.ca/reservations/${String(105_200 + index)}`, ...change,
  });
}

const steps = [
  { what: 'requested', at: new Date(NOW - 2 * DAY).toISOString(), detail: null },
  { what: 'approved', at: new Date(NOW - DAY).toISOString(), detail: null },
  { what: 'created', at: new Date(NOW - DAY + 60_000).toISOString(), detail: null },
  { what: 'mailSent', at: new Date(NOW - DAY + 120_000).toISOString(), detail: 'link' },
];
const dialIn = [{ number: '+14388097799', country: 'Canada' }];
const made = { ...conference, dialIn };
const scheduled = (from: Booking, change: Partial<BookingOfLedger> = {}): BookingOfLedger =>
  ofLedger({ state: 'scheduled', conference: made, steps, ...change, key: `iris:${from.number ?? ''}` }, from);

const soon = nth(0, { status: 'approved', start: NOW + HOUR / 2, end: NOW + 2 * HOUR });
const on = nth(1, { status: 'approved', start: NOW - HOUR, end: NOW + HOUR / 4 });
const evening = nth(2, { status: 'approved', start: NOW + 5 * HOUR, end: NOW + 6 * HOUR });
const day = { bookings: [soon, on, evening], ledger: [scheduled(soon, { conference: { ...made, differences: ['waitingRoom', 'duration'] } }), scheduled(on, { state: 'live' }), scheduled(evening)] };
const checklists = { 'iris:105201': { end: on.end, ticks: { 'Démarrer la rencontre Zoom': { at: NOW - HOUR + 60_000, initials: 'ÉC' }, noWaitingRoom: { at: NOW - HOUR + 90_000, initials: 'ÉC' } } } };

const past = [
  nth(3, { status: 'approved', start: NOW - DAY, end: NOW - DAY + HOUR }), nth(4, { status: 'cancelled', start: NOW - 2 * DAY, end: NOW - 2 * DAY + HOUR }),
  nth(5, { status: 'approved', start: NOW - 3 * DAY, end: NOW - 3 * DAY + HOUR }), nth(6, { status: 'approved', start: NOW - 4 * DAY, end: NOW - 4 * DAY + HOUR }),
  nth(7, { status: 'pending', start: NOW - 5 * DAY, end: NOW - 5 * DAY + HOUR }),
];
const pastLedger = [
  scheduled(past[0] as Booking, { state: 'ended', attendance: { unique: 310, peak: 287 }, steps: [...steps, { what: 'started', at: new Date(NOW - DAY).toISOString(), detail: null }, { what: 'ended', at: new Date(NOW - DAY + HOUR).toISOString(), detail: null }] }),
  scheduled(past[1] as Booking, { state: 'cancelled', conference: null }), scheduled(past[2] as Booking),
];

const hostile = '<img src=x onerror=alert(1)><script>alert(document.domain)</script>';
const odd = [
  nth(0, { title: 'é'.repeat(10_000), facts: null, requester: null, establishment: null }),
  nth(1, { facts: { ...facts, name: 'اجتماع الفريق السريري \u202eمقلوب — réunion', participants: 12, presenter: { name: '\u202eDr Bidi', email: null } } }),
  nth(2, { facts: { ...facts, name: '👩🏽‍⚕️ Bilan 🚑 santé 🫀 «\u00a0spécial\u00a0» 👨‍👩‍👧‍👦', participants: 1 } }),
  nth(3, { facts: { ...facts, name: hostile }, establishment: hostile, requester: { name: hostile, email: null }, reason: hostile }),
  nth(4, { facts: { ...facts, name: 'x'.repeat(200) } }),
];

const approved = nth(0, { status: 'approved' });
const own = nth(1, { status: 'approved', requester: { name: 'Marc Pelletier', email: 'marc.pelletier@exemple.test' } });
const incomplete = nth(2, { status: 'approved', facts: null });
const changed = nth(3, { status: 'approved', facts: { ...facts, name: 'Rencontre élargie des gestionnaires', participants: 900 } });
const sightings = { 'iris:105203': { firstSeen: NOW - DAY, end: changed.end, approved: { facts: { ...facts, name: 'Rencontre des gestionnaires' }, start: changed.start - HOUR, end: changed.end - HOUR } } };
const problem = (code: string, detail: string | null = null) => ({ code, detail, at: NOW - 60_000 }) as never;

const approver = (title: string, change: World, more: Partial<PopupState> = {}): PopupState => ({ title, page: 'popup.html', stores: world(change), ...more });
const unread = (title: string, state: PortalReading['state']): PopupState => approver(title, { portal: { state, reading: null } });
const many = Array.from({ length: 1000 }, (_, index) => nth(index));

const julie = { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test', role: 'representative', establishmentId: 'cisss-cote-nord' } as const;
const iso = (instant: number): string => new Date(instant).toISOString();
const inRoom = (index: number, change: Partial<Booking> = {}): Booking => nth(index, { serviceId: 'shared-room', resource: 'Salle Zoom Opteos', status: 'approved', requester: { name: julie.name, email: julie.email }, ...change });
const stable = 'https://compagnon.exemple.test/r/abcdefghijklmnop';
const room = (from: Booking, change: Partial<BookingOfLedger> = {}): BookingOfLedger =>
  scheduled(from, { serviceId: 'shared-room', conference: { ...conference, kind: 'permanent', passcode: null, joinLink: stable, stableLink: stable }, ...change });
const slotSoon = inRoom(0, { start: NOW + HOUR / 6, end: NOW + HOUR });
const recorded = inRoom(3, { start: NOW - 3 * HOUR, end: NOW - 2 * HOUR });
const answered = { 'iris:105200': { end: slotSoon.end, ticks: { 'Obligatoire : « Sécurité » → « Activez la salle d’attente »': { at: NOW, initials: 'JG' } } } };
const slot = { id: 'slot-1', side: 'received', service: 'shared-room', start: iso(NOW + DAY), end: iso(NOW + DAY + HOUR), establishment: null, booking: 'iris:105201', requester: 'Étienne Lavoie', purpose: 'Assemblée annuelle des gestionnaires, seule date possible', asked: iso(NOW - HOUR), state: 'open', comment: null, answered: null, free: false };
const ceded = { ...slot, id: 'slot-2', side: 'asked', booking: null, start: iso(NOW + 2 * DAY), end: iso(NOW + 2 * DAY + HOUR), requester: julie.name, state: 'ceded', comment: 'Nous passons à mardi.', answered: iso(NOW - HOUR / 2) };
const wish = { id: 'room-1', name: 'Salle des formateurs', video: false, mute: true, authentication: true, reason: 'Formation chaque jeudi matin, douze personnes', requester: { name: julie.name, email: julie.email }, establishment: null, state: 'open', comment: null, asked: iso(NOW - DAY) };
const requests = (slots: object[], rooms: object[], more: object = {}) => ({ refresh: { started: true }, 'slots.read': { ok: true, slots }, 'rooms.read': { ok: true, requests: rooms }, ...more });
const others = [4, 5].map((index) => nth(index, { serviceId: 'shared-room', resource: 'Salle Zoom Opteos', status: index === 4 ? 'approved' : 'pending', establishmentId: 'cisss-iles', establishment: 'CISSS des Îles', requester: { name: 'Luc Roy', email: 'luc.roy@exemple.test' } }));

const clinicalSoon = nth(1, { serviceId: 'clinical', resource: 'Rencontre clinique Zoom télésanté', status: 'approved', start: NOW + HOUR / 3, end: NOW + HOUR, facts: { ...facts, name: 'Rencontre virtuelle du matin', participants: 3 }, planB: 'Nous continuons au téléphone' });

export const popupStates: Record<string, PopupState> = {
  clinicalDay: { title: 'The day of a clinical meeting, whose steps are read and not ticked, beside a slot of the shared room', page: 'popup.html', stores: world({ person: host, bookings: [clinicalSoon, slotSoon], ledger: [scheduled(clinicalSoon, { serviceId: 'clinical' }), room(slotSoon)], cards: [...presets] }) },
  roomKey: { title: 'Ten minutes before a slot of the shared room, the question unanswered', page: 'popup.html', stores: world({ person: julie, ledger: [room(slotSoon)] }) },
  roomKeyReady: { title: 'The question answered: the key may be revealed', page: 'popup.html', stores: world({ person: julie, ledger: [room(slotSoon)], more: { local: { checklists: answered } } }), worker: requests([], [], { 'hostKey.reveal': { ok: true, shown: { hostKey: '482913', number: '98765432101', joinLink: 'https://zoom.exemple.test/j/98765432101', passcode: 'RoomCode', until: iso(NOW + HOUR) } } }) },
  slotAsked: { title: 'A slot of one’s own is asked for, another was ceded, and more are held by others', page: 'popup.html', stores: world({ person: julie, bookings: others, ledger: [room(inRoom(1))] }), worker: requests([slot, ceded], []) },
  roomWanted: { title: 'A permanent room was asked for and created', page: 'popup.html', stores: world({ person: julie }), worker: requests([], [{ ...wish, state: 'created', comment: 'Elle est prête\u00a0: le lien est dans le courriel.' }]) },
  roomDecide: approver('A permanent room waits for the CCT’s answer', {}, { worker: requests([], [wish, { ...wish, id: 'room-0', name: 'Salle de garde', state: 'refused', comment: 'La salle partagée suffit.' }]) }),
  recording: { title: 'A recording that goes within a day', page: 'popup.html', stores: world({ person: julie, ledger: [room(recorded, { state: 'ended', steps: [...steps, { what: 'recordingReady', at: iso(NOW - HOUR), detail: iso(NOW + 23 * HOUR) }] })] }), tab: 'Historique' },
  empty: approver('Nothing to approve', {}),
  one: approver('One request, its reason given', { bookings: [nth(0, { reason: 'Deux régions se joignent à nous\u00a0: la licence de 300 ne suffit pas.' })] }),
  used: {
    title: 'Requests with use and share',
    page: 'popup.html',
    stores: world({
      cards: presets.map((card) => (card.id === 'web5000' ? { ...card, quota: { ...card.quota, total: 90 } } : card)),
      portal: { reading: reading([nth(0), nth(1), nth(2), nth(4), nth(5, { status: 'approved', end: NOW + 2 * DAY + 19 * HOUR }), nth(6, { status: 'approved', end: NOW + 2 * DAY + 19 * HOUR }), nth(3, { establishment: null, establishmentId: null })], { from: NOW - 365 * DAY, to: NOW + 365 * DAY }) },
    }),
  },
  many: approver('A thousand requests', { bookings: many }),
  found: approver('A search that finds', { bookings: many.slice(0, 40) }, { query: 'sante mentale iles' }),
  foundNone: approver('A search that finds nothing here', { bookings: [nth(0), nth(5, { status: 'approved' })] }, { query: 'telesante' }),
  odd: approver('Titles of 10 000 signs, from right to left, with emoji and HTML', { bookings: odd }),
  onlyCompanion: approver('A request that the portal has not shown yet', { ledger: [ofLedger({}, nth(0, { number: null, page: null }))] }),
  loading: approver('Being read for the first time', { portal: { state: 'never', checked: null, reading: null } }),
  never: unread('Never read', 'never'),
  signedOut: unread('Signed out of the portal', 'signedOut'),
  notUnderstood: { ...unread('A list that is not understood', 'notUnderstood') },
  unreachable: unread('A portal out of reach', 'unreachable'),
  permissionMissing: unread('Without the permission', 'permissionMissing'),
  needsTab: unread('A list that only a tab can read', 'needsTab'),
  partial: approver('A part of the list', { bookings: [nth(0)], portal: { reading: reading([nth(0)], { complete: false }) } }),
  companionDown: approver('The companion out of reach', { bookings: [nth(0)], problem: 'unreachable' }),
  workerDead: approver('The worker dead', { bookings: [nth(0)] }, { worker: null }),
  noCompanion: approver('No companion set', { more: { local: { key: null, settings: settings({ companion: { address: null } }) } } }),
  toCreate: approver('To create: ready, one’s own, incomplete and changed since', { bookings: [approved, own, incomplete, changed], more: { local: { sightings } } }, { tab: 'À créer' }),
  toCreateEmpty: approver('Nothing to create', {}, { tab: 'À créer' }),
  undo: approver('Eight seconds to take it back', { bookings: [approved], entries: [entry({ key: 'iris:105200', notBefore: NOW + 6_000 })] }, { tab: 'À créer' }),
  queued: approver('Waiting for the companion', { bookings: [approved], entries: [entry({ key: 'iris:105200', attempts: 2, problem: problem('unreachable'), nextAttempt: NOW + 120_000 })] }, { tab: 'Planifiées' }),
  refused: approver('Refused by the companion', { bookings: [approved], entries: [entry({ key: 'iris:105200', state: 'refused', attempts: 1, problem: problem('forbidden', 'Le rôle de cette clé ne permet pas cette action.') })] }, { tab: 'À créer' }),
  planned: approver('Planned: as asked, mail refused, and a person must look', {
    bookings: [approved, nth(4, { status: 'approved' }), nth(5, { status: 'approved' })],
    ledger: [
      scheduled(approved), scheduled(nth(4, { status: 'approved' }), { steps: [...steps.slice(0, 3), { what: 'mailFailed', at: new Date(NOW - HOUR).toISOString(), detail: null }] }),
      scheduled(nth(5, { status: 'approved' }), { state: 'attention', message: 'Zoom a refusé la création\u00a0: la licence de l’hôte n’a plus le complément Webinaire 5000.' }),
    ],
  }, { tab: 'Planifiées' }),
  review: approver('Changed in the portal after it was sent', { bookings: [nth(0, { status: 'approved', facts: { ...facts, name: 'Bilan national de vaccination', participants: 2500 }, start: NOW + 2 * DAY, end: NOW + 2 * DAY + HOUR })], ledger: [scheduled(approved)] }, { tab: 'Planifiées' }),
  orphan: approver('Cancelled in the portal, still at Zoom', { bookings: [{ ...approved, status: 'cancelled' }], ledger: [scheduled(approved)] }, { tab: 'Planifiées' }),
  today: { title: 'The host’s day: one live, one refused for it, one in the evening', page: 'popup.html', stores: world({ person: host, ...day, more: { local: { checklists } } }), tab: 'Aujourd’hui' },
  todayEmpty: { title: 'A day without meetings', page: 'popup.html', stores: world({ person: host }), tab: 'Aujourd’hui' },
  todayReady: { title: 'Ready to start', page: 'popup.html', stores: world({ person: host, bookings: [soon], ledger: [scheduled(soon)] }), tab: 'Aujourd’hui' },
  todayPanel: { title: 'The host’s day in the side panel', page: 'sidepanel.html', stores: world({ person: host, ...day, more: { local: { checklists } } }), tab: 'Aujourd’hui' },
  past: approver('What became of it', { bookings: past, ledger: pastLedger }, { tab: 'Historique' }),
  pastEmpty: approver('No history', {}, { tab: 'Historique' }),
  own: { title: 'A representative’s own requests', page: 'popup.html', stores: world({ person: representative, portal: { reading: null, state: 'never' }, ledger: [scheduled(approved), ofLedger({ key: 'iris:105206' }, nth(6))] }) },
  ownEmpty: { title: 'A representative who has asked for nothing', page: 'popup.html', stores: world({ person: representative, portal: { reading: null, state: 'never' } }) },
  panel: { title: 'The approver’s side panel, wide', page: 'sidepanel.html', stores: world({ bookings: many.slice(0, 12), ledger: day.ledger }) },
  severalLicences: approver('Two shared licences in use', { bookings: [on, nth(2, { serviceId: 'shared-room', status: 'approved', start: NOW + HOUR, end: NOW + 2 * HOUR })], ledger: [scheduled(on, { state: 'live' })], cards: [...presets] }),
};
