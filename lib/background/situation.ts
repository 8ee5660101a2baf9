/** How things stand, all in all: what the badge says, most urgent first. Pure. */
import { clockAheadOf, rightNow } from '../state/clock-store.ts';
import { isOpen, type DeliveryProblem } from '../state/outbox-store.ts';
import { failuresOf, type Health } from '../state/health-store.ts';
import { redAnchors } from '../state/portal-health.ts';
import type { PortalReading } from '../state/readings-store.ts';
import { readsRequests, viewsOf, type Sources } from '../state/view.ts';
import { isLate, isUnconfirmed } from '../domain/answer-time.ts';

export interface Situation {
  /** Whether this person reads requests at all. */
  reads: boolean;
  warning:
    | { kind: 'permissionMissing' | 'notUnderstood' | 'companionKey' | 'companionClock' | 'companionOther' }
    | { kind: 'queued' | 'refused'; count: number }
    /** `since`: when it last answered; null: not since the browser was started. */
    | { kind: 'companionUnreachable'; since: number | null }
    | null;
  /** Why nothing can be said; null when the count holds. */
  unknown: 'neverRead' | 'signedOut' | 'unreachable' | 'stale' | 'needsTab' | 'partial' | null;
  requests: { count: number; atLeast: boolean; late: number } | null;
  /** The person's own requests that nobody has answered three working days before (F11). */
  unconfirmed: number;
  /** How far this post's clock is ahead of the companion's (below zero: behind), when it is worth saying; in milliseconds. */
  clockAhead: number | null;
  /** When a portal was last understood, the oldest of several. */
  readAt: number | null;
  /** Of several portals, those that the warning or the unknown is about, by name. */
  where?: string[];
}

/** Problems of the way to the companion, as opposed to a person's key or an event's content. */
const ofTheWay: readonly DeliveryProblem[] = ['unreachable', 'busy', 'full', 'notCompanion', 'tooLarge', 'noAddress', 'noKey', 'keyUnknown', 'keyRevoked', 'clock'];

/** A companion that is restarted, or a network that is changed, is no reason to worry anybody. */
const PATIENCE = 15 * 60_000;

/** What the last read of the companion said that only a person can put right, whatever waits. */
function companionFault({ ledger }: Sources): Situation['warning'] {
  if (ledger.problem === 'keyUnknown' || ledger.problem === 'keyRevoked') return { kind: 'companionKey' };
  return ledger.problem === 'clock' ? { kind: 'companionClock' } : null;
}

/** A companion that is not set up is no trouble: Passerelle works in the browser alone. */
function companionSilence({ ledger: { problem, at, checked } }: Sources): Situation['warning'] {
  if (problem === 'notCompanion' || problem === 'tooLarge' || problem === 'full') return { kind: 'companionOther' };
  if (problem !== 'unreachable' && problem !== 'busy') return null;
  return at === null || (checked ?? at) - at > PATIENCE ? { kind: 'companionUnreachable', since: at } : null;
}

function outboxWarning(sources: Sources): Situation['warning'] {
  const { outbox, now } = sources;
  const refused = outbox.entries.filter(({ state }) => state === 'refused').length;
  if (refused > 0) return { kind: 'refused', count: refused };
  const fault = companionFault(sources);
  if (fault !== null) return fault;
  const waiting = outbox.entries.filter((entry) => isOpen(entry) && entry.notBefore <= now);
  const queued = waiting.filter(({ problem }) => problem !== null && ofTheWay.includes(problem.code)).length;
  return queued > 0 ? { kind: 'queued', count: queued } : companionSilence(sources);
}

/**
 * A reading stays true for three periods: one may be missed, and a post may sleep. Of one from an hour to come nobody knows how
 * old it is: the clock was set back.
 */
const isStale = (entry: PortalReading, everyMinutes: number, now: number): boolean =>
  Math.abs(now - (entry.reading?.at ?? 0)) > (3 * everyMinutes + 1) * 60_000;

