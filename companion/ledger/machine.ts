/**
 * The life of a booking as a pure function: `(life, event) → (life, effects)`. No clock, no database, no Zoom.
 *
 *                 rejected                      ┌────────────── approved anew ──────────────┐
 *   requested ───────────────▶ rejected         │                                           │
 *       │ approved                              ▼    created, mails out      started        │
 *       └──────────────▶ approved ──────▶ creating ──────────────▶ scheduled ──────▶ live ──│─▶ ended
 *                          │   ▲            │   ▲ found or          │  ▲  │                │
 *          conflict, past, │   │    timeout,│   │ made              │  │  │ changed: update, │
 *          capacity        │   │ reset, 5xx │   │                   │  └──┘ then mail        │
 *                          ▼   │            ▼   │                   │                       │
 *                      attention           unknown                  │ cancelled             │
 *                                             └──── cancelled ──────┤                       │
 *                                                                   ▼   at Zoom too         │
 *                                            undo within 10 min ◀ cancelling ──────▶ cancelled ┘
 *
 * Anything may go to `attention`: a person must look, and `notice` says why. Every event is taken in every state;
 * what does not apply changes nothing, since events arrive late, twice and out of order (Z62, Z63). Of the decisions to
 * hold and not to hold a booking, the one that was taken last stands, in whatever order they arrive (Z72); of two of the
 * same instant, the one not to.
 */
import type { Effect, Life, LifeEvent, Step } from './life.ts';

/** A booking nobody has decided on yet. */
export const born = (): Life => ({
  state: 'requested',
  revision: 1,
  conferenceRevision: null,
  approvedAt: null,
  closedAt: null,
  closing: null,
  capacityConfirmed: false,
  announced: false,
  notice: null,
});

/** When a decision is taken that is taken now: after all that was decided before, though a clock was set back or those of two processes differ. */
export const decidedNow = ({ approvedAt, closedAt, askedAgainAt }: Life, now: number): number =>
  Math.max(now, 1 + Math.max(approvedAt ?? 0, closedAt ?? 0, askedAgainAt ?? 0));

const stay = (life: Life): Step => ({ life, effects: [] });
const isClosed = (life: Life): boolean => life.state === 'cancelled' || life.state === 'rejected';
const hasConference = (life: Life): boolean => life.conferenceRevision !== null;

/**
 * Whether people may meet in it: a person still has something to look at, and they wait at the door all the same. One that was
 * cancelled, and that Zoom would not delete, is nobody's.
 */
export const mayTakePlace = (life: Life): boolean =>
  life.state === 'scheduled' || life.state === 'live' || (life.state === 'attention' && hasConference(life) && (life.approvedAt ?? 0) >= (life.closedAt ?? 0));

/** Everything is ready: the requester gets the link, or learns what changed, and the reminder is planned. */
function announce(life: Life): Step {
  const effects: Effect[] = [
    { do: 'drop', kinds: ['mail', 'watch'] },
    { do: 'mail', kind: life.announced ? 'changed' : 'link' },
    { do: 'mail', kind: 'presenterLink' },
    { do: 'remind' },
    { do: 'watch' },
  ];
  return { life: { ...life, state: 'scheduled', announced: true, notice: null }, effects };
}

/** A person must look. The approver is written to, once a revision. */
const alarm = (life: Life, notice: Life['notice']): Step => ({
  life: { ...life, state: 'attention', notice },
  effects: [{ do: 'mail', kind: 'approverAttention' }],
});

/** Somebody decided that it takes place; an older decision that arrives late takes nothing from a newer one. */
const confirmed = (life: Life, at: number): Life => ({ ...life, approvedAt: Math.max(at, life.approvedAt ?? 0) });

const begin = (life: Life, at: number): Step => ({
  life: { ...confirmed(life, at), state: 'approved', closing: null, notice: null },
  effects: [{ do: 'drop', kinds: ['create'] }, { do: 'create' }],
});

/** What people are told from here on is newer than all that they were told: no mail counts as sent already, and the calendar takes the entry back (Z77). */
const anew = (life: Life): Life => ({ ...life, revision: life.revision + 1 });

/** New facts for a conference that exists or is being made. */
function amend(life: Life): Step {
  const raised = anew(life);
  if (!hasConference(life)) return stay(raised);
  return { life: raised, effects: [{ do: 'drop', kinds: ['update'] }, { do: 'update' }] };
}

function approved(life: Life, at: number, material: boolean): Step {
  switch (life.state) {
    case 'requested':
      return at <= (life.closedAt ?? 0) ? stay(life) : begin(life, at);
    case 'cancelled':
    case 'rejected':
      return at <= (life.closedAt ?? 0) ? stay(life) : begin(anew(life), at);
    case 'attention': {
      if (!hasConference(life)) return begin({ ...life, capacityConfirmed: life.notice?.code === 'capacity' }, at);
      const again = confirmed(life, at);
      if (material) return amend(again);
      return life.conferenceRevision === life.revision ? announce(again) : { life: { ...again, notice: null }, effects: [{ do: 'update' }] };
    }
    case 'cancelling':
      if (life.closing === null || at <= (life.closedAt ?? 0)) return stay(life);
      if (life.closing.undoUntil !== null) return undo(confirmed(life, at));
      return stay({ ...confirmed(life, at), closing: { ...life.closing, reopen: true } });
    case 'ended':
      return stay(life);
    default:
      return material ? amend(confirmed(life, at)) : stay(confirmed(life, at));
  }
}

