/** An event sent to the companion as a person's browser sends it, for what a test does not book through the portal's form. */
import { toEvent } from '../../lib/background/events.ts';
import { importSecret, sign } from '../../lib/contract/signature.ts';
import type { Booking } from '../../lib/domain/booking.ts';
import { presets } from '../../lib/services/presets.ts';
import { establishments } from '../../lib/services/roster.ts';
import { people, type PersonName, type World } from './world.ts';

/** « booking.requested » of this person, for one of the five services. @throws when the companion does not take it */
export async function requestAs(world: World, name: PersonName, change: Pick<Booking, 'number' | 'serviceId' | 'start' | 'end'> & Partial<Booking>): Promise<void> {
  const card = presets.find(({ id }) => id === change.serviceId);
  if (card === undefined) throw new Error('There is no such service.');
  const { name: fullName, email, establishmentId } = people[name];
  const facts = { name: 'Rencontre d’équipe', participants: 12, presenter: { name: 'Anne Roy', email: null } };
  const booking: Booking = {
    portal: 'iris', resource: card.name, title: facts.name, facts, establishment: null, establishmentId, requester: { name: fullName, email }, status: 'pending', page: null, reason: null, ...change,
  };
  const event = toEvent('booking.requested', booking, { card, roster: [...establishments], language: 'fr', now: Date.now() });
  if (event === null) throw new Error('The booking lacks something.');
  const body = JSON.stringify(event);
  const [id = '', secret = ''] = (await world.keyOf(name)).split(/:(?=whsec_)/u);
  const headers = await sign({ id, kind: 'v1', key: await importSecret(secret) }, `evt_${crypto.randomUUID().replaceAll('-', '')}`, Date.now(), body);
  const answer = await fetch(`${world.companion.url}/v1/events`, { method: 'POST', body, headers: { ...headers, 'content-type': 'application/json' } });
  if (answer.status !== 202) throw new Error(`The companion answered ${answer.status}: ${await answer.text()}`);
}
