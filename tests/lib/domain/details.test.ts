import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BookingFacts } from '../../../lib/domain/booking.ts';
import { parseDetails, printDetails, replaceDetails, withoutDetails, type DetailsExtra } from '../../../lib/domain/details.ts';
import { line, paragraph } from '../../../lib/contract/primitives.ts';

const facts: BookingFacts = { name: 'Bilan annuel de la télésanté', participants: 1200, presenter: { name: 'Marie Tremblay', email: 'marie.tremblay@exemple.ca' } };
const extra: DetailsExtra = { establishment: 'CISSS de la Côte-Nord', reason: 'Séance ouverte au public' };
const block = printDetails(facts, extra);
const intact = (given: BookingFacts, also: DetailsExtra) => ({ facts: given, rehearsal: null, planB: null, charter: null, ...also, intact: true });

/** Words that look like what the block itself, HTML or a mail program writes. */
const trap = fc.constantFrom(
  'Motif : ', 'Participants estimés : 12', 'Établissement : « X »', '[Passerelle : rencontre Zoom]', '[Passerelle : fin, code ABCDEF]',
  '«', '»', '\\', '\\«', '\\{ab}', '&amp;', '&lt;br&gt;', '&', '&#39;', '&laquo;', '<b>', '</p>', '>', '> ', '"', "l'", '’', '\u00a0', '  ', ' : ', '-', ' – ', 'é', '👩🏽‍⚕️', '\u00ad', '\u200b', '\u202f', '$&', 'a', 'réunion',
);
const text = fc.array(fc.oneof({ weight: 3, arbitrary: trap }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }), { minLength: 1, maxLength: 10 }).map((parts) => parts.join(''));
const lineOf = text.map((raw) => raw.trim().slice(0, 190).trim()).filter((candidate) => line(200).safeParse(candidate).success);
const paragraphOf = text.filter((candidate) => paragraph(1000).safeParse(candidate).success);
const emailOf = fc.option(fc.constantFrom('a@b.ca', "o'neil+zoom@sante.quebec.ca", 'x&y@exemple.ca'), { nil: null });
const anyFacts: fc.Arbitrary<BookingFacts> = fc.record({
  name: lineOf,
  participants: fc.integer({ min: 1, max: 100_000 }),
  presenter: fc.record({ name: lineOf, email: emailOf }),
});
const anyExtra: fc.Arbitrary<DetailsExtra> = fc.record({
  establishment: fc.option(lineOf, { nil: null }),
  reason: fc.option(paragraphOf, { nil: null }),
  rehearsal: fc.option(lineOf, { nil: null }),
  planB: fc.option(lineOf, { nil: null }),
  charter: fc.option(lineOf, { nil: null }),
});

/** What a portal, a mail program or a browser does to a text. */
const escapeHtml = (raw: string) => raw.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;').replace(/'/gu, '&#39;');
const escapeAll = (raw: string) => escapeHtml(raw).replace(/«/gu, '&laquo;').replace(/»/gu, '&raquo;').replace(/\u00a0/gu, '&nbsp;').replace(/é/gu, '&eacute;').replace(/’/gu, '&#x2019;');
const wrap = (raw: string, width: number) =>
  raw.split('\n').flatMap((row) => row.split(' ').reduce<string[]>((rows, word) => {
    const last = rows.at(-1);
    return last !== undefined && last.length + 1 + word.length <= width ? [...rows.slice(0, -1), `${last} ${word}`] : [...rows, word];
  }, [])).join('\n');
const hardWrap = (raw: string, width: number) => raw.split('\n').flatMap((row) => row.match(new RegExp(`.{1,${width}}`, 'gu')) ?? ['']).join('\n');
const quote = (raw: string) => raw.split('\n').map((row) => `> ${row}`).join('\n');
const plainSpaces = (raw: string) => raw.replace(/\u00a0/gu, ' ');

