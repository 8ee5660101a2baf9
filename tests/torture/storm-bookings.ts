/** The bookings of a storm: who they are for, what is done with them, and who does it until it is acknowledged. */
import type { BookingOfEvent, EventType } from '../../lib/contract/event.ts';
import type { ServiceOfEvent } from '../../lib/contract/rules.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY, web5000 } from '../companion/support/bookings.ts';
import type { HostOptions } from '../standins/zoom/standin.ts';
import type { Random } from '../standins/zoom/random.ts';
import type { Sender } from './client.ts';
import { keyOf } from './evidence.ts';
import type { Deed } from './evidence.ts';

/** Later than any storm's clock gets before its last act. */
export const STORM_DAY = MONDAY + 170 * DAY;
const HOSTS = 4;

export const hosts: readonly HostOptions[] = Array.from({ length: HOSTS }, (_, index) => ({ email: `licence-${index + 1}@cct.example.test`, webinarCapacity: 5000, meetingCapacity: 5000 }));

/** One licence each, so that several are written to at once; webinars and meetings by turns. */
const services: readonly ServiceOfEvent[] = hosts.map((_, index) => ({
  ...web5000, id: `service-${index + 1}`, name: `Licence ${index + 1}`, concurrency: 1000, rules: { ...web5000.rules, kind: index % 2 === 0 ? 'webinar' : 'meeting' },
}));

export const zoomHosts = JSON.stringify(Object.fromEntries(services.map(({ id }, index) => [id, hosts[index]?.email])));

const serviceOf = (index: number): ServiceOfEvent => services[index % services.length] ?? web5000;

/** All within ten minutes of one morning, so that their reminders come together. */
function bookingOf(index: number, random: Random): BookingOfEvent {
  const start = STORM_DAY + (index % 600) * 1000;
  const presenter = random() < 0.3 ? { name: `Présentatrice ${index}`, email: `presente-${index}@exemple.example.test` } : { name: `Présentatrice ${index}`, email: null };
  return bookingAt(start, {
    number: `T-${index}`, name: `Rencontre ${index} « é »`, participants: 100, presenter, page: null,
    requester: { name: `Demandeuse ${index}`, email: `demande-${index}@exemple.example.test` },
  });
}

interface Act {
  does: EventType;
  facts: BookingOfEvent;
}

/** Most are approved and stay; some are asked for first, some change, some are withdrawn. */
function actsOf(booking: BookingOfEvent, random: Random): Act[] {
  const approved: Act = { does: 'booking.approved', facts: booking };
  const chance = random();
  if (chance < 0.6) return [approved];
  if (chance < 0.75) return [{ does: 'booking.requested', facts: booking }, approved];
  if (chance < 0.9) {
    const moved = { ...booking, name: `${booking.name} (déplacée)`, start: new Date(Date.parse(booking.start) + HOUR / 60).toISOString() };
    return [approved, { does: 'booking.changed', facts: moved }];
  }
  return [approved, { does: 'booking.cancelled', facts: booking }];
}

/** What one person does with one booking; now and then he gives up after one try, and nobody knows what became of it. */
export async function actOn(index: number, sender: Sender, random: Random, now: () => number, deeds: Deed[]): Promise<void> {
  const booking = bookingOf(index, random);
  const acts = actsOf(booking, random);
  const givesUp = random() < 0.1;
  const service = serviceOf(index);
  for (const [turn, { does, facts }] of acts.entries()) {
    const webhookId = `storm_${index}_${turn}`;
    const event = eventOf(does, facts, { at: now(), service });
    const deed: Deed = { booking: keyOf(booking), does, facts, webhookId, outcome: 'unknown', answer: null };
    deeds.push(deed);
    if (givesUp && turn === acts.length - 1) {
      const answer = await sender.once(webhookId, event);
      if (answer?.status === 202) Object.assign(deed, { outcome: 'acknowledged', answer: answer.text });
      return;
    }
    Object.assign(deed, { answer: await sender.persist(webhookId, event), outcome: 'acknowledged' });
  }
}
