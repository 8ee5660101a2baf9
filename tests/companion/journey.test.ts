import { describe, expect, it } from 'vitest';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { startOwnWorld } from './support/own-world.ts';

describe('from an approval to the requester’s mail', () => {
  it('S0-23 S0-24 S0-25 an approved booking becomes one conference, one mail to the requester, and is shown', async () => {
    const world = await startOwnWorld();
    const approver = await world.person('approver', { name: 'Marc Pelletier' });
    const booking = bookingAt(MONDAY + 2 * DAY);
    const sent = await approver.send(eventOf('booking.approved', booking, { at: MONDAY }));
    expect(sent.status).toBe(202);
    expect(sent.answer).toMatchObject({ accepted: true, booking: { key: 'iris:2026-0012', state: 'approved', conference: null } });

    await world.companion.idle();
    const conferences = world.zoom.conferences();
    expect(conferences).toHaveLength(1);
    expect(conferences[0]).toMatchObject({ topic: booking.name });
    const [shown] = await approver.bookings();
    expect(shown).toMatchObject({ state: 'scheduled', message: null, conference: { id: String(conferences[0]?.id), differences: [] } });
    expect(shown?.conference?.passcode).toMatch(/^\w{6,10}$/u);
    expect(shown?.steps.map(({ what }) => what)).toEqual(['approved', 'creating', 'created', 'mailSent']);

    const mails = world.mailbox.messages();
    expect(mails).toHaveLength(1);
    const [mail] = mails;
    expect(mail?.envelope.to).toEqual(['elise.gagne@iucpq.example.test']);
    expect(mail?.subject).toBe(`Votre rencontre Zoom est prête\u00a0: ${booking.name}`);
    expect(mail?.text).toContain(shown?.conference?.joinLink);
    expect(mail?.text).toContain('mercredi 25 novembre 2026, de 09\u00a0h\u00a000 à 10\u00a0h\u00a030 (heure de Québec)');
    expect(mail?.html).toContain('télésanté &amp; «\u00a0soins\u00a0»');
    expect(mail?.header('auto-submitted')).toBe('auto-generated');
    expect(mail?.attachments.find(({ filename }) => filename === 'rencontre.ics')?.text()).toContain('UID:mgr-');
  });

  it('S0-26 the invitation that the popup copies is in the mail word for word', async () => {
    const world = await startOwnWorld();
    const approver = await world.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY), { at: MONDAY }));
    await world.companion.idle();
    const invitation = (await approver.bookings())[0]?.conference?.invitation;
    expect(world.mailbox.messages()[0]?.text.replace(/\s+/gu, ' ')).toContain(invitation?.text.trim().replace(/\s+/gu, ' '));
    expect(invitation?.html).toContain('Ouvrez ce lien');
  });

  it.each([
    ['fr', 'Restez dans votre navigateur\u00a0: il n’y a rien à installer.', 'Installez l’application Zoom'],
    ['en', 'Stay in your browser: there is nothing to install.', 'Install the Zoom application'],
  ] as const)('S4-06 the mail of an establishment whose posts have the browser only says so, in both of its parts (%s)', async (language, stay, install) => {
    const world = await startOwnWorld();
    const approver = await world.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY), { at: MONDAY, language, browserOnly: true }));
    await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 3 * DAY, { number: '2026-0013' }), { at: MONDAY, language }));
    await world.companion.idle();
    const said = world.mailbox.messages().map(({ text, html }) => [text, html].map((part) => [part.includes(stay), part.includes(install)]));
    expect(said).toEqual([[[true, false], [true, false]], [[false, true], [false, true]]]);
  });

  it('S4-06 once said by whoever asks or approves, it holds for as long as the booking is of that establishment', async () => {
    const world = await startOwnWorld();
    const approver = await world.person('approver');
    const booking = bookingAt(MONDAY + 2 * DAY);
    const staysAfter = async (event: Parameters<typeof approver.send>[0]): Promise<boolean | undefined> => {
      await approver.send(event);
      await world.companion.idle();
      return (await approver.bookings())[0]?.conference?.invitation.text.includes('Restez dans votre navigateur');
    };
    await approver.send(eventOf('booking.requested', booking, { at: MONDAY, browserOnly: true }));
    expect(await staysAfter(eventOf('booking.approved', booking, { at: MONDAY }))).toBe(true);
    const elsewhere = { ...booking, establishment: { id: 'chu-quebec', name: 'CHU de Québec – Université Laval' } };
    expect(await staysAfter(eventOf('booking.changed', elsewhere, { at: MONDAY }))).toBe(false);
    expect(await staysAfter(eventOf('booking.changed', elsewhere, { at: MONDAY, browserOnly: true }))).toBe(true);
  });

  it('Z1 Z70 the same event ten times at once gives one answer and one conference', async () => {
    const world = await startOwnWorld();
    const approver = await world.person('approver');
    const event = eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY), { at: MONDAY });
    const answers = await Promise.all(Array.from({ length: 10 }, () => approver.send(event, { id: 'evt_same' })));
    await world.companion.idle();
    const late = await approver.send(event, { id: 'evt_same' });
    expect(new Set([...answers, late].map(({ text }) => text)).size).toBe(1);
    expect(world.zoom.calls().filter(({ method, path }) => method === 'POST' && /\/(?:webinars|meetings)$/u.test(path))).toHaveLength(1);
    expect(world.zoom.created()).toHaveLength(1);
    const other = await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 3 * DAY), { at: MONDAY }), { id: 'evt_same' });
    expect(other.status).toBe(409);
    expect(other.problem.code).toBe('conflict');
  });

  it('S0-31 Z45 the reminder goes one day before, at the same hour in Toronto, once', async () => {
    const world = await startOwnWorld();
    const approver = await world.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(MONDAY + 2 * DAY), { at: MONDAY }));
    await world.pass(DAY - 1000);
    expect(world.mailbox.messages()).toHaveLength(1);
    await world.pass(1000);
    await world.pass(HOUR);
    expect(world.mailbox.messages().map(({ subject }) => subject.split('\u00a0')[0])).toEqual(['Votre rencontre Zoom est prête', 'Rappel']);
    const reminder = world.mailbox.messages()[1];
    expect(reminder?.receivedAt).toBe(MONDAY + DAY);
    expect(reminder?.text).toContain('Si l’activité a toujours lieu, vous n’avez rien à faire.');
    expect(reminder?.text).toMatch(/\/c\/[\w-]{43}/u);
  });
});
