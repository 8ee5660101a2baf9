/** One-time codes: sixty bits, good for two days and one key, kept as a hash only. */
import { randomInt, randomUUID } from 'node:crypto';
import type { EnrolmentAnswer, EnrolmentRequest } from '../../lib/contract/enrolment.ts';
import { importPublicKey } from '../../lib/contract/signature.ts';
import type { VerifyingKey } from '../../lib/contract/signature.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { DAY } from '../../lib/domain/zone.ts';
import { hashOf } from '../secrets.ts';
import type { Secrets } from '../secrets.ts';
import { writeAudit } from './audit.ts';
import type { NewPerson } from './people.ts';
import { newKeyId, openOnce, ROTATION_MS } from './people.ts';
import type { KeyRow, Queries } from './schema.ts';

/** No I, L, O or U: they are mistaken for other signs. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LIFE = 2 * DAY;

/** Capitals, dashes and spaces do not matter. */
export const normalise = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/gu, '');

/** A code for a person: a new one, or one who has a key already and changes browsers. Null when there is no such key. */
export async function inviteToEnrol(db: Queries, person: NewPerson | { keyId: string }, now: Instant): Promise<{ keyId: string; code: string } | null> {
  const code = Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('').replace(/(.{4})(?=.)/gu, '$1-');
  return db.transaction().execute(async (transaction) => {
    let keyId: string;
    if ('keyId' in person) {
      const known = await transaction.selectFrom('keys').select('id').where('id', '=', person.keyId).where('revoked_at', 'is', null).executeTakeFirst();
      if (known === undefined) return null;
      keyId = known.id;
    } else {
      keyId = newKeyId();
      await transaction.insertInto('keys').values({ id: keyId, name: person.name, email: person.email, role: person.role, establishment_id: person.establishmentId, created_at: now, revoked_at: null }).execute();
      await writeAudit(transaction, { bookingId: null, at: now, actor: 'system', what: 'keyAdded', detail: keyId });
    }
    await transaction.insertInto('enrolments').values({ code_hash: hashOf(normalise(code)), key_id: keyId, created_at: now, expires_at: now + LIFE, used_at: null }).execute();
    return { keyId, code };
  });
}

/** Why a code makes no key. Whoever holds a code may know that it was used: it is how one learns that another used it. */
export type CodeRefusal = 'code_unknown' | 'code_used' | 'code_expired';

const answerOf = ({ id, name, role }: KeyRow): EnrolmentAnswer => ({ keyId: id, name, role });

const lasting = (db: Queries, keyId: string, publicKey: string) =>
  db.selectFrom('key_secrets').select('id').where('key_id', '=', keyId).where('kind', '=', 'v1a').where('material', '=', publicKey).where('expires_at', 'is', null).executeTakeFirst();

const addPublicKey = (db: Queries, keyId: string, publicKey: string, now: Instant) =>
  db.insertInto('key_secrets').values({ id: randomUUID(), key_id: keyId, kind: 'v1a', material: publicKey, created_at: now, expires_at: null }).execute();

const isPublicKey = (text: string): Promise<boolean> => importPublicKey(text).then(() => true, () => false);

/** Takes a code in, once. The browser that used it, and did not hear the answer, is answered again. */
export async function enrol(db: Queries, { code, publicKey }: EnrolmentRequest, now: Instant): Promise<EnrolmentAnswer | CodeRefusal> {
  if (!(await isPublicKey(publicKey))) return 'code_unknown';
  return db.transaction().execute(async (transaction) => {
    const hash = hashOf(normalise(code));
    const taken = await transaction.updateTable('enrolments').set({ used_at: now })
      .where('code_hash', '=', hash).where('used_at', 'is', null).where('expires_at', '>', now).returning('key_id').executeTakeFirst();
    const known = taken ?? await transaction.selectFrom('enrolments').select(['key_id', 'used_at']).where('code_hash', '=', hash).executeTakeFirst();
    if (known === undefined) return 'code_unknown';
    const key = await transaction.selectFrom('keys').selectAll().where('id', '=', known.key_id).where('revoked_at', 'is', null).executeTakeFirst();
    if (taken === undefined) {
      if (!('used_at' in known) || known.used_at === null) return 'code_expired';
      return key !== undefined && (await lasting(transaction, key.id, publicKey)) !== undefined ? answerOf(key) : 'code_used';
    }
    if (key === undefined) return 'code_unknown';
    await addPublicKey(transaction, key.id, publicKey, now);
    await writeAudit(transaction, { bookingId: null, at: now, actor: key.id, what: 'keyEnrolled', detail: key.id });
    return answerOf(key);
  });
}

/**
 * A person's new key in place of the one that signed: that one holds for {@link ROTATION_MS} more, those of the
 * person's other browsers stay. Asked twice for the same key, it answers twice the same.
 * @param holds whether the request was signed with this secret
 * @returns null when it was signed with a secret that is on its way out: what was rotated away makes no new key
 */
export async function renewKey(
  db: Queries,
  secrets: Secrets,
  { keyId, publicKey, now }: { keyId: string; publicKey: string; now: Instant },
  holds: (secret: VerifyingKey) => Promise<boolean>,
): Promise<EnrolmentAnswer | null> {
  if (!(await isPublicKey(publicKey))) return null;
  return db.transaction().execute(async (transaction) => {
    const key = await transaction.selectFrom('keys').selectAll().where('id', '=', keyId).where('revoked_at', 'is', null).executeTakeFirst();
    if (key === undefined) return null;
    if ((await lasting(transaction, keyId, publicKey)) !== undefined) return answerOf(key);
    const held = await transaction.selectFrom('key_secrets').select(['id', 'kind', 'material']).where('key_id', '=', keyId).where('expires_at', 'is', null).execute();
    for (const { id, kind, material } of held) {
      if (!(await holds(openOnce(secrets, kind, material)))) continue;
      await transaction.updateTable('key_secrets').set({ expires_at: now + ROTATION_MS }).where('id', '=', id).execute();
      await addPublicKey(transaction, keyId, publicKey, now);
      await writeAudit(transaction, { bookingId: null, at: now, actor: keyId, what: 'keyRotated', detail: keyId });
      return answerOf(key);
    }
    return null;
  });
}
