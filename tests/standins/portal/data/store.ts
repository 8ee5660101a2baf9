/** The portal's memory: bookings by number, and each person's saved filters. */
import { addDays, toInstant } from './time.ts';
import { LICENCE, resourceOf } from './resources.ts';
import type { NewBooking, PortalBooking, PortalStatus } from './types.ts';
import { userOf } from './users.ts';

export interface SavedFilter {
  resources: readonly string[];
  characteristics: readonly string[];
}

export interface Store {
  all(): PortalBooking[];
  find(number: string): PortalBooking | undefined;
  add(booking: NewBooking, at: number): PortalBooking;
  /** Overlapping [from, to), in order of start. */
  between(from: number, to: number): PortalBooking[];
  /** Of one local day. */
  ofDay(date: string): PortalBooking[];
  savedFilters: Map<string, SavedFilter>;
}

const FIRST_NUMBER = 104_200;

export function createStore(): Store {
  const bookings = new Map<string, PortalBooking>();
  const between = (from: number, to: number): PortalBooking[] =>
    [...bookings.values()].filter((one) => one.start < to && one.end > from).sort((a, b) => a.start - b.start || a.number.localeCompare(b.number));
  return {
    savedFilters: new Map(),
    all: () => [...bookings.values()],
    find: (number) => bookings.get(number),
    add: (booking, at) => {
      const author = userOf(booking.author ?? 'representante');
      const resources = booking.resources ?? [LICENCE];
      const made: PortalBooking = {
        title: '', department: '', comments: '', requester: author.name, email: author.email,
        status: firstStatus(resources),
        ...booking,
        resources,
        author: author.code,
        number: String(FIRST_NUMBER + bookings.size),
        establishmentId: author.establishmentId,
        createdAt: at,
        reason: null,
        history: [{ at, by: author.name, act: 'Création' }],
      };
      bookings.set(made.number, made);
      return made;
    },
    between,
    ofDay: (date) => between(toInstant(date, 0), toInstant(addDays(date, 1), 0)),
  };
}

/** A resource with approvers waits for them; any other is approved at once. */
export const firstStatus = (resources: readonly string[]): PortalStatus =>
  resources.some((id) => resourceOf(id).approvers.length > 0) ? 'pending' : 'approved';

/** Still holds its resource. */
export const isHeld = (booking: PortalBooking): boolean => booking.status !== 'cancelled' && booking.status !== 'rejected';

/** T7: the portal's own look at conflicts. It knows no capacity: one booking at a time. */
export function isFree(store: Store, resources: readonly string[], start: number, end: number, except: string | null): boolean {
  return !store.between(start, end).some((one) => one.number !== except && isHeld(one) && one.resources.some((id) => resources.includes(id)));
}
