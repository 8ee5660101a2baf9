/** `POST /v1/events`: an event is answered only once it is on the disk, and always in the same words (Z70). */
import type { EventAnswer } from '../../lib/contract/answer.ts';
import { event as eventSchema } from '../../lib/contract/event.ts';
import { readStepsOf } from '../ledger/audit.ts';
import { isDiskFull } from '../ledger/full-disk.ts';
import { NoLicence, NotAllowed, takeEvent } from '../ledger/intake.ts';
import { Overloaded } from '../ledger/submissions.ts';
import { describeError } from '../log.ts';
import { hashOf } from '../secrets.ts';
import { toAnswer } from './answer.ts';
import type { Routes } from './parts.ts';
import type { ProblemName } from './problem.ts';
import { refuse } from './problem.ts';
import { readSigned } from './read-body.ts';

/** Full disk and locked database are the server's state, not the sender's fault: he keeps the event and tries again. */
function problemOf(error: unknown): ProblemName {
  const code = String((error as { code?: unknown }).code ?? '');
  if (isDiskFull(error)) return 'storage_full';
  return /^(?:SQLITE_|08|57|53|ECONN|40)/u.test(code) ? 'unavailable' : 'internal';
}

export const eventsRoute: Routes = (app, parts) => {
  app.post('/v1/events', async (context) => {
    const read = await readSigned(context, parts, eventSchema);
    if (read instanceof Response) return read;
    const { caller, body, value: event } = read;
    if (Date.parse(event.data.booking.end) <= Date.parse(event.data.booking.start)) return refuse(context, 'invalid', { field: 'data.booking.end' });
    const now = parts.clock.now();
    try {
      const submitted = await parts.submissions.submit({
        webhookId: context.req.header('webhook-id') ?? '',
        keyId: caller.keyId,
        bodyHash: hashOf(body),
        now,
        work: async (db) => {
          const record = await takeEvent(db, parts.database.dialect, { event, caller, now }, parts.hostOf);
          const answer: EventAnswer = { accepted: true, booking: toAnswer(record, await readStepsOf(db, record.id), parts.links) };
          return { bookingId: record.id, answer: JSON.stringify(answer) };
        },
      });
      if (submitted.status === 409) return refuse(context, 'conflict');
      parts.metrics.count('passerelle_submissions_total', { type: event.type, outcome: submitted.first ? 'taken' : 'repeated' });
      return context.body(submitted.answer, 202, { 'content-type': 'application/json; charset=utf-8' });
    } catch (error) {
      if (error instanceof NotAllowed) return refuse(context, 'forbidden');
      if (error instanceof NoLicence) return refuse(context, 'no_licence');
      if (error instanceof Overloaded) return refuse(context, 'unavailable');
      parts.log.error('submission failed', { route: '/v1/events', key: caller.keyId, error: describeError(error) });
      return refuse(context, problemOf(error));
    }
  });
};