function changed(life: Life, material: boolean): Step {
  if (isClosed(life) || life.state === 'cancelling' || life.state === 'ended' || !material) return stay(life);
  if (life.state === 'attention' && !hasConference(life) && life.approvedAt !== null) return begin(anew(life), life.approvedAt);
  return life.state === 'requested' ? stay(life) : amend(life);
}

function close(life: Life, at: number, as: 'cancelled' | 'rejected', undoUntil: number | null, tellApprover: boolean): Step {
  if (at < (life.approvedAt ?? 0)) return stay(life);
  // It was asked for anew since: what closed it before, or was decided in between, closes it no second time.
  if (life.state === 'requested' && (at <= (life.closedAt ?? 0) || at < (life.askedAgainAt ?? 0))) return stay(life);
  switch (life.state) {
    case 'cancelled':
    case 'rejected':
      return stay(at > (life.closedAt ?? 0) ? { ...life, state: as, closedAt: at, notice: null } : life);
    case 'cancelling': {
      if (life.closing === null) return stay(life);
      // Whoever approved it anew meanwhile did so before this.
      const closing = { ...life.closing, reopen: false };
      const again: Life = { ...life, closedAt: Math.max(at, life.closedAt ?? 0), closing };
      if (undoUntil !== null || closing.undoUntil === null) return stay(again);
      // The portal says so too: there is nothing left to undo.
      return { life: { ...again, closing: { ...closing, undoUntil: null }, notice: null }, effects: [{ do: 'drop', kinds: ['cancel'] }, { do: 'cancel', at: null }] };
    }
    case 'ended':
      return stay(life);
    case 'live':
      return stay({ ...life, notice: { code: 'cancelWhileLive', values: {} } });
  }
  const closing = { as, undoUntil, tellApprover, from: life.state, notice: life.notice, reopen: false };
  const closed: Life = { ...life, closedAt: at, closing };
  if (hasConference(life)) {
    return {
      life: { ...closed, state: 'cancelling', notice: undoUntil === null ? null : { code: 'undoable', values: { until: undoUntil } } },
      effects: [{ do: 'drop', kinds: ['mail', 'update', 'invite', 'watch'] }, { do: 'cancel', at: undoUntil }],
    };
  }
  // Z37: what was asked of Zoom is waited for; only then is it known whether there is anything to delete.
  if (life.state === 'creating' || life.state === 'unknown') {
    // Looked at at once: of one that only waits for Zoom's hour nothing was asked yet, and its hours are free again.
    return { life: { ...closed, state: 'cancelling', closing: { ...closing, undoUntil: null } }, effects: [{ do: 'create' }] };
  }
  return {
    life: { ...closed, state: as, closing: null, notice: null },
    effects: [
      { do: 'drop', kinds: ['create', 'mail'] },
      ...(tellApprover && life.state !== 'requested' ? [{ do: 'mail', kind: 'approverCancelled' } as const] : []),
    ],
  };
}

function undo(life: Life): Step {
  if (life.state !== 'cancelling' || life.closing === null || life.closing.undoUntil === null) return stay(life);
  const effects: Effect[] = [{ do: 'drop', kinds: ['cancel'] }];
  if (life.announced) effects.push({ do: 'remind' }, { do: 'watch' });
  if (life.closing.from === 'creating') effects.push({ do: 'invite' });
  if (life.conferenceRevision !== life.revision) effects.push({ do: 'update' });
  return { life: { ...life, state: life.closing.from, closing: null, closedAt: null, notice: life.closing.notice }, effects };
}

function gone(life: Life, at: number): Step {
  if (life.state !== 'cancelling' || life.closing === null) return stay(life);
  const { as, tellApprover, reopen } = life.closing;
  const notice = tellApprover ? ({ code: 'toCancelInPortal', values: {} } as const) : null;
  const closed: Life = { ...anew(life), state: as, conferenceRevision: null, closing: null, announced: false, notice };
  const effects: Effect[] = [
    ...(life.announced ? ([{ do: 'mail', kind: 'cancelled' }, { do: 'mail', kind: 'presenterCancelled' }] as const) : []),
    ...(tellApprover ? ([{ do: 'mail', kind: 'approverCancelled' }] as const) : []),
  ];
  if (!reopen) return { life: closed, effects };
  const again = begin(closed, life.approvedAt ?? at);
  return { life: again.life, effects: [...effects, ...again.effects] };
}

