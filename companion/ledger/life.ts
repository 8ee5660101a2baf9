/** What the state machine reasons about: one booking's life, what can happen to it, what is then to be done. */
import type { LedgerState } from '../../lib/contract/answer.ts';
import type { Instant } from '../../lib/domain/booking.ts';

/** Why a person must look, or what is being waited for; the sentences are in companion/texts. */
export const noticeCodes = [
  'capacity', 'conflict', 'past', 'noConference', 'permanentRoom', 'waitingRoom', 'noRequesterEmail',
  'waitingForZoom', 'lookRefused', 'dailyLimit', 'zoomConfiguration', 'zoomRefused', 'zoomToken', 'presenterRefused', 'updateRefused', 'updateConflict', 'updatePast',
  'cancelRefused', 'inProgress', 'cancelWhileLive', 'vanished', 'moved', 'mailRefused', 'undoable', 'toCancelInPortal', 'endAsked', 'endUnconfirmed',
] as const;
export type NoticeCode = (typeof noticeCodes)[number];

export interface Notice {
  code: NoticeCode;
  values: Record<string, string | number>;
}

/** A cancellation or rejection on its way. */
export interface Closing {
  as: 'cancelled' | 'rejected';
  /** Until when it can be undone; null: no more. */
  undoUntil: Instant | null;
  /** The approver did not do it himself, so he is told (S0-34). */
  tellApprover: boolean;
  /** Where an undo leads back to. */
  from: LedgerState;
  /** What a person had to know before; an undo shows it again. */
  notice: Notice | null;
  /** Approved anew while closing: begin again once closed. */
  reopen: boolean;
}

export interface Life {
  state: LedgerState;
  /** Raised at each change that people are told of. The calendar entry's SEQUENCE is this minus one. */
  revision: number;
  /** The revision that the conference at Zoom shows; null: there is no conference. */
  conferenceRevision: number | null;
  /** When somebody last decided that it takes place, and that it does not. Older decisions that arrive late do nothing. */
  approvedAt: Instant | null;
  closedAt: Instant | null;
  /** When somebody asked for it anew after it was closed; absent: nobody did. What was decided before then closes it no more. */
  askedAgainAt?: Instant;
  /** When, and with which key, an approver last said what the booking is; absent: nobody did. What another said before then changes nothing of it. */
  told?: { at: Instant; by: string };
  closing: Closing | null;
  /** An approver confirmed a number of participants above the capacity (Z20). */
  capacityConfirmed: boolean;
  /** The requester has the link. */
  announced: boolean;
  /** The presenter is still to be made a panelist, once a person has looked (Z18). */
  mustInvite?: boolean;
  notice: Notice | null;
}

export type LifeEvent =
  | { type: 'requested'; at: Instant }
  /** `material`: name, hours or presenter differ from what is held, so that a conference must be changed. `ahead`: its hours have not begun. */
  | { type: 'approved'; at: Instant; material: boolean; ahead?: boolean }
  | { type: 'changed'; material: boolean; ahead?: boolean }
  | { type: 'rejected'; at: Instant }
  | { type: 'cancelled'; at: Instant; undoUntil: Instant | null; tellApprover: boolean }
  | { type: 'cancellationUndone' }
  | { type: 'createStarted' }
  /** Found before anything is asked of Zoom: conflict, capacity, past. */
  | { type: 'stopped'; notice: Notice }
  | { type: 'held'; notice: Notice }
  /** `revision`: of the facts that were sent. `invite`: a presenter must be made a panelist before any mail (Z18). */
  | { type: 'created'; revision: number; invite: boolean; alarm: Notice | null }
  | { type: 'createRefused'; notice: Notice }
  | { type: 'outcomeUnknown'; notice: Notice }
  | { type: 'presenterSettled'; notice: Notice | null }
  | { type: 'updated'; revision: number; alarm: Notice | null }
  | { type: 'updateRefused'; notice: Notice }
  | { type: 'cancelStarted' }
  /** Deleted at Zoom, or certain that nothing was ever there. */
  | { type: 'conferenceGone'; at: Instant }
  | { type: 'cancelRefused'; notice: Notice }
  /** A person made the conference by hand and gave its link (Z90). */
  | { type: 'linkEntered' }
  | { type: 'endAsked'; notice: Notice }
  | { type: 'started' }
  /** Opened to try it out, and left before its hour. */
  | { type: 'leftEarly' }
  | { type: 'ended' }
  /** Ended by mistake, or cut off, and opened again within its hours: Zoom was asked and says that it is on. */
  | { type: 'resumed' }
  | { type: 'vanished'; notice: Notice }
  | { type: 'noticed'; notice: Notice | null };

export type MailKind = 'link' | 'changed' | 'reminder' | 'cancelled' | 'presenterLink' | 'presenterCancelled' | 'approverCancelled' | 'approverAttention' | 'approverLate' | 'heldQuestion';

export type Effect =
  | { do: 'create' }
  | { do: 'invite' }
  | { do: 'update' }
  /** `at` null: at once. */
  | { do: 'cancel'; at: Instant | null }
  | { do: 'mail'; kind: MailKind }
  /** One day before, by Toronto's clock (S0-31); the outbox knows the start. */
  | { do: 'remind' }
  /** Of what was to be sent of this revision, what a cancellation made void that was undone. */
  | { do: 'sendAfterAll' }
  /** Looks whether it is live, from shortly before its start to its end: no event of Zoom's is certain (Z57). */
  | { do: 'watch' }
  /** Counts who came, afterwards. */
  | { do: 'count' }
  /** Who came at its former hours says nothing of the new ones. */
  | { do: 'forgetCount' }
  /** What was planned and is void now (Z38, Z48). */
  | { do: 'drop'; kinds: ('create' | 'invite' | 'update' | 'cancel' | 'mail' | 'watch')[] };

export interface Step {
  life: Life;
  effects: Effect[];
}
