/** Every kind of mail says the same in both of its parts, and shows whatever a person wrote as it was written. */
import { parseHTML } from 'linkedom';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { born } from '../../companion/ledger/machine.ts';
import type { MailKind } from '../../companion/ledger/life.ts';
import type { BookingRecord } from '../../companion/ledger/records.ts';
import { serviceMailKinds } from '../../companion/ledger/schema.ts';
import type { ServiceMailKind } from '../../companion/ledger/schema.ts';
import { sentenceOf } from '../../companion/texts/notices.ts';
import { alertLetter } from '../../companion/mail/alert.ts';
import { toHtml, toText } from '../../companion/mail/document.ts';
import { letterOf } from '../../companion/mail/letters.ts';
import type { Letter } from '../../companion/mail/letters.ts';
import { recordingLetter, roomAskedLetter, roomDecidedLetter, roomLetter, slotAnsweredLetter, slotAskedLetter, welcomeLetter } from '../../companion/mail/service-letters.ts';
import { bookingAt, DAY, eventOf, HOUR, MONDAY, web5000 } from './support/bookings.ts';
import { startWorld } from './support/world.ts';

/** What a person may type, and what a mail reader might take for its own. */
const evil = (name: string): string => `${name} <img src=x onerror=alert(1)> & "co" <b>gras</b> 'x' </td></table><script>alert(2)</script>`;
const PAGE = 'https://passerelle.exemple.test/page?a=1&b="2"';
const APPROVER = 'approbateurs@cct.example.test';

type Language = 'fr' | 'en';
const recordOf = (language: Language): BookingRecord => ({
  id: 'ab12', host: 'licence', language, reason: null, browserOnly: false, slug: 'abcdefghijkl_-01', createdAt: MONDAY, updatedAt: MONDAY, service: web5000,
  booking: bookingAt(MONDAY + 3 * DAY, {
    name: evil('Titre'), presenter: { name: evil('Présentatrice'), email: 'presente@exemple.test' }, requester: { name: evil('Demandeuse'), email: 'demande@exemple.test' },
    establishment: { id: 'iucpq', name: evil('Établissement') }, page: 'https://www.irisreservation.ca/reservations/12?a=1&b=2',
  }),
  life: { ...born(), state: 'scheduled', conferenceRevision: 1, notice: { code: 'conflict', values: { holder: evil('Autre'), from: MONDAY, to: MONDAY + HOUR } } },
  conference: { kind: 'webinar', id: '12345678901', joinLink: 'https://zoom.example.test/j/12345678901?pwd=a&b=c', passcode: 'k7R&<', dialIn: [{ number: '+1 438 809 7799', country: 'CA' }], differences: [], createdAt: MONDAY, presenterLink: 'https://zoom.example.test/w/1?tk=a&b=c' },
});

const kinds = { link: '', changed: '', reminder: '', heldQuestion: '', cancelled: '', presenterLink: '', presenterCancelled: '', approverCancelled: '', approverAttention: '', approverLate: '' } satisfies Record<MailKind, ''>;
const context = { from: { name: 'CCT', address: 'cct@cct.example.test' }, approver: APPROVER, now: MONDAY, cancelAddress: PAGE, cancellation: 'rescheduled', heldAddress: PAGE, stableLink: null, waitingSince: MONDAY - 3 * DAY };

const slot = (language: Language) => ({ id: 's', booking_id: 'ab12', day: '2026-11-23', token_hash: '', requester_name: evil('Autre'), requester_email: 'autre@exemple.test', purpose: evil('But'), language, asked_at: MONDAY, closes_at: MONDAY + DAY, answer: 'kept' as const, comment: evil('Mot\nsur deux lignes'), answered_at: MONDAY });
const wish = (language: Language) => ({ id: 'w', name: evil('Salle'), video: 1, mute: 0, authentication: 1, reason: evil('Raison'), requester_name: evil('Autre'), requester_email: 'autre@exemple.test', establishment_id: null, language, state: 'created' as const, comment: evil('Réponse'), asked_at: MONDAY, decided_at: MONDAY });
const recording = { id: 'r', uuid: 'u', booking_id: 'ab12', completed_at: MONDAY, gone_at: MONDAY + 60 * DAY };
const someone = { name: evil('Demandeuse'), address: 'demande@exemple.test' };
const cloud = { link: 'https://zoom.example.test/rec/1?a=1&b=2', passcode: evil('code') };

const services: Record<ServiceMailKind, (language: Language) => Letter> = {
  hostKey: (language) => roomLetter(recordOf(language), someone, { joinLink: PAGE, keyPage: `${PAGE}&key` }),
  slotAsked: (language) => slotAskedLetter(slot(language), recordOf(language), someone, PAGE),
  slotAnswered: (language) => slotAnsweredLetter(slot(language), 'kept', recordOf(language)),
  roomAsked: (language) => roomAskedLetter(wish(language), APPROVER),
  roomDecided: (language) => roomDecidedLetter(wish(language), 'created'),
  recordingReady: (language) => recordingLetter('recordingReady', recording, recordOf(language), someone, cloud),
  recordingSoonGone: (language) => recordingLetter('recordingSoonGone', recording, recordOf(language), someone, cloud),
  welcome: (language) => welcomeLetter({ name: evil('Nouvelle'), email: 'nouvelle@exemple.test', establishment: evil('Établissement'), language }, APPROVER),
};

