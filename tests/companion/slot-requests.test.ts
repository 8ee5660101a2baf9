/** F05, S1-29: « Demander ce créneau ». */
import { expect, it } from 'vitest';
import type { Problem } from '../../lib/contract/answer.ts';
import { slotRequestsAnswer, type SlotRequestAnswer, type SlotRequestEntry } from '../../lib/contract/rooms.ts';
import { bookingAt, DAY, eventOf, MONDAY } from './support/bookings.ts';
import { linkIn } from './support/rooms.ts';
import { startOwnWorld } from './support/own-world.ts';
import type { Client, World } from './support/world.ts';

const START = MONDAY + 5 * DAY;
const HOLDER = 'elise.gagne@iucpq.example.test';
const ASKER = 'luc.roy@iles.example.test';

const wanted = { service: 'web5000', at: new Date(START + 60_000).toISOString(), purpose: 'Assemblée annuelle', language: 'fr' };
const ask = (client: Client, body: object = wanted) => client.post<SlotRequestAnswer & Problem>('/v1/slot-requests', body);

async function held(): Promise<{ here: World; luc: Client }> {
  const here = await startOwnWorld();
  const approver = await here.person('approver');
  await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
  await here.companion.idle();
  here.mailbox.clear();
  return { here, luc: await here.person('representative', { name: 'Luc Roy', email: ASKER, establishmentId: 'cisss-iles' }) };
}

it('S1-29 F05 writes politely to the holder, with the name and the purpose of whoever asks and nobody’s address', async () => {
  const { here, luc } = await held();
  const asked = await ask(luc);
  await here.companion.idle();
  expect([asked.status, asked.body.start]).toEqual([202, new Date(START).toISOString()]);
  expect(JSON.stringify(asked.body)).not.toMatch(/elise|Élise/iu);
  const [mail] = here.mailbox.messages();
  expect(mail?.to.map(({ address }) => address)).toEqual([HOLDER]);
  expect(mail?.text).toMatch(/Luc Roy[\s\S]*Assemblée annuelle[\s\S]*Rien ne vous oblige/u);
  expect(mail?.text).not.toContain(ASKER);
});

it.each([['kept', 'Créneau gardé', 'le garde'], ['ceded', 'Créneau cédé', 'doit encore annuler']] as const)('S1-29 F05 acts on a click and not on opening: « %s » is told to whoever asked, and the booking stands', async (answer, subject, words) => {
  const { here, luc } = await held();
  await ask(luc);
  await here.companion.idle();
  const page = linkIn(here.mailbox.messages()[0]?.text ?? '', 's');
  expect(await (await fetch(page)).text()).toMatch(/Garder le créneau[\s\S]*Céder le créneau/u);
  await here.companion.idle();
  expect(here.mailbox.messages()).toHaveLength(1);
  const post = (value: string) => fetch(page, { method: 'POST', body: new URLSearchParams({ answer: value }) });
  expect((await post('perhaps')).status).toBe(400);
  expect((await post(answer)).status).toBe(200);
  expect((await post('kept')).status).toBe(409);
  await here.companion.idle();
  const told = here.mailbox.messages().at(-1);
  expect([told?.to.map(({ address }) => address), told?.subject]).toEqual([[ASKER], expect.stringContaining(subject)]);
  expect(told?.text).toContain(words);
  expect(told?.text).not.toMatch(/Gagné|elise/u);
  expect(here.zoom.conferences()).toHaveLength(1);
});

it('S1-29 F05 is heard once a slot and day, whoever asks', async () => {
  const { here, luc } = await held();
  const eve = await here.person('representative', { name: 'Ève', email: 'eve@exemple.test', establishmentId: 'chu-quebec' });
  expect([(await ask(luc)).status, (await ask(luc)).body.code, (await ask(eve)).body.code]).toEqual([202, 'already_asked', 'already_asked']);
  await here.pass(DAY);
  expect((await ask(eve)).status).toBe(202);
});

it('S1-29 F05 refuses one’s own slot, a free one, a key without an address, and what is badly said', async () => {
  const { here, luc } = await held();
  const own = await here.person('representative', { email: HOLDER, establishmentId: 'iucpq' });
  const mute = await here.person('representative', { establishmentId: 'cisss-iles' });
  const codes = [await ask(own), await ask(luc, { ...wanted, at: new Date(START + DAY).toISOString() }), await ask(mute), await ask(luc, { ...wanted, purpose: ' ' })].map(({ status, body }) => [status, body.code]);
  expect(codes).toEqual([[422, 'own_slot'], [404, 'not_found'], [422, 'no_address'], [422, 'invalid']]);
});

