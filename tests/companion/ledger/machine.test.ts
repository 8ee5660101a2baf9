import { describe, expect, it } from 'vitest';
import type { Effect, Life, LifeEvent } from '../../../companion/ledger/life.ts';
import { born, decidedNow, next } from '../../../companion/ledger/machine.ts';

const notice = { code: 'zoomRefused', values: {} } as const;
const approve: LifeEvent = { type: 'approved', at: 10, material: false };
const created: LifeEvent = { type: 'created', revision: 1, invite: false, alarm: null };
const cancel: LifeEvent = { type: 'cancelled', at: 20, undoUntil: null, tellApprover: false };

function live(...events: LifeEvent[]): { life: Life; effects: Effect[] } {
  let step: { life: Life; effects: Effect[] } = { life: born(), effects: [] };
  for (const event of events) step = next(step.life, event);
  return step;
}
const scheduled = (): LifeEvent[] => [approve, { type: 'createStarted' }, created];
const mailsOf = (effects: Effect[]): string[] => effects.flatMap((effect) => (effect.do === 'mail' ? [effect.kind] : []));

describe('the life of a booking', () => {
  it('goes from a request to an approval, a creation, a live event and its end', () => {
    expect(live().life.state).toBe('requested');
    expect(live(approve)).toMatchObject({ life: { state: 'approved' }, effects: [{ do: 'drop' }, { do: 'create' }] });
    expect(live(approve, { type: 'createStarted' }).life.state).toBe('creating');
    const ready = live(...scheduled());
    expect(ready.life).toMatchObject({ state: 'scheduled', conferenceRevision: 1, announced: true });
    expect(mailsOf(ready.effects)).toEqual(['link', 'presenterLink']);
    expect(ready.effects).toContainEqual({ do: 'remind' });
    expect(live(...scheduled(), { type: 'started' }).life.state).toBe('live');
    expect(live(...scheduled(), { type: 'started' }, { type: 'ended' }).life.state).toBe('ended');
  });

  it('Z72 takes a second approval of the same facts as no news', () => {
    for (const before of [[approve], [approve, { type: 'createStarted' }], scheduled()] as LifeEvent[][]) {
      const { life } = live(...before);
      expect(next(life, { type: 'approved', at: 30, material: false })).toEqual({ life: { ...life, approvedAt: 30 }, effects: [] });
    }
  });

  it('Z18 sends no mail before the presenter is settled, and says when Zoom refused him', () => {
    const waiting = live(approve, { type: 'createStarted' }, { ...created, invite: true });
    expect(waiting).toMatchObject({ life: { state: 'creating', announced: false }, effects: [{ do: 'invite' }] });
    const settled = next(waiting.life, { type: 'presenterSettled', notice: { code: 'presenterRefused', values: {} } });
    expect(settled.life).toMatchObject({ state: 'scheduled', notice: { code: 'presenterRefused' } });
    expect(mailsOf(settled.effects)).toContain('link');
  });

  it('Z18 Z81 tells nobody of hours that Zoom does not show yet, when the booking is moved while its presenter is being made a panelist', () => {
    const moved = live(approve, { type: 'createStarted' }, { ...created, invite: true }, { type: 'changed', material: true });
    expect(moved).toMatchObject({ life: { state: 'creating', revision: 2 }, effects: [{ do: 'drop' }, { do: 'update' }] });
    const settled = next(moved.life, { type: 'presenterSettled', notice: null });
    expect(mailsOf(settled.effects)).toEqual([]);
    expect(mailsOf(next(settled.life, { type: 'updated', revision: 2, alarm: null }).effects)).toEqual(['link', 'presenterLink']);
  });

  it('Z15 keeps the link from the requester while the waiting room is on, until an approver says so', () => {
    const alarmed = live(approve, { type: 'createStarted' }, { ...created, alarm: { code: 'waitingRoom', values: {} } });
    expect(alarmed.life).toMatchObject({ state: 'attention', conferenceRevision: 1 });
    expect(mailsOf(alarmed.effects)).toEqual(['approverAttention']);
    const resolved = next(alarmed.life, { type: 'approved', at: 40, material: false });
    expect(resolved.life.state).toBe('scheduled');
    expect(mailsOf(resolved.effects)).toContain('link');
  });

  it('Z20 creates above the capacity only once an approver has confirmed it', () => {
    const stopped = live(approve, { type: 'stopped', notice: { code: 'capacity', values: {} } });
    expect(stopped.life).toMatchObject({ state: 'attention', capacityConfirmed: false });
    const confirmed = next(stopped.life, { type: 'approved', at: 40, material: false });
    expect(confirmed).toMatchObject({ life: { state: 'approved', capacityConfirmed: true }, effects: [{ do: 'drop' }, { do: 'create' }] });
  });

  it('Z37 waits for a creation that is under way before it cancels', () => {
    const waiting = live(approve, { type: 'createStarted' }, cancel);
    expect(waiting).toMatchObject({ life: { state: 'cancelling' }, effects: [{ do: 'create' }] });
    expect(next(waiting.life, created).effects).toEqual([{ do: 'cancel', at: null }]);
    expect(next(waiting.life, { type: 'createRefused', notice }).life.state).toBe('cancelled');
    expect(next(waiting.life, { type: 'conferenceGone', at: 50 }).life.state).toBe('cancelled');
  });

  it('Z38 voids reminder and queued mail at once when a booking is cancelled', () => {
    const { effects } = live(...scheduled(), cancel);
    expect(effects).toEqual([{ do: 'drop', kinds: ['mail', 'update', 'invite', 'watch'] }, { do: 'cancel', at: null }]);
  });

  it('Z77 raises the revision for a change and once more for the cancellation', () => {
    const changed = live(...scheduled(), { type: 'changed', material: true });
    expect(changed).toMatchObject({ life: { revision: 2, conferenceRevision: 1 }, effects: [{ do: 'drop' }, { do: 'update' }] });
    const told = next(changed.life, { type: 'updated', revision: 2, alarm: null });
    expect(mailsOf(told.effects)).toEqual(['changed', 'presenterLink']);
    const gone = next(next(told.life, cancel).life, { type: 'conferenceGone', at: 60 });
    expect(gone.life).toMatchObject({ state: 'cancelled', revision: 3, conferenceRevision: null });
    expect(mailsOf(gone.effects)).toEqual(['cancelled', 'presenterCancelled']);
  });

  it('R13 undoes a cancellation by the link within its ten minutes, and plans the reminder anew', () => {
    const { life } = live(...scheduled(), { type: 'cancelled', at: 20, undoUntil: 620, tellApprover: true });
    expect(life).toMatchObject({ state: 'cancelling', notice: { code: 'undoable' } });
    const undone = next(life, { type: 'cancellationUndone' });
    expect(undone).toMatchObject({ life: { state: 'scheduled', closing: null, revision: 1 }, effects: [{ do: 'drop', kinds: ['cancel'] }, { do: 'sendAfterAll' }, { do: 'remind' }, { do: 'watch' }] });
    const begun = next(life, { type: 'cancelStarted' }).life;
    expect(next(begun, { type: 'cancellationUndone' }).life.state).toBe('cancelling');
    expect(mailsOf(next(begun, { type: 'conferenceGone', at: 700 }).effects)).toEqual(['cancelled', 'presenterCancelled', 'approverCancelled']);
  });

  it('Z36 Z44 leaves a live event to a person', () => {
    const live1 = live(...scheduled(), { type: 'started' }, cancel);
    expect(live1).toMatchObject({ life: { state: 'live', notice: { code: 'cancelWhileLive' } }, effects: [] });
    const late = live(...scheduled(), cancel, { type: 'cancelRefused', notice: { code: 'inProgress', values: {} } });
    expect(late.life).toMatchObject({ state: 'live', closing: null, notice: { code: 'inProgress' } });
  });

  it('ignores an approval that was given before the cancellation and arrives after it', () => {
    const { life } = live(...scheduled(), cancel, { type: 'conferenceGone', at: 21 });
    expect(next(life, { type: 'approved', at: 15, material: false })).toEqual({ life, effects: [] });
    expect(next(life, { type: 'approved', at: 25, material: false })).toMatchObject({ life: { state: 'approved' }, effects: [{ do: 'drop' }, { do: 'create' }] });
  });

  it('Z72 ignores a rejection or a cancellation that was decided before the approval and arrives after it, however far the conference is', () => {
    const settled = [[approve], [approve, { type: 'createStarted' }], scheduled(), [...scheduled(), { type: 'started' }], [approve, { type: 'stopped', notice }]] as LifeEvent[][];
    for (const before of settled) {
      const { life } = live(...before);
      expect(next(life, { type: 'rejected', at: 5 })).toEqual({ life, effects: [] });
      expect(next(life, { ...cancel, at: 5 })).toEqual({ life, effects: [] });
      expect(next(life, { type: 'rejected', at: 15 })).not.toEqual({ life, effects: [] });
    }
  });

  it('Z72 comes to the same end in whatever order several decisions arrive: the last that somebody took', () => {
    const approveAt = (at: number): LifeEvent => ({ type: 'approved', at, material: false });
    const rejectAt = (at: number): LifeEvent => ({ type: 'rejected', at });
    const orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    const endsOf = (decisions: LifeEvent[]) => new Set(orders.map((order) => live(...order.map((place) => decisions[place] as LifeEvent)).life.state));
    expect(endsOf([approveAt(10), rejectAt(20), approveAt(30)])).toEqual(new Set(['approved']));
    expect(endsOf([rejectAt(10), approveAt(20), rejectAt(30)])).toEqual(new Set(['rejected']));
    expect(endsOf([approveAt(10), approveAt(20), rejectAt(20)])).toEqual(new Set(['rejected']));
  });

  it('Z72 R13 keeps a booking that was approved anew while its cancellation could be undone from what was decided before', () => {
    const { life } = live(...scheduled(), { type: 'cancelled', at: 20, undoUntil: 620, tellApprover: true }, { type: 'approved', at: 40, material: false });
    expect(life.state).toBe('scheduled');
    expect(next(life, { type: 'rejected', at: 30 })).toEqual({ life, effects: [] });
  });

  it('Z72 does not begin again after the conference is gone when somebody rejected the booking after the new approval', () => {
    const { life } = live(...scheduled(), cancel, { type: 'approved', at: 25, material: false }, { type: 'rejected', at: 30 }, { type: 'conferenceGone', at: 31 });
    expect(life.state).toBe('cancelled');
    expect(next(life, { type: 'approved', at: 29, material: false })).toEqual({ life, effects: [] });
  });

  it('Z72 leaves a booking that was requested anew to be decided, whatever was decided before its rejection', () => {
    const { life } = live({ type: 'rejected', at: 20 }, { type: 'requested', at: 30 });
    expect(next(life, { type: 'approved', at: 15, material: false })).toEqual({ life, effects: [] });
    expect(next(life, { type: 'approved', at: 35, material: false }).life.state).toBe('approved');
    for (const at of [15, 20, 25]) {
      expect(next(life, { type: 'rejected', at })).toEqual({ life, effects: [] });
      expect(next(life, { ...cancel, at })).toEqual({ life, effects: [] });
    }
    expect(next(life, { type: 'rejected', at: 35 }).life.state).toBe('rejected');
  });

  it('Z72 comes to the same end in whatever order a request made anew and a refusal arrive', () => {
    const refusedAt = (at: number): LifeEvent => ({ type: 'rejected', at });
    const again: LifeEvent = { type: 'requested', at: 30 };
    for (const [at, state] of [[25, 'requested'], [30, 'rejected'], [35, 'rejected']] as const) {
      expect(live(refusedAt(20), again, refusedAt(at)).life.state).toBe(state);
      expect(live(refusedAt(20), refusedAt(at), again).life.state).toBe(state);
    }
  });

  it('Z72 takes what is decided now after all that was decided before, though the clock was set back since', () => {
    const { life } = live(...scheduled());
    const cancelled = next(life, { ...cancel, at: decidedNow(life, 3) }).life;
    expect(cancelled.state).toBe('cancelling');
    const gone = next(cancelled, { type: 'conferenceGone', at: 4 }).life;
    expect(next(gone, { type: 'approved', at: decidedNow(gone, 5), material: false }).life.state).toBe('approved');
    expect(decidedNow(gone, 500)).toBe(500);
  });

  it('Z63 takes an end before its start, and a start after its end, as ended', () => {
    expect(live(...scheduled(), { type: 'ended' }, { type: 'started' }).life.state).toBe('ended');
  });

  it('Z85 says that a conference vanished, and makes another only when approved anew', () => {
    const lost = live(...scheduled(), { type: 'vanished', notice: { code: 'vanished', values: {} } });
    expect(lost).toMatchObject({ life: { state: 'attention', conferenceRevision: null } });
    expect(next(lost.life, { type: 'approved', at: 90, material: false }).effects).toContainEqual({ do: 'create' });
  });

  it('Z85 says so too of one that was changed, and lost, before anybody was told of it', () => {
    const lost = live(approve, { type: 'createStarted' }, { ...created, invite: true }, { type: 'changed', material: true }, { type: 'vanished', notice: { code: 'vanished', values: {} } });
    expect(lost).toMatchObject({ life: { state: 'attention', conferenceRevision: null } });
    expect(mailsOf(lost.effects)).toEqual(['approverAttention']);
  });
});
