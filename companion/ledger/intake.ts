/** One submitted event, in one transaction: the booking, what follows from it, and the answer that is kept for ever. */
import type { BookingOfEvent, Event } from '../../lib/contract/event.ts';
import type { ServiceOfEvent } from '../../lib/contract/rules.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { OWN_LICENCE, type LicenceOf } from '../licences.ts';
import type { Caller } from './access.ts';
import { isDecider, maySend } from './access.ts';
import { apply } from './apply.ts';
import type { AuditStep, StepWord } from './audit.ts';
import type { Dialect } from './bookings.ts';
import { findBooking } from './bookings.ts';
import type { Life, LifeEvent } from './life.ts';
import { born, decidedNow } from './machine.ts';
import { isMaterial, merge, staysInBrowser } from './merge.ts';
import type { BookingRecord } from './records.ts';
import { newReference } from './references.ts';
import { roomOf } from './rooms.ts';
import type { Queries } from './schema.ts';
import { alone, takeTurn } from './turns.ts';

export interface Intake {
  event: Event;
  caller: Caller;
  /** When it was signed, by the clock that also gave the event its timestamp: that of the sender's post. */
  sentAt: Instant;
  now: Instant;
}

export class NotAllowed extends Error {
  constructor() {
    super('This key may not send this event.');
    this.name = 'NotAllowed';
  }
}

export class NoLicence extends Error {
  constructor() {
    super('No licence holder is configured for this service.');
    this.name = 'NoLicence';
  }
}

/** @throws {NoLicence} when a conference is wanted and nobody is there to host it */
function licenceHolder(service: ServiceOfEvent, requester: BookingOfEvent['requester'], hostOf: LicenceOf): string {
  const named = hostOf(service.id);
  const host = named === OWN_LICENCE ? (requester.email?.toLowerCase() ?? null) : named;
  if (host === null && service.rules.kind !== 'none' && service.rules.kind !== 'permanent') throw new NoLicence();
  return host ?? 'none';
}

const steps: Record<Event['type'], StepWord> = {
  'booking.requested': 'requested',
  'booking.approved': 'approved',
  'booking.changed': 'changed',
  'booking.rejected': 'rejected',
  'booking.cancelled': 'cancelled',
};

/** The seconds in which a click can be taken back, and those of a slow network. */
const SENT_AT_ONCE = 15_000;

/** How long the sender kept it, by his own clock. */
const waitedOf = ({ event, sentAt }: Intake): number => sentAt - Date.parse(event.timestamp);

/**
 * By this clock, as long ago as the sender's says that it was: of two posts whose clocks differ, either could otherwise undo
 * what the other decides later. What was sent at once is the newest decision, whatever the clocks say.
 */
function decidedAt(intake: Intake, life: Life): Instant {
  const waited = waitedOf(intake);
  return waited > SENT_AT_ONCE ? intake.now - waited : decidedNow(life, intake.now);
}

function toLifeEvent(intake: Intake, life: Life, material: boolean): LifeEvent {
  const { event, caller } = intake;
  const at = decidedAt(intake, life);
  const ahead = Date.parse(event.data.booking.start) > intake.now;
  switch (event.type) {
    case 'booking.requested':
      return { type: 'requested', at };
    case 'booking.approved':
      return { type: 'approved', at, material, ahead };
    case 'booking.changed':
      return { type: 'changed', material, ahead };
    case 'booking.rejected':
      return { type: 'rejected', at };
    case 'booking.cancelled':
      return { type: 'cancelled', at, undoUntil: null, tellApprover: !isDecider(caller) };
  }
}

const saysFacts = ({ type }: Event): boolean => type === 'booking.approved' || type === 'booking.changed';

/**
 * Whether the event's facts replace those held: a late request must not undo what an approver decided on, nor a decision that
 * waited somewhere what another approver said of the booking since. One's own come in the order in which they were taken.
 */
