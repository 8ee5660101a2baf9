import { afterEach, describe, expect, it } from 'vitest';
import { bookingAt, DAY, eventOf, HOUR, MONDAY } from './support/bookings.ts';
import { APPROVERS, startWorld } from './support/world.ts';
import type { Client, World } from './support/world.ts';

const MINUTE = 60_000;
const START = MONDAY + 2 * DAY;

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** A world in which the reminder has been sent and its link is a quarter of an hour old. */
async function reminded(): Promise<{ world: World; approver: Client; link: string }> {
  const made = await startWorld();
  world = made;
  const approver = await made.person('approver');
  await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
  await made.pass(DAY);
  await made.pass(15 * MINUTE);
  return { world: made, approver, link: lastLink(made) };
}

const lastLink = (of: World): string => /http:\S+\/c\/[\w-]{43}/u.exec(of.mailbox.messages().filter(({ subject }) => subject.startsWith('Rappel')).at(-1)?.text ?? '')?.[0] ?? 'no link';
const post = (link: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(link, { method: 'POST', body: new URLSearchParams(form), headers: { origin: new URL(link).origin, ...headers } });
const subjects = (of: World): string[] => of.mailbox.messages().map(({ subject, envelope }) => `${subject.split('\u00a0')[0]} → ${envelope.to.join()}`);

describe('the cancel link of the reminder', () => {
  it('S0-33 S3-26 Z39 shows the booking and the portal’s four reasons, and opening it a hundred times changes nothing', async () => {
    const { world: here, approver, link } = await reminded();
    const shown = await fetch(link);
    const text = await shown.text();
    expect(shown.status).toBe(200);
    for (const reason of ['Rencontre annulée', 'Rencontre replanifiée', 'Participant(s) non présent(s)', 'Problème technique (non résolu)']) expect(text).toContain(reason);
    expect(text).toContain('télésanté &amp; «\u00a0soins\u00a0»');
    await Promise.all(Array.from({ length: 50 }, async () => {
      await fetch(link);
      await fetch(link, { method: 'HEAD' });
    }));
    await here.pass(HOUR);
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
    expect(here.zoom.conferences()).toHaveLength(1);
  });

  it('S0-33 Z40 Z43 cancels once its ten minutes are over: Zoom, requester and approver, each once', async () => {
    const { world: here, approver, link } = await reminded();
    expect(await (await post(link, { reason: 'rescheduled' })).text()).toContain('La rencontre est annulée');
    expect((await approver.bookings())[0]).toMatchObject({ state: 'cancelling', message: expect.stringContaining('l’annulation prend effet') });
    await here.pass(9 * MINUTE);
    expect(here.zoom.conferences()).toHaveLength(1);
    await here.pass(MINUTE);
    expect(here.zoom.conferences()).toHaveLength(0);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'cancelled', conference: null, message: expect.stringContaining('annuler la réservation dans le portail') });
    expect(subjects(here).slice(2).sort()).toEqual([
      `Annulée par le demandeur, à retirer du portail → ${APPROVERS}`,
      'Rencontre Zoom annulée → elise.gagne@iucpq.example.test',
    ]);
    expect(here.mailbox.messages().find(({ envelope }) => envelope.to.includes(APPROVERS))?.text).toContain('Rencontre replanifiée');
    expect(await (await post(link, { reason: 'cancelled' })).text()).toContain('déjà annulée');
    await here.pass(HOUR);
    expect(here.mailbox.messages()).toHaveLength(4);
  });

  it('R13 keeps everything as it was when it is undone within ten minutes, and not later', async () => {
    const { world: here, approver, link } = await reminded();
    await post(link, { reason: 'cancelled' });
    await here.pass(9 * MINUTE);
    expect(await (await post(link, { undo: 'yes' })).text()).toContain('La rencontre est maintenue');
    await here.pass(HOUR);
    expect((await approver.bookings())[0]).toMatchObject({ state: 'scheduled', revision: 1 });
    expect(here.mailbox.messages()).toHaveLength(2);
    await post(link, { reason: 'cancelled' });
    await here.pass(10 * MINUTE);
    const late = await post(link, { undo: 'yes' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('Il est trop tard');
  });

  it('R13 sends after all, once it is undone, the link that the mail server had not taken yet', async () => {
    const here = await startWorld();
    world = here;
    const approver = await here.person('approver');
    here.mailbox.fail({ kind: 'refuse', code: 451, at: 'data', times: 1000 });
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    // Each refusal makes the wait longer; the reminder is tried at its own hour.
    for (let hours = 0; hours < 23; hours += 1) await here.pass(HOUR);
    await here.pass(59 * MINUTE);
    here.mailbox.fail(null);
    await here.pass(MINUTE);
    expect(subjects(here).map((subject) => subject.split(' ')[0])).toEqual(['Rappel']);
    await post(lastLink(here), { reason: 'cancelled', word: 'annuler' });
    await post(lastLink(here), { undo: 'yes' });
    await here.pass(6 * HOUR);
    expect(subjects(here).slice(1)).toEqual(['Votre rencontre Zoom est prête → elise.gagne@iucpq.example.test']);
  });

  it('Z41 answers a forged, a cut, a longer and an expired token with the same page, and does nothing', async () => {
    const { world: here, link } = await reminded();
    const token = link.slice(-43);
    const forged = [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, token.slice(0, 20), `${token}x`];
    const pages = await Promise.all(forged.map(async (one) => {
      const answer = await post(link.replace(token, one), { reason: 'cancelled' });
      return { status: answer.status, text: await answer.text() };
    }));
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    expect(pages[0]?.status).toBe(404);
    await here.pass(HOUR);
    expect(here.zoom.conferences()).toHaveLength(1);
    await here.pass(START + DAY - here.clock.now());
    const expired = await post(link, { reason: 'cancelled' });
    expect([expired.status, await expired.text()]).toEqual([404, pages[0]?.text]);
  });

  it('Z42 refuses the link of before a change, and takes that of the new reminder', async () => {
    const { world: here, approver, link } = await reminded();
    const moved = bookingAt(START + 3 * DAY);
    await approver.send(eventOf('booking.changed', moved, { at: here.clock.now() }));
    await here.companion.idle();
    expect((await post(link, { reason: 'cancelled' })).status).toBe(404);
    await here.pass(START + 2 * DAY - here.clock.now());
    await here.pass(15 * MINUTE);
    expect(lastLink(here)).not.toBe(link);
    expect((await post(lastLink(here), { reason: 'cancelled' })).status).toBe(200);
  });

  it('Z44 refuses once the meeting has begun', async () => {
    const { world: here, link } = await reminded();
    await here.pass(START - here.clock.now());
    const late = await post(link, { reason: 'cancelled' });
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('La rencontre est commencée');
  });

  it('asks for a word when the link is opened within two minutes of its mail, as a scanner does', async () => {
    const made = await startWorld();
    world = made;
    const approver = await made.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await made.pass(DAY);
    const link = lastLink(made);
    expect(await (await fetch(link)).text()).toContain('écrivez le mot ANNULER');
    expect((await post(link, { reason: 'cancelled' })).status).toBe(400);
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
    expect((await post(link, { reason: 'cancelled', word: 'annuler' })).status).toBe(200);
    expect((await approver.bookings())[0]?.state).toBe('cancelling');
  });

  it('R13 asks for the word after a mail that the server put off at first, however long ago its link was made', async () => {
    const made = await startWorld();
    world = made;
    const approver = await made.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await made.companion.idle();
    made.mailbox.fail({ kind: 'refuse', code: 451, at: 'data', times: 1 });
    await made.pass(DAY);
    await made.pass(10 * MINUTE);
    expect(subjects(made).filter((subject) => subject.startsWith('Rappel'))).toHaveLength(1);
    expect((await post(lastLink(made), { reason: 'cancelled' })).status).toBe(400);
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
  });

  it('refuses a form sent from another site, and a form without a reason', async () => {
    const { approver, link } = await reminded();
    expect((await post(link, { reason: 'cancelled' }, { origin: 'https://elsewhere.example.test' })).status).toBe(403);
    expect((await post(link, { reason: 'cancelled' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post(link, {})).status).toBe(400);
    expect((await approver.bookings())[0]?.state).toBe('scheduled');
  });

  it('S3-02 S3-06 sends its pages without script, cookie or referrer, not to be framed or kept', async () => {
    const { link } = await reminded();
    const { headers } = await fetch(link);
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('set-cookie')).toBeNull();
  });

  it('limits guesses at tokens from one address', async () => {
    const { link } = await reminded();
    const guess = link.replace(/[\w-]{43}$/u, 'a'.repeat(43));
    const answers = [];
    for (let tries = 0; tries < 12; tries += 1) answers.push((await fetch(guess)).status);
    expect(answers.filter((status) => status === 404)).toHaveLength(10);
    expect(answers.slice(10)).toEqual([429, 429]);
    expect((await fetch(link)).status).toBe(200);
  });
});

describe('too many guesses', () => {
  it('are forgotten a minute later, though the clock was set back by an hour meanwhile', async () => {
    const { world: here, link } = await reminded();
    const forged = `${link.slice(0, -43)}${'A'.repeat(43)}`;
    for (let times = 0; times < 10; times += 1) await fetch(forged);
    expect((await fetch(forged)).status).toBe(429);
    here.clock.advance(-HOUR);
    await fetch(forged);
    here.clock.advance(MINUTE);
    expect((await fetch(forged)).status).toBe(404);
  });
});

describe('a cancellation from the portal’s side', () => {
  it('Z38 Z77 cancels at Zoom at once, withdraws the calendar entry, and drops the reminder', async () => {
    const made = await startWorld();
    world = made;
    const approver = await made.person('approver');
    await approver.send(eventOf('booking.approved', bookingAt(START), { at: MONDAY }));
    await made.companion.idle();
    await approver.send(eventOf('booking.cancelled', bookingAt(START), { at: MONDAY + 1000 }));
    await made.companion.idle();
    expect(made.zoom.conferences()).toHaveLength(0);
    await made.pass(2 * DAY);
    const mails = made.mailbox.messages();
    expect(mails.map(({ subject }) => subject.split('\u00a0')[0])).toEqual(['Votre rencontre Zoom est prête', 'Rencontre Zoom annulée']);
    const [link, cancelled] = mails.map((mail) => mail.attachments.find(({ filename }) => filename === 'rencontre.ics')?.text() ?? '');
    const valueOf = (text: string | undefined, name: string) => new RegExp(`^${name}:(.*)$`, 'mu').exec(text ?? '')?.[1]?.trim();
    expect(valueOf(cancelled, 'METHOD')).toBe('CANCEL');
    expect(valueOf(cancelled, 'STATUS')).toBe('CANCELLED');
    expect(valueOf(cancelled, 'UID')).toBe(valueOf(link, 'UID'));
    expect(Number(valueOf(cancelled, 'SEQUENCE'))).toBeGreaterThan(Number(valueOf(link, 'SEQUENCE') ?? 0));
  });
});
