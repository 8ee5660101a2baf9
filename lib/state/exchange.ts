/**
 * Settings as a file: versioned JSON that people exchange. Secrets are never among the settings, hence never
 * in a file (U12, S0-27). The section « Vous » is left out unless asked for, so that one file serves nine people.
 * Pure: the clock and the version are given.
 */
import * as z from 'zod/mini';
import { contentProblem, openFile, writeFile, type ContentProblem, type FileOrigin, type FileProblem, type Place } from './json-file.ts';
import { SETTINGS_VERSION, settings, type Settings } from './settings.ts';

/** Far more than fifty cards and five hundred establishments need; a bigger file is not one of ours. */
export const EXCHANGE_MAXIMUM = 4_000_000;
const kind = { format: 'passerelle-settings', version: SETTINGS_VERSION, maximum: EXCHANGE_MAXIMUM };

export interface ExportOptions extends FileOrigin {
  /** Whether the person's own name, e-mail, role and establishment go along. */
  includePerson: boolean;
}

/** The file's text. */
export function toExport(current: Settings, { includePerson, ...origin }: ExportOptions): string {
  const { version, person, ...rest } = current;
  return writeFile({ ...kind, version }, origin, { settings: includePerson ? { ...rest, person } : rest });
}

export type ImportProblem = FileProblem | ContentProblem | { code: 'version' };

export type ImportAnswer = { ok: true; settings: Settings } | { ok: false; problem: ImportProblem };

const refuse = (problem: ImportProblem): ImportAnswer => ({ ok: false, problem });

const body = z.lazy(() => z.object({ settings: z.record(z.string(), z.unknown()) }));

/**
 * Reads a file. What it leaves out of the person stays as it is now.
 * @param current the settings in force
 */
export function readImport(text: string, current: Settings): ImportAnswer {
  const opened = openFile(text, kind);
  if (!opened.ok) return opened;
  const wrapped = body.safeParse(opened.content);
  if (!wrapped.success) return refuse({ code: 'notOurs' });
  if (opened.version < SETTINGS_VERSION) return refuse({ code: 'version' });
  return readSettingsOf({ person: current.person, ...wrapped.data.settings, version: SETTINGS_VERSION });
}

function readSettingsOf(candidate: Record<string, unknown>): ImportAnswer {
  const parsed = settings.safeParse(candidate);
  if (parsed.success) {
    const repeated = firstRepeated(parsed.data);
    return repeated === null ? { ok: true, settings: parsed.data } : refuse({ code: 'value', place: repeated });
  }
  const [issue] = parsed.error.issues;
  return refuse(issue === undefined ? { code: 'notOurs' } : contentProblem(candidate, issue));
}

/** Two members of one list with the same id would be edited as one. */
function firstRepeated(value: Settings): Place | null {
  for (const list of ['portals', 'cards', 'roster'] as const) {
    const ids = value[list].map(({ id }) => id);
    const index = ids.findIndex((id, place) => ids.indexOf(id) !== place);
    if (index !== -1) return [list, index, 'id'];
  }
  return null;
}