function replacesFacts({ life }: BookingRecord, intake: Intake): boolean {
  const { event, caller } = intake;
  if (saysFacts(event)) return waitedOf(intake) <= SENT_AT_ONCE || life.told?.by === caller.keyId || decidedAt(intake, life) >= (life.told?.at ?? 0);
  return event.type === 'booking.requested' && ['requested', 'cancelled', 'rejected'].includes(life.state);
}

/** Notes who said what the booking is, and when. */
function afterTelling(life: Life, intake: Intake): Life {
  return saysFacts(intake.event) ? { ...life, told: { at: decidedAt(intake, life), by: intake.caller.keyId } } : life;
}

/** A conference stays with the holder at whom it was made, or at whom it may have been: there it is looked for. */
const staysWithHolder = ({ conference, life }: BookingRecord): boolean => conference !== null || ['creating', 'unknown', 'cancelling'].includes(life.state);

export interface Taken {
  record: BookingRecord;
  /** The steps of a booking that was not known before; null: what was known of it must be read. */
  history: readonly AuditStep[] | null;
}

/**
 * @param hostOf Zoom's licence holder of a service
 * @throws {NoLicence}
 * @throws {NotAllowed} when the caller's role or ownership does not cover it; nothing is written then
 */
export async function takeEvent(db: Queries, dialect: Dialect, intake: Intake, hostOf: LicenceOf): Promise<Taken> {
  const { booking } = intake.event.data;
  await takeTurn(db, dialect, booking);
  const held = await findBooking(db, dialect, booking);
  return held === null ? takeInto(db, intake, null, hostOf) : alone(db, held, () => takeInto(db, intake, held, hostOf));
}

async function takeInto(db: Queries, intake: Intake, held: BookingRecord | null, hostOf: LicenceOf): Promise<Taken> {
  const { event, caller, now } = intake;
  const { booking, service, language, reason, browserOnly = false } = event.data;
  if (!maySend(caller, event.type, booking, held?.booking ?? null)) throw new NotAllowed();
  const occasion = { now, actor: caller.keyId, step: steps[event.type], detail: event.type === 'booking.cancelled' ? event.data.cancellation : null };
  if (held === null) {
    const fresh: BookingRecord = {
      id: newReference(now), host: licenceHolder(service, booking.requester, hostOf), booking, service, language, browserOnly, reason: reason ?? null,
      life: afterTelling(born(), intake), conference: null, slug: null, createdAt: now, updatedAt: now,
    };
    const history: AuditStep[] = [];
    const begun = await apply(db, fresh, toLifeEvent(intake, fresh.life, false), { ...occasion, isNew: true, history });
    return { record: await withoutApproval(db, begun, intake, history), history };
  }
  if (!replacesFacts(held, intake)) {
    const joined = { ...held, booking: { ...held.booking, number: held.booking.number ?? booking.number } };
    return { record: await apply(db, joined, toLifeEvent(intake, held.life, false), occasion), history: null };
  }
  const merged = merge(held.booking, booking);
  const material = isMaterial(held.booking, merged);
  const host = staysWithHolder(held) ? held.host : licenceHolder(service, merged.requester, hostOf);
  const next: BookingRecord = {
    ...held, life: afterTelling(held.life, intake), host, booking: merged, service, language: event.type === 'booking.requested' ? language : held.language,
    browserOnly: staysInBrowser(held, merged, browserOnly), reason: reason ?? held.reason,
  };
  const taken = await apply(db, next, toLifeEvent(intake, held.life, material), occasion);
  return { record: await withoutApproval(db, taken, intake), history: null };
}

/** A slot of a shared room is its requester's as soon as it is booked, where the room was set up so; a request's own word on it counts for nothing. */
async function withoutApproval(db: Queries, record: BookingRecord, intake: Intake, history: AuditStep[] = []): Promise<BookingRecord> {
  const { event, now } = intake;
  if (event.type !== 'booking.requested' || record.life.state !== 'requested') return record;
  const room = await roomOf(db, record.service);
  return room === null || room.needs_approval === 1 ? record : apply(db, record, { type: 'approved', at: decidedAt(intake, record.life), material: false }, { now, actor: 'system', step: 'approved', history });
}
