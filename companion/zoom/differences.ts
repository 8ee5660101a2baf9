/**
 * What Zoom set otherwise than asked. An administrator's lock wins over every request, and Zoom turns the waiting
 * room back on by itself (zoom.md § 0.3): only reading back shows it (Z15).
 */
import { minutesOf } from './common-body.ts';
import type { ConferenceAnswer } from './answers.ts';
import { meetingSettings } from './meeting-body.ts';
import type { ComparedSetting, ConferenceKind, ConferenceOrder } from './types.ts';
import { webinarSettings } from './webinar-body.ts';

/** Zoom's keys in machine words for the contract; keys that are not here are of no consequence to people. */
const words: Record<string, string> = {
  waiting_room: 'waitingRoom',
  join_before_host: 'joinBeforeHost',
  mute_upon_entry: 'muteOnEntry',
  host_video: 'hostVideo',
  participant_video: 'participantVideo',
  panelists_video: 'panelistsVideo',
  practice_session: 'practiceSession',
  auto_recording: 'recording',
  meeting_authentication: 'authentication',
  approval_type: 'registration',
  use_pmi: 'personalRoom',
};

/** A whole second is Zoom's finest; a lag of a minute is no move. */
const SAME_HOUR = 60_000;

const inWords = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value));
const compared = (setting: string, asked: unknown, shown: unknown): ComparedSetting =>
  ({ setting, asked: inWords(asked), shown: shown === undefined ? null : inWords(shown), holds: shown === undefined ? null : asked === shown });

/** Everything that matters to people of a conference, asked and shown side by side. */
export function comparisonOf(kind: ConferenceKind, order: ConferenceOrder, answer: ConferenceAnswer): ComparedSetting[] {
  const start = answer.start_time === undefined ? null : new Date(answer.start_time).toISOString();
  const waitingRoom = order.rules.waitingRoom === 'on';
  const list: ComparedSetting[] = [
    compared('topic', order.topic, answer.topic),
    { setting: 'start', asked: new Date(order.start).toISOString(), shown: start, holds: answer.start_time !== undefined && Math.abs(answer.start_time - order.start) < SAME_HOUR },
    compared('duration', minutesOf(order), answer.duration),
    compared('passcode', true, answer.password !== undefined && answer.password !== ''),
    // A webinar has no waiting room: a card that demands one is not met.
    ...(kind === 'webinar' ? [compared('waitingRoom', waitingRoom, false)] : []),
  ];
  const asked: object = kind === 'meeting' ? meetingSettings(order) : webinarSettings(order);
  for (const [key, value] of Object.entries(asked)) {
    const word = words[key];
    if (word !== undefined) list.push(compared(word, value, answer.settings?.[key]));
  }
  return list;
}

/** @returns machine words, sorted; `unread` when Zoom did not show its settings at all */
export function differencesOf(kind: ConferenceKind, order: ConferenceOrder, answer: ConferenceAnswer): string[] {
  const found = new Set(comparisonOf(kind, order, answer).filter(({ holds }) => holds === false).map(({ setting }) => setting));
  if (answer.settings === undefined) found.add('unread');
  return [...found].toSorted();
}

/** Whether the answer says enough to be judged; otherwise it is read again. */
export const saysEnough = (kind: ConferenceKind, answer: ConferenceAnswer): boolean =>
  answer.settings !== undefined && (kind === 'webinar' || typeof answer.settings['waiting_room'] === 'boolean');
