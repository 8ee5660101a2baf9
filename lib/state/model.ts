/** What the popup draws, made from the stores. Pure. */
import type { Role } from '../contract/answer.ts';
import type { Instant } from '../domain/booking.ts';
import type { Language } from '../i18n/translate.ts';
import { failuresOf, type Health } from './health-store.ts';
import type { KeyInfo } from './keys.ts';
import type { DeliveryProblem } from './outbox-store.ts';
import { emptyPortalReading, type PortalState } from './readings-store.ts';
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
}

export interface PopupModel {
  language: Language;
  now: Instant;
  person: { name: string | null; role: Role; establishment: string | null };
  /** Whether this person approves, hence sees everyone's requests. */
  approves: boolean;
  portals: PortalModel[];
  companion: { hasAddress: boolean; hasKey: boolean; problem: DeliveryProblem | null; checked: Instant | null };
  toApprove: BookingView[];
  toCreate: BookingView[];
  planned: BookingView[];
  /** The person's own coming bookings, whatever their state; for those who do not approve. */
  own: BookingView[];
  /** Whether « À approuver » is only « au moins ». */
  atLeast: boolean;
  /** Several service cards are in use here: each booking then says its own. */
  cardNames: Record<string, string>;
  capacities: Record<string, number>;
}

export type ModelSources = Sources & { health: Health; key: KeyInfo | null; language: Language };

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
  };
}

/** A representative's own: what they asked for, and what the companion, which filters by key, shows them. */
const isTheirs = (view: BookingView): boolean => view.isOwn || !view.inPortal;

export function popupModel(sources: ModelSources): PopupModel {
  const { settings, ledger, key, language, now } = sources;
  const views = viewsOf(sources);
  const portals = settings.portals.filter(({ enabled }) => enabled).map((portal) => toPortal(sources, portal));
  const of = (group: BookingView['group']): BookingView[] => views.filter((view) => view.group === group);
  return {
    language,
    now,
    person: {
      name: settings.person.name,
      role: settings.person.role,
      establishment: settings.roster.find(({ id }) => id === settings.person.establishmentId)?.name ?? null,
    },
    approves: readsRequests(settings.person.role),
    portals,
    companion: { hasAddress: settings.companion.address !== null, hasKey: key !== null, problem: ledger.problem, checked: ledger.checked },
    toApprove: of('toApprove'),
    toCreate: of('toCreate'),
    planned: of('planned'),
    own: views.filter((view) => isTheirs(view) && (view.booking.end > now || view.group === 'planned')),
    atLeast: portals.some(({ complete, state }) => !complete || state === 'notUnderstood' || state === 'needsTab'),
    cardNames: Object.fromEntries(settings.cards.map(({ id, name }) => [id, name])),
    capacities: Object.fromEntries(settings.cards.map(({ id, capacity }) => [id, capacity])),
  };
}
