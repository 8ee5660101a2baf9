/** What the popup draws, made from the stores. Pure. */
import type { Role } from '../contract/answer.ts';
import type { Booking, Instant } from '../domain/booking.ts';
import { licencesNow, type LicenceNow } from '../domain/licence-now.ts';
import type { Wait } from '../domain/waits.ts';
import type { Language } from '../i18n/translate.ts';
import type { ServiceCard } from '../services/card.ts';
import type { Checklists } from './checklist-store.ts';
import { clockAheadOf, rightNow } from './clock-store.ts';
import { usualHabits, type Habits } from './habits-store.ts';
import { failuresOf, type Health } from './health-store.ts';
import type { KeyInfo } from './keys.ts';
import type { DeliveryProblem } from './outbox-store.ts';
import { isPast, pastOf } from './past.ts';
import { requestUses, type RequestUses } from './request-use.ts';
import { redAnchors, type RedAnchor } from './portal-health.ts';
import { emptyPortalReading, type PortalState } from './readings-store.ts';
import type { Settings } from './settings.ts';
import { todayOf } from './today.ts';
import { readsRequests, viewsOf, type BookingView, type Sources } from './view.ts';

export interface PortalModel {
  id: string;
  name: string;
  origin: string;
  state: PortalState;
  /** When the worker last tried. */
  checked: Instant | null;
  /** When it was last understood. */
  readAt: Instant | null;
  /** False when only a part of the list was read. */
  complete: boolean;
  /** Anchors that a feature of the overlay missed on its last visit. */
  failures: string[];
  /** Anchors that are missing, or cannot be told apart, since each page was last looked at. */
  red: RedAnchor[];
}

export interface PopupModel {
  language: Language;
  /** What bookings are judged by: the companion's hour where this post's clock is known to be wrong. */
  now: Instant;
  /** By this post's own clock, for what it wrote down itself: what was read when, until when a click can be taken back. */
  postNow: Instant;
  /** How far this post's clock is ahead (below zero: behind), when it is worth saying; in milliseconds. */
  clockAhead: number | null;
  person: { name: string | null; role: Role; establishment: string | null; establishmentId: string | null };
  /** Whether this person approves, hence sees everyone's requests. */
  approves: boolean;
  portals: PortalModel[];
  companion: { hasAddress: boolean; hasKey: boolean; problem: DeliveryProblem | null; checked: Instant | null };
  toApprove: BookingView[];
  toCreate: BookingView[];
  planned: BookingView[];
  /** The person's own coming bookings, whatever their state; for representatives. */
  own: BookingView[];
  /** Coming slots of shared services that other establishments hold, for representatives: any may be asked for (F05). */
  others: BookingView[];
  /** The run sheet of Toronto's day (F06). */
  today: BookingView[];
  /** What is over, the newest first; a representative's own. */
  past: BookingView[];
  /** Who holds each shared licence now. */
  licences: LicenceNow[];
  /** Slots that this person waits for, free by now or not (F04). */
  waits: Wait[];
  /** What was ticked on the run sheets. */
  checklists: Checklists;
  habits: Habits;
  /** Whether « À approuver » is only « au moins ». */
  atLeast: boolean;
  /** Several service cards are in use here: each booking then says its own. */
  cardNames: Record<string, string>;
  cards: Record<string, ServiceCard>;
  /** The use of a request's establishment, and what the request makes of it; counted when a card that is drawn asks. */
  usesOf(booking: Booking): RequestUses;
  /** Establishments whose posts have the browser only: their invitations say so from the start (S4-06). */
  browserOnly: readonly string[];
}

export type ModelSources = Sources & {
  health: Health;
  key: KeyInfo | null;
  language: Language;
  checklists?: Checklists;
  waits?: readonly Wait[];
  habits?: Habits;
};

function toPortal({ readings, health }: ModelSources, portal: { id: string; name: string; origin: string }): PortalModel {
  const entry = readings[portal.id] ?? emptyPortalReading();
  return {
    id: portal.id,
    name: portal.name,
    origin: portal.origin,
    state: entry.state,
    checked: entry.checked,
    readAt: entry.reading?.at ?? null,
    complete: entry.reading?.complete ?? true,
    failures: [...new Set(failuresOf(health, portal.id).map(({ anchor }) => anchor))],
    red: redAnchors(health, portal.id),
  };
}

