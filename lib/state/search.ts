/** Looking for a booking by any of its words, accents and capitals ignored. Pure. */
import { normalise } from '../domain/text.ts';
import type { BookingView } from './view.ts';

/** A portal's title may be 10 000 characters; nobody looks for its end. */
const LOOKED_AT = 1_000;

const words = ({ booking }: BookingView): string => {
  const { facts, title, number, establishment, requester, resource } = booking;
  const parts = [facts?.name, title, number, establishment, facts?.presenter.name, requester?.name, resource];
  return parts.map((part) => (part ?? '').slice(0, LOOKED_AT)).join(' ');
};

/**
 * Keeps the bookings in which each word of the query stands: in the title, the establishment, the number, the
 * presenter, the requester or the resource.
 * @returns the same list when nothing is asked
 */
export function search(views: readonly BookingView[], query: string): readonly BookingView[] {
  const asked = normalise(query).split(' ').filter((word) => word !== '');
  if (asked.length === 0) return views;
  return views.filter((view) => {
    const text = normalise(words(view));
    return asked.every((word) => text.includes(word));
  });
}