function unknownOf(entries: readonly PortalReading[], everyMinutes: number, now: number): Situation['unknown'] {
  if (entries.some(({ state }) => state === 'signedOut')) return 'signedOut';
  if (entries.some(({ state }) => state === 'unreachable')) return 'unreachable';
  if (entries.length === 0 || entries.some(({ state }) => state === 'never')) return 'neverRead';
  return entries.some((entry) => entry.state === 'ok' && isStale(entry, everyMinutes, now)) ? 'stale' : null;
}

export function situationOf(sources: Sources, health: Health): Situation {
  const { settings, readings, now } = sources;
  const time = rightNow(sources);
  const portals = settings.portals.filter(({ enabled }) => enabled);
  const entries = portals.map(({ id }) => readings[id]).filter((entry) => entry !== undefined);
  const reads = readsRequests(settings.person.role);
  const isMissing = entries.some(({ state }) => state === 'permissionMissing');
  const queue = outboxWarning(sources);
  const views = viewsOf(sources);
  const unwell = portals.filter(({ id }) => failuresOf(health, id).length > 0 || redAnchors(health, id).length > 0);
  const unconfirmed = views.filter(({ isOwn, booking }) => isOwn && isUnconfirmed(booking, time)).length;
  const common = { reads, clockAhead: clockAheadOf(sources.clockOffset ?? 0), unconfirmed };
  if (!reads) {
    const warning = isMissing ? ({ kind: 'permissionMissing' } as const) : (queue ?? (unwell.length > 0 ? ({ kind: 'notUnderstood' } as const) : null));
    return withPlaces({ ...common, warning, unknown: null, requests: null, readAt: null }, portals, readings, unwell);
  }
  const pending = views.filter(({ group }) => group === 'toApprove');
  const isBlind = entries.some(({ state }) => state === 'notUnderstood' || state === 'needsTab');
  const atLeast = isBlind || entries.some(({ reading }) => reading !== null && !reading.complete);
  const unknown = entries.length < portals.length ? 'neverRead' : unknownOf(entries, settings.alerts.everyMinutes, now);
  // A portal whose list is not understood still has the requests that the companion was told of.
  const isLost = entries.some(({ state }) => state === 'notUnderstood') && pending.length === 0;
  const warning = isMissing ? ({ kind: 'permissionMissing' } as const) : (queue ?? ((isLost || (unwell.length > 0 && pending.length === 0)) && unknown === null ? ({ kind: 'notUnderstood' } as const) : null));
  const times = entries.flatMap(({ reading }) => (reading === null ? [] : [reading.at]));
  const situation: Situation = {
    ...common,
    warning,
    // Nothing found in a part is not « nothing ».
    unknown: unknown ?? (atLeast && pending.length === 0 && !isLost ? (isBlind ? 'needsTab' : 'partial') : null),
    requests: { count: pending.length, atLeast, late: pending.filter(({ since }) => isLate(since, time)).length },
    readAt: times.length === 0 ? null : Math.min(...times),
  };
  return withPlaces(situation, portals, readings, unwell);
}

type Portals = Sources['settings']['portals'];

/** With one portal there is nothing to tell apart. */
function withPlaces(situation: Situation, portals: Portals, readings: Sources['readings'], unwell: Portals): Situation {
  const { warning, unknown } = situation;
  if (portals.length < 2 || (warning === null && unknown === null)) return situation;
  const isIn = (state: string) => portals.filter(({ id }) => (readings[id]?.state ?? 'never') === state);
  const found =
    warning?.kind === 'permissionMissing' ? isIn('permissionMissing')
    : warning?.kind === 'notUnderstood' ? portals.filter((portal) => unwell.includes(portal) || isIn('notUnderstood').includes(portal))
    : warning !== null ? []
    : unknown === 'neverRead' ? isIn('never')
    : unknown === null ? [] : isIn(unknown);
  return found.length === 0 ? situation : { ...situation, where: found.map(({ name }) => name) };
}
