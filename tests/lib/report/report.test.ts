/** Issue E, 8 and 9: days, pictures with their tables, files, differences; all from one report. */
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { UsageBooking } from '../../../lib/contract/usage.ts';
import { differencesOf } from '../../../lib/domain/usage-difference.ts';
import { overallPercent } from '../../../lib/report/attendance.ts';
import { daysOf } from '../../../lib/report/days.ts';
import { differencesCsv } from '../../../lib/report/differences.ts';
import { printReport } from '../../../lib/report/document.ts';
import { usageCsv, usageFileName, usageIcs, usageJson } from '../../../lib/report/files.ts';
import { ofLedger, ofPortal, type SourcedBooking } from '../../../lib/report/from-ledger.ts';
import { element, printMarkup } from '../../../lib/report/markup.ts';
import { reportOf, type UsageReport } from '../../../lib/report/report.ts';
import { attendanceSection, barsSection, forecastSection, sectionsOf, yearSection } from '../../../lib/report/sections.ts';
import { pageStyle, pictureColours } from '../../../lib/report/style.ts';
import { reportWords } from '../../../lib/report/words.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { booking, DAY, HOUR, NOW } from '../samples.ts';

const FROM = Date.UTC(2026, 3, 1, 4);
const TO = Date.UTC(2027, 3, 1, 4);
const words = reportWords('fr');

const told = (change: Partial<UsageBooking> = {}): UsageBooking => ({
  portal: 'iris', number: '105163', resource: 'Licence ZOOM Web5000', name: 'Bilan régional', start: '2026-11-24T14:00:00Z', end: '2026-11-24T15:30:00Z', status: 'approved',
  establishment: { id: 'cisss-iles', name: 'CISSS des Îles' }, participants: 1200, attendance: null, holding: 'unknown', ...change,
});
const sourced = (change: Partial<UsageBooking> = {}): SourcedBooking => ofLedger(told(change), 'web5000');

const report = (bookings: readonly SourcedBooking[], change: { total?: number | null; complete?: boolean; now?: number; unit?: 'hours' | 'count' } = {}): UsageReport =>
  reportOf({
    bookings, card: { id: 'web5000', name: 'Licence ZOOM Web5000', quota: { unit: change.unit ?? 'hours', total: change.total === undefined ? 108 : change.total } },
    roster: establishments, from: FROM, to: TO, now: change.now ?? NOW, complete: change.complete ?? true, sources: [{ name: 'ledger', at: NOW }],
  });

const printed = (picture: { picture: unknown; table: unknown }): string => printMarkup(element('div', {}, (picture.picture ?? []) as never, ...(picture.table === null ? [] : [picture.table as never])));

describe('the days of a licence', () => {
  it('share a booking over midnight, by Toronto’s clock', () => {
    const days = daysOf([sourced({ start: '2026-11-25T03:00:00Z', end: '2026-11-25T07:00:00Z' })], 'web5000', FROM, TO);
    expect(days.filter(({ used }) => used > 0).map(({ date, used }) => [date, used / HOUR])).toEqual([['2026-11-24', 2], ['2026-11-25', 2]]);
    expect(days).toHaveLength(365);
  });

  it('know that a day has 25 hours in autumn and 23 in spring', () => {
    const days = daysOf([sourced({ start: '2026-11-01T04:00:00Z', end: '2026-11-02T05:00:00Z' }), sourced({ start: '2027-03-14T05:00:00Z', end: '2027-03-15T04:00:00Z' })], 'web5000', FROM, TO);
    expect(days.filter(({ used }) => used > 0).map(({ date, used }) => [date, used / HOUR])).toEqual([['2026-11-01', 25], ['2027-03-14', 23]]);
  });

  it('add up to what is used, and leave out what is only asked for, refused or of another service', () => {
    const bookings = [
      sourced({ start: '2026-03-31T00:00:00Z', end: '2026-04-02T00:00:00Z' }), sourced({ start: '2027-03-31T12:00:00Z', end: '2027-04-03T00:00:00Z' }), sourced({ status: 'pending' }),
      sourced({ status: 'rejected' }), ofLedger(told(), 'nominative-300'), sourced({ start: '2026-05-01T12:00:00Z', end: '2026-05-01T12:00:00Z' }),
    ];
    const { usage, days } = report(bookings);
    expect(days.reduce((sum, { used }) => sum + used, 0)).toBe(usage.total.used);
  });
});

