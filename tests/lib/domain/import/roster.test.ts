/** The list of establishments from a spreadsheet: what it changes, and which line is wrong (issue D, point 3). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printCsv } from '../../../../lib/domain/export/csv.ts';
import { readCsv } from '../../../../lib/domain/import/csv.ts';
import { readRosterFile } from '../../../../lib/domain/import/roster.ts';
import { establishments } from '../../../../lib/services/roster.ts';

const current = [...establishments];
const read = (text: string) => {
  const answer = readRosterFile(text, current);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.roster;
};
const problems = (text: string) => {
  const answer = readRosterFile(text, current);
  return answer.ok ? [] : answer.problems.map(({ line, code, value }) => `${line} ${code} ${value}`.trim());
};

describe('readCsv', () => {
  it.each([';', ',', '\t'])('takes %j between cells, quotes, any line end and the mark of UTF-8', (sign) => {
    const text = `\ufeffa${sign}b\r\n"un ${sign} deux"${sign}"il dit ""oui"""\r\n\r\n"deux\nlignes"${sign}x\r${sign}\n`;
    expect(readCsv(text)).toEqual({ ok: true, rows: [{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: [`un ${sign} deux`, 'il dit "oui"'] }, { line: 4, cells: ['deux\nlignes', 'x'] }] });
  });

  it('says on which line a quote was opened and never closed', () => {
    expect(readCsv('a;b\nx;"y\nz')).toEqual({ ok: false, problem: 'openQuote', line: 2 });
  });

  it('U22 reads back what we print, the guard against formulas included', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\u0000-\u001f\u007f]/gu, ' ').trim()).filter((text) => !text.startsWith("'") && text.isWellFormed());
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (rows) => {
        const width = Math.max(...rows.map((row) => row.length));
        const even = [Array.from({ length: width }, (_, index) => `titre ${String(index)}`), ...rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')])];
        const answer = readCsv(printCsv(even));
        expect(answer.ok && answer.rows.map(({ cells }) => cells)).toEqual(even.filter((row) => row.some((one) => one !== '')));
      }),
    );
  });
});

describe('the file of establishments', () => {
  it('S0-05 changes the establishments that it names, by any of their names, and leaves the others alone', () => {
    const roster = read('Établissement;Représentant;Courriel;Téléphone\nCISSS Îles;Julie Gagnon;julie.gagnon@exemple.test;418 555-0199\n');
    expect(roster).toHaveLength(9);
    expect(roster.find(({ id }) => id === 'cisss-iles')).toEqual({
      ...current.find(({ id }) => id === 'cisss-iles'), representative: { name: 'Julie Gagnon', email: 'julie.gagnon@exemple.test', phone: '418 555-0199', irisCode: null, position: null },
    });
    expect(roster.filter(({ id }) => id !== 'cisss-iles')).toEqual(current.filter(({ id }) => id !== 'cisss-iles'));
  });

  it('adds those that nobody knows, with an identifier made from their name', () => {
    const roster = read('nom,poids,autres noms,état,navigateur seulement\nHôpital de l’Été,"1,5",HÉ|Hôpital Été,demandé,oui\n');
    expect(roster.at(-1)).toEqual({ id: 'hopital-de-l-ete', name: 'Hôpital de l’Été', aliases: ['HÉ', 'Hôpital Été'], weight: 1.5, fixed: null, representative: null, substitute: null, state: 'requested', browserOnly: true, certain: true });
  });

  it('renames by the identifier, and a person without a name goes', () => {
    const roster = read('Identifiant;Établissement;Substitut\nclsc-naskapi;CLSC Naskapi de Kawawachikamach;\n');
    expect(roster.find(({ id }) => id === 'clsc-naskapi')).toMatchObject({ name: 'CLSC Naskapi de Kawawachikamach', substitute: null, certain: true });
  });

  it.each([
    ['', '1 empty'],
    ['Établissement', '1 empty'],
    ['Représentant\nJulie', '1 noNameColumn Établissement'],
    ['Établissement;Couleur\nA;bleu', '1 unknownColumn Couleur'],
    ['Établissement;Nom\nA;B', '1 repeatedColumn Établissement'],
    ['Établissement\nA;B', '2 tooManyCells'],
    ['Établissement;Poids\n;2', '2 noName'],
    ['Établissement;Poids\n\nA;lourd', '3 weight lourd'],
    ['Établissement;Poids\nA;-1', '2 weight -1'],
    ['Établissement;État\nA;parti', '2 state parti'],
    ['Établissement;Navigateur seulement\nA;peut-être', '2 browserOnly peut-être'],
    ['Établissement;Représentant;Courriel\nA;Julie;julie@', '2 email julie@'],
    ['Établissement;Représentant;Courriel\nA;;julie@exemple.test', '2 personWithoutName julie@exemple.test'],
    ['Établissement\nA\nB\nA', '4 repeated A'],
    ['Identifiant;Établissement\né;A', '2 id é'],
    ['Établissement\n"A', '2 openQuote'],
    [`Établissement\n${'x'.repeat(201)}`, `2 name ${'x'.repeat(201)}`],
  ])('says which line of %j is wrong', (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  it('says every line that is wrong, and changes nothing at all then', () => {
    expect(problems('Établissement;Poids\nA;x\nB;2\nC;y')).toEqual(['2 weight x', '4 weight y']);
  });

  it('refuses more than five hundred establishments, and a file that is too big', () => {
    const many = `Établissement\n${Array.from({ length: 492 }, (_, index) => `E${String(index)}`).join('\n')}`;
    expect(problems(many)).toEqual(['493 tooMany 500']);
    expect(problems('é'.repeat(1_000_001))).toEqual(['1 tooLarge']);
  });
});
