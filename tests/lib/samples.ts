/** Bookings, answers and settings to build tests from; people and meetings are invented. */
import type { BookingOfLedger } from '../../lib/contract/answer.ts';
import type { Booking, Reading } from '../../lib/domain/booking.ts';
import { presets } from '../../lib/services/presets.ts';
import { establishments } from '../../lib/services/roster.ts';
import { defaultNotifications } from '../../lib/state/alert-settings.ts';
import type { OutboxEntry } from '../../lib/state/outbox-store.ts';
import type { PortalReading } from '../../lib/state/readings-store.ts';
import type { Settings } from '../../lib/state/settings.ts';
import type { Sources } from '../../lib/state/view.ts';

/** Monday 23 November 2026, 10:00 in Toronto. */
export const NOW = Date.parse('2026-11-23T15:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const facts = { name: 'Bilan régional de vaccination', participants: 1200, presenter: { name: 'Dre Louise Arsenault', email: 'louise.arsenault@exemple.test' } };

export const booking = (change: Partial<Booking> = {}): Booking => ({
  portal: 'iris',
  number: '105163',
  resource: 'Licence ZOOM Web 5000 participants',
  serviceId: 'web5000',
  title: 'Bilan régional de vaccination',
  facts,
  establishment: 'CISSS de la Côte-Nord',
  establishmentId: 'cisss-cote-nord',
  requester: { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' },
  start: NOW + 3 * DAY,
  end: NOW + 3 * DAY + HOUR,
  status: 'pending',
  page: 'https://www.irisreservation.ca/reservations/105163',
  reason: null,
  ...change,
});

export const ofLedger = (change: Partial<BookingOfLedger> = {}, from: Booking = booking()): BookingOfLedger => ({
  key: `iris:${from.number ?? ''}`,
  booking: {
    portal: from.portal,
    number: from.number,
    resource: from.resource,
    ...(from.facts ?? facts),
    establishment: { id: 'cisss-cote-nord', name: 'CISSS de la Côte-Nord' },
    requester: from.requester ?? { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' },
    start: new Date(from.start).toISOString(),
    end: new Date(from.end).toISOString(),
    page: from.page,
  },
  serviceId: 'web5000',
  state: 'requested',
  message: null,
  revision: 1,
  conference: null,
  steps: [{ what: 'requested', at: new Date(NOW - HOUR).toISOString(), detail: null }],
  updated: new Date(NOW - HOUR).toISOString(),
  ...change,
});

export const conference = {
  kind: 'webinar' as const,
  id: '91234567890',
  joinLink: 'https://zoom.exemple.test/j/91234567890',
  passcode: '482913',
  dialIn: [],
  differences: [],
  invitation: { text: 'Invitation en texte', html: '<p>Invitation en <b>HTML</b></p>' },
};

export const settings = (change: Partial<Settings> = {}): Settings => ({
  version: 1,
  language: 'fr',
  person: { name: 'Marc Pelletier', email: 'marc.pelletier@exemple.test', role: 'approver', establishmentId: 'chu-quebec' },
  portals: [{ id: 'iris', name: 'IRIS', origin: 'https://www.irisreservation.ca', listPath: null, enabled: true }],
  cards: [...presets],
  roster: [...establishments],
  companion: { address: 'https://compagnon.exemple.test' },
  alerts: { everyMinutes: 5, notifications: defaultNotifications() },
  disabledFeatures: [],
  ...change,
});

export const representative = { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test', role: 'representative', establishmentId: 'cisss-cote-nord' } as const;

export const reading = (bookings: Booking[], change: Partial<Reading> = {}): Reading => ({
  bookings, complete: true, from: null, to: null, at: NOW, source: 'list', ...change,
});

export const portalReading = (bookings: Booking[], change: Partial<PortalReading> = {}): PortalReading => ({
  state: 'ok', checked: NOW, reading: reading(bookings), seen: [], details: {}, ...change,
});

export const sources = (change: Partial<Sources> = {}): Sources => ({
  settings: settings(),
  readings: { iris: portalReading([]) },
  ledger: { bookings: [], complete: true, at: NOW, checked: NOW, problem: null },
  outbox: { version: 1, entries: [], damaged: [] },
  sightings: {},
  now: NOW,
  ...change,
});

export const entry = (change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id: 'evt_1', key: 'iris:105163', type: 'booking.approved', body: '{}', created: NOW, notBefore: NOW, attempts: 0, nextAttempt: NOW,
  state: 'waiting', problem: null, finished: null, ...change,
});
