/** A booking of the ledger as people may see it. */
import type { BookingOfLedger } from '../../lib/contract/answer.ts';
import { identityOf } from '../../lib/domain/identity.ts';
import type { AuditStep } from '../ledger/audit.ts';
import type { BookingRecord } from '../ledger/records.ts';
import { invitationOf } from '../mail/invitation.ts';
import type { StableLinks } from '../stable-links.ts';
import { sentenceOf } from '../texts/notices.ts';

export function toAnswer(record: BookingRecord, steps: readonly AuditStep[], links: StableLinks): BookingOfLedger {
  const stableLink = links.inInvitation(record);
  const { booking, service, life, conference, language } = record;
  return {
    key: identityOf(booking),
    booking,
    serviceId: service.id,
    state: life.state,
    message: life.notice === null ? null : sentenceOf(life.notice, language),
    revision: life.revision,
    conference: conference === null ? null : {
      kind: conference.permanent === true ? 'permanent' : conference.kind,
      id: conference.id,
      // S1-04: a shared room's own link is told only around the slot.
      joinLink: conference.permanent === true && stableLink !== null ? stableLink : conference.joinLink,
      ...(stableLink === null ? {} : { stableLink }),
      passcode: conference.passcode,
      dialIn: conference.dialIn,
      differences: conference.differences,
      invitation: invitationOf(record, conference, stableLink),
    },
    steps: steps.map(({ what, at, detail }) => ({ what, at: new Date(at).toISOString(), detail })),
    ...(record.reason === null ? {} : { reason: record.reason }),
    ...(conference?.attendance === undefined ? {} : { attendance: conference.attendance }),
    updated: new Date(record.updatedAt).toISOString(),
  };
}
