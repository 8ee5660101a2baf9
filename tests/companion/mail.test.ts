import fc from 'fast-check';
import ICAL from 'ical.js';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Mail } from '../standins/mailbox/message.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { APPROVERS, startWorld } from './support/world.ts';
import type { Client, World, WorldOptions } from './support/world.ts';

const START = MONDAY + 2 * DAY;
const MINUTE = 60_000;
const REQUESTER = 'elise.gagne@iucpq.example.test';

let world: World | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await world?.close();
  world = undefined;
});

async function start(options: WorldOptions = {}): Promise<{ here: World; approver: Client }> {
  const here = await startWorld(options);
  world = here;
  return { here, approver: await here.person('approver') };
}
const approve = (approver: Client, changes = {}, at = START, language: 'fr' | 'en' = 'fr') =>
  approver.send(eventOf('booking.approved', bookingAt(at, changes), { at: MONDAY, language }));
const calendarOf = (mail: Mail | undefined): string => mail?.attachments.find(({ filename }) => filename === 'rencontre.ics')?.text() ?? '';
/** The attachment's own bytes: the mailbox shows text with plain line ends. */
const calendarBytesOf = (mail: Mail | undefined): string => Buffer.from(/filename=rencontre\.ics[\s\S]*?\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/u.exec(mail?.raw ?? '')?.[1] ?? '', 'base64').toString('utf8');
const eventIn = (text: string) => new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')!;

describe('the calendar file', () => {
  it('Z75 Z78 is read by another library, has lines of at most 75 octets ended by CRLF, and invites nobody', async () => {
    const { here, approver } = await start();
    const name = 'Journée régionale très éloignée – télésanté, « soins »; première\\partie 🩺 et une fin assez longue pour être pliée deux fois';
    await approve(approver, { name });
    await here.companion.idle();
    const text = calendarBytesOf(here.mailbox.messages()[0]);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    const event = eventIn(text);
    expect(event.getFirstPropertyValue('summary')).toBe(name);
    expect(String(event.getFirstPropertyValue('dtstamp'))).toMatch(/Z$/u);
    expect(event.getFirstProperty('organizer')?.getFirstValue()).toBe('mailto:cct@cct.example.test');
    expect(event.getAllProperties('attendee')).toEqual([]);
    expect(new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue('method')).toBe('PUBLISH');
  });

  it('Z9 Z76 gives the same instant in winter and in summer, whatever the clock of the process', async () => {
    const { here, approver } = await start({ start: Date.UTC(2027, 0, 4, 12) });
    const [winter, summer] = [Date.UTC(2027, 0, 12, 14), Date.UTC(2027, 6, 13, 13)];
    await approver.send(eventOf('booking.approved', bookingAt(winter), { at: Date.UTC(2027, 0, 4, 12) }));
    await approver.send(eventOf('booking.approved', bookingAt(summer, { number: '2027-0700' }), { at: Date.UTC(2027, 0, 4, 12) }));
    await here.companion.idle();
    const starts = here.mailbox.messages().map((mail) => (eventIn(calendarOf(mail)).getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().getTime());
    expect(starts.sort()).toEqual([winter, summer]);
    for (const mail of here.mailbox.messages()) expect(mail.text).toContain('de 09\u00a0h\u00a000 à 10\u00a0h\u00a030');
  });

  it('Z76 is the same, byte for byte, in whatever time zone the process runs', async () => {
    const { calendarOf: print } = await import('../../companion/mail/calendar.ts');
    const { born } = await import('../../companion/ledger/machine.ts');
    const { web5000 } = await import('./support/bookings.ts');
    const record = { id: 'abc', host: 'h', booking: bookingAt(START), service: web5000, language: 'fr' as const, reason: null, browserOnly: false, life: born(), conference: null, slug: null, createdAt: 0, updatedAt: 0 };
    const hours = new Set<number>();
    const printed = ['UTC', 'America/Toronto', 'America/Vancouver', 'Asia/Kolkata', 'Pacific/Kiritimati'].map((zone) => {
      vi.stubEnv('TZ', zone);
      hours.add(new Date(START).getHours());
      return print(record, 'PUBLISH', { name: 'CCT', address: 'cct@cct.example.test' }, MONDAY);
    });
    expect(hours.size).toBe(5);
    expect(new Set(printed).size).toBe(1);
  });

  it('Z79 keeps any name as one property of one event', async () => {
    const { calendarOf: print } = await import('../../companion/mail/calendar.ts');
    const { born } = await import('../../companion/ledger/machine.ts');
    const { web5000 } = await import('./support/bookings.ts');
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), (name) => {
      const record = { id: 'abc', host: 'h', booking: bookingAt(START, { name }), service: web5000, language: 'fr' as const, reason: null, browserOnly: false, life: born(), conference: null, slug: null, createdAt: 0, updatedAt: 0 };
      const calendar = new ICAL.Component(ICAL.parse(print(record, 'PUBLISH', { name: 'CCT', address: 'cct@cct.example.test' }, MONDAY)));
      expect(calendar.getAllSubcomponents()).toHaveLength(1);
      expect(calendar.getFirstSubcomponent('vevent')!.getAllProperties('summary')).toHaveLength(1);
      expect(calendar.getFirstSubcomponent('vevent')!.getFirstPropertyValue('uid')).toBe('mgr-abc@cct.example.test');
    }), { numRuns: 300 });
  });
});

