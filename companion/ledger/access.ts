/** Who may see and do what. A role is the key's; nothing that a request says about itself counts. */
import type { EventType, BookingOfEvent } from '../../lib/contract/event.ts';
import type { Role } from '../../lib/contract/answer.ts';

export interface Caller {
  keyId: string;
  name: string;
  email: string | null;
  role: Role;
  establishmentId: string | null;
}

const seesAll: ReadonlySet<Role> = new Set(['approver', 'host', 'admin']);
const decides: ReadonlySet<Role> = new Set(['approver', 'admin']);

/** Who may open and end a conference: people of the CCT, never a requester (S0-28, Z51). */
export const mayHost = (caller: Caller): boolean => seesAll.has(caller.role);

export const isDecider = (caller: Caller): boolean => decides.has(caller.role);

/** Null: everything; else the filter of what is the caller's own. */
export const filterOf = (caller: Caller): { email: string | null; establishmentId: string | null } | null =>
  seesAll.has(caller.role) ? null : { email: caller.email, establishmentId: caller.establishmentId };

/** Whether a booking is the caller's own request or of the caller's establishment. */
export function isOwn(caller: Caller, booking: BookingOfEvent): boolean {
  const byEmail = caller.email !== null && booking.requester.email?.toLowerCase() === caller.email.toLowerCase();
  return byEmail || (caller.establishmentId !== null && booking.establishment?.id === caller.establishmentId);
}

export const maySee = (caller: Caller, booking: BookingOfEvent): boolean => seesAll.has(caller.role) || isOwn(caller, booking);

/**
 * Deciding is for approvers and admins. A representative may ask, and cancel what is his own; `held` is what the
 * ledger already knows of the booking, so that nobody makes another's booking his own by saying so.
 */
export function maySend(caller: Caller, type: EventType, booking: BookingOfEvent, held: BookingOfEvent | null): boolean {
  if (isDecider(caller)) return true;
  if (caller.role !== 'representative') return false;
  if (type !== 'booking.requested' && type !== 'booking.cancelled') return false;
  return isOwn(caller, booking) && (held === null || isOwn(caller, held));
}
