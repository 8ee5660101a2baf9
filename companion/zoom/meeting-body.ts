/**
 * The body of a meeting. Meetings made by the API do not copy the host's defaults (zoom.md § 2.1), so every setting
 * that matters is sent.
 */
import { commonOf, type Common } from './common-body.ts';
import type { ConferenceOrder } from './types.ts';

export interface MeetingSettings {
  waiting_room: boolean;
  join_before_host: boolean;
  mute_upon_entry: boolean;
  host_video: boolean;
  participant_video: boolean;
  auto_recording: 'none' | 'local' | 'cloud';
  meeting_authentication: boolean;
  approval_type: 2;
  audio: 'both';
  use_pmi: false;
  email_notification: false;
  alternative_hosts_email_notification: false;
  auto_start_meeting_summary: false;
  auto_start_ai_companion_questions: false;
}

export interface MeetingBody extends Common {
  type: 2;
  default_password: false;
  password: string;
  settings: MeetingSettings;
}

/** What the service card asks of a meeting (Z16). */
export const meetingSettings = ({ rules }: ConferenceOrder): MeetingSettings => ({
  // `offThenOn` and `optional` begin open: a person closes it by hand on the day (S1-22, S2-13).
  waiting_room: rules.waitingRoom === 'on',
  // People can be inside without the host only when nobody opens (S3-22) or the host's key does (S1-07, zoom.md § 6).
  join_before_host: rules.waitingRoom !== 'on' && (rules.startMode === 'automatic' || rules.startMode === 'hostKey'),
  mute_upon_entry: rules.muteOnEntry,
  host_video: rules.hostVideo,
  participant_video: rules.participantVideo,
  auto_recording: rules.recording,
  meeting_authentication: rules.authenticationRequired,
  approval_type: 2,
  audio: 'both',
  use_pmi: false,
  // The companion writes to people; Zoom to nobody.
  email_notification: false,
  alternative_hosts_email_notification: false,
  auto_start_meeting_summary: false,
  auto_start_ai_companion_questions: false,
});

/** @param passcode always sent: without one Zoom turns the waiting room back on by itself (zoom.md § 0.3) */
export const meetingBody = (order: ConferenceOrder, passcode: string): MeetingBody => ({
  ...commonOf(order),
  type: 2,
  default_password: false,
  password: passcode,
  settings: meetingSettings(order),
});
