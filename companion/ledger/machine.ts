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
 * What has ended and is moved to hours that are still to come is scheduled again. Anything may go to `attention`: a
 * person must look, and `notice` says why. Every event is taken in every state; what does not apply changes nothing,
 * since events arrive late, twice and out of order (Z62, Z63). Of the decisions to hold and not to hold a booking, the one
 * that was taken last stands, in whatever order they arrive (Z72); of two of the same instant, the one not to.
 */
import { close, gone, undo } from './closing.ts';
import type { Life, LifeEvent, NoticeCode, Step } from './life.ts';
import { alarm, amend, anew, announce, begin, confirmed, hasConference, isClosed, news, stay } from './transitions.ts';

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

/**
 * Whether people may meet in it: a person still has something to look at, and they wait at the door all the same. One that was
 * cancelled, and that Zoom would not delete, is nobody's.
 */
export const mayTakePlace = (life: Life): boolean =>
  life.state === 'scheduled' || life.state === 'live' || (life.state === 'attention' && hasConference(life) && (life.approvedAt ?? 0) >= (life.closedAt ?? 0));

/** What a person was told of a change that had not reached Zoom; void once it has. */
const ofChange: ReadonlySet<NoticeCode> = new Set(['waitingForZoom', 'dailyLimit', 'zoomToken', 'zoomConfiguration', 'updateRefused', 'updateConflict', 'updatePast']);

/** Moved to hours that are still to come, after it was held or after nobody came: it takes place then, with all that belongs to it. */
function heldAgain(life: Life): Step {
  const { life: following, effects } = hasConference(life) ? amend({ ...life, state: 'scheduled', notice: null }) : begin(anew(life), life.approvedAt ?? 0);
  return { life: following, effects: [{ do: 'forgetCount' }, ...effects] };
}

function approved(life: Life, { at, material, ahead = false }: LifeEvent & { type: 'approved' }): Step {
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
      if (life.conferenceRevision !== life.revision) return { life: { ...again, notice: null }, effects: [{ do: 'update' }] };
      return life.mustInvite === true ? { life: { ...again, state: 'creating', mustInvite: false, notice: null }, effects: [{ do: 'invite' }] } : announce(again);
    }
    case 'cancelling':
      if (life.closing === null || at <= (life.closedAt ?? 0)) return stay(life);
      if (life.closing.undoUntil !== null) return undo(confirmed(life, at));
      return stay({ ...confirmed(life, at), closing: { ...life.closing, reopen: true } });
    case 'ended':
      return material && ahead ? heldAgain(confirmed(life, at)) : stay(life);
    default:
      return material ? amend(confirmed(life, at)) : stay(confirmed(life, at));
  }
}

function changed(life: Life, { material, ahead = false }: LifeEvent & { type: 'changed' }): Step {
  if (isClosed(life) || life.state === 'cancelling' || !material) return stay(life);
  if (life.state === 'ended') return ahead ? heldAgain(life) : stay(life);
  if (life.state === 'attention' && !hasConference(life) && life.approvedAt !== null) return begin(anew(life), life.approvedAt);
  return life.state === 'requested' ? stay(life) : amend(life);
}

function created(life: Life, event: LifeEvent & { type: 'created' }): Step {
  const made = { ...life, conferenceRevision: event.revision, notice: null };
  if (life.state === 'cancelling') return { life: made, effects: [{ do: 'cancel', at: null }] };
  if (life.state !== 'creating' && life.state !== 'unknown') return stay(made);
  if (event.alarm !== null) return alarm({ ...made, ...(event.invite ? { mustInvite: true } : {}) }, event.alarm);
  if (event.revision !== life.revision) return { life: { ...made, state: 'scheduled' }, effects: [{ do: 'update' }] };
  return event.invite ? { life: { ...made, state: 'creating' }, effects: [{ do: 'invite' }] } : announce(made);
}

function updated(life: Life, event: LifeEvent & { type: 'updated' }): Step {
  if (!hasConference(life)) return stay(life);
  const shown = { ...life, conferenceRevision: event.revision };
  // Moved or prolonged while it is open: told now, since nothing else will bring it up; whoever looks at it goes on looking.
  if (life.state === 'live') {
    const notice = life.notice !== null && ofChange.has(life.notice.code) ? null : life.notice;
    return event.revision === life.revision ? { life: { ...shown, announced: true, notice }, effects: news(life) } : stay(shown);
  }
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
      return approved(life, event);
    case 'changed':
      return changed(life, event);
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
      // While it is open it stays so: there is no other hour at which a person could look.
      if (life.state === 'live') return { life: { ...life, notice: event.notice }, effects: [{ do: 'mail', kind: 'approverAttention' }] };
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
      if (life.state !== 'scheduled' && life.state !== 'attention' && !(life.state === 'creating' && hasConference(life))) return stay(life);
      return alarm({ ...anew(life), conferenceRevision: null }, event.notice);
    case 'noticed':
      return stay({ ...life, notice: event.notice });
  }
}
