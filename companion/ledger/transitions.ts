/** Transitions that several events of a booking's life share (machine.ts, closing.ts). Pure. */
import type { Effect, Life, Step } from './life.ts';

/** Nothing follows. */
export const stay = (life: Life): Step => ({ life, effects: [] });
export const isClosed = (life: Life): boolean => life.state === 'cancelled' || life.state === 'rejected';
export const hasConference = (life: Life): boolean => life.conferenceRevision !== null;

/** The requester gets the link, or learns what changed, and the reminder is planned. */
export const news = ({ announced }: Life): Effect[] => [
  { do: 'drop', kinds: ['mail'] },
  { do: 'mail', kind: announced ? 'changed' : 'link' },
  { do: 'mail', kind: 'presenterLink' },
  { do: 'remind' },
];

/** Everything is ready: people are told. */
export const announce = (life: Life): Step => ({
  life: { ...life, state: 'scheduled', announced: true, notice: null },
  effects: [...news(life), { do: 'drop', kinds: ['watch'] }, { do: 'watch' }],
});

/** A person must look. The approver is written to, once a revision. */
export const alarm = (life: Life, notice: Life['notice']): Step => ({
  life: { ...life, state: 'attention', notice },
  effects: [{ do: 'mail', kind: 'approverAttention' }],
});

/** Somebody decided that it takes place; an older decision that arrives late takes nothing from a newer one. */
export const confirmed = (life: Life, at: number): Life => ({ ...life, approvedAt: Math.max(at, life.approvedAt ?? 0) });

/** Decided on: the conference is to be made. @param at when it was decided */
export const begin = (life: Life, at: number): Step => ({
  life: { ...confirmed(life, at), state: 'approved', closing: null, notice: null },
  effects: [{ do: 'drop', kinds: ['create'] }, { do: 'create' }],
});

/** What people are told from here on is newer than all that they were told: no mail counts as sent already, and the calendar takes the entry back (Z77). */
export const anew = (life: Life): Life => ({ ...life, revision: life.revision + 1 });

/** New facts for a conference that exists or is being made. */
export function amend(life: Life): Step {
  const raised = anew(life);
  if (!hasConference(life)) return stay(raised);
  return { life: raised, effects: [{ do: 'drop', kinds: ['update'] }, { do: 'update' }] };
}
