/** What the popup and the badge say of each booking: where it stands, what it lacks, what changed. Pure. */
import type { Event } from '../contract/event.ts';
import type { Booking, BookingFacts, Instant } from '../domain/booking.ts';
import { sameBooking } from '../domain/identity.ts';
import { sameText } from '../domain/text.ts';
import type { ServiceCard } from '../services/card.ts';
import { changesSince, type Change } from './changes.ts';
import { rightNow, type PostTime } from './clock-store.ts';
import type { LedgerCache } from './ledger-store.ts';
import { factsOf, merge, type Merged } from './merge.ts';
import { eventOf, isOpen, type Outbox, type OutboxEntry } from './outbox-store.ts';
import type { Readings } from './readings-store.ts';
import type { Settings } from './settings.ts';
import type { Sightings } from './sightings-store.ts';

/** What an event needs and a booking does not have. */
export const missingParts = ['card', 'name', 'participants', 'presenter', 'requester'] as const;
export type MissingPart = (typeof missingParts)[number];

/** `toApprove` in the portal · `toCreate` at Zoom by a click · `planned` with the companion · `closed`: nothing to do. */
export type Group = 'toApprove' | 'toCreate' | 'planned' | 'closed';

export interface BookingView extends Merged {
  group: Group;
  /** The event on its way, or the one that was refused. */
  entry: OutboxEntry | null;
  /** The requester is the person in front of the screen (F14). */
  isOwn: boolean;
  /** Since when it is known: the companion's first step, or the worker's first sight. */
  since: Instant | null;
  /** What changed since it was approved, or since the companion was told. */
  changes: Change[];
  missing: MissingPart[];
  /** The portal has cancelled or refused it while the conference still stands. */
  isOrphan: boolean;
}

export interface Sources {
  settings: Settings;
  readings: Readings;
  ledger: LedgerCache;
  outbox: Outbox;
  sightings: Sightings;
  /** By this post's own clock; `rightNow` is what bookings are judged by. */
  now: Instant;
  clockOffset?: number | undefined;
}

/** Planned conferences stay in sight this long after their end. */
const PLANNED_HOURS = 24;

/** Whether a booking's requester is this person: by e-mail where both say one, else by name. */
export function isSamePerson(requester: Booking['requester'], me: { name: string | null; email: string | null }): boolean {
  if (requester === null) return false;
  if (requester.email !== null && me.email !== null) return requester.email.toLowerCase() === me.email.toLowerCase();
  return me.name !== null && requester.name !== '' && sameText(requester.name, me.name);
}

export function missingOf(booking: Pick<Booking, 'facts' | 'requester'>, card: ServiceCard | undefined): MissingPart[] {
  const facts: Partial<BookingFacts> = booking.facts ?? {};
  const lacks: Record<MissingPart, boolean> = {
    card: card === undefined,
    name: !facts.name,
    participants: facts.participants === undefined,
    presenter: !facts.presenter,
    requester: !booking.requester?.name,
  };
  return missingParts.filter((part) => lacks[part]);
}

/** Whether the companion holds, or is making, a conference for it. */
const hasConference = ({ ledger }: Merged): boolean =>
  ledger !== null && !['requested', 'rejected', 'cancelled'].includes(ledger.state);

/** The conference is gone by the requester's own link, and the portal does not know. */
export const isCancelledHere = ({ ledger, booking, inPortal }: Merged): boolean =>
  ledger?.state === 'cancelled' && inPortal && booking.status === 'approved';

function groupOf(merged: Merged, entry: OutboxEntry | null, card: ServiceCard | undefined, time: PostTime): Group {
  const now = rightNow(time);
  const { status, end } = merged.booking;
  const isSent = entry !== null && isOpen(entry) && entry.type !== 'booking.requested' && entry.notBefore <= time.now;
  // Cancelled by its requester's link, still approved in the portal: the portal must hear of it (S0-34).
  const isToRemove = isCancelledHere(merged);
  if (hasConference(merged) || isSent || isToRemove) return end > now - PLANNED_HOURS * 3_600_000 ? 'planned' : 'closed';
  if (end <= now || card?.rules.kind === 'none') return 'closed';
  if (status === 'pending') return 'toApprove';
  return status === 'approved' ? 'toCreate' : 'closed';
}

/** S2-24: where the card asks for no approval, what only the companion knows so far waits for nobody's. */
const granted = (merged: Merged, card: ServiceCard | undefined): Merged =>
  !merged.inPortal && merged.booking.status === 'pending' && card?.approval === 'none' ? { ...merged, booking: { ...merged.booking, status: 'approved' } } : merged;

/** The entry worth showing: one on its way before one that was refused; what was delivered is in the ledger. */
function entryOf(entries: readonly OutboxEntry[]): OutboxEntry | null {
  const last = entries.at(-1);
  return entries.find(isOpen) ?? (last?.state === 'refused' ? last : null);
}

function changesOf(merged: Merged, sightings: Sightings): Change[] {
  if (merged.booking.status !== 'approved' || !merged.inPortal) return [];
  const { ledger } = merged;
  const baseline =
    ledger === null
      ? sightings[merged.key]?.approved
      : { facts: factsOf(ledger.booking), start: Date.parse(ledger.booking.start), end: Date.parse(ledger.booking.end) };
  return baseline === null || baseline === undefined ? [] : changesSince(baseline, { ...merged.booking, facts: merged.portalFacts });
}

/** Requests on their way, with what they ask for: they may have left before their number was known. */
const requestsOf = ({ entries }: Outbox): { entry: OutboxEntry; event: Event }[] =>
  entries
    .filter((entry) => entry.type === 'booking.requested' && entry.state !== 'delivered')
    .flatMap((entry) => {
      const event = eventOf(entry);
      return event === null ? [] : [{ entry, event }];
    });

/** Every booking of a service of ours as people may see it, by start. */
export function viewsOf({ settings, readings, ledger, outbox, sightings, now, clockOffset }: Sources): BookingView[] {
  const cards = new Map(settings.cards.map((card) => [card.id, card]));
  const entries = Map.groupBy(outbox.entries, (entry) => entry.key);
  const requests = requestsOf(outbox);
  const requestOf = ({ booking }: Merged): OutboxEntry | null => requests.find(({ event }) => sameBooking(event.data.booking, booking))?.entry ?? null;
  return merge(readings, ledger.bookings, requests.map(({ event }) => event))
    .map((known): BookingView => {
      const card = cards.get(known.booking.serviceId ?? '');
      const merged = granted(known, card);
      const entry = entryOf(entries.get(merged.key) ?? []) ?? requestOf(merged);
      const received = merged.ledger?.steps[0]?.at;
      return {
        ...merged,
        entry,
        group: groupOf(merged, entry, card, { now, clockOffset }),
        isOwn: isSamePerson(merged.booking.requester, settings.person),
        since: received === undefined ? (sightings[merged.key]?.firstSeen ?? null) : Date.parse(received),
        changes: changesOf(merged, sightings),
        missing: missingOf(merged.booking, card),
        isOrphan: hasConference(merged) && merged.inPortal && ['cancelled', 'rejected'].includes(merged.booking.status),
      };
    })
    .sort((one, other) => one.booking.start - other.booking.start);
}

/** Only these people read everyone's requests. */
export const readsRequests = (role: Settings['person']['role']): boolean => role === 'approver' || role === 'admin';
