/** What people decide while Zoom has not answered yet: changed, corrected or cancelled on the way, there is one conference, as it was decided last. */
import { describe, expect, it } from 'vitest';
import { toServiceOfEvent } from '../../lib/services/match.ts';
import { nominative300 } from '../../lib/services/nominative300.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import { LICENCE_HOST } from './support/world.ts';
import type { World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const SECOND = 1000;
const isCreation = { method: 'POST', path: /\/(?:webinars|meetings)$/u };

const start = startOwnWorld;

/** Until Zoom's answer is no longer waited for. */
async function passQuietTime(of: World): Promise<void> {
  for (let passed = 0; passed < 120; passed += 5) await of.pass(5 * SECOND);
}

describe('while Zoom’s answer is not known', () => {
  it('R2 a nominative licence’s address corrected on the way makes no second conference at another holder', async () => {
    const [mistaken, right] = ['e.gagne@iucpq.example.test', 'elise.gagne@iucpq.example.test'];
    const here = await start({ variables: { ZOOM_HOSTS: '{"nominative-300":"demandeur"}' }, zoom: { hosts: [{ email: LICENCE_HOST }, { email: mistaken }, { email: right }] } });
    const approver = await here.person('approver');
    const service = toServiceOfEvent(nominative300);
    here.zoom.failNext('500.after', isCreation);
    for (const email of [mistaken, right]) {
      await approver.send(eventOf('booking.approved', bookingAt(START, { participants: 30, requester: { name: 'Élise Gagné', email } }), { at: MONDAY, service }));
      await here.companion.idle();
    }
    await passQuietTime(here);
    expect(here.zoom.created()).toHaveLength(1);
    const [booking] = await approver.bookings();
    expect([booking?.state, booking?.conference?.id]).toEqual(['scheduled', here.zoom.conferences()[0]?.id]);
    expect(here.mailbox.messages().map(({ envelope }) => envelope.to[0])).toEqual([right]);
  });

  it('R2 a booking prolonged on the way is prolonged at Zoom too, once its conference is found', async () => {
    const here = await start();
    const approver = await here.person('approver');
    here.zoom.failNext('reset.after', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    await approver.send(eventOf('booking.changed', bookingAt(START, { end: new Date(START + 3 * HOUR).toISOString() }), { at: MONDAY }));
    await passQuietTime(here);
    expect(here.zoom.created()).toMatchObject([{ duration: 180 }]);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', conference: { differences: [] } });
    expect(here.mailbox.messages().map(({ text }) => /à 12\u00a0h\u00a000/u.test(text))).toEqual([true]);
  });
});

describe('while Zoom’s limit of the day holds', () => {
  it('R8 Z37 what is cancelled then is cancelled at once, and its hours are free for another', async () => {
    const here = await start({ zoom: { limits: { rates: false, daily: 1 } } });
    const approver = await here.person('approver');
    const representative = await here.person('representative', { email: 'elise.gagne@iucpq.example.test' });
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    const waiting = bookingAt(START + DAY, { number: '2026-0013', name: 'En attente de Zoom' });
    await approver.send(eventOf('booking.approved', waiting, { at: MONDAY }));
    await here.companion.idle();
    const stateOf = async (number: string) => (await approver.bookings()).find(({ booking }) => booking.number === number)?.state;
    expect(await stateOf('2026-0013')).toBe('creating');
    await representative.send(eventOf('booking.cancelled', waiting, { at: MONDAY }));
    await here.companion.idle();
    expect(await stateOf('2026-0013')).toBe('cancelled');
    expect(here.mailbox.messages().at(-1)?.subject).toContain('Annulée par le demandeur');
    await approver.send(eventOf('booking.approved', bookingAt(START + DAY, { number: '2026-0014', name: 'À la place' }), { at: MONDAY }));
    for (let hours = 0; hours < 24; hours += 6) await here.pass(6 * HOUR);
    expect(here.zoom.created().map(({ topic }) => topic)).toEqual(['Journée régionale – télésanté & « soins »', 'À la place']);
    expect(await stateOf('2026-0014')).toBe('scheduled');
  });

  it('Z11 Z29 a booking whose hour has passed until then is told as such, not as a fault of Zoom’s', async () => {
    const here = await start();
    const approver = await here.person('approver');
    here.zoom.failNext('429.hostDay', isCreation);
    await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 2 * HOUR), { at: MONDAY }));
    for (let hours = 0; hours < 24; hours += 6) await here.pass(6 * HOUR);
    expect(here.zoom.created()).toHaveLength(0);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'attention', message: expect.stringContaining('heure de début est passée') });
  });
});
