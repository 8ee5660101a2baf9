/** The invitation, ready to forward (S0-25, S0-26): all that a participant needs and nothing that he must not have. */
import type { BookingRecord, ConferenceRecord } from '../ledger/records.ts';
import { endOf, startOf } from '../ledger/records.ts';
import { sentencesIn, whenOf } from '../texts/texts.ts';
import type { Block, Fact } from './document.ts';
import { toFragment, toText } from './document.ts';

/** Zoom's numbers as Zoom writes them: « 812 3456 7890 ». */
export const groupNumber = (id: string): string =>
  id.length <= 9 ? id.replace(/^(\d{3})(\d{3})(\d+)$/u, '$1 $2 $3') : id.replace(/^(\d{3})(\d{4})(\d+)$/u, '$1 $2 $3');

/** How to get in: link, number, passcode, telephone. */
export function accessFacts(record: BookingRecord, conference: ConferenceRecord): Fact[] {
  const say = sentencesIn(record.language);
  const facts: Fact[] = [{ label: say('invitation.id'), value: groupNumber(conference.id) }];
  if (conference.passcode !== null) facts.push({ label: say('invitation.passcode'), value: conference.passcode });
  if (conference.dialIn.length > 0) {
    const value = conference.dialIn.map(({ number, country }) => say('invitation.phoneThen', { number, country, id: conference.id })).join('\n');
    facts.push({ label: say('invitation.phone'), value });
  }
  return facts;
}

export function invitationBlocks(record: BookingRecord, conference: ConferenceRecord): Block[] {
  const say = sentencesIn(record.language);
  const rows: Fact[] = [
    { label: say('invitation.when'), value: whenOf(startOf(record), endOf(record), record.language) },
    { label: say('invitation.presenter'), value: record.booking.presenter.name },
    { label: say('invitation.join'), value: conference.joinLink, href: conference.joinLink },
    ...accessFacts(record, conference),
  ];
  return [{ kind: 'lead', text: record.booking.name }, { kind: 'facts', rows }, { kind: 'paragraph', text: say('invitation.help') }];
}

/** As the popup copies it, in both forms. */
export async function invitationOf(record: BookingRecord, conference: ConferenceRecord): Promise<{ text: string; html: string }> {
  const blocks = invitationBlocks(record, conference);
  return { text: toText(blocks), html: await toFragment(blocks) };
}
