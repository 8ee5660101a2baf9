/** F11: a request that nobody answers is told of to the approvers, once. */
import { describe, expect, it } from 'vitest';
import { planLateMails } from '../../companion/ledger/late.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY, web5000 } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';
import { APPROVERS } from './support/world.ts';
import type { Client, World } from './support/world.ts';

const MINUTE = 60_000;
const START = MONDAY + 9 * DAY;

async function asked(
  changes: Parameters<typeof bookingAt>[1] = {},
  { at = MONDAY, start = START, service = web5000 } = {},
): Promise<{ here: World; approver: Client }> {
  const here = await startOwnWorld({ start: at });
  const approver = await here.person('approver');
  await approver.send(eventOf('booking.requested', bookingAt(start, changes), { at, service }));
  return { here, approver };
}
const late = (here: World) => here.mailbox.messages().filter(({ subject }) => subject.startsWith('Demande sans réponse'));

describe('F11 an answer in time', () => {
  it('F11 writes one mail to the approvers after two working days, with what they need to answer', async () => {
    const { here } = await asked();
    await here.pass(2 * DAY - MINUTE);
    expect(here.mailbox.messages()).toEqual([]);
    await here.pass(16 * MINUTE);
    const [mail, ...others] = here.mailbox.messages();
    expect(others).toEqual([]);
    expect(mail?.to.map(({ address }) => address)).toEqual([APPROVERS]);
    expect(mail?.subject).toBe('Demande sans réponse depuis deux jours ouvrables\u00a0: Journée régionale – télésanté & « soins »');
    for (const part of ['aucune réponse à cette demande depuis deux jours ouvrables', 'lundi 23 novembre 2026 à 09\u00a0h\u00a000', 'Élise Gagné', 'IUCPQ – Université Laval', '2026-0012', 'https://www.irisreservation.ca/reservations/12', 'Si elle est déjà rejetée ou annulée dans le portail, il n’y a rien à faire']) {
      expect(mail?.text).toContain(part);
    }
  });

  it('F11 writes no second one, however long it waits and however often the companion starts again', async () => {
    const { here, approver } = await asked();
    for (let day = 0; day < 7; day += 1) {
      await here.pass(DAY);
      await here.pass(16 * MINUTE);
      await here.restart();
      await here.pass(2 * MINUTE);
    }
    await approver.send(eventOf('booking.requested', bookingAt(START), { at: here.clock.now() }));
    await here.pass(16 * MINUTE);
    expect(late(here)).toHaveLength(1);
  });

  it('F11 a weekend and a holiday do not count', async () => {
    // Thursday 24 December 2026, 9:00 in Toronto: Christmas and a weekend follow, the second working day is Tuesday the 29th.
    const { here } = await asked({}, { at: Date.UTC(2026, 11, 24, 14), start: Date.UTC(2027, 0, 20, 14) });
    await here.pass(4 * DAY);
    await here.pass(16 * MINUTE);
    expect(late(here)).toEqual([]);
    await here.pass(DAY);
    expect(late(here)).toHaveLength(1);
  });

  it.each([
    ['approved', 'booking.approved', 'Votre rencontre Zoom est prête'],
    ['refused', 'booking.rejected', null],
    ['cancelled', 'booking.cancelled', null],
  ] as const)('F11 writes nothing about what was %s in time', async (_, type, other) => {
    const { here, approver } = await asked();
    await here.pass(DAY);
    await approver.send(eventOf(type, bookingAt(START), { at: here.clock.now() }));
    await here.pass(2 * DAY);
    await here.pass(16 * MINUTE);
    expect(late(here)).toEqual([]);
    if (other !== null) expect(here.mailbox.messages()[0]?.subject).toContain(other);
  });

  it('F11 writes nothing when it is answered after the mail was planned and before it goes', async () => {
    const { here, approver } = await asked();
    await here.mailbox.close();
    await here.pass(2 * DAY + MINUTE);
    await approver.send(eventOf('booking.rejected', bookingAt(START), { at: here.clock.now() }));
    await here.pass(DAY);
    const ledger = await here.openLedger();
    const rows = await ledger.database.db.selectFrom('mails').select(['kind', 'state']).execute();
    await ledger.close();
    expect(rows).toEqual([{ kind: 'approverLate', state: 'dropped' }]);
  });

  it('F11 asked for anew after a refusal, it waits from then on', async () => {
    const { here, approver } = await asked();
    await here.pass(DAY);
    await approver.send(eventOf('booking.rejected', bookingAt(START), { at: here.clock.now() }));
    await here.pass(HOUR);
    await approver.send(eventOf('booking.requested', bookingAt(START), { at: here.clock.now() }));
    await here.pass(DAY + HOUR);
    await here.pass(16 * MINUTE);
    expect(late(here)).toEqual([]);
    await here.pass(DAY);
    expect(late(here)).toHaveLength(1);
  });

  it('F11 says nothing of what has begun, nor of a service for which nothing is created', async () => {
    const { here } = await asked({}, { start: MONDAY + DAY });
    await here.pass(2 * DAY + 16 * MINUTE);
    expect(late(here)).toEqual([]);
    await here.close();
    const { here: other } = await asked({}, { service: { ...web5000, id: 'health-portal', rules: { ...web5000.rules, kind: 'none' } } });
    await other.pass(2 * DAY + 16 * MINUTE);
    expect(late(other)).toEqual([]);
  });

  it('F11 R4 planned twice at once, as by two processes, it is one row and one mail', async () => {
    const { here } = await asked();
    await here.companion.idle();
    const ledger = await here.openLedger();
    const at = MONDAY + 2 * DAY;
    expect(await planLateMails(ledger.database, at)).toBe(1);
    expect(await planLateMails(ledger.database, at)).toBe(0);
    const rows = await ledger.database.db.selectFrom('mails').select(['kind', 'recipient', 'state', 'message_id']).execute();
    await ledger.close();
    expect(rows).toEqual([{ kind: 'approverLate', recipient: 'approver', state: 'queued', message_id: expect.stringMatching(/^mgr-[0-9a-f]+\.approverLate\.1$/u) as string }]);
    await here.pass(2 * DAY);
    await here.pass(16 * MINUTE);
    expect(late(here)).toHaveLength(1);
  });
});
