/**
 * A request is refused or cancelled in the portal, and nobody clicks anything here then: the companion would go on waiting
 * for its answer and write to the approvers about it (F11). So whoever approves tells it what the portal's list says.
 * Said at once or not at all, and looked for anew at each look: what waits in a queue may no longer be true when it leaves.
 */
import type { BookingOfLedger } from '../contract/answer.ts';
import type { Event } from '../contract/event.ts';
import type { Instant } from '../domain/booking.ts';
import { identityOf } from '../domain/identity.ts';
import { toServiceOfEvent } from '../services/match.ts';
import { rightNowAt } from '../state/clock-store.ts';
import type { LedgerCache } from '../state/ledger-store.ts';
import { readingsStore, type Readings } from '../state/readings-store.ts';
import type { Settings } from '../state/settings.ts';
import { readsRequests } from '../state/view.ts';
import { newRequestId } from './companion.ts';
import type { DeliveryPorts } from './delivery.ts';

/**
 * Whether the companion waits for an answer that somebody may still give. Only a booking with its number: without one, an
 * older request for the same hours would be taken for it.
 */
const waitsForAnswer = ({ state, booking }: BookingOfLedger, now: Instant): boolean => state === 'requested' && booking.number !== null && Date.parse(booking.start) > now;

interface Decision {
  status: 'rejected' | 'cancelled';
  /** When the list was read. */
  at: Instant;
}

/** What the portals' lists say is decided, by identity: gone through once, however many requests wait. */
function decisionsIn(readings: Readings): Map<string, Decision> {
  const decisions = new Map<string, Decision>();
  for (const { state, reading } of Object.values(readings)) {
    if (state !== 'ok' || reading === null) continue;
    for (const shown of reading.bookings) {
      const { status } = shown;
      if (status === 'rejected' || status === 'cancelled') decisions.set(identityOf(shown), { status, at: reading.at });
    }
  }
  return decisions;
}

function decisionOf({ booking, serviceId }: BookingOfLedger, status: Decision['status'], { cards }: Settings, now: Instant): Event | null {
  const card = cards.find(({ id }) => id === serviceId);
  if (card === undefined) return null;
  const timestamp = new Date(now).toISOString();
  const data = { booking, service: toServiceOfEvent(card), language: 'fr' } as const;
  return status === 'rejected' ? { type: 'booking.rejected', timestamp, data } : { type: 'booking.cancelled', timestamp, data: { ...data, cancellation: 'cancelled' } };
}

/**
 * To be called when the portals and the companion have just been read. What fails is looked for at the next look. Never throws.
 * @param ledger what the companion has just said
 */
export async function tellDecisions(ports: Omit<DeliveryPorts, 'random'>, settings: Settings, { bookings, problem }: LedgerCache): Promise<void> {
  if (!readsRequests(settings.person.role)) return;
  const clock = ports.now();
  const now = await rightNowAt(clock);
  const waiting = problem === null ? bookings.filter((known) => waitsForAnswer(known, now)) : [];
  if (waiting.length === 0) return;
  const decisions = decisionsIn(await readingsStore.load());
  for (const known of waiting) {
    const decision = decisions.get(identityOf(known.booking));
    // What the companion heard since the list was read is newer: the same booking, asked for anew.
    if (decision === undefined || decision.at + now - clock <= Date.parse(known.updated)) continue;
    const event = decisionOf(known, decision.status, settings, now);
    if (event === null) continue;
    const answer = await ports.post(newRequestId(), JSON.stringify(event));
    if (!answer.ok) return;
    await ports.delivered(answer.value.booking);
  }
}