describe('what a mail holds, and who gets it', () => {
  it('Z80 writes to nobody but requester, presenter and approver, whatever a name holds', async () => {
    const { here, approver } = await start();
    const presenter = { name: 'Anne <evil@exemple.test>, Autre', email: 'anne.cote@iucpq.example.test' };
    const requester = { name: '"Élise" <x@y.ca>; bcc: z@z.ca', email: REQUESTER };
    await approve(approver, { presenter, requester, name: 'Bcc: evil@exemple.test' });
    await here.companion.idle();
    expect(here.mailbox.messages().map(({ envelope }) => envelope.to).sort()).toEqual([['anne.cote@iucpq.example.test'], [REQUESTER]]);
    for (const mail of here.mailbox.messages()) {
      expect(mail.to).toHaveLength(1);
      expect([mail.cc, mail.bcc]).toEqual([[], []]);
    }
  });

  it('Z82 holds no start link, no licence, no secret of the companion', async () => {
    const { here, approver } = await start();
    await approve(approver, { presenter: { name: 'Anne', email: 'anne.cote@iucpq.example.test' } });
    await here.pass(DAY);
    expect(here.mailbox.messages()).toHaveLength(3);
    for (const { raw, text, html } of here.mailbox.messages()) {
      for (const whole of [raw, text, html]) expect(whole).not.toMatch(/zak=|\/s\/\d|licence-web5000@|standin-secret|only-for-the-tests/u);
    }
  });

  it('Z83 shows a name as it is and never as HTML', async () => {
    const { here, approver } = await start();
    await approve(approver, { name: '<img src=x onerror=alert(1)> & "co"' });
    await here.companion.idle();
    const [mail] = here.mailbox.messages();
    expect(mail?.html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;');
    expect(mail?.html).not.toContain('<img');
    expect(mail?.subject).toContain('<img src=x onerror=alert(1)> & "co"');
  });

  it('writes English to whoever asked for it, and French to the approvers', async () => {
    const { here, approver } = await start();
    await approve(approver, {}, START, 'en');
    await approve(approver, { number: '2026-0013', participants: 6000 }, START + DAY, 'en');
    await here.companion.idle();
    const [toRequester, toApprover] = [REQUESTER, APPROVERS].map((address) => here.mailbox.messages().find(({ envelope }) => envelope.to.includes(address)));
    expect(toRequester?.subject).toContain('Your Zoom meeting is ready');
    expect(toRequester?.text).toContain('Wednesday, November 25, 2026');
    expect(toApprover?.subject).toContain('À regarder');
    expect((await approver.bookings()).find(({ state }) => state === 'attention')?.message).toContain('Approve it again');
  });

  it('without the requester’s address, says so to the approver instead', async () => {
    const { here, approver } = await start();
    await approve(approver, { requester: { name: 'Élise Gagné', email: null } });
    await here.pass(DAY);
    expect(here.mailbox.messages()).toEqual([]);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', message: expect.stringContaining('transmettez-lui l’invitation') });
  });
});

describe('mail on a bad day', () => {
  it('Z84 R4 tries a 451 again with the same Message-ID, and delivers once', async () => {
    const { here, approver } = await start();
    here.mailbox.fail({ kind: 'refuse', code: 451, at: 'data', times: 3 });
    await approve(approver);
    for (let tries = 0; tries < 10; tries += 1) await here.pass(5000);
    expect(here.mailbox.messages()).toHaveLength(1);
    expect(here.mailbox.messages()[0]?.messageId).toMatch(/^<mgr-[0-9a-f]{20}\.link\.1@cct\.example\.test>$/u);
  });

  it('Z84 shows a 550 to the approver, and does not try again', async () => {
    const { here, approver } = await start();
    here.mailbox.fail({ kind: 'refuse', code: 550, at: 'recipient', times: 99 });
    await approve(approver);
    await here.companion.idle();
    const [booking] = await approver.bookings();
    expect(booking).toMatchObject({ state: 'scheduled', message: expect.stringContaining('refusé par son serveur') });
    expect(booking?.steps.at(-1)).toMatchObject({ what: 'mailFailed', detail: 'link' });
    here.mailbox.fail(null);
    await here.pass(HOUR);
    expect(here.mailbox.messages()).toEqual([]);
  });

  it('R4 a second copy, sent because the answer was lost, is the same mail by its Message-ID', async () => {
    const { here, approver } = await start();
    here.mailbox.fail({ kind: 'dropAfterDot', times: 1 });
    await approve(approver);
    await here.companion.idle();
    await here.pass(5000);
    expect(here.mailbox.messages()).toHaveLength(2);
    const [one, two] = here.mailbox.messages();
    expect(one?.messageId).toBe(two?.messageId);
    expect(one?.text).toBe(two?.text);
  });

  it('R9 keeps the mail of a day without a mail server', async () => {
    const { here, approver } = await start();
    here.mailbox.fail({ kind: 'dropBeforeDot', times: 1000 });
    await approve(approver, {}, START + 5 * DAY);
    for (let hours = 0; hours < 24; hours += 4) await here.pass(4 * HOUR);
    here.mailbox.fail(null);
    await here.pass(15 * MINUTE);
    expect(here.mailbox.messages()).toHaveLength(1);
  });

  it('a link that waited until its conference was over is sent to nobody, after however long a stop', async () => {
    const { here, approver } = await start();
    here.mailbox.fail({ kind: 'refuse', code: 451, at: 'data', times: 1_000 });
    await approve(approver, {}, MONDAY + 2 * HOUR);
    await here.companion.idle();
    await here.companion.close();
    here.clock.advanceTo(MONDAY + 7 * DAY);
    here.mailbox.fail(null);
    await here.restart();
    await here.pass(MINUTE);
    expect((await approver.bookings())[0]?.state).toBe('ended');
    expect(here.mailbox.messages().filter(({ envelope }) => envelope.to.includes(REQUESTER))).toHaveLength(0);
  });

  it('Z38 a mail that still waits is dropped when the booking is cancelled, and nobody hears of a meeting he never had', async () => {
    const { here, approver } = await start();
    here.mailbox.fail({ kind: 'refuse', code: 451, at: 'data', times: 1000 });
    await approve(approver);
    await here.companion.idle();
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: MONDAY + 1000 }));
    here.mailbox.fail(null);
    await here.pass(HOUR);
    expect(here.mailbox.messages().map(({ subject }) => subject.split('\u00a0')[0])).toEqual(['Rencontre Zoom annulée']);
  });

  it('Z48 a mail that still waits when the booking changes does not leave with the former hours', async () => {
    const { here, approver } = await start();
    here.mailbox.fail({ kind: 'refuse', code: 451, at: 'data', times: 1000 });
    await approve(approver);
    await here.companion.idle();
    for (let calls = 0; calls < 9; calls += 1) here.zoom.failNext('500.before', { method: 'PATCH' });
    await approver.send(eventOf('booking.changed', bookingAt(START + DAY), { at: MONDAY + 1000 }));
    await here.companion.idle();
    here.mailbox.fail(null);
    await here.pass(2 * MINUTE);
    expect(here.zoom.conferences()[0]?.start).toBe(START);
    expect(here.mailbox.messages()).toEqual([]);
    for (let hours = 0; hours < 12; hours += 1) await here.pass(HOUR);
    expect(here.zoom.conferences()[0]?.start).toBe(START + DAY);
    expect(here.mailbox.messages().map(({ subject }) => subject.split('\u00a0')[0])).toEqual(['Changement à votre rencontre Zoom']);
  });
});

