/** One conference of the imitated Zoom, and how the API shows it. */
import type { Host } from './hosts.ts';

export type Kind = 'meeting' | 'webinar';

export interface Panelist {
  id: string;
  name: string;
  email: string;
}

/** One stay of one person; several stays of the same person are one participant. */
export interface Stay {
  name: string;
  email: string;
  join: number;
  leave: number;
}

export interface Conference {
  kind: Kind;
  id: number;
  uuid: string;
  host: Host;
  topic: string;
  agenda: string;
  /** 1 instant, 2 scheduled meeting, 3 and 8 recurring, 5 webinar, 6 and 9 recurring. */
  type: number;
  start: number | null;
  timezone: string;
  duration: number;
  createdAt: number;
  /** Lists show it from here on. */
  visibleFrom: number;
  passcode: string;
  settings: Record<string, unknown>;
  panelists: Panelist[];
  startedAt: number | null;
  endedAt: number | null;
  deletedAt: number | null;
  stays: Stay[];
  /** In the cloud, once somebody recorded it. */
  recording?: { key: string; passcode: string } | undefined;
}

/** Zoom writes instants without milliseconds. */
export const zoomTime = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z').replace(/\.\d{3}Z$/u, 'Z');

export const isLive = (conference: Conference): boolean => conference.startedAt !== null && conference.endedAt === null && conference.deletedAt === null;

/** A number lives 30 days after its date or its last use (zoom.md § 2.2). */
export const isGone = (conference: Conference, now: number): boolean =>
  conference.deletedAt !== null || (!isLive(conference) && (conference.endedAt ?? conference.start ?? conference.createdAt) + 30 * 86_400_000 < now);

/** Changes with the passcode, as at Zoom. */
export const joinLink = (conference: Conference, url: string): string =>
  `${url}/j/${conference.id}${conference.passcode === '' ? '' : `?pwd=${Buffer.from(conference.passcode).toString('base64url')}.1`}`;

const dialIn = [
  { country: 'CA', country_name: 'Canada', city: 'Montréal', number: '+1 438 555 0100', type: 'toll' },
  { country: 'CA', country_name: 'Canada', city: 'Toronto', number: '+1 647 555 0100', type: 'toll' },
];

/** What POST and GET answer. @param zak the key of a start link, good for two hours */
export const fullView = (conference: Conference, url: string, zak: string) => ({
  uuid: conference.uuid,
  id: conference.id,
  host_id: conference.host.id,
  host_email: conference.host.email,
  topic: conference.topic,
  type: conference.type,
  status: isLive(conference) ? 'started' : 'waiting',
  ...(conference.start === null ? {} : { start_time: zoomTime(conference.start) }),
  duration: conference.duration,
  timezone: conference.timezone,
  agenda: conference.agenda,
  created_at: zoomTime(conference.createdAt),
  start_url: `${url}/s/${conference.id}?zak=${zak}`,
  join_url: joinLink(conference, url),
  ...(conference.passcode === '' ? {} : { password: conference.passcode, encrypted_password: `${Buffer.from(conference.passcode).toString('base64url')}.1` }),
  settings: { ...conference.settings, global_dial_in_countries: ['CA'], global_dial_in_numbers: dialIn },
  creation_source: 'open_api',
});

/** One row of a list: the agenda is cut at 250 characters. */
export const rowView = (conference: Conference, url: string) => ({
  uuid: conference.uuid,
  id: conference.id,
  host_id: conference.host.id,
  topic: conference.topic,
  type: conference.type,
  ...(conference.start === null ? {} : { start_time: zoomTime(conference.start) }),
  duration: conference.duration,
  timezone: conference.timezone,
  agenda: conference.agenda.slice(0, 250),
  created_at: zoomTime(conference.createdAt),
  join_url: joinLink(conference, url),
});