const letters: [string, Letter | null][] = (['fr', 'en'] as const).flatMap((language): [string, Letter | null][] => [
  ...(Object.keys(kinds) as MailKind[]).map((kind): [string, Letter | null] => [`${kind}, ${language}`, letterOf(kind, recordOf(language), context)]),
  ...serviceMailKinds.map((kind): [string, Letter | null] => [`${kind}, ${language}`, services[kind](language)]),
  [`alert, ${language}`, alertLetter({ id: 'a', host_id: null, conference_id: '12345678901', topic: evil('Sujet'), started_at: MONDAY, state: 'queued', at: MONDAY }, 'licence@exemple.test', [recordOf(language)], APPROVER)],
]);

/** The words in order, without what only sets them apart. */
const wordsOf = (text: string): string[] => text.toLowerCase().split(/[\s\u00a0]+/u).map((word) => word.replace(/:$/u, '')).filter((word) => word !== '' && !/^-+$/u.test(word));

/** What a reader sees and where it can click; a link whose words are its address counts once. */
function shownIn(html: string): string {
  const { document } = parseHTML(html);
  for (const link of document.querySelectorAll('a')) {
    const address = link.getAttribute('href') ?? '';
    if (link.textContent !== address) link.append(` ${address} `);
  }
  for (const place of document.querySelectorAll('br, p, td, th, h1, h2, h3, li, tr, dt, dd')) place.before(' ');
  return document.querySelector('td td')?.textContent ?? '';
}

describe('both parts of every mail', () => {
  it.each(letters)('S0-24 say the same facts, in the same words: %s', async (_kind, letter) => {
    if (letter === null) throw new Error('There is no such letter.');
    const html = await toHtml(letter.subject, letter.language, letter.blocks, letter.footer);
    const [text, shown] = [wordsOf(toText(letter.blocks, letter.language)), wordsOf(shownIn(html))];
    expect(text.length).toBeGreaterThan(10);
    expect(shown.toSorted()).toEqual(text.toSorted());
  });

  it.each(letters)('leave no blank to fill in: %s', (_kind, letter) => {
    expect(`${letter?.subject ?? '{no letter}'}\n${toText(letter?.blocks ?? [], 'fr')}`).not.toMatch(/\{\w+\}|undefined|NaN/u);
  });

  it.each(letters.filter(([, letter]) => letter?.language === 'en'))('U7 put no French space before a colon in English: %s', (_kind, letter) => {
    expect(toText(letter?.blocks ?? [], 'en')).not.toContain('\u00a0:');
  });

  it.each(letters)('U7 part no word that a person typed between « » from its mark where it is drawn: %s', async (_kind, letter) => {
    const shown = shownIn(await toHtml(letter?.subject ?? '', letter?.language ?? 'fr', letter?.blocks ?? [], ''));
    expect(shown).not.toMatch(/« | »/u);
  });

  it('U7 the hours of a conflict are said once, as every other moment is', () => {
    const sentence = sentenceOf(recordOf('fr').life.notice!, 'fr').replace(/\s/gu, ' ');
    expect(sentence).toContain('lundi 23 novembre 2026, de 09 h 00 à 10 h 00). Rien n’a été créé');
  });

  it.each(letters)('Z83 draw no element and no attribute that a person wrote: %s', async (_kind, letter) => {
    if (letter === null) throw new Error('There is no such letter.');
    const html = await toHtml(letter.subject, letter.language, letter.blocks, letter.footer);
    const { document } = parseHTML(html);
    expect(document.querySelectorAll('img, script, b, iframe, form, input, link, object')).toHaveLength(0);
    const names = new Set([...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].map(({ name }) => name)));
    expect([...names].filter((name) => name.startsWith('on'))).toEqual([]);
    expect(html.match(/<table\b/gu)).toHaveLength(html.match(/<\/table>/gu)?.length ?? 0);
    for (const link of document.querySelectorAll('a')) expect(new URL(link.getAttribute('href') ?? '').protocol).toBe('https:');
    expect(document.querySelector('html')?.getAttribute('lang')).toBe(letter.language === 'fr' ? 'fr-CA' : 'en-CA');
  });
});

describe('the calendar entry from mail to mail', () => {
  it('Z77 keeps its UID from the link to the change and the withdrawal, while its SEQUENCE grows and its hour moves', async () => {
    const world = await startWorld();
    try {
      const approver = await world.person('approver');
      const [first, second] = [MONDAY + 2 * DAY, MONDAY + 3 * DAY];
      await approver.send(eventOf('booking.approved', bookingAt(first), { at: MONDAY }));
      await world.companion.idle();
      await approver.send(eventOf('booking.changed', bookingAt(second, { name: 'Nouveau nom' }), { at: MONDAY + 1000 }));
      await world.companion.idle();
      await approver.send(eventOf('booking.cancelled', bookingAt(second, { name: 'Nouveau nom' }), { at: MONDAY + 2000 }));
      await world.companion.idle();
      const entries = world.mailbox.messages().map(({ attachments }) => {
        const calendar = new ICAL.Component(ICAL.parse(attachments.find(({ filename }) => filename === 'rencontre.ics')?.text() ?? ''));
        const event = calendar.getFirstSubcomponent('vevent')!;
        return { method: calendar.getFirstPropertyValue('method'), uid: String(event.getFirstPropertyValue('uid')), sequence: event.getFirstPropertyValue('sequence'), start: (event.getFirstPropertyValue('dtstart') as ICAL.Time).toJSDate().getTime() };
      });
      expect(entries.map(({ method, sequence, start }) => [method, sequence, start])).toEqual([['PUBLISH', 0, first], ['PUBLISH', 1, second], ['CANCEL', 2, second]]);
      expect(entries[0]?.uid).toMatch(/^mgr-[0-9a-f]+@cct\.example\.test$/u);
      expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
    } finally {
      await world.close();
    }
  });
});
