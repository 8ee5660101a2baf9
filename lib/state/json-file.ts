/**
 * Versioned JSON that people exchange as a file: what settings and portal profiles have in common. Read carefully and
 * refused in words that say where. Pure: the clock and the version are given.
 */
import * as z from 'zod/mini';
import { firstJsonMistake, lineAndColumn } from './json-place.ts';

/** Which kind of file: its name, its version now, and how many signs one of ours has at most. */
export interface FileKind {
  format: string;
  version: number;
  maximum: number;
}

/** Where in the file: keys, and for a member of a list its place from 0. */
export type Place = readonly (string | number)[];

export type FileProblem =
  | { code: 'tooLarge' }
  | { code: 'empty' }
  /** Line and column from 1. */
  | { code: 'notJson'; at: { line: number; column: number } }
  | { code: 'notOurs' }
  | { code: 'newer'; version: number };

export type ContentProblem =
  | { code: 'unknownKey'; place: Place; key: string }
  | { code: 'missing'; place: Place }
  | { code: 'value'; place: Place };

export interface FileOrigin {
  /** Milliseconds since 1970 UTC. */
  now: number;
  extensionVersion: string;
}

/** The file's text. */
export const writeFile = ({ format, version }: FileKind, { now, extensionVersion }: FileOrigin, content: object): string =>
  `${JSON.stringify({ format, version, exportedAt: new Date(now).toISOString(), extensionVersion, ...content }, null, 2)}\n`;

const head = z.lazy(() => z.object({ format: z.string(), version: z.number().check(z.int(), z.minimum(1)) }));

/** The whole content, once it is one of ours and not of a version to come; what is in it is not checked yet. */
export function openFile(
  text: string,
  { format, version, maximum }: FileKind,
): { ok: true; content: object; version: number } | { ok: false; problem: FileProblem } {
  const refuse = (problem: FileProblem) => ({ ok: false, problem }) as const;
  if (text.length > maximum) return refuse({ code: 'tooLarge' });
  // Windows' editors begin a file with a byte-order mark.
  const plain = text.replace(/^\uFEFF/u, '');
  if (plain.trim() === '') return refuse({ code: 'empty' });
  let content: unknown;
  try {
    content = JSON.parse(plain);
  } catch {
    return refuse({ code: 'notJson', at: lineAndColumn(plain, firstJsonMistake(plain) ?? plain.length) });
  }
  const read = head.safeParse(content);
  if (!read.success || read.data.format !== format) return refuse({ code: 'notOurs' });
  if (read.data.version > version) return refuse({ code: 'newer', version: read.data.version });
  return { ok: true, content: content as object, version: read.data.version };
}

export const toPlace = (path: readonly PropertyKey[]): Place => path.map((part) => (typeof part === 'symbol' ? String(part) : part));

const valueAt = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((inner, part) => (typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[part] : undefined), value);

/** What is wrong at a place, by the schema's issue there. */
export function contentProblem(content: unknown, issue: z.core.$ZodIssue, place: Place = toPlace(issue.path)): ContentProblem {
  if (issue.code === 'unrecognized_keys') return { code: 'unknownKey', place, key: issue.keys[0] ?? '' };
  return { code: place.length > 0 && valueAt(content, place) === undefined ? 'missing' : 'value', place };
}
