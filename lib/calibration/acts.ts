/** What a person does in a calibration, as steps from one {@link Progress} to the next. Pure; no schema library. */
import type { AnchorName } from '../portal/anchors.ts';
import type { Alternative, ProfilePatch, StatusName } from '../portal/profile.ts';
import { journeyPages, type JourneyPage } from './journey.ts';
import { teach, teachPage, teachStatus } from './patch.ts';
import type { Act, Outcome, Progress } from './progress.ts';

/** As in progress.ts, which holds the schema. */
const ACTS_MAXIMUM = 30;

export const startProgress = (patch: ProfilePatch): Progress => ({ patch, acts: [], skipped: {}, visited: {}, trying: null, outcomes: [], atStart: false });

const withAct = (progress: Progress, act: Act): Progress => ({ ...progress, acts: [...progress.acts, act].slice(-ACTS_MAXIMUM) });
const without = (names: readonly string[] | undefined, anchor: string): string[] => (names ?? []).filter((name) => name !== anchor);

export function withTaught(progress: Progress, page: JourneyPage, anchor: AnchorName, alternatives: Alternative[]): Progress {
  const { patch, skipped } = progress;
  const next = { ...progress, patch: teach(patch, anchor, alternatives), skipped: { ...skipped, [page]: without(skipped[page], anchor) } };
  return withAct(next, { kind: 'taught', page, anchor, before: patch.anchors[anchor] ?? null });
}

export function withSkipped(progress: Progress, page: JourneyPage, anchor: AnchorName): Progress {
  const { skipped } = progress;
  return withAct({ ...progress, skipped: { ...skipped, [page]: [...without(skipped[page], anchor), anchor] } }, { kind: 'skipped', page, anchor });
}

export const withStatus = (progress: Progress, word: string, status: StatusName['status'] | null, date: string): Progress =>
  withAct({ ...progress, patch: teachStatus(progress.patch, word, status, date) }, { kind: 'status', word, before: progress.patch.statuses });

/** The dry run will come back to this address. */
export function withVisited(progress: Progress, page: JourneyPage, address: string): Progress {
  const { pathname, search, hash } = new URL(address);
  const path = `${pathname}${search}${hash}`.replace(/^\/{2,}/u, '/');
  return path.length > 2000 || progress.visited[page] === path ? progress : { ...progress, visited: { ...progress.visited, [page]: path } };
}

/** The person says of which kind the page is: its address becomes a hint. */
export const withPage = (progress: Progress, page: JourneyPage, address: string, date: string): Progress =>
  withVisited({ ...progress, patch: teachPage(progress.patch, page, address, date) }, page, address);

/** Takes the last act back; the same progress when there is none. */
export function withUndone(progress: Progress): Progress {
  const last = progress.acts.at(-1);
  if (last === undefined) return progress;
  const acts = progress.acts.slice(0, -1);
  if (last.kind === 'skipped') return { ...progress, acts, skipped: { ...progress.skipped, [last.page]: without(progress.skipped[last.page], last.anchor) } };
  const { patch } = progress;
  return { ...progress, acts, patch: last.kind === 'status' ? { ...patch, statuses: last.before } : teach(patch, last.anchor as AnchorName, last.before) };
}

/** The dry run goes to every page that was met, and says of the others that they were not. */
export const withTrial = (progress: Progress): Progress =>
  ({ ...progress, trying: journeyPages.filter((page) => progress.visited[page] !== undefined), outcomes: [] });

/** One page was looked at: on to the next. */
export function withOutcome(progress: Progress, outcome: Outcome): Progress {
  const trying = (progress.trying ?? []).filter((page) => page !== outcome.page);
  return { ...progress, trying: trying.length === 0 ? null : trying, outcomes: [...progress.outcomes.filter(({ page }) => page !== outcome.page), outcome] };
}
