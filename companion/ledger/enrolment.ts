/** One-time codes: sixty bits, good for two days and one key, kept as a hash only. */
import { randomInt, randomUUID } from 'node:crypto';
import type { EnrolmentAnswer, EnrolmentRequest } from '../../lib/contract/enrolment.ts';
import { importPublicKey } from '../../lib/contract/signature.ts';
import type { Instant } from '../../lib/domain/booking.ts';
import { DAY } from '../../lib/domain/zone.ts';
import { hashOf } from '../secrets.ts';
import { writeAudit } from './audit.ts';
import type { NewPerson } from './people.ts';
import { newKeyId } from './people.ts';
import type { Queries } from './schema.ts';

/** No I, L, O or U: they are mistaken for other signs. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LIFE = 2 * DAY;

const normalise = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/gu, '');

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

/** Takes a code in, once. Null for a code that is unknown, used, too old, or of a revoked key: nobody learns which. */
export async function enrol(db: Queries, { code, publicKey }: EnrolmentRequest, now: Instant): Promise<EnrolmentAnswer | null> {
  try {
    await importPublicKey(publicKey);
  } catch {
    return null;
  }
  return db.transaction().execute(async (transaction) => {
    const taken = await transaction.updateTable('enrolments').set({ used_at: now })
      .where('code_hash', '=', hashOf(normalise(code))).where('used_at', 'is', null).where('expires_at', '>', now).returning('key_id').executeTakeFirst();
    if (taken === undefined) return null;
    const key = await transaction.selectFrom('keys').selectAll().where('id', '=', taken.key_id).where('revoked_at', 'is', null).executeTakeFirst();
    if (key === undefined) return null;
    await transaction.insertInto('key_secrets').values({ id: randomUUID(), key_id: key.id, kind: 'v1a', material: publicKey, created_at: now, expires_at: null }).execute();
    await writeAudit(transaction, { bookingId: null, at: now, actor: key.id, what: 'keyEnrolled', detail: key.id });
    return { keyId: key.id, name: key.name, role: key.role };
  });
}
