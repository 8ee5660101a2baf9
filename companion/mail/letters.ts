/** What each mail says. Every one is made from the booking as it is now, so that it never carries an old link (Z81). */
import type { Instant } from '../../lib/domain/booking.ts';
import { groupDigits } from '../../lib/domain/invitation.ts';
import { formatDay, formatInstant } from '../../lib/domain/time-text.ts';
import { toLocal } from '../../lib/domain/zone.ts';
import type { MailKind } from '../ledger/life.ts';
import type { BookingRecord, ConferenceRecord } from '../ledger/records.ts';
import { startOf } from '../ledger/records.ts';
import { reminderOf } from '../ledger/reminder-time.ts';
import { bookingFacts } from '../texts/booking-facts.ts';
import { sentenceOf } from '../texts/notices.ts';
import type { SentenceKey } from '../texts/texts.ts';
import { sentencesIn } from '../texts/texts.ts';
import type { Organizer } from './calendar.ts';
import { calendarOf } from './calendar.ts';
import type { Block, Fact } from './document.ts';
import { invitationOf } from './invitation.ts';

export interface Letter {
  language: 'fr' | 'en';
  to: { name: string; address: string };
  subject: string;
  blocks: Block[];
  footer: string;
  calendar: { method: 'PUBLISH' | 'CANCEL'; content: string } | null;
}

export interface LetterContext {
  from: Organizer;
  approver: string;
  now: Instant;
  /** The page that cancels; only the reminder carries it, since the other mails are forwarded. */
  cancelAddress: string | null;
  /** Machine word of why it was cancelled. */
  cancellation: string | null;
  /** The page that asks whether it was held; null when that is known. */
  heldAddress: string | null;
  /** Since when a request waits for its answer (F11); null when it waits no more. */
  waitingSince: Instant | null;
  /** Instead of Zoom's link (F10); null: Zoom's. */
  stableLink: string | null;
}

/** The letter of a kind; null when there is nobody to write to, or nothing to say any more. */
export function letterOf(kind: MailKind, record: BookingRecord, context: LetterContext): Letter | null {
  const { booking, conference, language } = record;
  const to = (person: { name: string; email: string | null }) => (person.email === null ? null : { name: person.name, address: person.email });
  const requester = to(booking.requester);
  const presenter = to(booking.presenter);
  switch (kind) {
    case 'link':
    case 'changed':
      return requester === null || conference === null ? null : ready(kind, record, conference, requester, context);
    case 'reminder':
      if (requester === null || conference === null || context.cancelAddress === null) return null;
      return reminder(record, conference, requester, { ...context, cancelAddress: context.cancelAddress });
    case 'heldQuestion':
      return requester === null || context.heldAddress === null ? null : heldQuestion(record, requester, context.heldAddress);
    case 'cancelled':
      return requester === null ? null : cancelled(record, requester, context);
    case 'presenterLink':
      return presenter === null || conference === null || conference.presenterLink === null
        ? null
        : presenting(record, conference.presenterLink, presenter, context);
    case 'presenterCancelled': {
      if (presenter === null) return null;
      const say = sentencesIn(language);
      return {
        language, to: presenter, subject: say('presenterCancelled.subject', { name: booking.name }),
        blocks: [hello(record, presenter.name), { kind: 'paragraph', text: say('presenterCancelled.intro') }, summary(record)],
        footer: say('mail.signaturePresenter'), calendar: { method: 'CANCEL', content: calendarOf(record, 'CANCEL', context.from, context.now) },
      };
    }
    case 'approverCancelled':
    case 'approverAttention':
    case 'approverLate':
      return forApprover(kind, record, context);
  }
}

const hello = (record: BookingRecord, name: string): Block => ({ kind: 'paragraph', text: sentencesIn(record.language)('mail.hello', { name }) });

const summary = (record: BookingRecord): Block => ({ kind: 'facts', rows: bookingFacts(record) });

/** Number and passcode, for whoever joins by the application; telephones are in the invitation. */
const accessFacts = (record: BookingRecord, conference: ConferenceRecord): Fact[] => {
  const say = sentencesIn(record.language);
  return [{ label: say('access.id'), value: groupDigits(conference.id) }, ...(conference.passcode === null ? [] : [{ label: say('access.passcode'), value: conference.passcode }])];
};

const portalLink = (record: BookingRecord): Block[] =>
  record.booking.page === null ? [] : [{ kind: 'link', label: sentencesIn(record.language)('mail.openPortal'), href: record.booking.page }];

function ready(kind: 'link' | 'changed', record: BookingRecord, conference: ConferenceRecord, to: Letter['to'], context: LetterContext): Letter {
  const say = sentencesIn(record.language);
  return {
    language: record.language,
    to,
    subject: say(`${kind}.subject`, { name: record.booking.name }),
    blocks: [
      hello(record, to.name),
      { kind: 'lead', text: say(kind === 'link' && conference.permanent === true ? 'link.introRoom' : `${kind}.intro`) },
      { kind: 'facts', rows: [...bookingFacts(record), ...accessFacts(record, conference)] },
      { kind: 'button', label: say('access.join'), href: context.stableLink ?? conference.joinLink },
      { kind: 'heading', text: say('link.inviteHeading') },
      { kind: 'paragraph', text: say('link.invite') },
      { kind: 'invitation', ...invitationOf(record, conference, context.stableLink) },
      { kind: 'heading', text: say('link.dayHeading') },
      { kind: 'paragraph', text: say(`link.day.${record.service.rules.startMode}`) },
      { kind: 'heading', text: say('link.cancelHeading') },
      { kind: 'paragraph', text: say('link.cancel') },
      // Z46: less than a day before, no reminder follows.
      ...(reminderOf(startOf(record)) > context.now ? [{ kind: 'paragraph', text: say('link.cancelReminder') } as const] : []),
      ...portalLink(record),
    ],
    footer: say('mail.signature'),
    calendar: { method: 'PUBLISH', content: calendarOf(record, 'PUBLISH', context.from, context.now, context.stableLink ?? undefined) },
  };
}

