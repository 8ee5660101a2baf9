/** A conference as a checker sees it, and as Zoom's events tell of it. */
import { isLive, joinLink, zoomTime, type Conference, type Kind } from './conference.ts';

/** One conference as a checker sees it. */
export interface ConferenceView {
  kind: Kind;
  id: string;
  uuid: string;
  host: string;
  topic: string;
  agenda: string;
  type: number;
  start: number | null;
  duration: number;
  passcode: string;
  joinLink: string;
  settings: Record<string, unknown>;
  panelists: { name: string; email: string }[];
  live: boolean;
  ended: boolean;
  createdAt: number;
  deletedAt: number | null;
}

export const viewOf = (conference: Conference, url: string): ConferenceView => ({
  kind: conference.kind,
  id: String(conference.id),
  uuid: conference.uuid,
  host: conference.host.email,
  topic: conference.topic,
  agenda: conference.agenda,
  type: conference.type,
  start: conference.start,
  duration: conference.duration,
  passcode: conference.passcode,
  joinLink: joinLink(conference, url),
  settings: { ...conference.settings },
  panelists: conference.panelists.map(({ name, email }) => ({ name, email })),
  live: isLive(conference),
  ended: conference.endedAt !== null,
  createdAt: conference.createdAt,
  deletedAt: conference.deletedAt,
});

/** The number is text in started and ended, a number in the others (zoom.md § 5). */
export function eventOf(event: string, conference: Conference, accountId: string, at: number, extra: Record<string, unknown>): object {
  const { object, ...payload } = extra;
  const asText = /\.(?:started|ended)$/u.test(event);
  return {
    event,
    event_ts: at,
    payload: {
      account_id: accountId,
      ...(asText ? {} : { operator: conference.host.email, operator_id: conference.host.id }),
      ...payload,
      object: {
        id: asText ? String(conference.id) : conference.id,
        uuid: conference.uuid,
        host_id: conference.host.id,
        topic: conference.topic,
        type: conference.type,
        ...(conference.start === null ? {} : { start_time: zoomTime(conference.start) }),
        timezone: conference.timezone,
        duration: conference.duration,
        ...(event.endsWith('.ended') ? { end_time: zoomTime(at) } : {}),
        ...(object as Record<string, unknown> | undefined),
      },
    },
  };
}
