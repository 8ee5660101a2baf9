/** Zoom behind the companion's interface. What each call promises is said in types.ts. */
import { conferenceAnswer, conferenceOf, conferenceOfRow, recordingAnswer } from './answers.ts';
import { readAttendance } from './attendance.ts';
import { checkZoom } from './check.ts';
import { commonOf, faultOf } from './common-body.ts';
import { comparisonOf, differencesOf, saysEnough } from './differences.ts';
import { inFamily, occurrencePath, pathOf } from './family.ts';
import { chooseKind, createHosts } from './hosts.ts';
import { createApi } from './http.ts';
import { listConferences } from './lists.ts';
import { readLive } from './live.ts';
import { meetingBody } from './meeting-body.ts';
import { addPresenter, readPanelists } from './panelists.ts';
import { createPasscode } from './passcode.ts';
import { ownProblem } from './problems.ts';
import { createTurns } from './turns.ts';
import type { ConferenceKind, ConferenceOrder, Conferences, ConferencesResult, CreatedConference, CreateOutcome, ReadResult, Result, ZoomOptions, ZoomProblem } from './types.ts';
import { webinarBody } from './webinar-body.ts';

const refused = (problem: ZoomProblem): CreateOutcome => ({ outcome: 'refused', problem });
const failed = (problem: ZoomProblem): { ok: false; problem: ZoomProblem } => ({ ok: false, problem });
const corrected = (asked: ConferenceKind, found: ConferenceKind): { kind?: ConferenceKind } => (asked === found ? {} : { kind: found });

