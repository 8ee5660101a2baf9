import { systemClock } from '../clock.ts';
import type { Environment } from '../environment.ts';
import { namedHolders } from '../licences.ts';
import { openDatabase } from '../ledger/open.ts';
import { listRooms } from '../ledger/rooms.ts';
import { createPost } from '../mail/post.ts';
import { createZoom } from '../zoom/client.ts';
import type { Check } from '../zoom/types.ts';
import type { Command } from './command.ts';

/** More than the people's keys tolerate, and reminders would be late too. */
const CLOCK_TOLERANCE = 60_000;

const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function checkDatabase(environment: Environment): Promise<Check> {
  const what = 'base de données';
  try {
    const database = await openDatabase(environment.database);
    await database.close();
    return { what, ok: true, sentence: environment.database.kind === 'sqlite' ? 'SQLite s’ouvre, et ses écritures sont sûres.' : 'PostgreSQL s’ouvre, et ses écritures sont sûres.' };
  } catch (error) {
    return { what, ok: false, sentence: sentenceOf(error) };
  }
}

async function checkMail(environment: Environment): Promise<Check> {
  const post = createPost(environment.mail.smtpUrl, environment.mail.from);
  const delivery = await post.verify();
  post.close();
  return { what: 'courriel', ok: delivery.outcome === 'sent', sentence: delivery.outcome === 'sent' ? 'Le serveur SMTP répond et nous accepte.' : `Le serveur SMTP ne nous accepte pas (${delivery.problem})\u00a0: vérifiez SMTP_URL.` };
}

/** A database that does not open is said by its own line. */
async function hasRooms(environment: Environment): Promise<boolean> {
  try {
    const database = await openDatabase(environment.database);
    const rooms = await listRooms(database.db);
    await database.close();
    return rooms.length > 0;
  } catch {
    return false;
  }
}

/** Against Zoom's own clock: it is the one that counts for tokens, and it needs no other service. */
async function checkClock(environment: Environment): Promise<Check> {
  const what = 'horloge';
  try {
    const answer = await fetch(environment.zoom.tokenUrl, { method: 'HEAD', signal: AbortSignal.timeout(10_000) });
    const theirs = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isFinite(theirs)) return { what, ok: true, sentence: 'Zoom ne dit pas son heure\u00a0: l’horloge n’a pas pu être comparée.' };
    const seconds = Math.round((systemClock.now() - theirs) / 1000);
    const ok = Math.abs(seconds) * 1000 <= CLOCK_TOLERANCE;
    return { what, ok, sentence: ok ? 'L’horloge est juste.' : `L’horloge de cette machine est décalée de ${seconds} s\u00a0: réglez-la (NTP).` };
  } catch {
    return { what, ok: false, sentence: 'Zoom est hors d’atteinte\u00a0: l’horloge n’a pas pu être comparée.' };
  }
}

/** The first word of what Zoom's side checks, as people say it. */
const words: Readonly<Record<string, string>> = { token: 'jeton', address: 'adresse', scopes: 'autorisations', host: 'titulaire', plan: 'forfait', webinar: 'webinaire', meeting: 'réunion' };
const inFrench = (what: string): string => what.replace(/^\w+/u, (word) => words[word] ?? word);

/** A licence for meetings only is enough when its services ask for meetings: said, but no failure. */
const isNeeded = ({ what }: Check, checks: readonly Check[]): boolean =>
  !(what.startsWith('webinar ') && checks.some((other) => other.ok && other.what === what.replace('webinar', 'meeting')));

/** Checks all that the companion rests on; a sentence each. Status 1 when one does not hold. */
export const runCheck: Command = async ({ environment, print }) => {
  const { zoom } = environment;
  const conferences = createZoom({
    accountId: zoom.accountId, clientId: zoom.clientId, clientSecret: zoom.clientSecret, tokenUrl: zoom.tokenUrl, apiBase: zoom.apiUrl,
    fetch: globalThis.fetch, now: () => systemClock.now(), random: Math.random,
  });
  const checks = [
    await checkDatabase(environment),
    await checkMail(environment),
    await checkClock(environment),
    ...(await conferences.check(namedHolders(zoom.hosts), ['webinar', 'meeting'], AbortSignal.timeout(60_000), await hasRooms(environment))),
  ];
  for (const check of checks) print(`${check.ok ? '✔' : isNeeded(check, checks) ? '✘' : '–'} ${inFrench(check.what)}\u00a0: ${check.sentence}`);
  return checks.every((check) => check.ok || !isNeeded(check, checks)) ? 0 : 1;
};
