import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Life, LifeEvent } from '../../../companion/ledger/life.ts';
import { born, next } from '../../../companion/ledger/machine.ts';

/**
 * The machine with an outbox and a Zoom that are ten lines each. People and Zoom act in any order; whatever they do,
 * there is never more than one conference, none is left when all is over, and nobody hears of what does not exist.
 */
class Model {
  life: Life = born();
  time = 0;
  queue: ('create' | 'invite' | 'update' | 'cancel')[] = [];
  /** Made at Zoom; a lost answer makes one that the ledger has not heard of yet. */
  conferences = 0;
  most = 0;
  linksAnnounced = 0;

  take(event: LifeEvent): void {
    const { life, effects } = next(this.life, event);
    expect(life.revision).toBeGreaterThanOrEqual(this.life.revision);
    this.life = life;
    for (const effect of effects) {
      if (effect.do === 'drop') this.queue = this.queue.filter((kind) => !effect.kinds.includes(kind));
      else if (effect.do === 'mail') {
        if (effect.kind === 'link') {
          expect(this.conferences).toBe(1);
          this.linksAnnounced += 1;
        }
        if (effect.kind === 'cancelled') expect(this.linksAnnounced).toBeGreaterThan(0);
      } else if (effect.do === 'create' || effect.do === 'invite' || effect.do === 'update' || effect.do === 'cancel') this.queue.push(effect.do);
    }
    expect(life.closing !== null).toBe(life.state === 'cancelling');
    if (life.state === 'cancelled' || life.state === 'rejected') expect(life.conferenceRevision).toBeNull();
  }

  /** One job of the worker, as companion/jobs does it. */
  perform(luck: number): void {
    const job = this.queue.shift();
    const { state, revision, conferenceRevision } = this.life;
    const notice = { code: 'zoomRefused', values: {} } as const;
    if (job === 'create') {
      if (conferenceRevision !== null || !['approved', 'creating', 'unknown', 'cancelling'].includes(state)) return;
      if (state === 'approved' && luck === 0) return this.take({ type: 'stopped', notice });
      this.take({ type: 'createStarted' });
      if (this.conferences === 1) return this.take({ type: 'created', revision, invite: luck === 1, alarm: null });
      if (state === 'cancelling') return this.take({ type: 'conferenceGone', at: this.time });
      if (luck === 2) return this.take({ type: 'createRefused', notice });
      if (luck === 3 || luck === 4) {
        // The answer is lost: before (3) or after (4) Zoom's work.
        if (luck === 4) this.make();
        this.queue.push('create');
        return this.take({ type: 'outcomeUnknown', notice });
      }
      this.make();
      return this.take({ type: 'created', revision, invite: luck === 1, alarm: luck === 5 ? notice : null });
    }
    if (job === 'invite' && state === 'creating') return this.take({ type: 'presenterSettled', notice: null });
    if (job === 'update' && conferenceRevision !== null && conferenceRevision !== revision) {
      return this.take(luck < 4 ? { type: 'updated', revision, alarm: null } : { type: 'updateRefused', notice });
    }
    if (job === 'cancel' && state === 'cancelling') {
      this.take({ type: 'cancelStarted' });
      if (luck === 0) return this.take({ type: 'cancelRefused', notice });
      this.conferences = 0;
      this.take({ type: 'conferenceGone', at: this.time });
    }
  }

  make(): void {
    this.conferences += 1;
    this.most = Math.max(this.most, this.conferences);
  }
}

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('perform' as const), luck: fc.nat(7) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('requested', 'approved', 'changed', 'rejected', 'cancelled', 'undone', 'started', 'ended', 'vanished' as const), luck: fc.nat(7) }) },
);

function act(model: Model, { kind, luck }: { kind: string; luck: number }): void {
  model.time += 1;
  const at = model.time - (luck === 7 ? 3 : 0);
  const material = luck % 2 === 0;
  const ahead = luck < 5;
  switch (kind) {
    case 'perform': return model.perform(luck);
    case 'requested': return model.take({ type: 'requested', at });
    case 'approved': return model.take({ type: 'approved', at, material, ahead });
    case 'changed': return model.take({ type: 'changed', material, ahead });
    case 'rejected': return model.take({ type: 'rejected', at });
    case 'cancelled': return model.take({ type: 'cancelled', at, undoUntil: luck < 3 ? at + 5 : null, tellApprover: luck % 2 === 0 });
    case 'undone': return model.take({ type: 'cancellationUndone' });
    case 'started': return model.take({ type: 'started' });
    case 'ended': return model.take({ type: 'ended' });
    case 'vanished':
      if (model.life.conferenceRevision === null || !['scheduled', 'attention'].includes(model.life.state)) return;
      model.conferences = 0;
      return model.take({ type: 'vanished', notice: { code: 'vanished', values: {} } });
  }
}

describe('the machine against a model of outbox and Zoom', () => {
  it('R2 never makes a second conference, and leaves none behind a cancelled booking', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const model = new Model();
        for (const one of actions) act(model, one);
        for (let rounds = 0; model.queue.length > 0 && rounds < 50; rounds += 1) act(model, { kind: 'perform', luck: 6 });
        expect(model.queue).toEqual([]);
        expect(model.most).toBeLessThanOrEqual(1);
        const { state } = model.life;
        if (['cancelled', 'rejected', 'requested'].includes(state)) expect(model.conferences).toBe(0);
        if (['scheduled', 'live'].includes(state)) expect(model.conferences).toBe(1);
        expect(['creating', 'unknown', 'cancelling', 'approved']).not.toContain(state);
      }),
      { numRuns: 3000 },
    );
  });
});