describe('pictures', () => {
  const some = [sourced(), sourced({ number: '2', status: 'pending' }), sourced({ number: '3', establishment: { id: 'iucpq', name: 'IUCPQ' }, end: '2026-11-25T14:00:00Z' }), sourced({ number: '4', establishment: null })];

  it('E8 each has a table that says the same, and no fill is told by colour alone', () => {
    const fit = [...some, ...Array.from({ length: 6 }, (_, index) => sourced({ number: `p${index}`, start: `2026-06-0${index + 1}T14:00:00Z`, end: `2026-06-0${index + 1}T16:00:00Z`, attendance: { unique: 310, peak: 200 } }))];
    for (const section of sectionsOf(report(fit), words)) {
      const markup = printed(section);
      expect([section.id, markup.includes('role="img"'), markup.includes('<caption>'), markup.includes('<pattern')]).toEqual([section.id, true, true, true]);
    }
  });

  it('E8 the bars stop at the share, show what is over it apart, and what is asked hatched', () => {
    const markup = printed(barsSection(report(some), words, 'x'));
    expect(markup).toContain('url(#xbars-hatched)');
    expect(markup).toContain('url(#xbars-crossed)');
    expect(markup).toContain('1\u00a0h\u00a030 sur 12\u00a0h');
    expect(markup).toContain('Non attribué');
  });

  it('say « au moins » of what was read in part, and « aucun quota » without one', () => {
    const section = barsSection(report(some, { total: null, complete: false }), words, 'x');
    expect(printed(section)).toContain('au moins 1\u00a0h\u00a030');
    expect(printed(section)).toContain('rien de lu');
    expect(printed(section)).not.toContain('au moins 0');
    expect(section.notes).toContain('Aucun quota n’est fixé pour ce service\u00a0: les parts ne sont pas calculées.');
  });

  it('E8 the year has a cell for each day, told by five fills', () => {
    const section = yearSection(report(some), words, 'x');
    const markup = printed(section);
    expect(markup.match(/<rect [^>]*><title>/gu)).toHaveLength(365);
    expect(markup).toContain('24 nov. 2026\u00a0: 18\u00a0h');
    expect(markup).toContain('23 nov. 2026\u00a0: libre');
  });

  it('F03 the forecast says « pas assez de données » under five bookings, and nothing of a period that is over', () => {
    expect(forecastSection(report(some), words, 'x')).toMatchObject({ picture: null, notes: [expect.stringContaining('Pas assez de données')] });
    expect(forecastSection(report(some, { now: TO }), words, 'x').notes[0]).toContain('terminée');
  });

  it('F08 shows 1 200 estimated against 310 real as 26 %', () => {
    const section = attendanceSection(report([sourced({ attendance: { unique: 310, peak: null } })]), words, 'x');
    expect(printed(section)).toContain('310 sur 1\u00a0200 (26\u00a0%)');
    expect(section.notes[0]).toContain('26\u00a0% de l’estimé');
    expect(overallPercent([])).toBeNull();
  });

  it('F08 has one per cent for one meeting, in the picture, in the table and in the sentence, to the nearest as the popup has it', () => {
    const section = attendanceSection(report([sourced({ participants: 300, attendance: { unique: 200, peak: null } })]), words, 'x');
    expect(printed(section).match(/\b\d+\u00a0%/gu)).toEqual(['67\u00a0%', '67\u00a0%']);
    expect(section.notes[0]).toContain('67\u00a0% de l’estimé');
  });

  it('names an establishment that was matched by alias as the figures do', () => {
    const counted = { ...ofPortal(booking({ establishmentId: null, establishment: 'Les Îles', status: 'approved', start: NOW - DAY, end: NOW - DAY + HOUR })), attendance: { unique: 3, peak: 3 } };
    expect(report([counted]).meetings.map(({ establishmentId }) => establishmentId)).toEqual(['cisss-iles']);
  });
});

describe('markup', () => {
  it('escapes text and attributes, and leaves out signs that are no text', () => {
    expect(printMarkup(element('p', { 'aria-label': '"><script>' }, '<img src=x>&\u0000\ud800'))).toBe('<p aria-label="&quot;&gt;&lt;script&gt;">&lt;img src=x&gt;&amp;\ufffd</p>');
  });

  it.each(['onclick', 'style', 'href', 'src', 'xlink:href'])('never writes %s', (name) => {
    expect(() => printMarkup(element('p', { [name]: 'x' }))).toThrow(name);
  });
});

