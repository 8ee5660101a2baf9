import { copyFile, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import type { Instant } from '../../lib/domain/booking.ts';
import { DAY } from '../../lib/domain/zone.ts';
import { systemClock } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { writeAudit } from '../ledger/audit.ts';
import type { Database } from '../ledger/database.ts';
import { exportLedger } from '../ledger/export.ts';
import { openDatabase } from '../ledger/open.ts';
import { purge } from '../ledger/purge.ts';
import { lockFile } from '../ledger/sqlite.ts';
import { listFailed, replay } from '../ledger/replay.ts';
import type { Command } from './command.ts';

/** Commands on the data: they work on the database itself, whether or not the companion is serving (restore: not). */

async function within<T>(environment: Environment, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(environment.database);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

function readDay(text: string | undefined, otherwise: Instant): Instant {
  if (text === undefined) return otherwise;
  const instant = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (!Number.isFinite(instant)) throw new Error(`«\u00a0${text}\u00a0» n’est pas une date\u00a0: écrivez AAAA-MM-JJ.`);
  return instant;
}

/** Prints one JSON document with everything of a person or a period. */
export const runExport: Command = ({ environment, words, print }) =>
  within(environment, async ({ db }) => {
    const { values } = parseArgs({ args: [...words], options: { person: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } });
    if (values.person === undefined && values.from === undefined) throw new Error('Dites de qui ou de quand\u00a0: --person COURRIEL, ou --from AAAA-MM-JJ [--to AAAA-MM-JJ].');
    const exported = await exportLedger(db, { person: values.person ?? null, from: readDay(values.from, 0), to: readDay(values.to, 8.64e15) });
    await writeAudit(db, { bookingId: null, at: systemClock.now(), actor: 'system', what: 'exported', detail: String(exported.bookings.length) });
    print(JSON.stringify(exported, null, 2));
    return 0;
  });

/** Erases the personal data of what ended before a day. */
export const runPurge: Command = ({ environment, words, print }) =>
  within(environment, async (database) => {
    const { values } = parseArgs({ args: [...words], options: { before: { type: 'string' } } });
    const now = systemClock.now();
    if (values.before === undefined && environment.retentionDays === null) throw new Error('Dites jusqu’à quand\u00a0: --before AAAA-MM-JJ.');
    const erased = await purge(database, readDay(values.before, now - (environment.retentionDays ?? 0) * DAY), now, 'system');
    print(`Renseignements personnels effacés de ${erased} réservation(s).`);
    return 0;
  });

/** Copies the SQLite file, consistently, also while it is served. */
export const runBackup: Command = ({ environment, words, print }) =>
  within(environment, async ({ backUp }) => {
    const [file] = words;
    if (file === undefined) throw new Error('Dites où\u00a0: backup FICHIER.');
    if (backUp === null) throw new Error('Avec PostgreSQL, sauvegardez avec pg_dump.');
    await backUp(file);
    print(`Sauvegarde écrite\u00a0: ${file}. Elle contient des renseignements personnels\u00a0: gardez-la sur un disque chiffré.`);
    return 0;
  });

/** Puts a checked backup in the place of the file. What Zoom made since then is found again by its marker at the next sweep. */
export const runRestore: Command = async ({ environment, words, print }) => {
  const [file] = words;
  if (file === undefined) throw new Error('Dites laquelle\u00a0: restore FICHIER.');
  if (environment.database.kind !== 'sqlite') throw new Error('Avec PostgreSQL, restaurez avec pg_restore.');
  const backup = new Sqlite(file, { readonly: true, fileMustExist: true });
  const verdict = backup.pragma('integrity_check', { simple: true });
  backup.close();
  if (verdict !== 'ok') throw new Error('Cette sauvegarde est abîmée\u00a0: rien n’a été changé.');
  const target = environment.database.file;
  const lock = lockFile(target);
  try {
    for (const side of ['-wal', '-shm']) await rm(`${target}${side}`, { force: true });
    await copyFile(file, target);
  } finally {
    lock.close();
  }
  // Opened once, so that an older backup is brought to this version's schema.
  await within(environment, async () => undefined);
  print('Sauvegarde restaurée. Démarrez le compagnon, puis voyez «\u00a0check\u00a0».');
  return 0;
};

/** Without a word: lists what failed for good. With an identifier: tries it again. */
export const runReplay: Command = ({ environment, words, print }) =>
  within(environment, async (database) => {
    const [id] = words;
    if (id === undefined) {
      for (const failed of await listFailed(database)) print([failed.id, failed.kind, failed.about, new Date(failed.at).toISOString(), failed.problem ?? '—'].join('\t'));
      return 0;
    }
    if (!(await replay(database, id, systemClock.now(), 'system'))) throw new Error('Aucun effet échoué ne porte cet identifiant.');
    print('Remis au travail\u00a0: le compagnon s’en occupe dans la minute.');
    return 0;
  });
