/** S1-40 and S2-23: people are told of a recording at once and before it is gone; nothing of it is kept here. */
import { expect, it } from 'vitest';
import { noticeBefore } from '../../companion/ledger/recordings.ts';
import { PLAIN } from '../standins/zoom/standin.ts';
import { allScopes } from '../standins/zoom/tokens.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY, web5000 } from './support/bookings.ts';
import { book, HOLDER, MINUTE, SECRET, SLOT, startRoom, tellOf } from './support/rooms.ts';
import { startOwnWorld } from './support/own-world.ts';
import type { World } from './support/world.ts';

const told = (here: World) => here.mailbox.messages().filter(({ text }) => text.includes('/rec/share/'));

/** What came of the mails about recordings: the first, and the notice. */
async function states(here: World): Promise<string[]> {
  const ledger = await here.openLedger();
  const mails = await ledger.database.db.selectFrom('service_mails').select('state').where('kind', 'in', ['recordingReady', 'recordingSoonGone']).orderBy('kind').execute();
  await ledger.close();
  return mails.map(({ state }) => state);
}

async function recorded(here: World, id: string, from: number, isThere = true): Promise<void> {
  if (isThere) here.zoom.record(id);
  const uuid = here.zoom.created().find((conference) => conference.id === id)?.uuid;
  for (let times = 0; times < 3; times += 1) await tellOf(here, 'recording.completed', { id: Number(id), uuid, host_id: 'x', topic: 'Salle', start_time: new Date(from).toISOString(), share_url: 'https://zoom.example.test/never-kept' });
}

it('S1-40 S1-41 tells whoever held the slot at once, with the link and the 24 hours, and again four hours before', async () => {
  const made = await startRoom();
  await book(made);
  await made.here.pass(SLOT + 2 * HOUR - MONDAY);
  await recorded(made.here, made.roomId, SLOT + MINUTE);
  const [first, ...others] = told(made.here);
  expect(others).toEqual([]);
  expect([first?.to.map(({ address }) => address), first?.subject]).toEqual([[HOLDER], expect.stringContaining('Enregistrement prêt')]);
  expect(first?.text).toContain('24 novembre 2026');
  expect(first?.text).toContain('Rec0rd!9');
  await made.here.pass(20 * HOUR - MINUTE);
  expect(told(made.here)).toHaveLength(1);
  await made.here.pass(MINUTE);
  expect(told(made.here).at(-1)?.subject).toContain('Bientôt supprimé');
  await made.here.pass(DAY);
  expect(told(made.here)).toHaveLength(2);
  const bytes = await made.here.databaseBytes();
  expect(bytes).not.toMatch(/rec\/share|never-kept|Rec0rd/u);
});

it('S1-40 does not remind of what was fetched and deleted', async () => {
  const made = await startRoom();
  await book(made);
  await made.here.pass(SLOT + 2 * HOUR - MONDAY);
  await recorded(made.here, made.roomId, SLOT + MINUTE);
  made.here.zoom.record(made.roomId, null);
  await made.here.pass(20 * HOUR);
  expect(told(made.here)).toHaveLength(1);
  expect(await states(made.here)).toEqual(['sent', 'dropped']);
});

it('S1-40 asks again for a recording that Zoom tells of before it can be had', async () => {
  const made = await startRoom();
  await book(made);
  await made.here.pass(SLOT + 2 * HOUR - MONDAY);
  await recorded(made.here, made.roomId, SLOT + MINUTE, false);
  expect(told(made.here)).toEqual([]);
  made.here.zoom.record(made.roomId);
  await made.here.pass(MINUTE);
  expect(told(made.here)).toHaveLength(1);
});

it('S1-40 gives its notice although Zoom does not answer at that hour', async () => {
  const made = await startRoom();
  await book(made);
  await made.here.pass(SLOT + 2 * HOUR - MONDAY);
  await recorded(made.here, made.roomId, SLOT + MINUTE);
  for (let calls = 0; calls < 3; calls += 1) made.here.zoom.failNext('500.before', { path: /\/recordings$/u });
  await made.here.pass(20 * HOUR);
  expect(told(made.here)).toHaveLength(1);
  await made.here.pass(MINUTE);
  expect(told(made.here).at(-1)?.subject).toContain('Bientôt supprimé');
});

it('S1-40 says nothing of a recording that is not to be had, and asks no more', async () => {
  const made = await startRoom();
  await book(made);
  await made.here.pass(SLOT + 2 * HOUR - MONDAY);
  await recorded(made.here, made.roomId, SLOT + MINUTE, false);
  for (let tries = 1; tries < 6; tries += 1) {
    expect(await states(made.here)).toEqual(['queued', 'queued']);
    await made.here.pass(MINUTE);
  }
  expect(await states(made.here)).toEqual(['dropped', 'queued']);
  expect(told(made.here)).toEqual([]);
});

it('S1-40 of a recording that Zoom will not let us read nothing is said, and its mail is marked as failed', async () => {
  const made = await startRoom({ zoom: { scopes: allScopes.filter((scope) => !scope.includes('recording')) } });
  await book(made);
  await made.here.pass(SLOT + 2 * HOUR - MONDAY);
  await recorded(made.here, made.roomId, SLOT + MINUTE);
  expect(await states(made.here)).toEqual(['failed', 'queued']);
  const asked = made.here.zoom.calls().length;
  await made.here.pass(HOUR);
  expect(made.here.zoom.calls()).toHaveLength(asked);
  expect(told(made.here)).toEqual([]);
});

it('S2-23 keeps to the card’s 60 days, and gives notice a week before', async () => {
  const here = await startOwnWorld({ variables: { ZOOM_HOST_USER_ID: PLAIN, ZOOM_WEBHOOK_SECRET: SECRET } });
  const approver = await here.person('approver');
  await approver.send(eventOf('booking.approved', bookingAt(MONDAY + HOUR, { participants: 200 }), { at: MONDAY, service: { ...web5000, recordingHours: 60 * 24 } }));
  await here.companion.idle();
  await here.pass(3 * HOUR);
  const recordedAt = here.clock.now();
  await recorded(here, here.zoom.conferences()[0]?.id ?? '', MONDAY + HOUR);
  expect(told(here)[0]?.text).toContain('22 janvier 2027');
  await here.pass(recordedAt + 53 * DAY - here.clock.now());
  expect(told(here).map(({ subject }) => subject)).toEqual([expect.stringContaining('Enregistrement prêt'), expect.stringContaining('Bientôt supprimé')]);
});

it('S1-40 S2-23 gives no second notice of what is gone sooner than that', () => {
  expect([noticeBefore(24 * HOUR), noticeBefore(60 * DAY), noticeBefore(4 * HOUR)]).toEqual([4 * HOUR, 7 * DAY, null]);
});