function reminder(record: BookingRecord, conference: ConferenceRecord, to: Letter['to'], { cancelAddress, stableLink, now }: LetterContext & { cancelAddress: string }): Letter {
  const say = sentencesIn(record.language);
  const joinLink = stableLink ?? conference.joinLink;
  // Z47: one that was missed goes on the day itself.
  const isToday = toLocal(now).date === toLocal(startOf(record)).date;
  return {
    language: record.language,
    to,
    subject: say('reminder.subject', { name: record.booking.name, day: formatDay(startOf(record), record.language) }),
    blocks: [
      hello(record, to.name),
      // S0-32: said first.
      { kind: 'lead', text: say('reminder.first') },
      { kind: 'paragraph', text: say(isToday ? 'reminder.introToday' : 'reminder.intro') },
      { kind: 'facts', rows: [...bookingFacts(record), { label: say('access.join'), value: joinLink, href: joinLink }, ...accessFacts(record, conference)] },
      { kind: 'heading', text: say('reminder.cancelHeading') },
      { kind: 'paragraph', text: say('reminder.cancel') },
      { kind: 'button', label: say('reminder.button'), href: cancelAddress },
    ],
    footer: say('mail.signature'),
    calendar: null,
  };
}

function heldQuestion(record: BookingRecord, to: Letter['to'], heldAddress: string): Letter {
  const say = sentencesIn(record.language);
  return {
    language: record.language,
    to,
    subject: say('held.subject', { name: record.booking.name }),
    blocks: [
      hello(record, to.name),
      { kind: 'lead', text: say('held.intro') },
      summary(record),
      { kind: 'paragraph', text: say('held.todo') },
      { kind: 'button', label: say('held.button'), href: heldAddress },
    ],
    footer: say('mail.signature'),
    calendar: null,
  };
}

function cancelled(record: BookingRecord, to: Letter['to'], context: LetterContext): Letter {
  const say = sentencesIn(record.language);
  return {
    language: record.language,
    to,
    subject: say('cancelled.subject', { name: record.booking.name }),
    blocks: [hello(record, to.name), { kind: 'lead', text: say('cancelled.intro') }, summary(record), { kind: 'paragraph', text: say('cancelled.calendar') }],
    footer: say('mail.signature'),
    calendar: { method: 'CANCEL', content: calendarOf(record, 'CANCEL', context.from, context.now) },
  };
}

function presenting(record: BookingRecord, link: string, to: Letter['to'], context: LetterContext): Letter {
  const say = sentencesIn(record.language);
  return {
    language: record.language,
    to,
    subject: say('presenterLink.subject', { name: record.booking.name }),
    blocks: [hello(record, to.name), { kind: 'paragraph', text: say('presenterLink.intro') }, summary(record), { kind: 'button', label: say('presenterLink.button'), href: link }],
    footer: say('mail.signaturePresenter'),
    calendar: { method: 'PUBLISH', content: calendarOf(record, 'PUBLISH', context.from, context.now, link) },
  };
}

/** The approvers read French, whatever language the requester reads. */
function forApprover(kind: 'approverCancelled' | 'approverAttention' | 'approverLate', booked: BookingRecord, context: LetterContext): Letter | null {
  const record: BookingRecord = { ...booked, language: 'fr' };
  const { booking, life, language } = record;
  const say = sentencesIn(language);
  const rows: Fact[] = [
    ...bookingFacts(record),
    { label: say('approver.requester'), value: booking.requester.name },
    ...(booking.establishment === null ? [] : [{ label: say('approver.establishment'), value: booking.establishment.name }]),
    ...(booking.number === null ? [] : [{ label: say('approver.number'), value: booking.number }]),
  ];
  if (kind === 'approverCancelled' && context.cancellation !== null) rows.push({ label: say('approverCancelled.reason'), value: say(`reason.${context.cancellation}` as SentenceKey) });
  if (kind === 'approverLate' && context.waitingSince !== null) rows.push({ label: say('approverLate.since'), value: `${formatInstant(context.waitingSince, language)} (${say('when.zone')})` });
  const sentence = {
    approverCancelled: say('approverCancelled.todo'),
    approverAttention: life.notice === null ? null : sentenceOf(life.notice, language),
    approverLate: context.waitingSince === null ? null : say('approverLate.todo'),
  }[kind];
  // What was to be decided is decided meanwhile: nothing to say.
  if (sentence === null) return null;
  return {
    language,
    to: { name: '', address: context.approver },
    subject: say(`${kind}.subject`, { name: booking.name }),
    blocks: [{ kind: 'paragraph', text: say(`${kind}.intro`) }, { kind: 'lead', text: sentence }, { kind: 'facts', rows }, ...portalLink(record)],
    footer: say('mail.signatureApprover'),
    calendar: null,
  };
}