describe('the year’s report', () => {
  it('E9 has all nine directions, those without a booking too, in both languages', () => {
    expect(establishments).toHaveLength(9);
    for (const language of ['fr', 'en'] as const) {
      const page = printReport(report([sourced()]), language);
      for (const { name } of establishments) {
        const escaped = name.replaceAll('&', '&amp;');
        expect([name, page.split(`>${escaped}<`).length > 1]).toEqual([name, true]);
      }
    }
  });

  it('E9 is one page without script, link or anything from elsewhere, and names nobody and no meeting', () => {
    const text = printReport(report([sourced({ name: 'Titre confidentiel' })]), 'fr');
    expect(text).toMatch(/^<!doctype html>\n<html lang="fr-CA">/u);
    expect(text).not.toMatch(/<script|<a |<img|<link|@import|https?:|Titre confidentiel/u);
    expect(text).toContain('Comment c’est compté');
    expect(printReport(report([sourced()]), 'en')).toContain('<html lang="en-CA">');
  });

  it('E9 asks for margins that Letter and A4 both have, and for white paper', () => {
    expect(pageStyle).toContain('@page { margin: 14mm 12mm; }');
    expect(pageStyle).toMatch(/@media print \{\s*:root \{ color-scheme: light;/u);
  });

  it('U6 draws lines that carry meaning at 3:1 or more, and soft text at 4.5:1, light and dark', () => {
    const luminance = (hex: string): number => {
      const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string): number => {
      const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((first, second) => second - first);
      return (light + 0.05) / (dark + 0.05);
    };
    const colours = new Map([...pictureColours.matchAll(/--pr-(\w+): light-dark\((#\w+), (#\w+)\)/gu)].map(([, name, light, dark]) => [name, [light ?? '', dark ?? '']]));
    for (const [index, paper] of ['#ffffff', '#141d28'].entries()) {
      for (const [name, least] of [['ink', 3], ['alarm', 3], ['edge', 3], ['soft', 4.5]] as const) expect([name, contrast(colours.get(name)?.[index] ?? '', paper) >= least]).toEqual([name, true]);
    }
  });
});

describe('what a person takes away', () => {
  const evil = sourced({ name: '=HYPERLINK("http://exemple.test")', number: '+1' });
  const off = sourced({ number: '2', status: 'cancelled' });

  it('U22 the list is guarded against formulas, with Toronto’s hours', () => {
    const text = usageCsv([evil, off], report([evil, off]), 'ledger', words);
    expect(text.startsWith('\ufeffNuméro;Rencontre;')).toBe(true);
    expect(text).toContain(`'+1;"'=HYPERLINK(""http://exemple.test"")";CISSS des Îles;2026-11-24 09:00;2026-11-24 10:30;1,5;approuvée;1200;;;compagnon`);
    expect(text).toContain('annulée');
  });

  it('the data carry the figures as they are, and where they are from', () => {
    const data = JSON.parse(usageJson([evil, off], report([evil, off]), 'ledger')) as Record<string, unknown>;
    expect(data).toMatchObject({ format: 'passerelle-usage', version: 1, source: 'ledger', readAt: new Date(NOW).toISOString(), unit: 'hours', complete: true, total: { used: 1.5 * HOUR } });
  });

  it('the calendar withdraws what was cancelled, and every entry can be read', () => {
    const asked = sourced({ number: '3', status: 'pending' });
    const files = usageIcs([evil, off, asked], report([evil, off, asked]), words).split(/(?<=END:VCALENDAR\r\n)/u).filter((part) => part !== '');
    const events = files.flatMap((part) => new ICAL.Component(ICAL.parse(part) as never).getAllSubcomponents('vevent'));
    expect(events.map((event) => [event.getFirstPropertyValue('status'), event.getFirstPropertyValue('sequence')])).toEqual([['CONFIRMED', 0], ['TENTATIVE', 0], ['CANCELLED', 1]]);
  });

  it('is named by service and period', () => {
    expect(usageFileName(report([]), words)).toBe('passerelle-utilisation-web5000-2026-04-01-2027-03-31');
  });

  it('E2 lists what differs booking by booking, in words', () => {
    const portal = [sourced({ number: '1' }), sourced({ number: '2' })];
    const ledger = [sourced({ number: '1', status: 'pending' })];
    const ours = report(portal);
    const differences = differencesOf({ portal, ledger, card: { id: 'web5000', quota: { unit: 'hours', total: null } }, from: FROM, to: TO, portalComplete: true });
    const rows = differencesCsv(differences, ours, words).trimEnd().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toContain('approuvée, 1\u00a0h\u00a030, CISSS des Îles');
    expect(rows[1]).toContain('approuvée d’un côté, demandée de l’autre');
    expect(rows[2]).toContain('absente');
  });
});
