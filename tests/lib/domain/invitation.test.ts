import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupDigits, groupTelephone, hasWaitingRoom, MESSAGE_MAXIMUM, printInvitation, voices, type InvitationFacts } from '../../../lib/domain/invitation.ts';
import { invitationTexts } from '../../../lib/domain/invitation-texts.ts';

const facts: InvitationFacts = {
  name: 'Bilan annuel de la télésanté', start: Date.parse('2026-11-24T14:00:00Z'), end: Date.parse('2026-11-24T15:30:00Z'), joinLink: 'https://zoom.us/j/12345678901?pwd=abc', conferenceId: '12345678901', passcode: '483920',
  dialIn: [{ number: '+14388097799', country: 'Canada' }], presenter: 'Marie Tremblay', language: 'fr',
};
const plain = (text: string) => text.replace(/\u00a0/gu, ' ');
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

describe('F15 the invitation', () => {
  it('F15 S4-19 S4-23 says the day in full, the zone, the duration, and three ways to come', () => {
    expect(plain(printInvitation(facts).text)).toBe(
      [
        'Bilan annuel de la télésanté', '',
        'Quand : mardi 24 novembre 2026, de 09 h 00 à 10 h 30 (heure de Québec)', 'Durée : 1 h 30', 'Présentation : Marie Tremblay', '',
        'PAR ÉCRAN', 'Ouvrez ce lien : https://zoom.us/j/12345678901?pwd=abc', 'Code secret : 483920', 'Vous n’avez pas besoin de compte Zoom.', 'Installez l’application Zoom, ou restez dans votre navigateur.',
        'Essayez votre son et votre image avant : https://zoom.us/test', '',
        'PAR TÉLÉPHONE', 'Composez ce numéro : +1 438 809 7799 (Canada)', 'Entrez ensuite ce numéro de rencontre, puis # : 123 4567 8901', 'Entrez enfin ce code secret, puis # : 483920', '',
        'À DICTER', 'Numéro de la rencontre : 123 4567 8901', 'Code secret : 4 8 3 9 2 0', '',
        'EN MOTS SIMPLES', 'Prenez un téléphone, une tablette ou un ordinateur.', 'Cliquez sur le lien à l’heure dite.', 'Écrivez votre nom.', 'Attendez : la rencontre va commencer.',
      ].join('\n'),
    );
  });

  it('U7 no hour and no number is parted at the end of a line', () => {
    for (const written of Object.values(printInvitation(facts))) for (const whole of ['10_h_30', '1_h_30', '123_4567_8901', '+1_438_809_7799']) expect(written).toContain(whole.replaceAll('_', '\u00a0'));
  });

  it('F15 has the same in English when asked', () => {
    const { text, html } = printInvitation({ ...facts, language: 'en' });
    expect(plain(text)).toContain('When: Tuesday, November 24, 2026, from 9:00 a.m. to 10:30 a.m. (Québec time)');
    expect(html).toContain('lang="en-CA"');
    expect(Object.keys(invitationTexts.en)).toEqual(Object.keys(invitationTexts.fr));
  });

  it('S3-25 F15 the HTML holds the same words, and links that can be followed', () => {
    const { text, html } = printInvitation(facts);
    const page = parse(html);
    const words = (given: string) => given.replace(/\s+/gu, ' ').trim().toLowerCase();
    const shown = [...page.querySelectorAll('h2, h3, li')].map((element) => element.textContent ?? '').join(' ');
    expect(words(shown)).toBe(words(text));
    expect([...page.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['https://zoom.us/j/12345678901?pwd=abc', 'https://zoom.us/test']);
  });

  it('F15 leaves out what the account has not', () => {
    const { text } = printInvitation({ ...facts, passcode: null, dialIn: [], conferenceId: null });
    expect(text).not.toMatch(/Code|TÉLÉPHONE|DICTER|null/u);
  });

  it('S4-06 shows only the browser where nothing may be installed', () => {
    const { text } = printInvitation({ ...facts, browserOnly: true });
    expect(plain(text)).toContain('Restez dans votre navigateur : il n’y a rien à installer.');
    expect(text).not.toContain('Installez');
  });

  it('S2-28 S2-29 S4-12 S4-14 S4-15 S4-24 says what a guest needs, and that somebody lets them in where there is a waiting room', () => {
    const wait = (rule: 'off' | 'offThenOn' | 'optional' | 'on') => plain(printInvitation({ ...facts, waitingRoom: hasWaitingRoom(rule) }).text);
    for (const text of [wait('on'), wait('offThenOn')]) expect(text).toContain('Prenez un téléphone, une tablette ou un ordinateur.\nCliquez sur le lien à l’heure dite.\nÉcrivez votre nom.\nAttendez : quelqu’un vous fera entrer.');
    for (const text of [wait('off'), wait('optional')]) expect(text).not.toContain('fera entrer');
    expect(wait('on')).toContain('Vous n’avez pas besoin de compte Zoom.');
  });

  it('F15 says capitals of a passcode, and never asks for letters on a telephone', () => {
    const text = plain(printInvitation({ ...facts, passcode: 'k7R' }).text);
    expect(text).toContain('Code secret : k, 7, R majuscule');
    expect(text).not.toContain('Entrez enfin');
  });

  it.each([['1234567890', '123 456 7890'], ['123456789', '123 456 789'], ['12345678901', '123 4567 8901'], ['123 456 7890', '123 456 7890'], ['12', '12'], ['abc', 'abc']])('S4-23 groups %s as %s', (number, grouped) => {
    expect(plain(groupDigits(number))).toBe(grouped);
  });

  it.each([['+14388097799', '+1 438 809 7799'], ['1 (438) 809-7799', '+1 438 809 7799'], ['+33 1 70 37 97 29', '+33 1 70 37 97 29']])('F15 groups the telephone number %s as %s', (number, grouped) => {
    expect(plain(groupTelephone(number))).toBe(grouped);
  });

  it.each(['fr', 'en'] as const)('F15 keeps its sentences short (%s): 15 words at most on average, 20 in the longest', (language) => {
    const { text } = printInvitation({ ...facts, language });
    const sentences = text.split(/\n+|(?<=[.!?])\s/u).filter((sentence) => /\p{L}/u.test(sentence));
    const lengths = sentences.map((sentence) => sentence.split(/[\s\u00a0]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length);
    expect(lengths.reduce((one, other) => one + other, 0) / lengths.length).toBeLessThanOrEqual(15);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(20);
  });

  it.each(['https://zoom.us/s/123?zak=eyJ0', 'https://zoom.us/s/123', 'https://zoom.us/j/123?zak=x', 'javascript:alert(1)', 'http://zoom.us/j/1', 'data:text/html,x', 'x'])('S0-27 S0-28 refuses « %s » as a link for guests', (joinLink) => {
    expect(() => printInvitation({ ...facts, joinLink })).toThrow(TypeError);
  });

  it('F15 S0-27 no host key and no start link can appear, over 1 000 random bookings', () => {
    const secret = { hostKey: 'HOSTKEY-998877', startUrl: 'https://zoom.us/s/1?zak=TOKEN' };
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.integer({ min: 0, max: 4e12 }), fc.constantFrom('fr' as const, 'en' as const), (name, presenter, start, language) => {
      const { text, html } = printInvitation({ ...facts, ...secret, name, presenter, start, end: start + 3_600_000, language } as InvitationFacts);
      expect(text + html).not.toMatch(/HOSTKEY|zak=|\/s\/1/u);
    }), { numRuns: 1000 });
  });

  it('F15 S0-27 S1-05 S3-06 no host key, start link or secret can appear, over 10 000 random ones, whatever somebody pasted', () => {
    const secret = { hostKey: 'HOSTKEY-998877', startUrl: 'https://zoom.us/s/1?zak=TOKEN', clientSecret: 'SECRET-1' };
    const pasted = fc.tuple(fc.string(), fc.constantFrom('', 'https://zoom.us/s/99?zak=TOKEN', 'https://us02web.zoom.us/s/99', 'zak=TOKEN', 'HTTPS://ZOOM.US/S/99')).map((parts) => parts.join(' '));
    const chosen = fc.subarray([...voices], { minLength: 1 });
    fc.assert(fc.property(pasted, pasted, pasted, fc.integer({ min: 0, max: 4e12 }), fc.constantFrom('fr' as const, 'en' as const), chosen, (name, presenter, message, start, language, wanted) => {
      const given = { ...facts, ...secret, name, presenter, message, start, end: start + 3_600_000, language, voices: wanted };
      const { text, html } = printInvitation(given as InvitationFacts);
      expect(text + html).not.toMatch(/HOSTKEY|SECRET-1|zak=|zoom\.us\/s\//iu);
    }), { numRuns: 10_000 });
  }, 120_000);

  it('S3-17 holds the personal message, as plain lines of 1 000 characters at most', () => {
    const { text, html } = printInvitation({ ...facts, message: 'Bonjour,\n<b>à demain</b>' });
    expect(text.split('\n').slice(2, 4)).toEqual(['Bonjour,', '<b>à demain</b>']);
    expect(html).toContain('<li>&lt;b&gt;à demain&lt;/b&gt;</li>');
    expect(printInvitation({ ...facts, message: 'x'.repeat(2000) }).text).toContain(`\n${'x'.repeat(MESSAGE_MAXIMUM)}\n`);
  });

  it('S3-05 S3-19 S1-10 S2-07 S2-27 S4-07 has the dial-in by default, needs no account, and names both ways to come', () => {
    const text = plain(printInvitation(facts).text);
    for (const part of ['PAR TÉLÉPHONE', 'Composez ce numéro : +1 438 809 7799', 'Vous n’avez pas besoin de compte Zoom.', 'Installez l’application Zoom, ou restez dans votre navigateur.']) expect(text).toContain(part);
  });

  it('S3-14 S3-20 by telephone only: the number, the meeting’s number and the digits of the code, and no link to click', () => {
    const text = plain(printInvitation({ ...facts, voices: ['telephone'] }).text);
    for (const part of ['+1 438 809 7799', '123 4567 8901', 'Entrez enfin ce code secret, puis # : 483920', 'À DICTER']) expect(text).toContain(part);
    expect(text).not.toMatch(/https|MOTS SIMPLES|PAR ÉCRAN/u);
  });

  it('F15 in plain words only, the link stands above the words that speak of it', () => {
    const text = plain(printInvitation({ ...facts, voices: ['simple'] }).text);
    expect(text).toMatch(/EN MOTS SIMPLES\nOuvrez ce lien : https:\/\/zoom\.us\/j\/12345678901\?pwd=abc\nPrenez un téléphone, une tablette ou un ordinateur\.\nCliquez sur le lien/u);
    expect(text).not.toMatch(/DICTER|PAR ÉCRAN/u);
  });

  it('F15 a name can neither add a line, nor an element, nor an attribute', () => {
    const hostile = fc.array(fc.constantFrom('<script>', '"', "'", '&', '\n', '\r\n', '\u2028', 'https://mal.example', '</h2>', '<img src=x onerror=alert(1)>', 'a', '&lt;'), { maxLength: 8 }).map((parts) => parts.join(''));
    const lines = printInvitation(facts).text.split('\n').length;
    fc.assert(fc.property(hostile, hostile, hostile, (name, presenter, passcode) => {
      const { text, html } = printInvitation({ ...facts, name, presenter, passcode });
      const page = parse(html);
      expect(text.split(/[\n\u2028]/u).length).toBeLessThanOrEqual(lines);
      expect([...new Set([...page.body.querySelectorAll('*')].map((element) => element.localName))].sort()).toEqual(['a', 'div', 'h2', 'h3', 'li', 'strong', 'ul']);
      expect(page.querySelectorAll('a')).toHaveLength(2);
      expect(page.querySelector('h2')?.textContent).toBe(name.replace(/\s+/gu, ' ').trim());
    }));
  });
});
