/** A booking that is moved on its day, while its conference is open. */
import { expect, it } from 'vitest';
import { bookingAt, DAY, eventOf, HOUR, MONDAY, web5000 } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import { MINUTE, SECRET, tellOf } from './support/rooms.ts';
import { APPROVERS } from './support/world.ts';
import type { Client, World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const booked = (start: number, changes: Parameters<typeof bookingAt>[1] = {}) => bookingAt(start, { participants: 200, ...changes });
const subjects = (here: World): string[] => here.mailbox.messages().map(({ subject, envelope }) => `${envelope.to.includes(APPROVERS) ? 'CCT' : 'requester'}: ${subject.split('\u00a0')[0]}`);

/** Ten minutes before its hour, opened by its host. */
async function opened(): Promise<{ here: World; approver: Client; id: string; change: (to: ReturnType<typeof bookingAt>) => Promise<void> }> {
  const here = await startOwnWorld({ variables: { ZOOM_HOST_USER_ID: 'animation@cct.example.test' } });
  const approver = await here.person('approver');
  await approver.send(eventOf('booking.approved', booked(START), { at: MONDAY }));
  await here.companion.idle();
  const id = here.zoom.conferences()[0]?.id ?? '';
  await here.pass(START - 10 * MINUTE - MONDAY);
  here.zoom.start(id);
  await here.pass(2 * MINUTE);
  await here.pass(2 * MINUTE);
  expect((await approver.bookings())[0]?.state).toBe('live');
  here.mailbox.clear();
  const change = async (to: ReturnType<typeof bookingAt>): Promise<void> => {
    await approver.send(eventOf('booking.changed', to, { at: here.clock.now() }));
    await here.companion.idle();
  };
  return { here, approver, id, change };
}

it('Z48 moved to another day while it is open: the requester hears of it at once, and is reminded the day before', async () => {
  const { here, approver, id, change } = await opened();
  await change(booked(START + 3 * DAY));
  expect(here.zoom.conferences()[0]?.start).toBe(START + 3 * DAY);
  expect(subjects(here)).toEqual(['requester: Changement à votre rencontre Zoom']);
  here.zoom.end(id);
  for (let looks = 0; looks < 4; looks += 1) await here.pass(2 * MINUTE);
  expect((await approver.bookings())[0]?.state).toBe('scheduled');
  await here.pass(START + 2 * DAY - here.clock.now());
  expect(subjects(here)).toEqual(['requester: Changement à votre rencontre Zoom', 'requester: Rappel']);
});

it('Z21 prolonged into another’s hours while it is open: the approvers hear that it stays as it was, and it stays open', async () => {
  const { here, approver, change } = await opened();
  await approver.send(eventOf('booking.approved', booked(START + 2 * HOUR, { number: '2026-0013', name: 'La suivante' }), { at: here.clock.now() }));
  await here.companion.idle();
  here.mailbox.clear();
  await change(booked(START, { end: new Date(START + 3 * HOUR).toISOString() }));
  expect((await approver.bookings()).find(({ key }) => key === 'iris:2026-0012')).toMatchObject({ state: 'live', message: expect.stringContaining('Les nouvelles heures sont déjà retenues') });
  expect(subjects(here)).toEqual(['CCT: À regarder']);
  await change(booked(START));
  expect((await approver.bookings()).find(({ key }) => key === 'iris:2026-0012')).toMatchObject({ state: 'live', message: null });
});

it('Z48 a webinar that is moved to another day while it is open can be cancelled once it is left', async () => {
  const here = await startOwnWorld({ variables: { ZOOM_WEBHOOK_SECRET: SECRET } });
  const approver = await here.person('approver');
  const webinar = { ...web5000, rules: { ...web5000.rules, kind: 'webinar' as const } };
  await approver.send(eventOf('booking.approved', booked(START), { at: MONDAY, service: webinar }));
  await here.companion.idle();
  const id = here.zoom.conferences()[0]?.id ?? '';
  await here.pass(START - 10 * MINUTE - MONDAY);
  await tellOf(here, 'webinar.started', { id: Number(id), uuid: 'AbC==' });
  expect((await approver.bookings())[0]).toMatchObject({ state: 'live', conference: { kind: 'webinar' } });
  await approver.send(eventOf('booking.changed', booked(START + 3 * DAY), { at: here.clock.now(), service: webinar }));
  await here.companion.idle();
  await tellOf(here, 'webinar.ended', { id: Number(id), uuid: 'AbC==' });
  await here.pass(2 * MINUTE);
  expect((await approver.bookings())[0]?.state).toBe('scheduled');
});

/** Approved, its day over: held, or not. */
async function over(wasHeld: boolean): Promise<{ here: World; approver: Client; move: (to: ReturnType<typeof bookingAt>, as?: 'booking.approved' | 'booking.changed') => Promise<void> }> {
  const here = await startOwnWorld({ variables: { ZOOM_HOST_USER_ID: 'animation@cct.example.test' } });
  const approver = await here.person('approver');
  await approver.send(eventOf('booking.approved', booked(START), { at: MONDAY }));
  await here.companion.idle();
  const id = here.zoom.conferences()[0]?.id ?? '';
  await here.pass(START - MONDAY);
  if (wasHeld) here.zoom.start(id);
  await here.pass(30 * MINUTE);
  if (wasHeld) here.zoom.end(id);
  for (let looks = 0; looks < 20; looks += 1) await here.pass(10 * MINUTE);
  expect((await approver.bookings())[0]?.state).toBe('ended');
  here.mailbox.clear();
  const move = async (to: ReturnType<typeof bookingAt>, as: 'booking.approved' | 'booking.changed' = 'booking.changed'): Promise<void> => {
    await approver.send(eventOf(as, to, { at: here.clock.now() }));
    await here.companion.idle();
  };
  return { here, approver, move };
}

it('Z48 F09 moved to a later day after nobody came: its hours are held, the requester hears of it and is reminded, and it takes place', async () => {
  const { here, approver, move } = await over(false);
  await move(booked(START + 3 * DAY));
  expect((await approver.bookings())[0]?.state).toBe('scheduled');
  expect(here.zoom.conferences().map(({ start }) => start)).toEqual([START + 3 * DAY]);
  expect(subjects(here)).toEqual(['requester: Changement à votre rencontre Zoom']);
  await approver.send(eventOf('booking.approved', booked(START + 3 * DAY, { number: '2026-0013', name: 'Une autre' }), { at: here.clock.now() }));
  await here.companion.idle();
  expect((await approver.bookings()).find(({ key }) => key === 'iris:2026-0013')?.state).toBe('attention');
  await here.pass(START + 2 * DAY - here.clock.now());
  expect(subjects(here)).toContain('requester: Rappel');
  await here.pass(DAY);
  here.zoom.start(here.zoom.conferences()[0]?.id ?? '');
  await here.pass(2 * MINUTE);
  expect((await approver.bookings()).find(({ key }) => key === 'iris:2026-0012')?.state).toBe('live');
});

it('Z48 moved to a later day after it was held, by its approval or by a change: it is held once more', async () => {
  for (const as of ['booking.approved', 'booking.changed'] as const) {
    const { here, approver, move } = await over(true);
    expect((await approver.bookings())[0]?.attendance).toBeDefined();
    await move(booked(START + 3 * DAY), as);
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
    expect(here.zoom.conferences().map(({ start }) => start)).toEqual([START + 3 * DAY]);
    expect(subjects(here)).toEqual(['requester: Changement à votre rencontre Zoom']);
    // Who came the first time says nothing of the second.
    expect((await approver.bookings())[0]?.attendance).toBeUndefined();
  }
});

it('Z48 what is over stays so while its name is put right, or its hours, as long as they are past', async () => {
  const { here, approver, move } = await over(true);
  await move(booked(START, { name: 'Le bon nom', end: new Date(START + 30 * MINUTE).toISOString() }));
  await move(booked(START - DAY), 'booking.approved');
  expect((await approver.bookings())[0]?.state).toBe('ended');
  expect(subjects(here)).toEqual([]);
});
