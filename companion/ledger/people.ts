/** One key per person, with a role; two secrets at once during a rotation; revoked for good (Z71). */
import { randomBytes, randomUUID } from 'node:crypto';
import type { VerifyingKey } from '../../lib/contract/signature.ts';
import type { Role } from '../../lib/contract/answer.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { DAY } from '../../lib/domain/zone.ts';
import { publicKey, sharedKey } from '../keys.ts';
import type { Secrets } from '../secrets.ts';
import type { Caller } from './access.ts';
import { writeAudit } from './audit.ts';
import { answersAtOnce, compiled } from './compiled.ts';
import type { KeyRow, Queries } from './schema.ts';

export interface NewPerson {
  name: string;
  email: string | null;
  role: Role;
  establishmentId: string | null;
}

/** How long the former secret still holds after a rotation. */
export const ROTATION_MS = DAY;

const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
export const newKeyId = (): string => `p-${randomBytes(6).toString('hex')}`;

export async function addPerson(db: Queries, secrets: Secrets, person: NewPerson, now: Instant, actor = 'system'): Promise<{ id: string; secret: string }> {
  const id = newKeyId();
  const secret = newSecret();
  await db.transaction().execute(async (transaction) => {
    await transaction.insertInto('keys').values({ id, name: person.name, email: person.email, role: person.role, establishment_id: person.establishmentId, created_at: now, revoked_at: null }).execute();
    await addSecret(transaction, id, 'v1', secrets.seal(secret), now);
    await writeAudit(transaction, { bookingId: null, at: now, actor, what: 'keyAdded', detail: id });
  });
  return { id, secret };
}

async function addSecret(db: Queries, keyId: string, kind: 'v1' | 'v1a', material: string, now: Instant): Promise<void> {
  await db.insertInto('key_secrets').values({ id: randomUUID(), key_id: keyId, kind, material, created_at: now, expires_at: null }).execute();
}

/** Gives a new secret; the former ones hold for {@link ROTATION_MS} more. Null when there is no such key in force. */
export async function rotateKey(db: Queries, secrets: Secrets, id: string, now: Instant): Promise<string | null> {
  return db.transaction().execute(async (transaction) => {
    const key = await transaction.selectFrom('keys').select('id').where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
    if (key === undefined) return null;
    await transaction.updateTable('key_secrets').set({ expires_at: now + ROTATION_MS }).where('key_id', '=', id).where('expires_at', 'is', null).execute();
    const secret = newSecret();
    await addSecret(transaction, id, 'v1', secrets.seal(secret), now);
    await writeAudit(transaction, { bookingId: null, at: now, actor: 'system', what: 'keyRotated', detail: id });
    return secret;
  });
}

/** @returns whether there was such a key in force */
export async function revokeKey(db: Queries, id: string, now: Instant): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const revoked = await transaction.updateTable('keys').set({ revoked_at: now }).where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
    if (Number(revoked.numUpdatedRows) === 0) return false;
    await transaction.deleteFrom('key_secrets').where('key_id', '=', id).execute();
    await writeAudit(transaction, { bookingId: null, at: now, actor: 'system', what: 'keyRevoked', detail: id });
    return true;
  });
}

export const listKeys = (db: Queries): Promise<KeyRow[]> => db.selectFrom('keys').selectAll().orderBy('created_at').execute();

export interface KnownKey {
  caller: Caller;
  revoked: boolean;
  keys: VerifyingKey[];
}

/** Opened once: whether a key is in force is read from the database each time, what it is does not change. */
const opened = new WeakMap<Secrets, Map<string, VerifyingKey>>();
const MOST_OPENED = 1000;

/** One secret of a key, ready to verify with. */
export function openOnce(secrets: Secrets, kind: 'v1' | 'v1a', material: string): VerifyingKey {
  const known = opened.get(secrets) ?? new Map<string, VerifyingKey>();
  opened.set(secrets, known);
  const found = known.get(material);
  if (found !== undefined) return found;
  if (known.size >= MOST_OPENED) known.clear();
  const key = kind === 'v1' ? sharedKey(secrets.open(material)) : publicKey(material);
  known.set(material, key);
  return key;
}

type KeyWithSecret = KeyRow & { kind: 'v1' | 'v1a' | null; material: string | null };

/** A list of one, not « = »: a join that is held to a value, SQLite prepares anew for each value, which takes three times as long as to run it. */
const withSecrets = compiled<{ id: string; now: Instant }, KeyWithSecret>((db, place) =>
  db.selectFrom('keys').leftJoin('key_secrets', (join) => join.onRef('key_secrets.key_id', '=', 'keys.id').on((on) => on.or([on('expires_at', 'is', null), on('expires_at', '>', place('now'))])))
    .select(['keys.id', 'name', 'email', 'role', 'establishment_id', 'keys.created_at', 'revoked_at', 'kind', 'material']).where('keys.id', 'in', [place('id')]));

/** What is looked up in one turn of the event loop, or while PostgreSQL answers the former turn's question. */
interface Turn {
  found: Map<string, Promise<KnownKey | null>>;
  /** The former's answers, before which nothing of this turn is asked; null: it is asked at once. */
  former: Promise<unknown> | null;
}
const turns = new WeakMap<Queries, Turn>();
const onTheirWay = new WeakMap<Queries, Promise<unknown>>();

function beginTurn(db: Queries): Turn {
  const turn: Turn = { found: new Map(), former: onTheirWay.get(db) ?? null };
  turns.set(db, turn);
  const end = (): void => {
    turns.delete(db);
    if (answersAtOnce(db)) return;
    const answered: Promise<unknown> = Promise.allSettled(turn.found.values()).then(() => onTheirWay.get(db) === answered && onTheirWay.delete(db));
    onTheirWay.set(db, answered);
  };
  if (turn.former === null) setImmediate(end);
  else void turn.former.then(end);
  return turn;
}

/**
 * The person of a key's public name with the secrets in force; null when nobody has it. On its own, that question takes
 * longer than to write a booking among others: requests that arrive together share one, and on PostgreSQL those that
 * arrive while one is on its way share the next. Nobody is given the answer to a question that was sent before his turn.
 */
export function readKey(db: Queries, secrets: Secrets, id: string, now: Instant): Promise<KnownKey | null> {
  const { found, former } = turns.get(db) ?? beginTurn(db);
  const ask = (): Promise<KnownKey | null> => lookUp(db, secrets, id, now);
  const person = found.get(id) ?? (former === null ? ask() : former.then(ask));
  found.set(id, person);
  return person;
}

async function lookUp(db: Queries, secrets: Secrets, id: string, now: Instant): Promise<KnownKey | null> {
  const { rows } = await withSecrets(db, { id, now });
  const [row] = rows;
  if (row === undefined) return null;
  return {
    caller: { keyId: row.id, name: row.name, email: row.email, role: row.role, establishmentId: row.establishment_id },
    revoked: row.revoked_at !== null,
    keys: rows.flatMap(({ kind, material }) => (kind === null || material === null ? [] : [openOnce(secrets, kind, material)])),
  };
}
