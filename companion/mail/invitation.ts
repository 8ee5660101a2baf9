/** The invitation, ready to forward (S0-25, S0-26), in the words that the popup copies too. */
import { hasWaitingRoom, printInvitation } from '../../lib/domain/invitation.ts';
import type { BookingRecord, ConferenceRecord } from '../ledger/records.ts';
import { endOf, startOf } from '../ledger/records.ts';

/** @param stableLink instead of Zoom's (F10); null: Zoom's · @returns the same words twice, as text and as escaped HTML */
export const invitationOf = (record: BookingRecord, conference: ConferenceRecord, stableLink: string | null): { text: string; html: string } =>
  printInvitation({
    name: record.booking.name,
    start: startOf(record),
    end: endOf(record),
    joinLink: stableLink ?? conference.joinLink,
    conferenceId: conference.id,
    passcode: conference.passcode,
    dialIn: conference.dialIn,
    presenter: record.booking.presenter.name,
    language: record.language,
    browserOnly: record.browserOnly,
    waitingRoom: hasWaitingRoom(record.service.rules.waitingRoom),
  });
