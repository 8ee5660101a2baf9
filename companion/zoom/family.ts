/** The two families of paths, and the conference that somebody converted from one to the other (Z32). */
import type { Exchanged } from './http.ts';
import type { ConferenceKind } from './types.ts';

export const pathOf = (kind: ConferenceKind, id: string): string => `/${kind}s/${encodeURIComponent(id)}`;

/** An occurrence's UUID in a path: twice encoded when it holds a slash that a server would take for a part (zoom.md § 2.2). A number stays as it is. */
export const occurrencePath = (id: string): string => {
  const once = encodeURIComponent(id);
  return id.startsWith('/') || id.includes('//') ? encodeURIComponent(once) : once;
};

export type OfFamily = { kind: ConferenceKind; exchanged: Exchanged };

/**
 * Tries the family on record, and once the other when Zoom's answer may mean that the conference moved there:
 * 3000 on a meeting's path says so; a webinar turned into a meeting is 3000 or 3001 on the webinar's path.
 * Without that second look a converted conference would pass for a deleted one.
 */
export async function inFamily(kind: ConferenceKind, attempt: (kind: ConferenceKind) => Promise<Exchanged>): Promise<OfFamily> {
  const first = await attempt(kind);
  if (first.ok) return { kind, exchanged: first };
  const code = first.problem.zoomCode;
  if (code !== 3000 && !(kind === 'webinar' && code === 3001)) return { kind, exchanged: first };
  const other = kind === 'meeting' ? 'webinar' : 'meeting';
  const second = await attempt(other);
  if (second.ok) return { kind: other, exchanged: second };
  // The other family knows nothing of a webinar that is gone: the first answer stands.
  const silent = second.problem.zoomCode === 3000 || second.problem.zoomCode === 3001 || second.problem.code === 'configuration';
  return kind === 'webinar' && silent ? { kind, exchanged: first } : { kind: other, exchanged: second };
}
