/** How the details block looks: its marks, its labels and its code. See details.ts. */
import { shortCode } from './hash.ts';

export const fields = ['name', 'participants', 'presenter', 'email', 'establishment', 'reason', 'rehearsal', 'planB', 'charter'] as const;
export type Field = (typeof fields)[number];
/** Each field as text; null when the block does not have it. */
export type Values = Record<Field, string | null>;

export const NBSP = '\u00a0';

export const labels: Record<Field, string> = {
  name: 'Nom exact de la rencontre',
  participants: 'Participants estimés',
  presenter: 'Personne qui présentera',
  email: 'Courriel de cette personne',
  establishment: 'Établissement',
  reason: 'Motif',
  rehearsal: 'Répétition',
  planB: 'Plan B',
  charter: 'Charte d’enregistrement',
};

export const OPENING = `[Passerelle${NBSP}: rencontre Zoom]`;
const CLOSING = `[Passerelle${NBSP}: fin, code `;

/** Fields that came later: a block without them has the code it had before there were any. */
const later: readonly Field[] = ['rehearsal', 'planB', 'charter'];

/** The code of a block's values: a change of one character changes it. Of the later fields the name counts too: one is no other. */
export const codeOf = (values: Values): string =>
  shortCode(JSON.stringify(fields.flatMap((field) => {
    if (!later.includes(field)) return [values[field]];
    if (values[field] === null) return [];
    return field === 'rehearsal' ? [values[field]] : [field, values[field]];
  })));

export const closingOf = (values: Values): string => `${CLOSING}${codeOf(values)}]`;

/** One unit for one unit, so that places stay: no accent, no capital. Plain letters, most of any text, are not looked at one by one. */
export const fold = (text: string): string =>
  text.replace(/[^\0-\x7f]/gu, (sign) => (sign.normalize('NFD')[0] ?? sign).toLowerCase().padEnd(sign.length)).toLowerCase();

/** Matches a folded text that may have been wrapped or cut anywhere: white space is allowed between any two signs. */
const loose = (text: string): string =>
  [...fold(text).replace(/\s/gu, '')].map((sign) => sign.replace(/[[\](){}.*+?^$|\\]/u, '\\$&')).join('\\s*');

/** To be matched on folded text. */
export const openingPattern = new RegExp(loose(OPENING), 'gu');
export const closingPattern = new RegExp(`${loose(CLOSING)}\\s*((?:[0-9a-z]\\s*){6})\\]`, 'uy');
export const labelPatterns = fields.map((field) => ({ field, pattern: new RegExp(`${loose(labels[field])}\\s*:\\s*`, 'uy') }));

/** To be matched on the text itself. An escape may have been cut after its backslash, and is never of a space: each backslash would be read in two ways. */
export const quotedPattern = /«((?:\\\s*\S|[^«»\\])*)»/uy;
export const digitsPattern = /\d(?:\s*\d)*/uy;
