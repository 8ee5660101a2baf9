/** A person's clicks in the popup: which bookings may go to the companion, and as what. */
import type { cancellationReasons, EventType } from '../contract/event.ts';
import type { SendAnswer, SendRefusal } from '../messages/answers.ts';
import { rightNow } from '../state/clock-store.ts';
import type { Settings } from '../state/settings.ts';
import { isCancelledHere, readsRequests, viewsOf, type BookingView, type Sources } from '../state/view.ts';
import { toEvent } from './events.ts';
import { enqueue, OutboxFull, UNDO_MILLISECONDS } from './outbox.ts';

type Plan = { type: EventType } | { why: SendRefusal };

/** What « Créer » means for one booking: its creation, or taking over what changed since; or why not. Pure. */
export function planSend(view: BookingView | undefined, { person, cards }: Settings): Plan {
  if (!readsRequests(person.role)) return { why: 'role' };
  if (view === undefined) return { why: 'unknown' };
  // F14: nobody creates the conference of their own request.
  if (view.isOwn) return { why: 'ownRequest' };
  // S2-24: where nobody approves, the portal's word is not waited for.
  const isFree = cards.find(({ id }) => id === view.booking.serviceId)?.approval === 'none';
  if (view.booking.status !== 'approved' || !(view.inPortal || isFree)) return { why: 'notApproved' };
  if (view.missing.length > 0) return { why: 'incomplete' };
  if (view.entry !== null && view.entry.state !== 'refused' && view.entry.type !== 'booking.requested') return { why: 'underway' };
  if (view.group === 'toCreate' || isCancelledHere(view)) return { type: 'booking.approved' };
  return view.group === 'planned' && view.changes.length > 0 ? { type: 'booking.changed' } : { why: 'underway' };
}

/** Whether a conference may be cancelled: one that stands, by those who approve. Pure. */
export function planCancel(view: BookingView | undefined, { person }: Settings): Plan {
  if (!readsRequests(person.role)) return { why: 'role' };
  if (view?.ledger === null || view === undefined) return { why: 'unknown' };
  return ['requested', 'rejected', 'cancelled', 'cancelling', 'ended'].includes(view.ledger.state) ? { why: 'underway' } : { type: 'booking.cancelled' };
}

/** Puts one booking's event on its way, unless the plan says why not. */
async function put(view: BookingView | undefined, plan: Plan, sources: Sources, extra: object): Promise<SendRefusal | null> {
  if ('why' in plan) return plan.why;
  const card = sources.settings.cards.find(({ id }) => id === view?.booking.serviceId);
  if (view === undefined || card === undefined) return 'incomplete';
  // The mails go to the requester, whose language the approver's settings do not say: French, by law and by default.
  const context = { card, roster: sources.settings.roster, language: 'fr', now: rightNow(sources) } as const;
  const event = toEvent(plan.type, view.booking, context, extra);
  if (event === null) return 'incomplete';
  try {
    await enqueue({ key: view.key, event, undo: UNDO_MILLISECONDS }, sources.now);
    return null;
  } catch (error) {
    if (error instanceof OutboxFull) return 'full';
    throw error;
  }
}

async function putAll(
  keys: readonly string[],
  sources: Sources,
  plan: (view: BookingView | undefined, settings: Settings) => Plan,
  extra: object,
): Promise<SendAnswer> {
  const views = new Map(viewsOf(sources).map((view) => [view.key, view]));
  const answer: SendAnswer = { accepted: [], refused: [] };
  for (const key of new Set(keys)) {
    const view = views.get(key);
    const why = await put(view, plan(view, sources.settings), sources, extra);
    if (why === null) answer.accepted.push(key);
    else answer.refused.push({ key, why });
  }
  return answer;
}

/** « Créer la rencontre Zoom », for one or several; what may not go is answered with its reason. */
export const sendBookings = (keys: readonly string[], sources: Sources): Promise<SendAnswer> => putAll(keys, sources, planSend, {});

/** « Annuler la rencontre Zoom », with one of the portal's four reasons. */
export const cancelBooking = (key: string, cancellation: (typeof cancellationReasons)[number], sources: Sources): Promise<SendAnswer> =>
  putAll([key], sources, planCancel, { cancellation });
