/** Takes over the public key that a person's browser made, against a one-time code. The one route of /v1 that is not signed. */
import type { EnrolmentAnswer } from '../../lib/contract/enrolment.ts';
import { enrolmentRequest } from '../../lib/contract/enrolment.ts';
import { MINUTE } from '../../lib/domain/zone.ts';
import { enrol } from '../ledger/enrolment.ts';
import { addressOf } from '../pages/address.ts';
import { createThrottle } from '../pages/throttle.ts';
import type { Routes } from './parts.ts';
import { refuse } from './problem.ts';
import { parseBody } from './read-body.ts';

const TRIES_A_MINUTE = 10;

export const enrolmentRoute: Routes = (app, { database, clock }) => {
  const tries = createThrottle(TRIES_A_MINUTE, MINUTE);
  app.post('/v1/enrolments', async (context) => {
    const now = clock.now();
    if (!tries.take(addressOf(context), now)) return refuse(context, 'too_many');
    const parsed = parseBody(context, await context.req.text(), enrolmentRequest);
    if (parsed instanceof Response) return parsed;
    const person = await enrol(database.db, parsed.value, now);
    return person === null ? refuse(context, 'code_unknown') : context.json(person satisfies EnrolmentAnswer, 201);
  });
};
