/** How things stand, all in all: what the badge says, most urgent first. Pure. */
import { isOpen, type DeliveryProblem } from '../state/outbox-store.ts';
import { failuresOf, type Health } from '../state/health-store.ts';
import type { PortalReading } from '../state/readings-store.ts';
import { readsRequests, viewsOf, type Sources } from '../state/view.ts';
import { isLate } from '../domain/answer-time.ts';

export interface Situation {
  /** Whether this person reads requests at all. */
  reads: boolean;
  warning: { kind: 'permissionMissing' | 'notUnderstood' } | { kind: 'queued' | 'refused'; count: number } | null;
  /** Why nothing can be said; null when the count holds. */
  unknown: 'neverRead' | 'signedOut' | 'unreachable' | 'stale' | 'needsTab' | 'partial' | null;
  requests: { count: number; atLeast: boolean; late: number } | null;
  /** When a portal was last understood, the oldest of several. */
  readAt: number | null;
}

/** Problems of the way to the companion, as opposed to a person's key or an event's content. */
const ofTheWay: readonly DeliveryProblem[] = ['unreachable', 'busy', 'full', 'notCompanion', 'tooLarge', 'noAddress', 'noKey', 'keyUnknown', 'keyRevoked', 'clock'];

function outboxWarning({ outbox, now }: Sources): Situation['warning'] {
  const refused = outbox.entries.filter(({ state }) => state === 'refused').length;
  if (refused > 0) return { kind: 'refused', count: refused };
  const queued = outbox.entries.filter((entry) => isOpen(entry) && entry.notBefore <= now && entry.problem !== null && ofTheWay.includes(entry.problem.code)).length;
  return queued > 0 ? { kind: 'queued', count: queued } : null;
}

/** A reading stays true for three periods: one may be missed, and a post may sleep. */
const isStale = (entry: PortalReading, everyMinutes: number, now: number): boolean => now - (entry.reading?.at ?? 0) > (3 * everyMinutes + 1) * 60_000;

function unknownOf(entries: readonly PortalReading[], everyMinutes: number, now: number): Situation['unknown'] {
  if (entries.some(({ state }) => state === 'signedOut')) return 'signedOut';
  if (entries.some(({ state }) => state === 'unreachable')) return 'unreachable';
  if (entries.length === 0 || entries.some(({ state }) => state === 'never')) return 'neverRead';
  return entries.some((entry) => entry.state === 'ok' && isStale(entry, everyMinutes, now)) ? 'stale' : null;
}

export function situationOf(sources: Sources, health: Health): Situation {
  const { settings, readings, now } = sources;
  const portals = settings.portals.filter(({ enabled }) => enabled);
  const entries = portals.map(({ id }) => readings[id]).filter((entry) => entry !== undefined);
  const reads = readsRequests(settings.person.role);
  const isMissing = entries.some(({ state }) => state === 'permissionMissing');
  const queue = outboxWarning(sources);
  if (!reads) {
    const hasFailures = portals.some(({ id }) => failuresOf(health, id).length > 0);
    const warning = isMissing ? ({ kind: 'permissionMissing' } as const) : (queue ?? (hasFailures ? ({ kind: 'notUnderstood' } as const) : null));
    return { reads, warning, unknown: null, requests: null, readAt: null };
  }
  const pending = viewsOf(sources).filter(({ group }) => group === 'toApprove');
  const isBlind = entries.some(({ state }) => state === 'notUnderstood' || state === 'needsTab');
  const atLeast = isBlind || entries.some(({ reading }) => reading !== null && !reading.complete);
  const unknown = entries.length < portals.length ? 'neverRead' : unknownOf(entries, settings.alerts.everyMinutes, now);
  // A portal whose list is not understood still has the requests that the companion was told of.
  const isLost = entries.some(({ state }) => state === 'notUnderstood') && pending.length === 0;
  const warning = isMissing ? ({ kind: 'permissionMissing' } as const) : (queue ?? (isLost && unknown === null ? ({ kind: 'notUnderstood' } as const) : null));
  const times = entries.flatMap(({ reading }) => (reading === null ? [] : [reading.at]));
  return {
    reads,
    warning,
    // Nothing found in a part is not « nothing ».
    unknown: unknown ?? (atLeast && pending.length === 0 && !isLost ? (isBlind ? 'needsTab' : 'partial') : null),
    requests: { count: pending.length, atLeast, late: pending.filter(({ since }) => isLate(since, now)).length },
    readAt: times.length === 0 ? null : Math.min(...times),
  };
}
