/** Reads the body of a creation or a change as Zoom does: what is refused, what is quietly overwritten. */
import type { Conference, Kind } from './conference.ts';
import { passcodeFault, type Host } from './hosts.ts';
import { refuse } from './refusal.ts';

export interface Fields {
  topic?: string;
  agenda?: string;
  start?: number;
  timezone?: string;
  duration?: number;
  passcode?: string;
  settings: Record<string, unknown>;
}

type Fault = { field: string; message: string };

const meetingDefaults = {
  host_video: false, participant_video: false, join_before_host: false, jbh_time: 0, mute_upon_entry: false, waiting_room: true, use_pmi: false,
  approval_type: 2, audio: 'both', auto_recording: 'none', meeting_authentication: false, alternative_hosts: '',
  alternative_hosts_email_notification: true, email_notification: true, focus_mode: false, auto_start_meeting_summary: true,
  auto_start_ai_companion_questions: true,
};
const webinarDefaults = {
  host_video: false, panelists_video: false, approval_type: 2, audio: 'both', auto_recording: 'none', practice_session: false,
  meeting_authentication: false, panelist_authentication: false, alternative_hosts: '', on_demand: false,
  panelists_invitation_email_notification: true, attendees_and_panelists_reminder_email_notification: { enable: true, type: 1 },
};
export const defaultsOf = (kind: Kind): Record<string, unknown> => (kind === 'meeting' ? meetingDefaults : webinarDefaults);

function textOf(body: Record<string, unknown>, field: string, maximum: number, faults: Fault[]): string | undefined {
  const value = body[field];
  if (value === undefined) return undefined;
  if (typeof value !== 'string') return void faults.push({ field, message: 'Invalid field.' });
  if ([...value].length > maximum) return void faults.push({ field, message: `Invalid field: at most ${maximum} characters.` });
  return value;
}

/** `…Z` is UTC; without it, local to the zone, which this imitation does not take. */
function startOf(value: unknown, faults: Fault[]): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u.test(value) && Number.isFinite(Date.parse(value))) return Date.parse(value);
  return void faults.push({ field: 'start_time', message: 'Invalid field: use yyyy-MM-ddTHH:mm:ssZ.' });
}

function timezoneOf(value: unknown, faults: Fault[]): string | undefined {
  if (value === undefined) return undefined;
  // The copies of Zoom's list that could be read hold America/Montreal, not America/Toronto (zoom.md § 0.10).
  if (typeof value === 'string' && value !== 'America/Toronto' && (value === 'America/Montreal' || Intl.supportedValuesOf('timeZone').includes(value) || value === 'UTC')) return value;
  return void faults.push({ field: 'timezone', message: 'Invalid field.' });
}

/** @throws {Refusal} 300 with every field that is wrong */
export function readFields(raw: unknown, kind: Kind, host: Host): Fields {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) throw refuse.invalidBody();
  const body = raw as Record<string, unknown>;
  const faults: Fault[] = [];
  const topic = textOf(body, 'topic', 200, faults);
  const agenda = textOf(body, 'agenda', 2000, faults);
  const passcode = textOf(body, 'password', 10, faults);
  const passcodeReason = passcode === undefined ? null : passcodeFault(passcode, host.passcodePolicy);
  if (passcodeReason !== null) faults.push({ field: 'password', message: passcodeReason });
  const start = startOf(body['start_time'], faults);
  const timezone = timezoneOf(body['timezone'], faults);
  const duration = body['duration'];
  if (duration !== undefined && !(Number.isInteger(duration) && Number(duration) > 0)) faults.push({ field: 'duration', message: 'Invalid field.' });
  const types = kind === 'meeting' ? [1, 2, 3, 8, 10] : [5, 6, 9];
  if (body['type'] !== undefined && !types.includes(body['type'] as number)) faults.push({ field: 'type', message: 'Invalid field.' });
  const settings = body['settings'] ?? {};
  if (typeof settings !== 'object' || Array.isArray(settings)) faults.push({ field: 'settings', message: 'Invalid field.' });
  const alternative = (settings as Record<string, unknown>)['alternative_hosts'];
  if (typeof alternative === 'string' && alternative !== '') faults.push({ field: 'settings.alternative_hosts', message: 'The alternative host is not a licensed user of this account.' });
  if (faults.length > 0) throw refuse.invalidFields(faults);
  return {
    ...(topic === undefined ? {} : { topic }),
    ...(agenda === undefined ? {} : { agenda }),
    ...(passcode === undefined ? {} : { passcode }),
    ...(start === undefined ? {} : { start }),
    ...(timezone === undefined ? {} : { timezone }),
    ...(duration === undefined ? {} : { duration: duration as number }),
    settings: settings as Record<string, unknown>,
  };
}

/**
 * The settings that Zoom really keeps: only keys of this kind, the administrator's locks over the request, and the
 * waiting room forced back on when there is neither passcode nor authentication (zoom.md § 0.3).
 */
export function settle(conference: Pick<Conference, 'kind' | 'host' | 'passcode' | 'settings'>, asked: Record<string, unknown>): Record<string, unknown> {
  const known = Object.keys(defaultsOf(conference.kind));
  const taken = Object.fromEntries(Object.entries(asked).filter(([key]) => known.includes(key)));
  const locked = Object.fromEntries(Object.entries(conference.host.locked).filter(([key]) => known.includes(key)));
  const settings: Record<string, unknown> = { ...conference.settings, ...taken, ...locked };
  if (conference.kind === 'webinar') return settings;
  if (conference.passcode === '' && settings['meeting_authentication'] !== true) settings['waiting_room'] = true;
  if (settings['waiting_room'] === true) settings['join_before_host'] = false;
  return settings;
}
