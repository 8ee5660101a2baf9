/** The alert of a meeting without a booking, for the approvers, in French. */
import { groupDigits } from '../../lib/domain/invitation.ts';
import { formatInstant } from '../../lib/domain/time-text.ts';
import type { Alert } from '../ledger/alerts.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { bookingFacts } from '../texts/booking-facts.ts';
import { sentencesIn } from '../texts/texts.ts';
import type { Block, Fact } from './document.ts';
import type { Letter } from './letters.ts';

/** A name that somebody typed at Zoom, on one line. */
const oneLine = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();

/** @param disturbed who holds, or asked for, the licence now and in the next two hours */
export function alertLetter(alert: Alert, host: string, disturbed: readonly BookingRecord[], approver: string): Letter {
  const say = sentencesIn('fr');
  const topic = oneLine(alert.topic);
  const rows: Fact[] = [
    { label: say('alert.topic'), value: topic === '' ? say('alert.noTopic') : topic },
    { label: say('access.id'), value: groupDigits(alert.conference_id) },
    { label: say('alert.licence'), value: host },
    { label: say('alert.started'), value: `${formatInstant(alert.started_at, 'fr')} (${say('when.zone')})` },
  ];
  const blocks = disturbed.flatMap((record): Block[] => [
    {
      kind: 'facts',
      rows: [
        ...bookingFacts(record, 'fr'),
        ...(record.booking.establishment === null ? [] : [{ label: say('approver.establishment'), value: record.booking.establishment.name }]),
        { label: say('approver.requester'), value: record.booking.requester.name },
      ],
    },
  ]);
  return {
    language: 'fr',
    to: { name: '', address: approver },
    subject: say('alert.subject', { topic: topic === '' ? say('alert.noTopic') : topic }),
    blocks: [
      { kind: 'lead', text: say('alert.intro') },
      { kind: 'facts', rows },
      { kind: 'heading', text: say('alert.disturbed') },
      ...(blocks.length === 0 ? [{ kind: 'paragraph', text: say('alert.nobody') } as const] : blocks),
      { kind: 'paragraph', text: say('alert.todo') },
    ],
    footer: say('mail.signatureApprover'),
    calendar: null,
  };
}
