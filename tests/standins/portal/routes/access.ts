/** Who sees what: installations a person is tied to, and what they may do with a booking. */
import { installations, LICENCE, ownerOf, resourceOf, resources } from '../data/resources.ts';
import type { SavedFilter, Store } from '../data/store.ts';
import type { Installation, PortalBooking, Resource, User } from '../data/types.ts';

/** A representative: their own installations, the CCT, the CHUL and the other services; the CCT's people: the CHU; the admin: all. */
export function installationsOf(user: User): Installation[] {
  return installations.filter((one) => user.role === 'admin' || one.establishmentId === user.establishmentId || one.id === 'cct' || one.id === 'chul' || one.id === 'visio');
}

export function resourcesOf(user: User): Resource[] {
  const seen = new Set(installationsOf(user).map((one) => one.id));
  return resources.filter((one) => one.active && seen.has(ownerOf(one.ownerId).installationId));
}

/** Before anyone chose anything: the CHUL's rooms and one's own, without the licence (hence Annexe 1). */
export function firstFilter(store: Store, user: User): SavedFilter {
  const saved = store.savedFilters.get(user.code);
  if (saved) return saved;
  const shown = resourcesOf(user).filter((one) => one.id !== LICENCE && one.ownerId !== 'chul-enseignement' && one.ownerId !== 'visio-dst' && user.role !== 'admin');
  return { resources: shown.map((one) => one.id), characteristics: [] };
}

export const mayApprove = (user: User, booking: PortalBooking): boolean =>
  user.role !== 'representative' && booking.resources.some((id) => resourceOf(id).approvers.includes(user.code));

export const mayChange = (user: User, booking: PortalBooking): boolean =>
  (booking.author === user.code || user.role === 'admin') && booking.status !== 'cancelled' && booking.status !== 'rejected';

export const isApprover = (user: User): boolean => resources.some((one) => one.approvers.includes(user.code));
export const isManager = (user: User): boolean => user.role !== 'representative';