const changes: Record<string, (raw: string, width: number) => string> = {
  nothing: (raw) => raw,
  trimming: (raw) => raw.trim(),
  'plain spaces': plainSpaces,
  'spaces made fixed': (raw) => raw.replace(/ /gu, '\u00a0'),
  'doubled spaces': (raw) => raw.replace(/[ \u00a0]/gu, ' \u00a0 '),
  CRLF: (raw) => raw.replace(/\n/gu, '\r\n'),
  'lines run together': (raw) => raw.replace(/\n/gu, ''),
  'lines joined by a space': (raw) => raw.replace(/\n/gu, ' '),
  'line break tags': (raw) => raw.replace(/\n/gu, '<br />\n'),
  'escaped line break tags': (raw) => raw.replace(/\n/gu, '&lt;br&gt;'),
  'HTML escaping': escapeHtml,
  'HTML escaping twice': (raw) => escapeHtml(escapeHtml(raw)),
  'full HTML escaping': escapeAll,
  'full HTML escaping twice': (raw) => escapeAll(escapeAll(raw)),
  wrapping: (raw, width) => wrap(plainSpaces(raw), width),
  'quoting and wrapping': (raw, width) => quote(wrap(plainSpaces(raw), width)),
  'quoting twice': (raw) => quote(quote(raw)),
  'wrapping after quoting': (raw, width) => wrap(quote(plainSpaces(raw)), width),
  'wrapping, quoting and escaping': (raw, width) => escapeAll(quote(wrap(plainSpaces(raw), width))),
};

