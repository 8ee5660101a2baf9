/** Sends one mail that is not about a conference's life; made from what is true when it goes, so that nothing stale is said. */
import type { WelcomeRequest } from '../../lib/contract/rooms.ts';
import { loadBooking } from '../ledger/bookings.ts';
import { finishEffect, postponeEffect } from '../ledger/outbox.ts';
import { endOf } from '../ledger/records.ts';
import { readRoomRequest } from '../ledger/room-requests.ts';
import { issueKeyLink } from '../ledger/rooms.ts';
import type { EffectRow } from '../ledger/schema.ts';
import { markServiceMail, readServiceMail, type ServiceMail } from '../ledger/service-mails.ts';
import { isSlotClosed, readSlotRequest, slotToken } from '../ledger/slot-requests.ts';
import { roomAskedLetter, roomDecidedLetter, roomLetter, slotAnsweredLetter, slotAskedLetter, welcomeLetter } from '../mail/service-letters.ts';
import { againAt } from './backoff.ts';
import type { Composed } from './composed.ts';
import type { JobContext } from './context.ts';
import { composeRecording } from './recordings.ts';

const NOTHING: Composed = { outcome: 'void' };

async function composeRoom({ database, secrets, clock, publicUrl, links }: JobContext, mail: ServiceMail): Promise<Composed> {
  const record = await loadBooking(database.db, mail.subject_id);
  const address = record?.booking.requester.email ?? null;
  const joinLink = record === null ? null : links.addressOf(record);
  if (record === null || address === null || joinLink === null || record.life.revision !== mail.revision) return NOTHING;
  if (!['scheduled', 'live'].includes(record.life.state) || clock.now() >= endOf(record)) return NOTHING;
  const keyPage = `${publicUrl}/k/${await issueKeyLink(database.db, secrets, record)}`;
  return { outcome: 'ready', letter: roomLetter(record, { name: record.booking.requester.name, address }, { joinLink, keyPage }) };
}

async function composeSlot({ database, secrets, clock, publicUrl }: JobContext, mail: ServiceMail): Promise<Composed> {
  const request = await readSlotRequest(database.db, mail.subject_id);
  const record = request === null ? null : await loadBooking(database.db, request.booking_id);
  if (request === null || record === null) return NOTHING;
  if (mail.kind === 'slotAnswered') return request.answer === null ? NOTHING : { outcome: 'ready', letter: slotAnsweredLetter(request, request.answer, record) };
  const { name, email } = record.booking.requester;
  if (email === null || request.answer !== null || isSlotClosed(request, record, clock.now())) return NOTHING;
  return { outcome: 'ready', letter: slotAskedLetter(request, record, { name, address: email }, `${publicUrl}/s/${slotToken(secrets, request.id)}`) };
}

async function composeRoomRequest({ database, approver }: JobContext, mail: ServiceMail): Promise<Composed> {
  const request = await readRoomRequest(database.db, mail.subject_id);
  if (request === null) return NOTHING;
  if (mail.kind === 'roomAsked') return { outcome: 'ready', letter: roomAskedLetter(request, approver) };
  return request.state === 'open' ? NOTHING : { outcome: 'ready', letter: roomDecidedLetter(request, request.state) };
}

function compose(context: JobContext, mail: ServiceMail, attempts: number, signal: AbortSignal): Promise<Composed> {
  switch (mail.kind) {
    case 'hostKey':
      return composeRoom(context, mail);
    case 'slotAsked':
    case 'slotAnswered':
      return composeSlot(context, mail);
    case 'roomAsked':
    case 'roomDecided':
      return composeRoomRequest(context, mail);
    case 'recordingReady':
    case 'recordingSoonGone':
      return composeRecording(context, { ...mail, kind: mail.kind }, attempts, signal);
    case 'welcome':
      return Promise.resolve(mail.payload === null ? NOTHING : { outcome: 'ready', letter: welcomeLetter(JSON.parse(mail.payload) as WelcomeRequest, context.approver) });
  }
}

export async function performServiceMail(context: JobContext, effect: EffectRow, signal: AbortSignal): Promise<void> {
  const { db } = context.database;
  const mail = await readServiceMail(db, effect.booking_id);
  const finish = (outcome: 'done' | 'dropped' | 'failed', state: ServiceMail['state'], problem: string | null = null): Promise<void> =>
    db.transaction().execute(async (transaction) => {
      await markServiceMail(transaction, effect.booking_id, state, context.clock.now(), problem);
      await finishEffect(transaction, effect, outcome, context.clock.now(), problem);
    });
  if (mail === null || ['sent', 'failed', 'dropped'].includes(mail.state)) return finishEffect(db, effect, 'dropped', context.clock.now());
  const composed = await compose(context, mail, effect.attempts, signal);
  if (composed.outcome === 'void') return finish('dropped', 'dropped');
  if (composed.outcome === 'failed') return finish('failed', 'failed', composed.problem);
  if (composed.outcome === 'later') return postponeEffect(db, effect, composed.at, composed.problem);
  await markServiceMail(db, mail.id, 'sending', context.clock.now());
  const delivery = await context.post.send(composed.letter, `mgr-service-${mail.id}`);
  if (delivery.outcome === 'sent') return finish('done', 'sent');
  if (delivery.outcome === 'refused') return finish('failed', 'failed', delivery.problem);
  return postponeEffect(db, effect, againAt({ retryAt: null }, effect.attempts, context.clock.now(), context.random), delivery.problem);
}
