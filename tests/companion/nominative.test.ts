/** A nominative licence is each requester's own: their conference is made on it, by their address, and on no common one. */
import { describe, expect, it } from 'vitest';
import { purge } from '../../companion/ledger/purge.ts';
import type { ServiceOfEvent } from '../../lib/contract/rules.ts';
import { toServiceOfEvent } from '../../lib/services/match.ts';
import { clinical } from '../../lib/services/clinical.ts';
import { nominative300 } from '../../lib/services/nominative300.ts';
import { bookingAt, DAY, eventOf, MONDAY, web5000 } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import { LICENCE_HOST } from './support/world.ts';
import type { World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const elise = { name: 'Élise Gagné', email: 'Elise.Gagne@iucpq.example.test' };
const luc = { name: 'Luc Roy', email: 'luc.roy@iles.example.test' };
const own = (requester: typeof elise, number: string, name: string, service: ServiceOfEvent) =>
  bookingAt(START, { requester, number, name, participants: 30, resource: service.name });

const start = async (): Promise<World> =>
  (await startOwnWorld({
    variables: { ZOOM_HOSTS: '{"nominative-300":"demandeur","clinical":"demandeur"}' },
    zoom: { hosts: [{ email: LICENCE_HOST }, { email: elise.email.toLowerCase() }, { email: luc.email }] },
  }));
const hostsOf = (of: World) => Object.fromEntries(of.zoom.conferences().map(({ topic, host }) => [topic, host]));

describe('a nominative licence', () => {
  it('S2-20 S4-04 is the requester’s own: two people meet at the same hour, each on theirs, and the shared one is left alone', async () => {
    const here = await start();
    const approver = await here.person('approver');
    for (const [who, number, name, card] of [[elise, '1', 'Séminaire', nominative300], [luc, '2', 'Atelier', nominative300], [elise, '3', 'Suivi du soir', clinical]] as const) {
      const at = name === 'Suivi du soir' ? START + DAY : START;
      const service = toServiceOfEvent(card);
      await approver.send(eventOf('booking.approved', { ...own(who, number, name, service), start: new Date(at).toISOString(), end: new Date(at + 3_600_000).toISOString() }, { at: MONDAY, service }));
    }
    await approver.send(eventOf('booking.approved', bookingAt(START, { number: '4', name: 'Forum' }), { at: MONDAY, service: web5000 }));
    await here.companion.idle();
    expect(hostsOf(here)).toEqual({ Séminaire: elise.email.toLowerCase(), Atelier: luc.email, 'Suivi du soir': elise.email.toLowerCase(), Forum: LICENCE_HOST });
    const mail = here.mailbox.messages().find(({ subject }) => subject.includes('Séminaire'));
    expect(mail?.text.replace(/\u00a0/gu, ' ')).toContain('Vous ouvrez vous-même la rencontre : connectez-vous à Zoom');
  });

  it('S2-20 holds one meeting of its own holder at a time, and says so', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const service = toServiceOfEvent(nominative300);
    for (const [number, name] of [['1', 'Séminaire'], ['2', 'Atelier']] as const) {
      await approver.send(eventOf('booking.approved', own(elise, number, name, service), { at: MONDAY, service }));
      await here.companion.idle();
    }
    expect(Object.keys(hostsOf(here))).toEqual(['Séminaire']);
    expect((await approver.bookings()).find(({ booking }) => booking.number === '2')).toMatchObject({ state: 'attention' });
  });

  it('S2-20 says to the approvers that an address has no licence, and refuses a booking without one', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const service = toServiceOfEvent(nominative300);
    await approver.send(eventOf('booking.approved', own({ name: 'Ana', email: 'ana@ailleurs.example.test' }, '1', 'Séminaire', service), { at: MONDAY, service }));
    await here.companion.idle();
    expect((await approver.bookings())[0]).toMatchObject({ state: 'attention' });
    expect(here.zoom.conferences()).toEqual([]);
    const nobody = await approver.send(eventOf('booking.approved', { ...own(luc, '2', 'Atelier', service), requester: { name: 'Luc Roy', email: null } }, { at: MONDAY, service }));
    expect([nobody.status, nobody.problem.code]).toEqual([422, 'no_licence']);
  });

  it('U24 the address is erased with the booking: nothing of it is left in the ledger', async () => {
    const here = await start();
    const approver = await here.person('approver');
    const service = toServiceOfEvent(nominative300);
    await approver.send(eventOf('booking.approved', own(luc, '2', 'Atelier', service), { at: MONDAY, service }));
    await here.companion.idle();
    const ledger = await here.openLedger();
    const holders = async () => (await ledger.database.db.selectFrom('bookings').select('host').execute()).map(({ host }) => host);
    expect(await holders()).toEqual([luc.email]);
    await purge(ledger.database, START + 30 * DAY, START + 30 * DAY, 'test');
    expect(await holders()).toEqual(['—']);
    await ledger.close();
  });
});
