/**
 * The list of establishments from a spreadsheet. A row changes the establishment that has its identifier or one of its
 * names, and only the cells of the columns that are there; a row that is nobody's is added; nothing is ever removed. Pure.
 */
import { isEmailAddress, isLine } from '../../contract/bounds.ts';
import type { Establishment, Roster } from '../roster.ts';
import { compareKey, normalise, sameText } from '../text.ts';
import { readCsv, type CsvRow } from './csv.ts';

/** Far more than five hundred establishments need. */
export const ROSTER_FILE_MAXIMUM = 1_000_000;
const ROSTER_MAXIMUM = 500;

type Person = NonNullable<Establishment['representative']>;
type PersonPart = keyof Person;
type Place = 'representative' | 'substitute';
export type Column = 'id' | 'name' | 'aliases' | 'weight' | 'state' | 'browserOnly' | `${Place}.${PersonPart}`;

/** What people write above a column, French first; the first one is the one that we propose. */
const headings: Readonly<Record<Column, readonly string[]>> = {
  id: ['Identifiant', 'id', 'identifier'],
  name: ['Établissement', 'Nom', 'Nom de l’établissement', 'name', 'establishment'],
  aliases: ['Autres noms', 'Alias', 'aliases', 'other names'],
  weight: ['Poids', 'weight'],
  state: ['État', 'Accès', 'state'],
  browserOnly: ['Navigateur seulement', 'browser only'],
  'representative.name': ['Représentant', 'Représentante', 'Nom du représentant', 'representative'],
  'representative.email': ['Courriel', 'Courriel du représentant', 'e-mail', 'email'],
  'representative.phone': ['Téléphone', 'Téléphone du représentant', 'phone'],
  'representative.irisCode': ['Code IRIS', 'Code d’utilisateur IRIS', 'IRIS code'],
  'representative.position': ['Fonction', 'position'],
  'substitute.name': ['Substitut', 'Nom du substitut', 'substitute'],
  'substitute.email': ['Courriel du substitut', 'substitute e-mail'],
  'substitute.phone': ['Téléphone du substitut', 'substitute phone'],
  'substitute.irisCode': ['Code IRIS du substitut', 'substitute IRIS code'],
  'substitute.position': ['Fonction du substitut', 'substitute position'],
};
export const columns = Object.keys(headings) as Column[];
/** The heading that we propose for a column. */
export const headingOf = (column: Column): string => headings[column][0] ?? column;

export type RosterProblemCode =
  | 'empty' | 'tooLarge' | 'openQuote' | 'unknownColumn' | 'repeatedColumn' | 'noNameColumn'
  | 'tooManyCells' | 'noName' | 'name' | 'id' | 'weight' | 'state' | 'browserOnly' | 'email' | 'text' | 'personWithoutName' | 'repeated' | 'tooMany';

/** `line` from 1, as an editor counts; `value`: what stands there. */
export interface RosterProblem {
  line: number;
  code: RosterProblemCode;
  value: string;
}

export type RosterAnswer = { ok: true; roster: Roster } | { ok: false; problems: RosterProblem[] };

const states: Readonly<Record<string, Establishment['state']>> = {
  demande: 'requested', requested: 'requested', cree: 'created', created: 'created', actif: 'active', active: 'active', retire: 'removed', removed: 'removed',
};
const yes = ['oui', 'yes', 'vrai', 'true', 'x', '1'];
const no = ['', 'non', 'no', 'faux', 'false', '0'];

class Refused extends Error {
  readonly code: RosterProblemCode;
  readonly value: string;
  constructor(code: RosterProblemCode, value: string) {
    super(code);
    this.code = code;
    this.value = value;
  }
}

const line = (text: string, maximum: number, code: RosterProblemCode): string => {
  if (!isLine(text, maximum)) throw new Refused(code, text);
  return text;
};

function readWeight(text: string): number {
  const weight = Number(text.replace(',', '.'));
  if (text === '' || !Number.isFinite(weight) || weight < 0 || weight > 1000) throw new Refused('weight', text);
  return weight;
}

function readState(text: string): Establishment['state'] {
  const state = states[normalise(text)];
  if (state === undefined) throw new Refused('state', text);
  return state;
}

function readYes(text: string): boolean {
  const word = normalise(text);
  if (yes.includes(word)) return true;
  if (no.includes(word)) return false;
  throw new Refused('browserOnly', text);
}

function readPersonPart(part: PersonPart, text: string): string | null {
  if (text === '') return null;
  if (part === 'email' && !isEmailAddress(text)) throw new Refused('email', text);
  return line(text, { name: 200, email: 254, phone: 40, irisCode: 64, position: 200 }[part], 'text');
}

