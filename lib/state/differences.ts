/** What would change between two settings, piece by piece, for the preview before an import. Pure. */
import type { Settings } from './settings.ts';
import { isRecord } from './shape.ts';

/** A key of the schema, or a member of a list by the name people know it by. */
export type DifferencePart = { key: string } | { member: string };
export type Scalar = string | number | boolean | null;

export interface Difference {
  /** From the section to the value: `cards`, « Licence ZOOM Web5000 », `capacity`. */
  path: readonly DifferencePart[];
  kind: 'added' | 'removed' | 'changed';
  /** Null also stands for « nothing set »; a list of plain values is kept whole. Undefined for a member that came or went. */
  before?: Scalar | readonly Scalar[];
  after?: Scalar | readonly Scalar[];
}

type Member = Record<string, unknown>;

const isScalar = (value: unknown): value is Scalar => value === null || typeof value !== 'object';
/** What a member keeps while its other values change: its id, or the words of a link. */
const identityOf = (member: Member): unknown => member['id'] ?? member['label'];

/** Members that can be told apart; two links with the same words cannot. */
function isMembers(value: unknown): value is Member[] {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) return false;
  const identities = value.map(identityOf);
  return identities.every((identity) => typeof identity === 'string') && new Set(identities).size === identities.length;
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const nameOf = (member: Member): string => String(member['name'] ?? identityOf(member));

function compareMembers(before: Member[], after: Member[], path: readonly DifferencePart[]): Difference[] {
  const isIn = (list: Member[]) => (member: Member): boolean => list.some((other) => identityOf(other) === identityOf(member));
  const gone = before.filter((member) => !isIn(after)(member));
  return [
    ...gone.map((member): Difference => ({ path: [...path, { member: nameOf(member) }], kind: 'removed' })),
    ...after.flatMap((member): Difference[] => {
      const place = [...path, { member: nameOf(member) }];
      const old = before.find((other) => identityOf(other) === identityOf(member));
      return old === undefined ? [{ path: place, kind: 'added' }] : compare(old, member, place);
    }),
  ];
}

/** A list of plain values, or of members that cannot be told apart. */
const toWords = (value: unknown): Scalar | readonly Scalar[] => {
  if (Array.isArray(value)) return value.map((item) => (isScalar(item) ? item : isRecord(item) ? Object.values(item).filter(isScalar).join(' · ') : null));
  return isScalar(value) ? value : null;
};

function compare(before: unknown, after: unknown, path: readonly DifferencePart[]): Difference[] {
  if (same(before, after)) return [];
  const areMembers = [before, after].every((list) => isMembers(list) || isEmptyList(list));
  if (areMembers) return compareMembers(before as Member[], after as Member[], path);
  if (isRecord(before) || isRecord(after)) {
    const [old, next] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    const keys = [...new Set([...Object.keys(old), ...Object.keys(next)])];
    return keys.flatMap((key) => compare(old[key] ?? null, next[key] ?? null, [...path, { key }]));
  }
  return [{ path, kind: 'changed', before: toWords(before), after: toWords(after) }];
}

/** Every difference, in the order of the settings; empty when nothing would change. */
export const compareSettings = (before: Settings, after: Settings): Difference[] => compare(before, after, []);
