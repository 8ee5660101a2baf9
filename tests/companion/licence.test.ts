import { describe, expect, it } from 'vitest';
import type { Problem } from '../../lib/contract/answer.ts';
import { dayAnswer, licenceAnswer } from '../../lib/contract/day.ts';
import type { DayAnswer, LicenceAnswer } from '../../lib/contract/day.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY, web5000 } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import type { Client, World, WorldOptions } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const MINUTE = 60_000;
const KEY = 'iris:2026-0012';
const DAY_PATH = `/v1/bookings/${KEY}/day`;
const LICENCE_PATH = '/v1/licence?service=web5000';
/** A licence without webinars: the conference is a meeting. */
const MEETINGS = { variables: { ZOOM_HOST_USER_ID: 'animation@cct.example.test' } };

async function scheduled(options: WorldOptions = MEETINGS): Promise<{ here: World; approver: Client; host: Client; id: string }> {
  const here = await startOwnWorld(options);
  const approver = await here.person('approver');
  await approver.send(eventOf('booking.approved', bookingAt(START, { participants: 200 }), { at: MONDAY }));
  await here.companion.idle();
  return { here, approver, host: await here.person('host'), id: here.zoom.conferences()[0]?.id ?? '' };
}

describe('the day’s sheet', () => {
  it('F06 shows each setting of the card beside what Zoom holds now, and which ones differ', async () => {
    const { here, host, id } = await scheduled();
    const { body, status } = await host.get<DayAnswer>(DAY_PATH);
    expect(status).toBe(200);
    expect(dayAnswer.parse(body)).toEqual(body);
    expect(body).toMatchObject({ key: KEY, state: 'scheduled', holders: [] });
    expect(body.settings?.every(({ holds }) => holds === true)).toBe(true);
    expect(body.settings).toContainEqual({ setting: 'waitingRoom', asked: 'off', shown: 'off', holds: true });
    expect(body.settings).toContainEqual({ setting: 'muteOnEntry', asked: 'on', shown: 'on', holds: true });
    here.zoom.edit(id, { topic: 'Renommée', settings: { ...here.zoom.conferences()[0]?.settings, waiting_room: true } });
    const later = (await host.get<DayAnswer>(DAY_PATH)).body.settings?.filter(({ holds }) => holds !== true);
    expect(later).toEqual([
      { setting: 'topic', asked: bookingAt(START).name, shown: 'Renommée', holds: false },
      { setting: 'waitingRoom', asked: 'off', shown: 'on', holds: false },
    ]);
    expect(JSON.stringify(body)).not.toContain(here.zoom.conferences()[0]?.passcode);
  });

  it('F06 says of a webinar that a waiting room which the card asks for is not there', async () => {
    const here = await startOwnWorld();
    const approver = await here.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY, service: { ...web5000, rules: { ...web5000.rules, kind: 'webinar', waitingRoom: 'on' } } }));
    await here.companion.idle();
    expect((await approver.get<DayAnswer>(DAY_PATH)).body.settings).toContainEqual({ setting: 'waitingRoom', asked: 'on', shown: 'off', holds: false });
  });

  it('F06 of a conference made by hand asks nothing of Zoom, and of none says so', async () => {
    const { here, approver, id } = await scheduled();
    here.zoom.remove(id);
    expect((await approver.get<Problem>(DAY_PATH)).body).toMatchObject({ status: 409, code: 'no_conference' });
    // Missed twice, minutes apart (Z87).
    await here.pass(11 * MINUTE);
    await here.pass(3 * MINUTE);
    expect((await approver.get<Problem>(DAY_PATH)).body).toMatchObject({ status: 409, code: 'no_conference' });
    await approver.post(`/v1/bookings/${KEY}/link`, { id: '99988877766', joinLink: 'https://zoom.example.test/j/99988877766', passcode: null });
    expect((await approver.get<DayAnswer>(DAY_PATH)).body).toMatchObject({ settings: null, holders: [] });
  });
});

describe('who holds the licence now', () => {
  it('F06 names the booking that is live, its establishment and its planned end; what is none of ours by its name alone', async () => {
    const { here, host, id } = await scheduled();
    expect((await host.get<LicenceAnswer>(LICENCE_PATH)).body).toEqual({ service: 'web5000', holders: [], at: new Date(MONDAY).toISOString() });
    here.zoom.start(id);
    const { body } = await host.get<LicenceAnswer>(LICENCE_PATH);
    expect(licenceAnswer.parse(body)).toEqual(body);
    const { name, establishment, end } = bookingAt(START);
    expect(body.holders).toEqual([{ name, key: KEY, establishment, until: end }]);
    expect((await host.get<DayAnswer>(DAY_PATH)).body.holders).toEqual(body.holders);
    here.zoom.end(id);
    await here.createAtZoom({ topic: 'Réunion faite à la main', agenda: '', start: START + 5 * HOUR });
    here.zoom.start(here.zoom.conferences().find(({ topic }) => topic === 'Réunion faite à la main')?.id ?? '');
    expect((await host.get<LicenceAnswer>(LICENCE_PATH)).body.holders).toEqual([{ name: 'Réunion faite à la main', key: null, establishment: null, until: null }]);
  });

  it('Z56 says that Zoom is silent instead of « nobody »', async () => {
    const { here, host } = await scheduled();
    here.zoom.setFaults({ rates: { '500.before': 1 } });
    for (const path of [LICENCE_PATH, DAY_PATH]) expect((await host.get<Problem>(path)).body).toMatchObject({ status: 502, code: 'zoom_silent' });
  });

  it('S1-52 Z51 is told to people of the CCT only, and for services that have a licence', async () => {
    const { here, host } = await scheduled({ variables: { ZOOM_HOST_USER_ID: '', ZOOM_HOSTS: '{"web5000":"animation@cct.example.test"}' } });
    const representative = await here.person('representative', { email: 'elise.gagne@iucpq.example.test' });
    for (const path of [LICENCE_PATH, DAY_PATH]) expect((await representative.get<Problem>(path)).body).toMatchObject({ status: 403, code: 'forbidden' });
    expect((await host.get<Problem>('/v1/licence?service=clinical')).body).toMatchObject({ status: 422, code: 'no_licence' });
    expect((await host.get<Problem>('/v1/licence')).body).toMatchObject({ status: 422, code: 'invalid' });
    expect((await host.get<Problem>('/v1/bookings/iris:none/day')).body).toMatchObject({ status: 404, code: 'not_found' });
  });
});
