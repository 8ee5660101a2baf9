/** The users of the imitated account, with the licences and policies that decide what Zoom lets them do. */
import { word, type Random } from './random.ts';

export interface PasscodePolicy {
  length?: number;
  have_letter?: boolean;
  have_number?: boolean;
  have_special_character?: boolean;
  have_upper_and_lower_characters?: boolean;
  only_allow_numeric?: boolean;
  consecutive_characters_length?: 0 | 4 | 5 | 6 | 7 | 8;
}

export interface HostOptions {
  email: string;
  id?: string;
  firstName?: string;
  lastName?: string;
  /** Seats of the webinar licence; null: none. */
  webinarCapacity?: number | null;
  /** Seats of the Large Meeting add-on; null: none. */
  largeMeetingCapacity?: number | null;
  meetingCapacity?: number;
  /** False: hosting is refused with 3161. */
  mayHost?: boolean;
  /** A user without a licence: Zoom's type 1. */
  basic?: boolean;
  /** Six to ten digits; it holds for all his meetings (zoom.md § 6). */
  hostKey?: string;
  /** True: belongs to another account, refused with 1010. */
  elsewhere?: boolean;
  /** Settings that the account's administrator locked; they win over every request. */
  locked?: Record<string, unknown>;
  passcodePolicy?: PasscodePolicy;
}

export interface Host extends Required<HostOptions> {
  /** Creations and changes so far, by UTC day `2026-11-24`. */
  used: Map<string, number>;
}

export const WEB5000 = 'licence-web5000@cct.example.test';
export const PLAIN = 'animation@cct.example.test';

export const defaultHosts: readonly HostOptions[] = [
  { email: WEB5000, id: 'hWeb5000AbCdEfGhIjKlMn', firstName: 'Licence', lastName: 'ZOOM Web5000', webinarCapacity: 5000 },
  { email: PLAIN, id: 'hPlain300AbCdEfGhIjKlM', firstName: 'Animation', lastName: 'CCT' },
];

export const createHost = (options: HostOptions, random: Random): Host => ({
  id: options.id ?? word(random, 22),
  firstName: 'Titulaire',
  lastName: options.email.split('@')[0] ?? '',
  webinarCapacity: null,
  largeMeetingCapacity: null,
  meetingCapacity: 300,
  mayHost: true,
  basic: false,
  hostKey: '000000',
  elsewhere: false,
  locked: {},
  passcodePolicy: {},
  ...options,
  used: new Map(),
});

/** `GET /users/{id}` */
export const userView = (host: Host, accountId: string) => ({
  id: host.id,
  email: host.email,
  first_name: host.firstName,
  last_name: host.lastName,
  display_name: `${host.firstName} ${host.lastName}`,
  type: host.mayHost && !host.basic ? 2 : 1,
  status: 'active',
  account_id: accountId,
  timezone: 'America/Montreal',
  language: 'fr-FR',
  use_pmi: false,
  created_at: '2020-04-17T12:00:00Z',
});

/** `GET /users/{id}/settings`; with `option=meeting_security` only that part, as at Zoom. */
export function settingsView(host: Host, option: string | null) {
  const meeting_password_requirement = {
    length: 0,
    have_letter: false,
    have_number: false,
    have_special_character: false,
    have_upper_and_lower_characters: false,
    only_allow_numeric: false,
    consecutive_characters_length: 0,
    weak_enhance_detection: false,
    ...host.passcodePolicy,
  };
  if (option === 'meeting_security') return { meeting_security: { meeting_password_requirement, waiting_room: true, meeting_password: false, webinar_password: false } };
  return {
    feature: {
      meeting_capacity: host.meetingCapacity,
      large_meeting: host.largeMeetingCapacity !== null,
      large_meeting_capacity: host.largeMeetingCapacity ?? 0,
      webinar: host.webinarCapacity !== null,
      ...(host.webinarCapacity === null ? {} : { webinar_capacity: host.webinarCapacity }),
      concurrent_meeting: 'Basic',
    },
    schedule_meeting: { embed_password_in_join_link: true, meeting_password_requirement },
  };
}

const special = /[^A-Za-z0-9]/u;

/** @returns why Zoom refuses this passcode; null when it takes it */
export function passcodeFault(passcode: string, policy: PasscodePolicy): string | null {
  if (passcode.length > 10) return 'Password length cannot exceed 10 characters.';
  if (!/^[A-Za-z0-9@_*-]*$/u.test(passcode)) return 'Password contains invalid characters.';
  if (passcode.length < (policy.length ?? 0)) return `Password must have at least ${policy.length} characters.`;
  if (policy.only_allow_numeric === true) return /^\d*$/u.test(passcode) ? null : 'Password must be numeric.';
  if (policy.have_letter === true && !/[A-Za-z]/u.test(passcode)) return 'Password must have a letter.';
  if (policy.have_number === true && !/\d/u.test(passcode)) return 'Password must have a number.';
  if (policy.have_special_character === true && !special.test(passcode)) return 'Password must have a special character.';
  if (policy.have_upper_and_lower_characters === true && !(/[a-z]/u.test(passcode) && /[A-Z]/u.test(passcode))) return 'Password must have upper and lower case.';
  return hasRun(passcode, policy.consecutive_characters_length ?? 0) ? 'Password must not have consecutive characters.' : null;
}

/** A run such as `abcd` or `1111` of this length or longer. */
function hasRun(text: string, length: number): boolean {
  if (length === 0) return false;
  for (const step of [0, 1]) {
    let run = 1;
    for (let index = 1; index < text.length; index += 1) {
      run = text.charCodeAt(index) - text.charCodeAt(index - 1) === step ? run + 1 : 1;
      if (run >= length) return true;
    }
  }
  return false;
}
