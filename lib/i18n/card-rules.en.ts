import type { CardRulesTexts } from './card-rules.fr.ts';

export const cardRulesEn: CardRulesTexts = {
  showNext: 'Click a free hour in its row and book as you would any other resource.',

  planB: 'Plan B, if the connection is lost',
  planBHint: 'For example “by telephone”. Enter no user’s name or number: other people read the booking.',
  errorPlanB: 'Enter what you will do if the connection is lost, for example “by telephone”.',
  errorPlanBLong: 'The plan B is too long: {maximum} characters at most.',
  charter: 'The meeting is recorded: I keep to the IT charter, image rights and copyright',
  errorCharter: 'Tick the charter, since the meeting is recorded.',

  factsRoom: 'Details for the slot of the room',
  factsElsewhere: 'Details for the web conference',
  factNameHintShown: 'It shows in the booking.',
  factEmailHintReach: 'It lets people reach this person on the day.',

  noteRoom: 'Booking creates no meeting: the room exists.',
  noteElsewhere: 'No meeting is created at Zoom: the conference takes place on the health portal.',
  noteNominative: 'This licence is in your own name: no booking is needed.',
  noteApproval: 'This is a request: an approver answers it.',
  noteArrive: { one: 'Arrive {count} minute early: this time is booked with yours.', other: 'Arrive {count} minutes early: this time is booked with yours.' },
  noteHostStarts: 'Someone from the CCT starts the meeting.',
  noteHostKey: 'The host key is shown only to whoever holds the slot, shortly before.',
  noteOpensItself: 'The conference opens by itself at its hour.',
  noteWaitingOff: 'There is no waiting room.',
  noteWaitingThenOn: 'On arrival, turn the waiting room on: this is required.',
  noteWaitingOn: 'The waiting room is always on.',
  noteNeverRecorded: 'The meeting is never recorded.',
  noteKeptHours: { one: 'The recording is gone after {count} hour.', other: 'The recording is gone after {count} hours.' },
  noteKeptDays: { one: 'The recording is gone after {count} day.', other: 'The recording is gone after {count} days.' },

  adviceClinical: 'This name sounds clinical (“{word}”). This licence is not authorised for meeting users: take a télésanté Zoom licence.',
  adviceNeutral: 'Choose a neutral name, without a user’s name: other people read the booking.',
  advicePlanB: 'The plan B seems to hold a number or an address. Take it out: other people read the booking.',
  adviceEmail: 'The address {email} is not one of the expected work addresses ({list}).',
};