/** A representative's own: what they asked for, and what the companion, which filters by key, shows them. */
const isTheirs = (view: BookingView): boolean => view.isOwn || !view.inPortal;

/** Nobody asks his own colleagues through a server; who has no establishment asks anybody. */
function othersOf(views: readonly BookingView[], { cards, person }: Settings, now: Instant): BookingView[] {
  if (person.role !== 'representative') return [];
  const shared = new Set(cards.filter(({ access, concurrency, rules }) => access === 'shared' && concurrency === 1 && rules.kind !== 'none').map(({ id }) => id));
  return views.filter(({ booking, isOwn, inPortal }) => {
    const isHeld = booking.status === 'approved' || booking.status === 'pending' || booking.status === 'toConfirm';
    const isColleague = person.establishmentId !== null && booking.establishmentId === person.establishmentId;
    return inPortal && !isOwn && !isColleague && isHeld && booking.start > now && shared.has(booking.serviceId ?? '');
  });
}

/** Only what the companion still holds as not over. */
const hasEnded = ({ ledger }: BookingView): boolean => ['ended', 'cancelled', 'cancelling', 'rejected'].includes(ledger?.state ?? '');

/** Shared services of one at a time; those that have bookings here, else the first. */
function licencesOf(views: readonly BookingView[], portals: readonly PortalModel[], { settings, ledger }: ModelSources, now: Instant): LicenceNow[] {
  const shared = settings.cards.filter(({ access, concurrency, rules }) => access === 'shared' && concurrency === 1 && rules.kind !== 'none').map(({ id }) => id);
  const used = shared.filter((id) => views.some(({ booking }) => booking.serviceId === id));
  const reads = portals.flatMap(({ readAt }) => (readAt === null ? [] : [readAt]));
  const isWhole = portals.length > 0 && portals.every(({ state, complete }) => state === 'ok' && complete);
  const certainty = isWhole ? 'whole' : reads.length > 0 || ledger.at !== null ? 'part' : 'unknown';
  const known = views.map((view) => ({ key: view.key, booking: view.booking, live: view.ledger?.state === 'live', ended: hasEnded(view) }));
  return licencesNow(used.length > 0 ? used : shared.slice(0, 1), known, { certainty, readAt: reads.length > 0 ? Math.min(...reads) : ledger.at }, now);
}

export function popupModel(sources: ModelSources): PopupModel {
  const { settings, ledger, key, language } = sources;
  const now = rightNow(sources);
  const views = viewsOf(sources);
  const portals = settings.portals.filter(({ enabled }) => enabled).map((portal) => toPortal(sources, portal));
  const of = (group: BookingView['group']): BookingView[] => views.filter((view) => view.group === group);
  return {
    language,
    now,
    postNow: sources.now,
    clockAhead: clockAheadOf(sources.clockOffset ?? 0),
    person: {
      name: settings.person.name,
      role: settings.person.role,
      establishment: settings.roster.find(({ id }) => id === settings.person.establishmentId)?.name ?? null,
      establishmentId: settings.person.establishmentId,
    },
    approves: readsRequests(settings.person.role),
    portals,
    companion: { hasAddress: settings.companion.address !== null, hasKey: key !== null, problem: ledger.problem, checked: ledger.checked },
    toApprove: of('toApprove'),
    toCreate: of('toCreate'),
    planned: of('planned').filter((view) => !isPast(view, now)),
    own: views.filter((view) => isTheirs(view) && !isPast(view, now) && (view.booking.end > now || view.group === 'planned')),
    others: othersOf(views, settings, now),
    today: todayOf(views, now),
    past: pastOf(settings.person.role === 'representative' ? views.filter(isTheirs) : views, now),
    licences: licencesOf(views, portals, sources, now),
    waits: (sources.waits ?? []).filter(({ start }) => start > now),
    checklists: sources.checklists ?? {},
    habits: sources.habits ?? usualHabits,
    atLeast: portals.some(({ complete, state }) => !complete || state === 'notUnderstood' || state === 'needsTab'),
    cardNames: Object.fromEntries(settings.cards.map(({ id, name }) => [id, name])),
    cards: Object.fromEntries(settings.cards.map((card) => [card.id, card])),
    usesOf: requestUses(sources, () => views.map(({ booking }) => booking)),
    browserOnly: settings.roster.filter(({ browserOnly }) => browserOnly).map(({ id }) => id),
  };
}
