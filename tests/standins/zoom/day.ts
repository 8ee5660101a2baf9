/** The day of the event: starting, ending, converting, who was there. What people do in Zoom's own application. */
import type { Account } from './account.ts';
import { isLive, type Conference, type Stay } from './conference.ts';
import { refuse } from './refusal.ts';

/** How many meetings one host may hold at once; a webinar is always alone (zoom.md § 0.9). */
const meetingsAtOnce = { free: 1, pro: 1, business: 2 };

/** @returns the live events that stand in the way of starting this one */
export function inTheWay(account: Account, conference: Conference): Conference[] {
  const live = account.conferences.filter((other) => other !== conference && other.host === conference.host && isLive(other));
  if (conference.kind === 'webinar' || live.some(({ kind }) => kind === 'webinar')) return live;
  return live.length < meetingsAtOnce[account.plan] ? [] : live;
}

/** The host opens the start link and presses the button. @returns what stands in the way; empty when it started */
export function startConference(account: Account, conference: Conference): Conference[] {
  if (isLive(conference)) return [];
  const others = inTheWay(account, conference);
  if (others.length > 0) return others;
  conference.startedAt = account.now();
  conference.endedAt = null;
  account.emit(`${conference.kind}.started`, conference);
  return [];
}

/** @throws {Refusal} when it is not live: what Zoom answers then is not known, this answer is invented */
export function endConference(account: Account, conference: Conference): void {
  if (!isLive(conference)) throw refuse.notStarted(String(conference.id));
  conference.endedAt = account.now();
  for (const stay of conference.stays) stay.leave = Math.min(stay.leave, conference.endedAt);
  account.emit(`${conference.kind}.ended`, conference, conference.kind === 'webinar' ? { object: { practice_session: false } } : {});
}

/** The end of a practice session: the same event with `practice_session: true`, and the webinar goes on. */
export const endPractice = (account: Account, conference: Conference): void =>
  account.emit('webinar.ended', conference, { object: { practice_session: true } });

/** Somebody converts it in Zoom's portal: the number stays, the family of the API changes (zoom.md § 3). */
export function convertConference(account: Account, conference: Conference): void {
  const toWebinar = conference.kind === 'meeting';
  conference.kind = toWebinar ? 'webinar' : 'meeting';
  conference.type = toWebinar ? 5 : 2;
  account.emit(toWebinar ? 'meeting.converted_to_webinar' : 'webinar.converted_to_meeting', conference);
}

export function attend(conference: Conference, stays: readonly Stay[]): void {
  conference.stays.push(...stays.map((stay) => ({ ...stay })));
}

/** People inside now, the host not counted. */
export const inside = (conference: Conference, now: number): number =>
  isLive(conference) ? conference.stays.filter(({ join, leave }) => join <= now && now < leave).length : 0;
