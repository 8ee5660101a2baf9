/**
 * What Zoom set otherwise than asked. An administrator's lock wins over every request, and Zoom turns the waiting
 * room back on by itself (zoom.md § 0.3): only reading back shows it (Z15).
 */
import { minutesOf } from './common-body.ts';
import type { ConferenceAnswer } from './answers.ts';
import { meetingSettings } from './meeting-body.ts';
import type { ConferenceKind, ConferenceOrder } from './types.ts';
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

/** @returns machine words, sorted; `unread` when Zoom did not show its settings at all */
export function differencesOf(kind: ConferenceKind, order: ConferenceOrder, answer: ConferenceAnswer): string[] {
  const found = new Set<string>();
  if (answer.topic !== order.topic) found.add('topic');
  if (answer.start_time === undefined || Math.abs(answer.start_time - order.start) >= SAME_HOUR) found.add('start');
  if (answer.duration !== undefined && answer.duration !== minutesOf(order)) found.add('duration');
  if (answer.password === undefined || answer.password === '') found.add('passcode');
  // A webinar has no waiting room: a card that demands one is not met.
  if (kind === 'webinar' && order.rules.waitingRoom === 'on') found.add('waitingRoom');
  if (answer.settings === undefined) return [...found.add('unread')].toSorted();
  const asked: object = kind === 'meeting' ? meetingSettings(order) : webinarSettings(order);
  for (const [key, value] of Object.entries(asked)) {
    const word = words[key];
    const returned = answer.settings[key];
    if (word !== undefined && returned !== undefined && returned !== value) found.add(word);
  }
  return [...found].toSorted();
}

/** Whether the answer says enough to be judged; otherwise it is read again. */
export const saysEnough = (kind: ConferenceKind, answer: ConferenceAnswer): boolean =>
  answer.settings !== undefined && (kind === 'webinar' || typeof answer.settings['waiting_room'] === 'boolean');
