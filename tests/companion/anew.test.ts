/** A booking whose conference is gone and made anew: whoever was told of the former must hear of the present one, last. */
import { describe, expect, it } from 'vitest';
import type { Mail } from '../standins/mailbox/message.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import { APPROVERS } from './support/world.ts';
import type { Client, World } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const MINUTE = 60_000;

async function scheduled(): Promise<{ here: World; approver: Client; approve: () => Promise<void> }> {
  const here = await startOwnWorld();
  const approver = await here.person('approver');
  const approve = async (): Promise<void> => {
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: here.clock.now() }));
    await here.companion.idle();
  };
  await approve();
  return { here, approver, approve };
}
/** Somebody deletes it in Zoom; the companion misses it twice. */
async function loseAtZoom(here: World): Promise<void> {
  here.zoom.remove(here.zoom.conferences()[0]?.id ?? '');
  await here.pass(6 * HOUR);
  await here.pass(5 * MINUTE);
}
const sequenceOf = (mail: Mail | undefined): number => Number(/SEQUENCE:(\d+)/u.exec(mail?.attachments.find(({ filename }) => filename === 'rencontre.ics')?.text() ?? '')?.[1] ?? NaN);

describe('a conference that is made anew', () => {
  it('Z81 Z85 the requester has the link that works, and the approver hears of each loss, however often it was deleted at Zoom', async () => {
    const { here, approver, approve } = await scheduled();
    for (const losses of [1, 2]) {
      await loseAtZoom(here);
      expect((await approver.bookings())[0]?.state).toBe('attention');
      expect(here.mailbox.messages().filter(({ envelope }) => envelope.to.includes(APPROVERS))).toHaveLength(losses);
      await approve();
      const link = (await approver.bookings())[0]?.conference?.joinLink ?? 'none';
      expect(here.mailbox.messages().at(-1)?.text).toContain(link);
    }
  });

  it('Z77 cancelled and approved again: the calendar takes the entry back, for its SEQUENCE is the higher', async () => {
    const { here, approver, approve } = await scheduled();
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: MONDAY }));
    await here.companion.idle();
    await approve();
    const sequences = here.mailbox.messages().map(sequenceOf);
    expect(sequences).toHaveLength(3);
    expect(sequences).toEqual(sequences.toSorted((one, other) => one - other));
    expect(new Set(sequences).size).toBe(3);
  });

  it('Z77 Z85 cancelled after Zoom lost it: the requester hears that it does not take place, and the calendar withdraws the entry', async () => {
    const { here, approver, approve } = await scheduled();
    await loseAtZoom(here);
    here.mailbox.clear();
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: here.clock.now() }));
    await here.companion.idle();
    const [told, ...others] = here.mailbox.messages();
    expect([told?.envelope.to, told?.subject, others]).toEqual([['elise.gagne@iucpq.example.test'], expect.stringContaining('annulée'), []]);
    expect(told?.attachments.find(({ filename }) => filename === 'rencontre.ics')?.text()).toContain('METHOD:CANCEL');
    expect(sequenceOf(told)).toBeGreaterThan(0);
    await approve();
    expect(here.mailbox.messages().at(-1)?.subject).toContain('Votre rencontre Zoom est prête');
    expect(sequenceOf(here.mailbox.messages().at(-1))).toBeGreaterThan(sequenceOf(told));
  });

  it('Z38 a word of the cancellation that could not be delivered in time withdraws nothing of what was announced since', async () => {
    const { here, approver, approve } = await scheduled();
    here.mailbox.fail({ kind: 'refuse', code: 451, at: 'data', times: 1_000 });
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: MONDAY }));
    await here.pass(HOUR);
    await approve();
    here.mailbox.fail(null);
    await here.pass(HOUR);
    expect(here.mailbox.messages().map(({ subject }) => subject.split('\u00a0')[0])).toEqual(['Votre rencontre Zoom est prête', 'Votre rencontre Zoom est prête']);
  });

  it('a closed booking asked for again and stopped again is told to the approver again', async () => {
    const { here, approver } = await scheduled();
    const other = bookingAt(START, { number: '2026-0013', name: 'Autre rencontre' });
    const stopped = () => here.mailbox.messages().filter(({ subject }) => subject.startsWith('À regarder')).length;
    for (const [index, type] of (['booking.approved', 'booking.rejected', 'booking.requested', 'booking.approved', 'booking.rejected', 'booking.approved'] as const).entries()) {
      here.clock.advance(index);
      await approver.send(eventOf(type, other, { at: here.clock.now() }));
      await here.companion.idle();
    }
    expect(stopped()).toBe(3);
  });
});