function created(life: Life, event: LifeEvent & { type: 'created' }): Step {
  const made = { ...life, conferenceRevision: event.revision, notice: null };
  if (life.state === 'cancelling') return { life: made, effects: [{ do: 'cancel', at: null }] };
  if (life.state !== 'creating' && life.state !== 'unknown') return stay(made);
  if (event.alarm !== null) return alarm(made, event.alarm);
  if (event.revision !== life.revision) return { life: { ...made, state: 'scheduled' }, effects: [{ do: 'update' }] };
  return event.invite ? { life: { ...made, state: 'creating' }, effects: [{ do: 'invite' }] } : announce(made);
}

function updated(life: Life, event: LifeEvent & { type: 'updated' }): Step {
  if (!hasConference(life)) return stay(life);
  const shown = { ...life, conferenceRevision: event.revision };
  if (life.state === 'live') return stay(shown);
  if (life.state !== 'scheduled' && life.state !== 'attention' && life.state !== 'creating') return stay(shown);
  if (event.alarm !== null) return alarm(shown, event.alarm);
  return event.revision === life.revision ? announce(shown) : stay(shown);
}

/** What happens to a booking, and what is then to be done; see the diagram above. */
export function next(life: Life, event: LifeEvent): Step {
  switch (event.type) {
    case 'requested':
      return isClosed(life) && event.at > (life.closedAt ?? 0) ? stay({ ...anew(life), state: 'requested', askedAgainAt: event.at, notice: null }) : stay(life);
    case 'approved':
      return approved(life, event.at, event.material);
    case 'changed':
      return changed(life, event.material);
    case 'rejected':
      return close(life, event.at, 'rejected', null, false);
    case 'cancelled':
      return close(life, event.at, 'cancelled', event.undoUntil, event.tellApprover);
    case 'cancellationUndone':
      return undo(life);
    case 'createStarted':
      return life.state === 'approved' ? stay({ ...life, state: 'creating', notice: null }) : stay(life);
    case 'stopped':
      return life.state === 'approved' ? alarm(life, event.notice) : stay(life);
    case 'held':
      return life.state === 'approved' ? stay({ ...life, notice: event.notice }) : stay(life);
    case 'created':
      return created(life, event);
    case 'createRefused':
      if (life.state === 'cancelling') return gone(life, life.closedAt ?? 0);
      return life.state === 'creating' || life.state === 'unknown' ? alarm(life, event.notice) : stay(life);
    case 'outcomeUnknown':
      return life.state === 'creating' || life.state === 'unknown' ? stay({ ...life, state: 'unknown', notice: event.notice }) : stay(life);
    case 'presenterSettled': {
      if (life.state !== 'creating' || !hasConference(life)) return stay(life);
      // Changed meanwhile: nobody is told before Zoom shows it, which the update that was ordered then sees to.
      if (life.conferenceRevision !== life.revision) return stay({ ...life, notice: event.notice });
      const ready = announce(life);
      return { ...ready, life: { ...ready.life, notice: event.notice } };
    }
    case 'updated':
      return updated(life, event);
    case 'updateRefused':
      return life.state === 'scheduled' || life.state === 'creating' ? alarm(life, event.notice) : stay(life);
    case 'cancelStarted':
      return life.state === 'cancelling' && life.closing !== null ? stay({ ...life, closing: { ...life.closing, undoUntil: null }, notice: null }) : stay(life);
    case 'conferenceGone':
      return gone(life, event.at);
    case 'cancelRefused':
      if (life.state !== 'cancelling') return stay(life);
      return event.notice.code === 'inProgress'
        ? { life: { ...life, state: 'live', closing: null, notice: event.notice }, effects: [{ do: 'mail', kind: 'approverAttention' }, { do: 'watch' }] }
        : alarm({ ...life, closing: null }, event.notice);
    case 'linkEntered':
      if (hasConference(life) || (life.state !== 'approved' && life.state !== 'attention')) return stay(life);
      return announce({ ...life, conferenceRevision: life.revision, closing: null });
    case 'endAsked':
      return mayTakePlace(life) ? stay({ ...life, state: 'live', notice: event.notice }) : stay(life);
    case 'started':
      if (life.state === 'attention' && mayTakePlace(life)) return { life: { ...life, state: 'live' }, effects: [{ do: 'drop', kinds: ['watch'] }, { do: 'watch' }] };
      return life.state === 'scheduled' ? stay({ ...life, state: 'live' }) : stay(life);
    case 'resumed':
      return life.state === 'ended' ? stay({ ...life, state: 'live' }) : stay(life);
    case 'leftEarly':
      return life.state === 'live' ? stay({ ...life, state: 'scheduled' }) : stay(life);
    case 'ended':
      return mayTakePlace(life) ? { life: { ...life, state: 'ended', notice: null }, effects: [{ do: 'drop', kinds: ['mail', 'update', 'watch'] }, { do: 'count' }] } : stay(life);
    case 'vanished':
      return life.state === 'scheduled' || life.state === 'attention' ? alarm({ ...anew(life), conferenceRevision: null }, event.notice) : stay(life);
    case 'noticed':
      return stay({ ...life, notice: event.notice });
  }
}
