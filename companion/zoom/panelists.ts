/** Presenters of a webinar: panelists, who need an e-mail and no licence (zoom.md § 0.5). */
import { panelistsAnswer } from './answers.ts';
import { pathOf } from './family.ts';
import type { Api } from './http.ts';
import { ownProblem } from './problems.ts';
import type { Failed, PresenterResult } from './types.ts';

/** Zoom takes this many a call (Z19). */
const A_CALL = 30;

type Panelist = { email: string; joinLink: string | null };

export async function readPanelists(api: Api, id: string, signal: AbortSignal): Promise<{ ok: true; panelists: Panelist[] } | Failed> {
  const answer = await api.call({ operation: 'webinarPanelists', method: 'GET', path: `${pathOf('webinar', id)}/panelists` }, signal);
  if (!answer.ok) return { ok: false, problem: answer.problem };
  const read = panelistsAnswer.safeParse(answer.body);
  if (!read.success) return { ok: false, problem: ownProblem('unreadable', 'webinarPanelists: another shape') };
  return { ok: true, panelists: read.data.panelists.map(({ email, join_url }) => ({ email, joinLink: join_url ?? null })) };
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Adds those who are not panelists yet, thirty a call; stops at the first call that fails. Safe to repeat. */
export async function addPanelists(
  api: Api,
  id: string,
  people: readonly { name: string; email: string }[],
  signal: AbortSignal,
): Promise<{ ok: true; panelists: Panelist[] } | Failed> {
  const before = await readPanelists(api, id, signal);
  if (!before.ok) return before;
  const missing = people.filter(({ email }) => !before.panelists.some((panelist) => same(panelist.email, email)));
  if (missing.length === 0) return before;
  for (let from = 0; from < missing.length; from += A_CALL) {
    const panelists = missing.slice(from, from + A_CALL).map(({ name, email }) => ({ name, email }));
    const answer = await api.call({ operation: 'webinarPanelistCreate', method: 'POST', path: `${pathOf('webinar', id)}/panelists`, body: { panelists } }, signal);
    if (!answer.ok) return { ok: false, problem: answer.problem };
  }
  return readPanelists(api, id, signal);
}

/** Makes one person a panelist, and finds that person's own link. */
export async function addPresenter(api: Api, id: string, name: string, email: string, signal: AbortSignal): Promise<PresenterResult> {
  const added = await addPanelists(api, id, [{ name, email }], signal);
  if (!added.ok) return added;
  return { ok: true, presenterLink: added.panelists.find((panelist) => same(panelist.email, email))?.joinLink ?? null };
}
