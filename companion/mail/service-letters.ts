/** What the mails say that are not about a conference's life: a slot asked for, a room, a recording, a welcome. */
import { groupDigits } from '../../lib/domain/invitation.ts';
import { formatInstant, type Language } from '../../lib/domain/time-text.ts';
import type { WelcomeRequest } from '../../lib/contract/rooms.ts';
import { endOf, startOf, type BookingRecord } from '../ledger/records.ts';
import type { Recording } from '../ledger/recordings.ts';
import type { RoomRequest } from '../ledger/room-requests.ts';
import type { SlotRequest } from '../ledger/slot-requests.ts';
import { bookingFacts } from '../texts/booking-facts.ts';
import { roomSentencesIn } from '../texts/rooms.ts';
import { sentencesIn, whenOf } from '../texts/texts.ts';
import type { Block, Fact } from './document.ts';
import type { Letter } from './letters.ts';

type Recipient = Letter['to'];

function letter(language: Language, to: Recipient, subject: string, blocks: Block[], footer?: string): Letter {
  const say = roomSentencesIn(language);
  const hello: Block[] = to.name === '' ? [] : [{ kind: 'paragraph', text: say('hello', { name: to.name }) }];
  return { language, to, subject, blocks: [...hello, ...blocks], footer: footer ?? say('signature'), calendar: null };
}

/** S1-04, S1-05: the way into the shared room, when the slot is about to begin. The key itself is never in a mail. */
export function roomLetter(record: BookingRecord, to: Recipient, { joinLink, keyPage }: { joinLink: string; keyPage: string }): Letter {
  const say = roomSentencesIn(record.language);
  return letter(record.language, to, say('room.subject', { name: record.booking.name }), [
    { kind: 'lead', text: say('room.lead') },
    { kind: 'facts', rows: [...bookingFacts(record), ...(record.conference === null ? [] : [{ label: say('number'), value: groupDigits(record.conference.id) }])] },
    { kind: 'button', label: say('room.enter'), href: joinLink },
    { kind: 'heading', text: say('room.keyHeading') },
    { kind: 'paragraph', text: say('room.key') },
    { kind: 'button', label: say('room.keyButton'), href: keyPage },
    { kind: 'paragraph', text: say('room.steps') },
  ]);
}

/** F05: polite, with the name and the purpose of whoever asks, and nobody's address. */
export function slotAskedLetter(request: SlotRequest, record: BookingRecord, to: Recipient, page: string): Letter {
  const say = roomSentencesIn(record.language);
  return letter(record.language, to, say('slot.subject', { name: record.booking.name }), [
    { kind: 'lead', text: say('slot.lead', { requester: request.requester_name }) },
    { kind: 'facts', rows: [...bookingFacts(record), { label: say('slot.purpose'), value: request.purpose }] },
    { kind: 'paragraph', text: say('slot.calm') },
    { kind: 'button', label: say('slot.button'), href: page },
  ]);
}

/** The holder stays unnamed, and so does his meeting. */
export function slotAnsweredLetter(request: SlotRequest, answer: 'kept' | 'ceded', record: BookingRecord): Letter {
  const { language } = request;
  const say = roomSentencesIn(language);
  const when = whenOf(startOf(record), endOf(record), language);
  return letter(language, { name: request.requester_name, address: request.requester_email }, say(`slotAnswer.subject.${answer}`, { when: formatInstant(startOf(record), language) }), [
    { kind: 'lead', text: say(`slotAnswer.${answer}`) },
    { kind: 'facts', rows: [{ label: sentencesIn(language)('mail.when'), value: when }, ...(request.comment === null ? [] : [{ label: say('slotAnswer.comment'), value: request.comment }])] },
  ]);
}

/** For the people of the CCT, in French. */
export function roomAskedLetter(request: RoomRequest, approver: string): Letter {
  const say = roomSentencesIn('fr');
  const flag = (value: number): string => say(value === 1 ? 'yes' : 'no');
  return letter('fr', { name: '', address: approver }, say('roomRequest.subject', { name: request.name }), [
    { kind: 'lead', text: say('roomRequest.lead', { requester: request.requester_name }) },
    { kind: 'facts', rows: [
      { label: say('roomRequest.name'), value: request.name },
      { label: say('roomRequest.video'), value: flag(request.video) },
      { label: say('roomRequest.mute'), value: flag(request.mute) },
      { label: say('roomRequest.authentication'), value: flag(request.authentication) },
      { label: say('roomRequest.reason'), value: request.reason },
      { label: say('roomRequest.email'), value: request.requester_email },
    ] },
    { kind: 'paragraph', text: say('roomRequest.todo') },
  ], say('signatureCct'));
}

export function roomDecidedLetter(request: RoomRequest, decision: 'created' | 'refused'): Letter {
  const { language } = request;
  const say = roomSentencesIn(language);
  return letter(language, { name: request.requester_name, address: request.requester_email }, say(`roomDecided.subject.${decision}`, { name: request.name }), [
    { kind: 'lead', text: say(`roomDecided.${decision}`) },
    ...(request.comment === null ? [] : [{ kind: 'facts', rows: [{ label: say('roomDecided.comment'), value: request.comment }] } as const]),
    // S1-38.
    ...(decision === 'created' ? [{ kind: 'paragraph', text: say('roomDecided.still') } as const] : []),
  ]);
}

/** @param cloud asked of Zoom for this mail, and kept nowhere */
export function recordingLetter(kind: 'recordingReady' | 'recordingSoonGone', recording: Recording, record: BookingRecord, to: Recipient, cloud: { link: string; passcode: string | null }): Letter {
  const { language } = record;
  const say = roomSentencesIn(language);
  const until = recording.gone_at === null ? null : formatInstant(recording.gone_at, language);
  const passcode: Fact[] = cloud.passcode === null ? [] : [{ label: say('recording.passcode'), value: cloud.passcode }];
  const isLate = kind === 'recordingSoonGone' && until !== null;
  const { name } = record.booking;
  return letter(language, to, say(isLate ? 'recording.soonSubject' : 'recording.subject', { name }), [
    { kind: 'lead', text: isLate ? say('recording.soonLead', { until }) : say('recording.lead') },
    { kind: 'facts', rows: [...bookingFacts(record, language), ...passcode] },
    { kind: 'paragraph', text: isLate ? say('recording.soonTodo') : until === null ? say('recording.noLimit') : say('recording.limit', { until }) },
    { kind: 'button', label: say('recording.button'), href: cloud.link },
  ]);
}

/** S0-12: the procedure, in words. */
export function welcomeLetter({ name, email, establishment, language }: WelcomeRequest, approver: string): Letter {
  const say = roomSentencesIn(language);
  return letter(language, { name, address: email }, say('welcome.subject'), [
    { kind: 'lead', text: establishment === null ? say('welcome.lead') : say('welcome.leadFor', { establishment }) },
    { kind: 'heading', text: say('welcome.findHeading') },
    { kind: 'paragraph', text: say('welcome.find') },
    { kind: 'heading', text: say('welcome.bookHeading') },
    { kind: 'paragraph', text: say('welcome.book') },
    { kind: 'heading', text: say('welcome.nextHeading') },
    { kind: 'paragraph', text: say('welcome.next') },
    { kind: 'heading', text: say('welcome.fairHeading') },
    { kind: 'paragraph', text: say('welcome.fair') },
    { kind: 'paragraph', text: `${say('welcome.version')} ${say('welcome.help', { address: approver })}` },
  ]);
}

