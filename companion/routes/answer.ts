/** A booking of the ledger as people may see it. */
import type { BookingOfLedger } from '../../lib/contract/answer.ts';
import { identityOf } from '../../lib/domain/identity.ts';
import type { AuditStep } from '../ledger/audit.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { invitationOf } from '../mail/invitation.ts';
import { sentenceOf } from '../texts/notices.ts';

export function toAnswer(record: BookingRecord, steps: readonly AuditStep[]): BookingOfLedger {
  const { booking, service, life, conference, language } = record;
  return {
    key: identityOf(booking),
    booking,
    serviceId: service.id,
    state: life.state,
    message: life.notice === null ? null : sentenceOf(life.notice, language),
    revision: life.revision,
    conference: conference === null ? null : {
      kind: conference.kind,
      id: conference.id,
      joinLink: conference.joinLink,
      passcode: conference.passcode,
      dialIn: conference.dialIn,
      differences: conference.differences,
      invitation: invitationOf(record, conference),
    },
    steps: steps.map(({ what, at, detail }) => ({ what, at: new Date(at).toISOString(), detail })),
    ...(record.reason === null ? {} : { reason: record.reason }),
    ...(conference?.attendance === undefined ? {} : { attendance: conference.attendance }),
    updated: new Date(record.updatedAt).toISOString(),
  };
}