export function createZoom(options: ZoomOptions): Conferences {
  const api = createApi(options);
  const hosts = createHosts(api, options.now);
  const inTurn = createTurns();

  const get = (kind: ConferenceKind, id: string, signal: AbortSignal) =>
    inFamily(kind, (family) => api.call({ operation: family, method: 'GET', path: pathOf(family, id) }, signal));

  async function post(kind: ConferenceKind, order: ConferenceOrder, signal: AbortSignal, aboutToSend?: () => Promise<void>): Promise<CreateOutcome> {
    const passcode = createPasscode(await hosts.passcodePolicy(order.hostUserId, signal));
    const body = kind === 'webinar' ? webinarBody(order, passcode) : meetingBody(order, passcode);
    const token = await api.token();
    if (!token.ok) return refused(token.problem);
    await aboutToSend?.();
    const answer = await api.call({ operation: `${kind}Create`, method: 'POST', path: `/users/${encodeURIComponent(order.hostUserId)}/${kind}s`, body }, signal);
    if (!answer.ok) return answer.done === 'no' ? refused(answer.problem) : { outcome: 'unknown', problem: answer.problem };
    const made = conferenceAnswer.safeParse(answer.body).data;
    if (made === undefined) return { outcome: 'unknown', problem: ownProblem('unreadable', `${kind}Create: HTTP ${answer.status} of another shape`) };
    hosts.learn(made.id, order.hostUserId);
    // A 201 that does not show its settings is read back: only so is a waiting room seen that Zoom put there (Z15).
    const back = saysEnough(kind, made) ? undefined : (await get(kind, made.id, signal)).exchanged;
    const shown = (back?.ok === true ? conferenceAnswer.safeParse(back.body).data : undefined) ?? made;
    return { outcome: 'created', conference: { ...conferenceOf(kind, shown, differencesOf(kind, order, shown), null), createdAt: shown.created_at ?? options.now() } };
  }

  async function read(kind: ConferenceKind, id: string, signal: AbortSignal, against?: ConferenceOrder): Promise<ReadResult> {
    const { kind: found, exchanged } = await get(kind, id, signal);
    if (!exchanged.ok) return failed(exchanged.problem);
    const answer = conferenceAnswer.safeParse(exchanged.body).data;
    if (answer === undefined) return failed(ownProblem('unreadable', `${found}: another shape`));
    const panelists = found === 'webinar' ? await readPanelists(api, id, signal) : null;
    // Only when there is one: of several, nobody knows here which is the presenter's.
    const presenterLink = panelists?.ok === true && panelists.panelists.length === 1 ? (panelists.panelists[0]?.joinLink ?? null) : null;
    return { ok: true, conference: conferenceOf(found, answer, against === undefined ? [] : differencesOf(found, against, answer), presenterLink) };
  }

  async function marked(hostUserId: string, holds: (marker: string) => boolean, signal: AbortSignal): Promise<ConferencesResult> {
    const found: CreatedConference[] = [];
    for (const kind of ['webinar', 'meeting'] as const) {
      const list = await listConferences(api, kind, hostUserId, 'scheduled', signal);
      if (!list.ok && !(kind === 'webinar' && list.problem.zoomCode === 200)) return list; // 200: no webinar licence, no webinars
      const conferences = list.ok ? list.rows.map((row) => conferenceOfRow(kind, row)) : [];
      found.push(...conferences.filter(({ marker }) => marker !== null && holds(marker)));
    }
    for (const { id } of found) hosts.learn(id, hostUserId);
    return { ok: true, conferences: found.toSorted((one, other) => one.createdAt - other.createdAt || Number(one.id) - Number(other.id)) };
  }

  return {
    async create(order, signal, aboutToSend) {
      const fault = faultOf(order, options.now());
      if (fault !== null) return refused(fault);
      const { kind: asked } = order.rules;
      if (asked === 'permanent' || asked === 'none') return refused(ownProblem('invalid', `order: a card of kind ${asked} creates nothing`, true));
      let kind: ConferenceKind = asked === 'auto' ? 'webinar' : asked;
      if (asked === 'auto') {
        const licences = await hosts.readFeatures(order.hostUserId, signal);
        if (!licences.ok) return refused(licences.problem);
        kind = chooseKind(order, licences.features);
      }
      return inTurn(order.hostUserId, () => post(kind, order, signal, aboutToSend));
    },

    async findByMarker(hostUserId, marker, signal) {
      const list = await marked(hostUserId, (found) => found === marker, signal);
      if (!list.ok) return list;
      const conferences: CreatedConference[] = [];
      for (const { kind, id, createdAt } of list.conferences) {
        const full = await read(kind, id, signal);
        if (full.ok) conferences.push({ ...full.conference, createdAt: full.conference.createdAt || createdAt });
        else if (full.problem.zoomCode !== 3001) return full; // deleted since the list was made is no find
      }
      return { ok: true, conferences };
    },

    listMarked: (hostUserId, prefix, signal) => marked(hostUserId, (found) => found.startsWith(prefix), signal),

    async addPresenter({ kind, id }, presenter, signal) {
      const { name, email } = presenter;
      if (kind === 'meeting' || email === null) return { ok: true, presenterLink: null };
      const added = await inTurn(hosts.turnOf(id), () => addPresenter(api, id, name, email, signal));
      if (added.ok || (added.problem.zoomCode !== 3000 && added.problem.zoomCode !== 3001)) return added;
      const now = await get('webinar', id, signal);
      return now.exchanged.ok && now.kind === 'meeting' ? { ok: true, presenterLink: null, kind: 'meeting' } : added;
    },

    read,

    async compare(kind, id, order, signal) {
      const { kind: found, exchanged } = await get(kind, id, signal);
      if (!exchanged.ok) return failed(exchanged.problem);
      const answer = conferenceAnswer.safeParse(exchanged.body).data;
      return answer === undefined ? failed(ownProblem('unreadable', `${found}: another shape`)) : { ok: true, settings: comparisonOf(found, order, answer) };
    },

    update(kind, id, order, signal) {
      const fault = faultOf(order, options.now());
      if (fault !== null) return Promise.resolve(failed(fault));
      hosts.learn(id, order.hostUserId);
      return inTurn(order.hostUserId, async (): Promise<Result> => {
        const { kind: found, exchanged } = await inFamily(kind, (family) => api.call({ operation: `${family}Update`, method: 'PATCH', path: pathOf(family, id), body: commonOf(order) }, signal));
        return exchanged.ok ? { ok: true, ...corrected(kind, found) } : failed(exchanged.problem);
      });
    },

    cancel: (kind, id, signal) =>
      inTurn(hosts.turnOf(id), async (): Promise<Result> => {
        // People are told by the companion, never by Zoom as well.
        const quiet = { meeting: { schedule_for_reminder: 'false', cancel_meeting_reminder: 'false' }, webinar: { cancel_webinar_reminder: 'false' } };
        const { kind: found, exchanged } = await inFamily(kind, (family) => api.call({ operation: `${family}Delete`, method: 'DELETE', path: pathOf(family, id), query: quiet[family] }, signal));
        const gone = exchanged.ok || exchanged.problem.zoomCode === 3001 || exchanged.problem.zoomCode === 3007;
        return gone ? { ok: true, ...corrected(kind, found) } : failed(exchanged.problem);
      }),

    async startLink(kind, id, signal) {
      const { exchanged } = await get(kind, id, signal);
      if (!exchanged.ok) return failed(exchanged.problem);
      const link = conferenceAnswer.safeParse(exchanged.body).data?.start_url;
      return link === undefined ? failed(ownProblem('unreadable', `${kind}: no start link`)) : { ok: true, link };
    },

    end: (kind, id, signal) =>
      inTurn(hosts.turnOf(id), async (): Promise<Result> => {
        const { kind: found, exchanged } = await inFamily(kind, (family) => api.call({ operation: `${family}Status`, method: 'PUT', path: `${pathOf(family, id)}/status`, body: { action: 'end' } }, signal));
        if (exchanged.ok) return { ok: true, ...corrected(kind, found) };
        if (exchanged.problem.code !== 'invalid') return failed(exchanged.problem);
        // What Zoom answers to the end of what has not begun is not documented: its status tells (Z54).
        const now = (await get(found, id, signal)).exchanged;
        const waiting = now.ok && conferenceAnswer.safeParse(now.body).data?.status === 'waiting';
        return failed(waiting ? { ...exchanged.problem, code: 'notStarted' } : exchanged.problem);
      }),

    hostId: (hostUserId, signal) => hosts.readId(hostUserId, signal),
    live: (hostUserId, signal) => readLive(api, hostUserId, options.now(), signal),
    attendance: (kind, id, signal) => readAttendance(api, kind, id, signal),

    setHostKey: (hostUserId, hostKey, signal) =>
      inTurn(hostUserId, async (): Promise<Result> => {
        const changed = await api.call({ operation: 'userUpdate', method: 'PATCH', path: `/users/${encodeURIComponent(hostUserId)}`, body: { host_key: hostKey } }, signal);
        return changed.ok ? { ok: true } : failed(changed.problem);
      }),

    async recording(uuid, signal) {
      const answer = await api.call({ operation: 'recording', method: 'GET', path: `/meetings/${occurrencePath(uuid)}/recordings` }, signal);
      if (!answer.ok) return failed(answer.problem);
      const found = recordingAnswer.safeParse(answer.body).data;
      return found === undefined ? failed(ownProblem('unreadable', 'recording: another shape')) : { ok: true, link: found.share_url, passcode: found.password ?? null };
    },

    check: (hostUserIds, neededKinds, signal, hasRooms = false) => checkZoom(api, hosts, options, hostUserIds, neededKinds, signal, hasRooms),
  };
}
