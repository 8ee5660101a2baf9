/**
 * Settings as a file: versioned JSON that people exchange. Secrets are never among the settings, hence never
 * in a file (U12, S0-27). The section « Vous » is left out unless asked for, so that one file serves nine people.
 * Pure: the clock and the version are given.
 */
import * as z from 'zod/mini';
import { firstJsonMistake, lineAndColumn } from './json-place.ts';
import { SETTINGS_VERSION, settings, type Settings } from './settings.ts';

export const EXCHANGE_FORMAT = 'passerelle-settings';
/** Far more than fifty cards and five hundred establishments need; a bigger file is not one of ours. */
export const EXCHANGE_MAXIMUM = 4_000_000;

export interface ExportOptions {
  /** Whether the person's own name, e-mail, role and establishment go along. */
  includePerson: boolean;
  /** Milliseconds since 1970 UTC. */
  now: number;
  extensionVersion: string;
}

/** The file's text. */
export function toExport(current: Settings, { includePerson, now, extensionVersion }: ExportOptions): string {
  const { version, person, ...rest } = current;
  const content = includePerson ? { ...rest, person } : rest;
  return `${JSON.stringify({ format: EXCHANGE_FORMAT, version, exportedAt: new Date(now).toISOString(), extensionVersion, settings: content }, null, 2)}\n`;
}

/** Where in the file: keys, and for a member of a list its place from 0. */
export type Place = readonly (string | number)[];

export type ImportProblem =
  | { code: 'tooLarge' }
  | { code: 'empty' }
  /** Line and column from 1. */
  | { code: 'notJson'; at: { line: number; column: number } }
  | { code: 'notOurs' }
  | { code: 'newer'; version: number }
  | { code: 'version' }
  | { code: 'unknownKey'; place: Place; key: string }
  | { code: 'missing'; place: Place }
  | { code: 'value'; place: Place };

export type ImportAnswer = { ok: true; settings: Settings } | { ok: false; problem: ImportProblem };

const refuse = (problem: ImportProblem): ImportAnswer => ({ ok: false, problem });

const envelope = z.object({ format: z.literal(EXCHANGE_FORMAT), version: z.number().check(z.int(), z.minimum(1)), settings: z.record(z.string(), z.unknown()) });

/**
 * Reads a file. What it leaves out of the person stays as it is now.
 * @param current the settings in force
 */
export function readImport(text: string, current: Settings): ImportAnswer {
  if (text.length > EXCHANGE_MAXIMUM) return refuse({ code: 'tooLarge' });
  // Windows' editors begin a file with a byte-order mark.
  const plain = text.replace(/^\uFEFF/u, '');
  if (plain.trim() === '') return refuse({ code: 'empty' });
  let content: unknown;
  try {
    content = JSON.parse(plain);
  } catch {
    return refuse({ code: 'notJson', at: lineAndColumn(plain, firstJsonMistake(plain) ?? plain.length) });
  }
  const wrapped = envelope.safeParse(content);
  if (!wrapped.success) return refuse({ code: 'notOurs' });
  if (wrapped.data.version > SETTINGS_VERSION) return refuse({ code: 'newer', version: wrapped.data.version });
  if (wrapped.data.version < SETTINGS_VERSION) return refuse({ code: 'version' });
  return readSettingsOf({ person: current.person, ...wrapped.data.settings, version: SETTINGS_VERSION });
}

function readSettingsOf(candidate: Record<string, unknown>): ImportAnswer {
  const parsed = settings.safeParse(candidate);
  if (parsed.success) {
    const repeated = firstRepeated(parsed.data);
    return repeated === null ? { ok: true, settings: parsed.data } : refuse({ code: 'value', place: repeated });
  }
  const issue = parsed.error.issues[0];
  const place = (issue?.path ?? []).map((part) => (typeof part === 'symbol' ? String(part) : part));
  if (issue?.code === 'unrecognized_keys') return refuse({ code: 'unknownKey', place, key: issue.keys[0] ?? '' });
  const isAbsent = place.length > 0 && valueAt(candidate, place) === undefined;
  return refuse({ code: isAbsent ? 'missing' : 'value', place });
}

const valueAt = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((inner, part) => (typeof inner === 'object' && inner !== null ? (inner as Record<string | number, unknown>)[part] : undefined), value);

/** Two members of one list with the same id would be edited as one. */
function firstRepeated(value: Settings): Place | null {
  for (const list of ['portals', 'cards', 'roster'] as const) {
    const ids = value[list].map(({ id }) => id);
    const index = ids.findIndex((id, place) => ids.indexOf(id) !== place);
    if (index !== -1) return [list, index, 'id'];
  }
  return null;
}