/** One person after the cells of a row; null when the row takes them off. */
function readPerson(before: Person | null, place: Place, cells: ReadonlyMap<Column, string>): Person | null {
  const parts = (['name', 'email', 'phone', 'irisCode', 'position'] as const).filter((part) => cells.has(`${place}.${part}`));
  if (parts.length === 0) return before;
  const read = Object.fromEntries(parts.map((part) => [part, readPersonPart(part, cells.get(`${place}.${part}`) ?? '')]));
  const person = { name: '', email: null, phone: null, irisCode: null, position: null, ...before, ...read } as { [Part in PersonPart]: string | null };
  if (person.name !== null && person.name !== '') return { ...person, name: person.name };
  const left = parts.find((part) => part !== 'name' && read[part] !== null);
  if (left !== undefined) throw new Refused('personWithoutName', read[left] ?? '');
  return null;
}

/** `cisss-des-iles`, with a number when it is taken. */
function newId(name: string, taken: readonly { id: string }[]): string {
  const stem = normalise(name).replace(/[^a-z0-9]+/gu, '-').replace(/^-|-$/gu, '').slice(0, 50) || 'etablissement';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${String(number)}`;
    if (!taken.some((one) => one.id === id)) return id;
  }
}

const empty = (id: string, name: string): Establishment => ({ id, name, aliases: [], weight: 1, fixed: null, representative: null, substitute: null, state: 'active', browserOnly: false, certain: true });

const findIn = (roster: Roster, id: string, name: string): Establishment | undefined =>
  roster.find((one) => id !== '' && one.id === id) ?? roster.find((one) => sameText(one.name, name) || one.aliases.some((alias) => sameText(alias, name)));

function readRow(cells: ReadonlyMap<Column, string>, roster: Roster): Establishment {
  const id = cells.get('id') ?? '';
  if (id !== '' && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u.test(id)) throw new Refused('id', id);
  const name = cells.get('name') ?? '';
  if (name === '') throw new Refused('noName', '');
  const known = findIn(roster, id, line(name, 200, 'name'));
  const before = known ?? empty(id === '' ? newId(name, roster) : id, name);
  const aliases = cells.get('aliases');
  return {
    ...before,
    // A row that was found by one of its other names keeps its name.
    name: known !== undefined && known.id !== id ? known.name : name,
    aliases: aliases === undefined ? before.aliases : aliases.split(/[|\n]/u).map((alias) => alias.trim()).filter((alias) => alias !== '').slice(0, 20).map((alias) => line(alias, 200, 'text')),
    weight: cells.has('weight') ? readWeight(cells.get('weight') ?? '') : before.weight,
    state: cells.has('state') ? readState(cells.get('state') ?? '') : before.state,
    browserOnly: cells.has('browserOnly') ? readYes(cells.get('browserOnly') ?? '') : before.browserOnly,
    representative: readPerson(before.representative, 'representative', cells),
    substitute: readPerson(before.substitute, 'substitute', cells),
    certain: true,
  };
}

function readHeading({ line: at, cells }: CsvRow): { found: (Column | null)[]; problems: RosterProblem[] } {
  const problems: RosterProblem[] = [];
  const found = cells.map((cell): Column | null => {
    if (cell === '') return null;
    const column = columns.find((one) => headings[one].some((heading) => compareKey(heading) === compareKey(cell)));
    if (column === undefined) problems.push({ line: at, code: 'unknownColumn', value: cell });
    return column ?? null;
  });
  const repeated = found.find((column, index) => column !== null && found.indexOf(column) !== index);
  if (repeated !== undefined && repeated !== null) problems.push({ line: at, code: 'repeatedColumn', value: headingOf(repeated) });
  if (!found.includes('name')) problems.push({ line: at, code: 'noNameColumn', value: headingOf('name') });
  return { found, problems };
}

/** @param current the list in force @returns the whole list as it would be, or every line that must be put right */
export function readRosterFile(text: string, current: Roster): RosterAnswer {
  const refuse = (code: RosterProblemCode, at = 1): RosterAnswer => ({ ok: false, problems: [{ line: at, code, value: '' }] });
  if (text.length > ROSTER_FILE_MAXIMUM) return refuse('tooLarge');
  const csv = readCsv(text);
  if (!csv.ok) return refuse('openQuote', csv.line);
  const [heading, ...rows] = csv.rows;
  if (heading === undefined || rows.length === 0) return refuse('empty');
  const { found, problems } = readHeading(heading);
  if (problems.length > 0) return { ok: false, problems };
  let roster = current;
  const seen = new Set<string>();
  for (const { line: at, cells } of rows) {
    if (cells.slice(found.length).some((cell) => cell !== '')) {
      problems.push({ line: at, code: 'tooManyCells', value: '' });
      continue;
    }
    try {
      const named = new Map(found.flatMap((column, index) => (column === null ? [] : [[column, cells[index] ?? ''] as const])));
      const read = readRow(named, roster);
      if (seen.has(read.id)) throw new Refused('repeated', read.name);
      seen.add(read.id);
      roster = roster.some(({ id }) => id === read.id) ? roster.map((one) => (one.id === read.id ? read : one)) : [...roster, read];
      if (roster.length > ROSTER_MAXIMUM) throw new Refused('tooMany', String(ROSTER_MAXIMUM));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      problems.push({ line: at, code: error.code, value: error.value });
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, roster };
}