describe('the reminder', () => {
  const reminders = (here: World) => here.mailbox.messages().filter(({ subject }) => subject.startsWith('Rappel'));

  it('S0-32 begins with « Si l’activité a toujours lieu, vous n’avez rien à faire. »', async () => {
    const { here, approver } = await start();
    await approve(approver);
    await here.pass(DAY);
    expect(reminders(here)[0]?.text).toMatch(/^Bonjour Élise Gagné,\s+Si l’activité a toujours lieu, vous n’avez rien à faire\./u);
  });

  it('Z46 is not sent for a booking approved less than a day before', async () => {
    const { here, approver } = await start();
    await approve(approver, {}, MONDAY + DAY - MINUTE);
    await here.pass(2 * DAY);
    expect(here.mailbox.messages()).toHaveLength(1);
  });

  it.each([
    ['the spring change', Date.UTC(2027, 2, 14, 14), Date.UTC(2027, 2, 13, 15)],
    ['the autumn change', Date.UTC(2027, 10, 7, 15), Date.UTC(2027, 10, 6, 14)],
  ])('Z45 R5 goes at the same hour of the day before across %s', async (_name, at, due) => {
    const begin = at - 5 * DAY;
    const { here, approver } = await start({ start: begin });
    await approver.send(eventOf('booking.approved', bookingAt(at), { at: begin }));
    await here.pass(due - begin - 1000);
    expect(reminders(here)).toHaveLength(0);
    await here.pass(1000);
    expect(reminders(here)).toHaveLength(1);
  });

  it('Z47 missed while the companion was down, it goes on return, once, and waits for the morning', async () => {
    const { here, approver } = await start();
    const at = Date.UTC(2026, 10, 27, 3);
    await approve(approver, {}, at);
    await here.companion.idle();
    await here.companion.close();
    here.clock.advanceTo(Date.UTC(2026, 10, 26, 7));
    await here.restart();
    await here.companion.idle();
    expect(reminders(here)).toHaveLength(0);
    await here.pass(Date.UTC(2026, 10, 26, 12) - here.clock.now());
    expect(reminders(here).map(({ receivedAt }) => receivedAt)).toEqual([Date.UTC(2026, 10, 26, 12)]);
    await here.pass(HOUR);
    expect(reminders(here)).toHaveLength(1);
  });

  it.each(['fr', 'en'] as const)('Z47 says « demain » the day before, and « aujourd’hui » when it was missed and goes on the day itself (%s)', async (language) => {
    const { here, approver } = await start();
    const [tomorrow, today] = language === 'fr' ? ['a lieu demain', 'a lieu aujourd’hui'] : ['meeting is tomorrow', 'meeting is today'];
    await approve(approver, {}, START - DAY + 5 * HOUR, language);
    await approve(approver, { number: '2026-0013', name: 'Manquée' }, START + 5 * HOUR, language);
    await here.pass(5 * HOUR);
    await here.companion.close();
    here.clock.advanceTo(START - HOUR);
    await here.restart();
    await here.companion.idle();
    const texts = here.mailbox.messages().filter(({ subject }) => /^(?:Rappel|Reminder)/u.test(subject)).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain(tomorrow);
    expect(texts[1]).toContain(today);
    expect(texts[1]).not.toContain(tomorrow);
  });

  it('Z47 is never sent less than two hours before the start, nor after it', async () => {
    const { here, approver } = await start();
    await approve(approver);
    await here.companion.idle();
    await here.companion.close();
    here.clock.advanceTo(START - HOUR);
    await here.restart();
    await here.pass(DAY);
    expect(reminders(here)).toHaveLength(0);
  });
});
