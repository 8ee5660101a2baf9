import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarUid, printIcs, type CalendarEntry } from '../../../../lib/domain/export/ics.ts';

const now = Date.parse('2026-11-23T15:00:00Z');
const entry = (change: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: calendarUid('iris:2026-0012'),
  sequence: 2,
  name: 'Bilan régional',
  start: Date.parse('2026-11-24T14:00:00Z'),
  end: Date.parse('2026-11-24T15:30:00Z'),
  status: 'confirmed',
  link: 'https://zoom.exemple.test/j/91234567890',
  lines: ['912 3456 7890'],
  organizer: { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test' },
  ...change,
});

/** Every calendar of the file, read by another's parser. */
function calendarsOf(file: string): ICAL.Component[] {
  const parsed = ICAL.parse(file) as unknown[];
  const trees = (Array.isArray(parsed[0]) ? parsed : [parsed]) as [string, unknown[], unknown[]][];
  return trees.map((tree) => new ICAL.Component(tree));
}
const eventsOf = (calendar: ICAL.Component | undefined): ICAL.Event[] => (calendar?.getAllSubcomponents('vevent') ?? []).map((component) => new ICAL.Event(component));

describe('U22 the calendar file', () => {
  it('U22 says the hours in UTC, with UID, SEQUENCE, DTSTAMP and METHOD:PUBLISH', () => {
    const file = printIcs([entry()], now);
    for (const line of ['METHOD:PUBLISH', 'UID:iris_58_2026-0012@passerelle.cct', 'SEQUENCE:2', 'DTSTAMP:20261123T150000Z', 'DTSTART:20261124T140000Z', 'DTEND:20261124T153000Z', 'STATUS:CONFIRMED'])
      expect(file).toContain(`${line}\r\n`);
    const [event] = eventsOf(calendarsOf(file)[0]);
    expect(event?.startDate.toJSDate().getTime()).toBe(entry().start);
    expect(event?.summary).toBe('Bilan régional');
    expect(event?.location).toBe('https://zoom.exemple.test/j/91234567890');
  });

  it('U22 withdraws what was cancelled with METHOD:CANCEL, in a calendar of its own', () => {
    const calendars = calendarsOf(printIcs([entry(), entry({ uid: 'b', status: 'cancelled' })], now));
    expect(calendars.map((calendar) => calendar.getFirstPropertyValue('method'))).toEqual(['PUBLISH', 'CANCEL']);
    expect(eventsOf(calendars[1])[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(calendarsOf(printIcs([entry({ status: 'cancelled' })], now))).toHaveLength(1);
  });

  it('U22 has no participant, so that importing mails nobody (Z78)', () => {
    expect(printIcs([entry()], now)).not.toContain('ATTENDEE');
  });

  it('U22 leaves out what is not known', () => {
    const file = printIcs([entry({ link: null, lines: [], organizer: null })], now);
    for (const name of ['LOCATION', 'URL', 'DESCRIPTION', 'ORGANIZER']) expect(file).not.toContain(name);
  });

  it('U22 both clock changes keep their hour: it is an instant', () => {
    const start = Date.parse('2026-11-01T06:30:00Z');
    const [event] = eventsOf(calendarsOf(printIcs([entry({ start, end: start + 3_600_000 })], now))[0]);
    expect(event?.startDate.toJSDate().getTime()).toBe(start);
    expect(event?.duration.toSeconds()).toBe(3600);
  });

  it('U22 any text comes back as it was, on lines of at most 75 bytes, and adds no line of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const name = `x${text}`.replace(/\r\n?/gu, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ');
        const file = printIcs([entry({ name: `x${text}`, lines: [text] })], now);
        for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        expect(eventsOf(calendarsOf(file)[0])[0]?.summary).toBe(name);
      }),
      { numRuns: 200 },
    );
  });

  it('U22 a name that looks like a property stays a name', () => {
    const file = printIcs([entry({ name: 'x\r\nATTENDEE:mailto:a@b.test', organizer: { name: 'J";X="1', email: 'j@b.test' } })], now);
    expect(file).not.toMatch(/^ATTENDEE/mu);
    expect(eventsOf(calendarsOf(file)[0])[0]?.component.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe('J ;X= 1');
  });

  it('U22 two bookings never share a UID', () => {
    expect(calendarUid('iris:1_2')).not.toBe(calendarUid('iris:1:2'));
    expect(calendarUid('iris:é')).toMatch(/^[\w.~@-]+$/u);
  });
});