describe('details block', () => {
  it('A-4 prints French that a person reads without the extension', () => {
    expect(plainSpaces(block).split('\n').slice(0, -1)).toEqual([
      '[Passerelle : rencontre Zoom]',
      'Nom exact de la rencontre : « Bilan annuel de la télésanté »',
      'Participants estimés : 1 200',
      'Personne qui présentera : « Marie Tremblay »',
      'Courriel de cette personne : « marie.tremblay@exemple.ca »',
      'Établissement : « CISSS de la Côte-Nord »',
      'Motif : « Séance ouverte au public »',
    ]);
  });

  it('A-4 leaves out what is not known', () => {
    const bare: BookingFacts = { ...facts, presenter: { name: 'Marie Tremblay', email: null } };
    const printed = printDetails(bare, { establishment: null, reason: null });
    expect(printed).not.toMatch(/Courriel|Établissement|Motif|null/u);
    expect(parseDetails(printed)).toEqual(intact(bare, { establishment: null, reason: null }));
  });

  it.each(Object.entries(changes))('A-4 is parsed back without loss after %s', (_name, change) => {
    fc.assert(fc.property(anyFacts, anyExtra, fc.integer({ min: 1, max: 120 }), (given, also, width) => {
      expect(parseDetails(change(printDetails(given, also), width))).toEqual(intact(given, also));
    }), { numRuns: 150 });
  });

  it('A-4 is parsed back when a program cuts words at a fixed width', () => {
    for (let width = 30; width <= 100; width += 1) {
      expect(parseDetails(hardWrap(block, width)), `width ${String(width)}`).toEqual(intact(facts, extra));
      expect(parseDetails(quote(hardWrap(plainSpaces(block), width))), `quoted, width ${String(width)}`).toEqual(intact(facts, extra));
    }
  });

  it('A-4 is parsed back when a program wraps after hyphens', () => {
    expect(parseDetails(block.replace('Côte-Nord', 'Côte-\nNord'))).toEqual(intact(facts, extra));
  });

  it('A-4 is found inside other text, whatever its case', () => {
    fc.assert(fc.property(text, text, anyFacts, anyExtra, (before, after, given, also) => {
      fc.pre(parseDetails(before) === null && !/passerelle|[&<]/iu.test(before + after));
      const printed = printDetails(given, also);
      expect(parseDetails(`${before}\n${printed}\n${after}`)).toEqual(intact(given, also));
      expect(parseDetails(`${before.toUpperCase()}${printed}${after.toUpperCase()}`)).toEqual(intact(given, also));
    }), { numRuns: 150 });
  });

  it('T16 tells a block whose capitals or accents were changed from an intact one', () => {
    expect(parseDetails(block.toUpperCase())).toMatchObject({ intact: false, facts: { participants: 1200 } });
    expect(parseDetails(block.normalize('NFD').replace(/\p{M}/gu, ''))).toMatchObject({ intact: false, facts: { name: 'Bilan annuel de la telesante' } });
  });

  it('says when a hand changed one value, and still reads it', () => {
    expect(parseDetails(block.replace('1\u00a0200', '1500'))).toEqual({ ...intact({ ...facts, participants: 1500 }, extra), intact: false });
    expect(parseDetails(block.replace('Bilan', 'Revue'))).toEqual({ ...intact({ ...facts, name: 'Revue annuel de la télésanté' }, extra), intact: false });
  });

  it('any change of one value changes the code', () => {
    fc.assert(fc.property(anyFacts, anyFacts, anyExtra, (one, other, also) => {
      fc.pre(JSON.stringify(one) !== JSON.stringify(other));
      const forged = printDetails(one, also).split('\n').slice(0, -1).concat(printDetails(other, also).split('\n').slice(-1)).join('\n');
      expect(parseDetails(forged)).toMatchObject({ intact: false, facts: one });
    }), { numRuns: 150 });
  });

  it.each([
    ['a number in words', block.replace('1\u00a0200', 'mille')],
    ['a range of numbers', block.replace('1\u00a0200', '1 200 à 1 500')],
    ['a decimal number', block.replace('1\u00a0200', '1,5')],
    ['no participant', block.replace('1\u00a0200', '0')],
    ['the same field twice', block.replace('\nParticipants', '\nNom exact de la rencontre : « Autre »\nParticipants')],
    ['a missing field', block.replace(/\nPersonne.*\n/u, '\n')],
    ['guillemets without an end', block.replace('télésanté\u00a0»', 'télésanté')],
    ['a name that is too long', block.replace('Bilan', 'x'.repeat(201))],
    ['an address that is none', block.replace('@exemple', ' chez exemple')],
  ])('does not guess when a hand left %s', (_name, edited) => {
    expect(parseDetails(edited)).toBeNull();
  });

  it('says that it cannot read guillemets without an end, before the number of backslashes in them matters', () => {
    // Read in two ways each, so many would take longer than any test is given.
    expect(parseDetails(`[Passerelle : rencontre Zoom]\nMotif : «${'\\ a'.repeat(400)}`)).toBeNull();
  });

  it('reads what a cut block still says', () => {
    expect(parseDetails(block.slice(0, block.indexOf('Motif')))).toEqual({ facts, rehearsal: null, planB: null, charter: null, establishment: extra.establishment, reason: null, intact: false });
    expect(parseDetails(block.slice(0, 60))).toBeNull();
  });

  it.each(['', 'Réunion du comité', '[Passerelle : rencontre Zoom]', 'Participants estimés : 12', '[Passerelle : fin, code ABCDEF]'])('finds nothing in « %s »', (given) => {
    expect(parseDetails(given)).toBeNull();
  });

  it('prefers an intact block to one edited by hand', () => {
    expect(parseDetails(`${block.replace('Bilan', 'Revue')}\n\n${block}`)).toEqual(intact(facts, extra));
  });

  it('keeps what else the person wrote, and never has two blocks', () => {
    const other = printDetails({ ...facts, participants: 3000 }, extra);
    fc.assert(fc.property(text, (written) => {
      fc.pre(withoutDetails(written) === written && !/passerelle/iu.test(written));
      const once = replaceDetails(written, block);
      const twice = replaceDetails(once, other);
      expect(once.startsWith(written.trimEnd())).toBe(true);
      expect(withoutDetails(twice).trim()).toBe(written.trim());
      expect(twice.split('[Passerelle\u00a0: rencontre').length).toBe(2);
      expect(parseDetails(twice)?.facts.participants).toBe(3000);
      expect(replaceDetails(twice, other)).toBe(twice);
    }), { numRuns: 200 });
  });

  it.each(Object.entries(changes))('replaces an earlier block after %s', (_name, change) => {
    const changed = `Salle 12 aussi.\n${change(block, 40)}\nMerci.`;
    expect(withoutDetails(changed).replace(/\s+/gu, ' ')).toBe('Salle 12 aussi. Merci.');
    expect(parseDetails(replaceDetails(changed, printDetails({ ...facts, participants: 2 }, extra)))?.facts.participants).toBe(2);
  });

  it('removes every block of a text that has several', () => {
    expect(withoutDetails(`a\n${block}\nb\n\n${block}\nc`)).toBe('a\n\nb\n\nc');
  });

  it.each([
    ['openings without an end', '[Passerelle : rencontre Zoom] x '.repeat(2000)],
    ['half openings', '[Passerelle : rencontre '.repeat(2000)],
    ['guillemets without an end', 'Motif : « '.repeat(2000)],
    ['white space', ' \n'.repeat(20_000)],
  ])('is found behind a text full of %s', (_name, hostile) => {
    expect(parseDetails(`${hostile}\n${block}`)).toEqual(intact(facts, extra));
  });
});
