import { describe, expect, it } from 'vitest';
import { event, type Event } from '../../../lib/contract/event.ts';
import { conference } from '../../../lib/contract/answer.ts';
import { emailAddress, identifier, instantText, line, paragraph, webAddress } from '../../../lib/contract/primitives.ts';
import { presets } from '../../../lib/services/presets.ts';
import { toServiceOfEvent } from '../../../lib/services/match.ts';

const booking = {
  portal: 'iris', number: '2026-0012', resource: 'Licence ZOOM Web 5000 participants', name: 'Bilan annuel', participants: 1200, presenter: { name: 'Marie Tremblay', email: null },
  establishment: { id: 'chu-quebec', name: 'CHU de Québec – Université Laval' }, requester: { name: 'Luc Roy', email: 'luc@exemple.ca' }, start: '2026-11-24T14:00:00Z', end: '2026-11-24T15:00:00Z', page: null,
};
const approved = { type: 'booking.approved', timestamp: '2026-11-22T00:00:00Z', data: { booking, service: toServiceOfEvent(presets[0]!), language: 'fr' } } satisfies Event;
const isEvent = (given: unknown) => event.safeParse(given).success;
const withBooking = (changed: object) => ({ ...approved, data: { ...approved.data, booking: { ...booking, ...changed } } });

describe('events', () => {
  it('A-6 accepts an approved booking', () => {
    expect(event.safeParse(approved).error).toBeUndefined();
  });

  it.each<[string, object]>([
    ['S0-15 an empty name', { name: '' }], ['S0-15 a name of 201 characters', { name: 'x'.repeat(201) }], ['S0-15 a control character', { name: 'a\u0007b' }], ['S0-15 a line break', { name: 'a\nb' }], ['S0-15 an untrimmed name', { name: ' a' }],
    ['S0-16 no participant', { participants: 0 }], ['S0-16 half a participant', { participants: 1.5 }], ['S0-16 a text', { participants: '12' }], ['S0-17 an empty presenter', { presenter: { name: '', email: null } }],
    ['S0-17 an address with a line break', { presenter: { name: 'a', email: 'a@b.ca\nx@y.ca' } }], ['a local hour', { start: '2026-11-24T09:00:00-05:00' }], ['a day that does not exist', { start: '2026-13-24T09:00:00Z' }],
    ['an address of a script', { page: 'javascript:alert(1)' }], ['S0-27 a field of its own', { password: 'x' }],
  ])('refuses a booking with %s', (_title, changed) => {
    expect(isEvent(withBooking(changed))).toBe(false);
  });

  it('refuses an unknown type, and a cancellation without one of the four reasons', () => {
    expect(isEvent({ ...approved, type: 'booking.deleted' })).toBe(false);
    expect(isEvent({ ...approved, type: 'booking.cancelled' })).toBe(false);
    expect(isEvent({ ...approved, type: 'booking.cancelled', data: { ...approved.data, cancellation: 'rescheduled' } })).toBe(true);
  });

  it('S4-06 an establishment’s posts have the browser only, or nothing is said of them', () => {
    const saying = (data: object) => isEvent({ ...approved, data: { ...approved.data, ...data } });
    expect([{ browserOnly: true }, {}, { browserOnly: false }, { browserOnly: null }].map(saying)).toEqual([true, true, false, false]);
  });

  it('S0-27 what people see of a conference has no place for a start link, a host key or a password', () => {
    expect(Object.keys(conference._zod.innerType.shape).sort()).toEqual(['dialIn', 'differences', 'id', 'invitation', 'joinLink', 'kind', 'passcode', 'stableLink']);
  });
});

describe('primitives', () => {
  it('a line is trimmed, one line, and counted as a person does', () => {
    expect(['a', '👩🏽‍⚕️', 'é b'].every((text) => line(10).safeParse(text).success)).toBe(true);
    expect(['', ' a', 'a ', 'a\tb', 'a\u2028b', 'a\u0085b', 'x'.repeat(11)].some((text) => line(10).safeParse(text).success)).toBe(false);
    expect(line(2).safeParse('🎥🎥').success).toBe(true);
  });

  it('a paragraph has lines and tabs, no other control character', () => {
    expect(paragraph(10).safeParse('a\n\tb\r\n').success).toBe(true);
    expect(paragraph(10).safeParse('a\u0000').success).toBe(false);
    expect(paragraph(2).safeParse('abc').success).toBe(false);
  });

  it.each(['a@b.ca', "o'neil@sante.gouv.qc.ca", 'prenom.nom+zoom@exemple.quebec'])('accepts the address %s', (text) => {
    expect(emailAddress.safeParse(text).success).toBe(true);
  });

  it.each(['', 'a', 'a@', '@b.ca', 'a@b', 'a b@c.ca', 'a@b.ca ', 'a@b.ca\n', 'a@-b.ca', '"a"@b.ca', 'a@b.ca,c@d.ca', '<a@b.ca>', 'é@b.ca', 'a..b@c.ca', `${'a'.repeat(250)}@b.ca`])('refuses the address « %s »', (text) => {
    expect(emailAddress.safeParse(text).success).toBe(false);
  });

  it.each(['2026-11-24T14:00:00Z', '2026-11-24T14:00:00.000Z'])('accepts the instant %s', (text) => {
    expect(instantText.safeParse(text).success).toBe(true);
  });

  it.each(['2026-11-24', '2026-11-24T14:00Z', '2026-11-24T14:00:00', '2026-11-24T25:00:00Z', '24/11/2026'])('refuses the instant %s', (text) => {
    expect(instantText.safeParse(text).success).toBe(false);
  });

  it.each([['https://zoom.us/j/1', true], ['http://127.0.0.1:8080/', true], ['http://localhost:1/', true], ['http://exemple.ca/', false], ['https://a:b@exemple.ca/', false], ['ftp://exemple.ca/', false], ['data:text/html,x', false], ['', false], [`https://exemple.ca/${'x'.repeat(2000)}`, false]])(
    'a web address: %s is %s', (text, expected) => {
      expect(webAddress.safeParse(text).success).toBe(expected);
    },
  );

  it.each([['iris', true], ['a.b_c-9', true], ['', false], ['-a', false], ['a b', false], ['../x', false], ['é', false], ['a'.repeat(65), false]])('an identifier: « %s » is %s', (text, expected) => {
    expect(identifier.safeParse(text).success).toBe(expected);
  });
});
