/** A person's public key, made by the browser: against a one-time code (the one route of /v1 that is not signed), or in place of the one that signs. */
import { verify } from '../../lib/contract/signature.ts';
import type { EnrolmentAnswer } from '../../lib/contract/enrolment.ts';
import { enrolmentRequest, renewalRequest } from '../../lib/contract/enrolment.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import { enrol, renewKey } from '../ledger/enrolment.ts';
import { addressOf } from '../pages/address.ts';
import { createThrottle } from '../pages/throttle.ts';
import { askedOf, signatureOf, signedOf } from './authenticate.ts';
import type { Routes } from './parts.ts';
import { refuse } from './problem.ts';
import { parseBody, readSigned } from './read-body.ts';

const TRIES_A_MINUTE = 10;

export const enrolmentRoute: Routes = (app, parts) => {
  const { database, clock, secrets } = parts;
  const tries = createThrottle(TRIES_A_MINUTE, MINUTE);
  app.post('/v1/enrolments', async (context) => {
    const now = clock.now();
    if (!tries.take(addressOf(context), now)) return refuse(context, 'too_many');
    const parsed = parseBody(context, await context.req.text(), enrolmentRequest);
    if (parsed instanceof Response) return parsed;
    const person = await enrol(database.db, parsed.value, now);
    return typeof person === 'string' ? refuse(context, person) : context.json(person satisfies EnrolmentAnswer, 201);
  });

  app.post('/v1/renewals', async (context) => {
    const read = await readSigned(context, parts, renewalRequest);
    if (read instanceof Response) return read;
    const now = clock.now();
    const asked = askedOf(context);
    const signed = signedOf(asked, read.body);
    const renewal = { keyId: read.caller.keyId, publicKey: read.value.publicKey, now };
    const person = await renewKey(database.db, secrets, renewal, async (secret) => (await verify([secret], signatureOf(asked), signed, now)) === null);
    return person === null ? refuse(context, 'key_retiring') : context.json(person satisfies EnrolmentAnswer, 201);
  });
};
