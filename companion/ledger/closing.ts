/** How a booking comes to an end before its hour: cancelled or rejected, undone, gone at Zoom. Pure; a part of machine.ts. */
import type { Effect, Life, Step } from './life.ts';
import { anew, begin, hasConference, stay } from './transitions.ts';

/** Cancelled or rejected. @param at when that was decided @param undoUntil null: it cannot be undone */
export function close(life: Life, at: number, as: 'cancelled' | 'rejected', undoUntil: number | null, tellApprover: boolean): Step {
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
    life: { ...closed, state: as, closing: null, announced: false, notice: null },
    effects: [
      { do: 'drop', kinds: ['create', 'mail'] },
      ...withdrawal(life),
      ...(tellApprover && life.state !== 'requested' ? [{ do: 'mail', kind: 'approverCancelled' } as const] : []),
    ],
  };
}

/** Whoever was told that it takes place hears that it does not, also when Zoom lost the conference before. */
const withdrawal = ({ announced }: Life): Effect[] => (announced ? [{ do: 'mail', kind: 'cancelled' }, { do: 'mail', kind: 'presenterCancelled' }] : []);

/** Cancelled by mistake, and said so in time: it stands as before. */
export function undo(life: Life): Step {
  if (life.state !== 'cancelling' || life.closing === null || life.closing.undoUntil === null) return stay(life);
  const effects: Effect[] = [{ do: 'drop', kinds: ['cancel'] }];
  if (life.announced) effects.push({ do: 'sendAfterAll' }, { do: 'remind' }, { do: 'watch' });
  if (life.closing.from === 'creating') effects.push({ do: 'invite' });
  if (life.conferenceRevision !== life.revision) effects.push({ do: 'update' });
  return { life: { ...life, state: life.closing.from, closing: null, closedAt: null, notice: life.closing.notice }, effects };
}

/** Zoom has no conference of it any more. @param at when that was learnt */
export function gone(life: Life, at: number): Step {
  if (life.state !== 'cancelling' || life.closing === null) return stay(life);
  const { as, tellApprover, reopen } = life.closing;
  const notice = tellApprover ? ({ code: 'toCancelInPortal', values: {} } as const) : null;
  const closed: Life = { ...anew(life), state: as, conferenceRevision: null, closing: null, announced: false, notice };
  const effects: Effect[] = [
    ...withdrawal(life),
    ...(tellApprover ? ([{ do: 'mail', kind: 'approverCancelled' }] as const) : []),
  ];
  if (!reopen) return { life: closed, effects };
  const again = begin(closed, life.approvedAt ?? at);
  return { life: again.life, effects: [...effects, ...again.effects] };
}
