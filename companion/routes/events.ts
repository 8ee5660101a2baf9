/** `POST /v1/events`: an event is answered only once it is on the disk, and always in the same words (Z70). */
import type { EventAnswer } from '../../lib/contract/answer.ts';
import { event as eventSchema } from '../../lib/contract/event.ts';
import { EVENTS_PATH } from '../../lib/contract/signature.ts';
import { readStepsOf } from '../ledger/audit.ts';
import { namesOf } from '../ledger/bookings.ts';
import { isDiskFull } from '../ledger/full-disk.ts';
import { NoLicence, NotAllowed, takeEvent } from '../ledger/intake.ts';
import { Overloaded } from '../ledger/submissions.ts';
import { describeError } from '../log.ts';
import { hashOf } from '../secrets.ts';
import { toAnswer } from './answer.ts';
import { askedOf, identify, sentAt, type Asked } from './authenticate.ts';
import type { Parts, Routes } from './parts.ts';
import type { Answer, ProblemName } from './problem.ts';
import { answerOf, Refusal } from './problem.ts';
import { readValue } from './read-body.ts';

/** Full disk and locked database are the server's state, not the sender's fault: he keeps the event and tries again. */
function problemOf(error: unknown): ProblemName {
  const code = String((error as { code?: unknown }).code ?? '');
  if (isDiskFull(error)) return 'storage_full';
  return /^(?:SQLITE_|08|57|53|ECONN|40)/u.test(code) ? 'unavailable' : 'internal';
}

/** @param body as it came @throws when the database cannot even be asked whose key it is */
async function take(parts: Parts, asked: Asked, body: string): Promise<Answer | Refusal> {
  const caller = await identify(asked, parts, body);
  if (caller instanceof Refusal) return caller;
  const read = readValue(body, eventSchema);
  if (read instanceof Refusal) return read;
  const { value: event } = read;
  if (Date.parse(event.data.booking.end) <= Date.parse(event.data.booking.start)) return new Refusal('invalid', { field: 'data.booking.end' });
  const now = parts.clock.now();
  try {
    const submitted = await parts.submissions.submit({
      webhookId: asked.header('webhook-id') ?? '',
      keyId: caller.keyId,
      bodyHash: hashOf(body),
      now,
      about: namesOf(event.data.booking),
      work: async (db) => {
        const { record, history } = await takeEvent(db, parts.database.dialect, { event, caller, sentAt: sentAt(asked), now }, parts.hostOf);
        const answer: EventAnswer = { accepted: true, booking: toAnswer(record, history ?? (await readStepsOf(db, record.id)), parts.links) };
        return { bookingId: record.id, answer: JSON.stringify(answer) };
      },
    });
    if (submitted.status === 409) return new Refusal('conflict');
    parts.metrics.count('passerelle_submissions_total', { type: event.type, outcome: submitted.first ? 'taken' : 'repeated' });
    return { status: 202, headers: { 'content-type': 'application/json; charset=utf-8' }, body: submitted.answer };
  } catch (error) {
    if (error instanceof NotAllowed) return new Refusal('forbidden');
    if (error instanceof NoLicence) return new Refusal('no_licence');
    if (error instanceof Overloaded) return new Refusal('unavailable');
    parts.log.error('submission failed', { route: EVENTS_PATH, key: caller.keyId, error: describeError(error) });
    return new Refusal(problemOf(error));
  }
}

/** One event, whichever way it came; never rejects. @param body as it came */
export async function answerEvent(parts: Parts, asked: Asked, body: string): Promise<Answer> {
  try {
    const answer = await take(parts, asked, body);
    return answer instanceof Refusal ? answerOf(answer) : answer;
  } catch (error) {
    parts.log.error('request failed', { route: EVENTS_PATH, error: describeError(error) });
    return answerOf(new Refusal('internal'));
  }
}

export const eventsRoute: Routes = (app, parts) => {
  app.post(EVENTS_PATH, async (context) => {
    const { status, headers, body } = await answerEvent(parts, askedOf(context), await context.req.text());
    return context.body(body, status, headers);
  });
};
