/**
 * Which address people are given for a conference. Whether invitations carry the companion's own (F10) is a setting of
 * the installation and not of the card: a guest's way in then passes through this server, so it must be reachable from
 * everywhere and stay up, which no service card knows. A shared room's own link is told to nobody beforehand (S1-04):
 * its bookings always carry the stable one.
 */
import type { BookingRecord } from './ledger/records.ts';

export interface StableLinks {
  /** The companion's own address of a booking; null when it never had a conference, or is erased. */
  addressOf(record: BookingRecord): string | null;
  /** What is to stand in invitations instead of Zoom's link; null: Zoom's link. */
  inInvitation(record: BookingRecord): string | null;
}

/** @param publicUrl without a slash at the end · @param areUsed by every service (PASSERELLE_STABLE_LINKS) */
export function createStableLinks(publicUrl: () => string, areUsed: boolean): StableLinks {
  const addressOf = ({ slug }: BookingRecord): string | null => (slug === null ? null : `${publicUrl()}/r/${slug}`);
  return { addressOf, inInvitation: (record) => (areUsed || record.conference?.permanent === true ? addressOf(record) : null) };
}
