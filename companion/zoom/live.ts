/** What is live on a licence now. A status that cannot be read is a problem, never « nothing is live » (Z56). */
import { HOUR, MINUTE } from '../../lib/domain/zone.ts';
import { conferenceAnswer } from './answers.ts';
import { pathOf } from './family.ts';
import type { Api } from './http.ts';
import { listConferences } from './lists.ts';
import { ownProblem } from './problems.ts';
import type { ConferenceKind, Instant, LiveResult } from './types.ts';

/** A webinar may open this early (rehearsal), and run over this long. */
const EARLY = 3 * HOUR;
const LATE = 12 * HOUR;
const isWebinarType = (type: number | undefined): boolean => type === 5 || type === 6 || type === 9;

/**
 * Meetings are listed by `type=live`; Zoom lists no live webinars, so each webinar whose hour is near is asked for
 * its status. Zoom documents a status for meetings only: until a real account shows it for webinars, the sure sign of
 * a live webinar is the `webinar.started` event.
 */
export async function readLive(api: Api, hostUserId: string, now: Instant, signal: AbortSignal): Promise<LiveResult> {
  const meetings = await listConferences(api, 'meeting', hostUserId, 'live', signal);
  if (!meetings.ok) return meetings;
  const events = meetings.rows.map((row) => ({ kind: (isWebinarType(row.type) ? 'webinar' : 'meeting') as ConferenceKind, id: row.id, topic: row.topic }));

  const webinars = await listConferences(api, 'webinar', hostUserId, 'scheduled', signal);
  if (!webinars.ok) return webinars.problem.zoomCode === 200 ? { ok: true, events } : webinars; // no webinar licence: none can be live
  const near = webinars.rows.filter(
    ({ id, start_time: start, duration = 0 }) => {
      if (start === undefined || events.some((event) => event.id === id)) return false;
      return start - EARLY <= now && now <= start + duration * MINUTE + LATE;
    },
  );
  for (const { id } of near) {
    const answer = await api.call({ operation: 'webinar', method: 'GET', path: pathOf('webinar', id) }, signal);
    if (!answer.ok && answer.problem.zoomCode === 3001) continue;
    if (!answer.ok) return { ok: false, problem: answer.problem };
    const webinar = conferenceAnswer.safeParse(answer.body).data;
    if (webinar === undefined) return { ok: false, problem: ownProblem('unreadable', 'webinar: another shape') };
    if (webinar.status === 'started') events.push({ kind: 'webinar', id, topic: webinar.topic });
  }
  return { ok: true, events };
}
