/** The body of a webinar: a webinar has no waiting room, no mute on entry, no join before host (Z17). */
import { commonOf, type Common } from './common-body.ts';
import type { ConferenceOrder } from './types.ts';

interface Off {
  enable: false;
  type: 0;
}

export interface WebinarSettings {
  host_video: boolean;
  panelists_video: boolean;
  practice_session: boolean;
  auto_recording: 'none' | 'local' | 'cloud';
  meeting_authentication: boolean;
  panelist_authentication: false;
  approval_type: 2;
  audio: 'both';
  on_demand: false;
  email_language: 'fr-FR';
  panelists_invitation_email_notification: false;
  registrants_email_notification: false;
  attendees_and_panelists_reminder_email_notification: Off;
  follow_up_attendees_email_notification: Off;
  follow_up_absentees_email_notification: Off;
}

export interface WebinarBody extends Common {
  type: 5;
  default_passcode: false;
  password: string;
  settings: WebinarSettings;
}

const off: Off = { enable: false, type: 0 };

/** What the service card asks of a webinar. Attendees neither speak nor show themselves, whatever the card says. */
export const webinarSettings = ({ rules }: ConferenceOrder): WebinarSettings => ({
  host_video: rules.hostVideo,
  panelists_video: rules.hostVideo,
  practice_session: rules.practiceSession,
  auto_recording: rules.recording,
  meeting_authentication: rules.authenticationRequired,
  panelist_authentication: false,
  approval_type: 2,
  audio: 'both',
  on_demand: false,
  email_language: 'fr-FR',
  // The companion writes to people; Zoom to nobody.
  panelists_invitation_email_notification: false,
  registrants_email_notification: false,
  attendees_and_panelists_reminder_email_notification: off,
  follow_up_attendees_email_notification: off,
  follow_up_absentees_email_notification: off,
});

export const webinarBody = (order: ConferenceOrder, passcode: string): WebinarBody => ({
  ...commonOf(order),
  type: 5,
  default_passcode: false,
  password: passcode,
  settings: webinarSettings(order),
});