it('S1-29 F05 asks nothing more of a booking that was moved to other hours, and says that those which were wanted are free', async () => {
  const { here, luc } = await held();
  const elise = await here.person('representative', { name: 'Élise Gagné', email: HOLDER, establishmentId: 'iucpq' });
  const { id } = (await ask(luc)).body;
  await here.companion.idle();
  const page = linkIn(here.mailbox.messages()[0]?.text ?? '', 's');
  await (await here.person('approver')).send(eventOf('booking.changed', bookingAt(START + DAY), { at: MONDAY }));
  await here.companion.idle();
  here.mailbox.clear();
  expect(await (await fetch(page)).text()).toContain('n’est plus à vous');
  expect((await fetch(page, { method: 'POST', body: new URLSearchParams({ answer: 'kept' }) })).status).toBe(409);
  expect((await elise.post<Problem>(`/v1/slot-requests/${id}/answer`, { answer: 'kept', comment: '' })).body.code).toBe('slot_closed');
  expect(await requestsOf(luc)).toMatchObject([{ start: new Date(START).toISOString(), state: 'closed', free: true }]);
  await here.companion.idle();
  expect(here.mailbox.messages()).toEqual([]);
});

const requestsOf = async (client: Client): Promise<SlotRequestEntry[]> => slotRequestsAnswer.parse((await client.get('/v1/slot-requests')).body).requests;

it('S1-29 F05 is seen and answered by the holder with words, and its state and hours are seen by whoever asked', async () => {
  const { here, luc } = await held();
  const elise = await here.person('representative', { name: 'Élise Gagné', email: HOLDER, establishmentId: 'iucpq' });
  const { id } = (await ask(luc)).body;
  await here.companion.idle();
  expect(await requestsOf(elise)).toMatchObject([{ id, side: 'received', requester: 'Luc Roy', purpose: 'Assemblée annuelle', state: 'open', answered: null, booking: expect.stringContaining('iris') }]);
  const [mine] = await requestsOf(luc);
  expect(mine).toMatchObject({ id, side: 'asked', state: 'open', booking: null, establishment: { id: 'iucpq' }, free: false });
  expect(JSON.stringify(mine)).not.toMatch(/Gagné|elise|Bilan/u);
  const path = `/v1/slot-requests/${id}/answer`;
  expect((await luc.post<Problem>(path, { answer: 'ceded', comment: '' })).body.code).toBe('not_found');
  await here.pass(60_000);
  const answered = await elise.post<SlotRequestEntry>(path, { answer: 'ceded', comment: ' Nous passons à mardi. ' });
  expect([answered.status, answered.body.state, answered.body.comment, answered.body.answered]).toEqual([200, 'ceded', 'Nous passons à mardi.', new Date(MONDAY + 60_000).toISOString()]);
  expect((await elise.post<Problem>(path, { answer: 'kept', comment: '' })).body.code).toBe('decided');
  expect(await requestsOf(luc)).toMatchObject([{ state: 'ceded', comment: 'Nous passons à mardi.', free: false }]);
  await here.companion.idle();
  expect(here.mailbox.messages().at(-1)?.text).toContain('Nous passons à mardi.');
  await (await here.person('approver')).send(eventOf('booking.cancelled', bookingAt(START), { at: MONDAY + 120_000 }));
  await here.companion.idle();
  expect(await requestsOf(luc)).toMatchObject([{ state: 'ceded', free: true }]);
});

it('S1-29 F05 shows a stranger, and a key without an address, nothing of it, and takes no answer once the slot has begun', async () => {
  const { here, luc } = await held();
  const { id } = (await ask(luc)).body;
  const eve = await here.person('representative', { email: 'eve@exemple.test', establishmentId: 'chu-quebec' });
  const approver = await here.person('approver', { email: 'cct@exemple.test' });
  expect([await requestsOf(eve), await requestsOf(approver), await requestsOf(await here.person('host'))]).toEqual([[], [], []]);
  const elise = await here.person('representative', { email: HOLDER, establishmentId: 'iucpq' });
  await here.pass(START - MONDAY);
  expect((await elise.post<Problem>(`/v1/slot-requests/${id}/answer`, { answer: 'kept', comment: '' })).body.code).toBe('slot_closed');
  expect((await requestsOf(elise))[0]?.state).toBe('closed');
});
