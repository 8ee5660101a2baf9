import { describe, expect, it } from 'vitest';
import { inFamily } from '../../../companion/zoom/family.ts';
import { createApi } from '../../../companion/zoom/http.ts';
import { addPanelists } from '../../../companion/zoom/panelists.ts';
import { ownProblem } from '../../../companion/zoom/problems.ts';
import type { ConferenceKind } from '../../../companion/zoom/types.ts';
import { PLAIN, WEB5000 } from '../../standins/zoom/standin.ts';
import { bench, callsOf, DAY, HOUR, made, NOW, order, signal } from './harness.ts';

const meeting = (changes: Parameters<typeof order>[0] = {}) => order({ ...changes, rules: { kind: 'meeting', ...changes.rules } });

describe('finding', () => {
  it('Z4 gives every conference with the marker, webinars and meetings, oldest first, and no other', async () => {
    const { zoom, clock } = await bench();
    const first = await made(zoom, meeting());
    clock.now += 1000;
    const second = await made(zoom, order());
    await made(zoom, order({ marker: '[MGR:iris-47110:0a1b2c3d]' }));
    const found = await zoom.findByMarker(WEB5000, order().marker, signal);
    expect(found.ok && found.conferences.map(({ id, kind, passcode }) => ({ id, kind, passcode }))).toEqual([
      { id: first.id, kind: 'meeting', passcode: first.passcode },
      { id: second.id, kind: 'webinar', passcode: second.passcode },
    ]);
  });

  it('Z5 finds the marker although the list cuts the agenda, and through all pages', async () => {
    const { zoom, standin } = await bench({ limits: { rates: false, daily: 1000 } });
    for (let time = 0; time < 305; time += 1) await made(zoom, order({ marker: `[MGR:n${time}:00000000]`, description: 'x'.repeat(1900), start: NOW + DAY + time * 1000 }));
    const found = await zoom.findByMarker(WEB5000, '[MGR:n304:00000000]', signal);
    expect(found.ok && found.conferences).toHaveLength(1);
    expect(callsOf(standin, 'webinars')).toHaveLength(2);
  }, 60_000);

  it('Z3 finds nothing while the list lags, and the conference afterwards', async () => {
    const { zoom, clock } = await bench({ faults: { rates: {}, listLag: [400, 400] } });
    await made(zoom);
    expect(await zoom.findByMarker(WEB5000, order().marker, signal)).toEqual({ ok: true, conferences: [] });
    clock.now += 400;
    expect((await zoom.findByMarker(WEB5000, order().marker, signal)) as object).toMatchObject({ ok: true, conferences: [{ marker: order().marker }] });
  });

  it('never takes half a list for the whole', async () => {
    const { zoom, standin } = await bench();
    await made(zoom);
    for (let time = 0; time < 3; time += 1) standin.failNext('500.before', { path: /users\/.*\/meetings$/u });
    expect(await zoom.findByMarker(WEB5000, order().marker, signal)).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
    for (let time = 0; time < 3; time += 1) standin.failNext('500.before', { path: /\/webinars\/\d+$/u });
    expect(await zoom.findByMarker(WEB5000, order().marker, signal)).toMatchObject({ ok: false });
  });

  it.each([
    ['a page of another shape', { webinars: 'none' }],
    ['a row without a number', { webinars: [{ topic: 'x' }] }],
    ['pages without end', { webinars: [], next_page_token: 'again' }],
  ])('takes %s for unreadable, never for empty', async (_title, body) => {
    const { another } = await bench();
    const zoom = another({ fetch: (input, init) => (String(input).includes('/webinars?') ? Promise.resolve(Response.json(body)) : fetch(input, init)) });
    expect(await zoom.findByMarker(WEB5000, order().marker, signal)).toMatchObject({ ok: false, problem: { code: 'unreadable' } });
  });

  it('follows page numbers where Zoom offers no token', async () => {
    const rows = [1, 2, 3].map((number) => ({ id: 80_000_000_000 + number, agenda: `[MGR:${number}:00000000]`, join_url: 'https://zoom.us/j/1' }));
    const { another } = await bench();
    const zoom = another({
      fetch: (input, init) => {
        const url = new URL(String(input));
        if (!url.pathname.endsWith('/webinars')) return fetch(input, init);
        const number = Number(url.searchParams.get('page_number') ?? 1);
        return Promise.resolve(Response.json({ page_count: 3, page_number: number, webinars: [rows[number - 1]] }));
      },
    });
    const found = await zoom.listMarked(WEB5000, '[MGR:', signal);
    expect(found.ok && found.conferences.map(({ marker }) => marker)).toEqual(['[MGR:1:00000000]', '[MGR:2:00000000]', '[MGR:3:00000000]']);
  });

  it('Z88 lists everything with our marker, and nothing that people made without it', async () => {
    const { zoom, standin } = await bench();
    const ours = [await made(zoom), await made(zoom, meeting({ marker: '[MGR:autre:00000000]' }))];
    await fetch(`${standin.apiBase}/users/${WEB5000}/meetings`, { method: 'POST', headers: { authorization: `Bearer ${await tokenOf(standin)}` }, body: JSON.stringify({ topic: 'À la main', agenda: 'Voir [MGR:autre:00000000]', type: 2, start_time: '2026-12-01T14:00:00Z' }) });
    expect(standin.conferences()).toHaveLength(3);
    const found = await zoom.listMarked(WEB5000, '[MGR:', signal);
    expect(found.ok && found.conferences.map(({ id }) => id).toSorted()).toEqual(ours.map(({ id }) => id).toSorted());
  });

  it('looks among the meetings of a host that has no webinar licence', async () => {
    const { another } = await bench();
    const zoom = another({ fetch: (input, init) => (String(input).includes('/webinars?') ? Promise.resolve(Response.json({ code: 200, message: 'Webinar plan is missing.' }, { status: 400 })) : fetch(input, init)) });
    const { id } = await made(zoom, meeting({ hostUserId: PLAIN }));
    const found = await zoom.findByMarker(PLAIN, order().marker, signal);
    expect(found.ok && found.conferences.map((one) => one.id)).toEqual([id]);
  });
});

const tokenOf = async ({ tokenUrl, credentials }: {
  tokenUrl: string;
  credentials: { accountId: string; clientId: string; clientSecret: string };
}): Promise<string> => {
  const answer = await fetch(tokenUrl, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${credentials.clientId}:${credentials.clientSecret}`)}` },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: credentials.accountId }),
  });
  return ((await answer.json()) as { access_token: string }).access_token;
};

describe('the presenter', () => {
  it('S0-18 Z18 becomes a panelist once, however often asked, and has a link of their own', async () => {
    const { zoom, standin } = await bench();
    const conference = await made(zoom);
    const results = [await zoom.addPresenter(conference, order().presenter, signal), await zoom.addPresenter(conference, { name: 'Autre', email: 'ELISE@iucpq.example.test' }, signal)];
    expect(standin.conferences()[0]!.panelists).toEqual([{ name: 'Élise Gagné', email: 'elise@iucpq.example.test' }]);
    expect(callsOf(standin, 'webinarPanelistCreate')).toHaveLength(1);
    expect(callsOf(standin, 'webinarPanelists')).toHaveLength(3);
    const link = results[0]!.ok ? results[0]!.presenterLink : null;
    expect(link).toContain(`/w/${conference.id}?tk=`);
    expect(results[1]).toEqual({ ok: true, presenterLink: link });
    expect(await zoom.read(conference.kind, conference.id, signal)).toMatchObject({ ok: true, conference: { presenterLink: link } });
    expect((await fetch(link!)).status).toBe(200);
  });

  it('Z18 a failure to add the presenter makes no second webinar, and can be tried again', async () => {
    const { zoom, standin } = await bench();
    const conference = await made(zoom);
    standin.failNext('500.after', { method: 'POST' });
    expect(await zoom.addPresenter(conference, order().presenter, signal)).toMatchObject({ ok: false, problem: { code: 'unreachable', permanent: false } });
    expect(await zoom.addPresenter(conference, order().presenter, signal)).toMatchObject({ ok: true });
    expect(standin.created()).toHaveLength(1);
    expect(standin.conferences()[0]!.panelists).toHaveLength(1);
  });

  it('S0-18 stays on the checklist for a meeting, or without an e-mail', async () => {
    const { zoom, standin } = await bench();
    const webinar = await made(zoom);
    const room = await made(zoom, meeting());
    const before = standin.calls().length;
    expect(await zoom.addPresenter(room, order().presenter, signal)).toEqual({ ok: true, presenterLink: null });
    expect(await zoom.addPresenter(webinar, { name: 'Élise', email: null }, signal)).toEqual({ ok: true, presenterLink: null });
    expect(standin.calls()).toHaveLength(before);
  });

  it('Z19 adds 65 panelists thirty at a time', async () => {
    const { zoom, standin, options } = await bench();
    const { id } = await made(zoom);
    const people = Array.from({ length: 65 }, (_, number) => ({ name: `Personne ${number}`, email: `p${number}@cct.example.test` }));
    expect((await addPanelists(createApi(options), id, people, signal)).ok).toBe(true);
    expect(standin.conferences()[0]!.panelists).toHaveLength(65);
    expect(callsOf(standin, 'webinarPanelistCreate').map(({ body }) => (body as { panelists: unknown[] }).panelists.length)).toEqual([30, 30, 5]);
    const more = people.map(({ email }, number) => ({ name: 'Autre', email: `a${number}.${email}` }));
    expect(await addPanelists(createApi(options), id, more, signal)).toMatchObject({ ok: false, problem: { zoomCode: 3000 } });
  });

  it('Z32 has nothing to add to a webinar that was converted to a meeting', async () => {
    const { zoom, standin } = await bench();
    const conference = await made(zoom);
    standin.convert(conference.id);
    expect(await zoom.addPresenter(conference, order().presenter, signal)).toEqual({ ok: true, presenterLink: null, kind: 'meeting' });
    standin.remove(conference.id);
    expect(await zoom.addPresenter(conference, order().presenter, signal)).toMatchObject({ ok: false, problem: { code: 'notFound' } });
  });
});

describe('reading and changing', () => {
  it('Z81 gives Zoom’s current link after a change of passcode in Zoom', async () => {
    const { zoom, standin } = await bench();
    const before = await made(zoom);
    standin.edit(before.id, { passcode: 'Nouveau123' });
    const after = await zoom.read(before.kind, before.id, signal);
    expect(after).toMatchObject({ ok: true, conference: { passcode: 'Nouveau123', joinLink: standin.conferences()[0]!.joinLink } });
    expect(after.ok && after.conference.joinLink).not.toBe(before.joinLink);
  });

  it('Z86 shows what was moved, renamed or set otherwise in Zoom, against the order', async () => {
    const { zoom, standin } = await bench();
    const room = await made(zoom, meeting());
    standin.edit(room.id, { topic: 'Autre nom', start: NOW + 2 * DAY, settings: { ...standin.conferences()[0]!.settings, waiting_room: true } });
    const read = await zoom.read('meeting', room.id, signal, meeting());
    expect(read.ok && read.conference.differences).toEqual(['start', 'topic', 'waitingRoom']);
    expect(await zoom.read('meeting', room.id, signal)).toMatchObject({ ok: true, conference: { differences: [] } });
  });

  it('Z85 Z87 says that a conference deleted in Zoom is not found, without calling it final', async () => {
    const { zoom, standin } = await bench();
    const { kind, id } = await made(zoom);
    standin.remove(id);
    expect(await zoom.read(kind, id, signal)).toMatchObject({ ok: false, problem: { code: 'notFound', zoomCode: 3001, permanent: false } });
  });

  it.each([['meeting', 'webinar'], ['webinar', 'meeting']] as const)('Z32 follows a %s converted to a %s, and says so', async (from, to) => {
    const { zoom, standin } = await bench();
    const given = order({ rules: { kind: from } });
    const { id } = await made(zoom, given);
    standin.convert(id);
    expect(await zoom.read(from, id, signal)).toMatchObject({ ok: true, conference: { kind: to, id } });
    expect(await zoom.update(from, id, given, signal)).toEqual({ ok: true, kind: to });
    expect((await zoom.startLink(from, id, signal)).ok).toBe(true);
    standin.start(id);
    expect(await zoom.end(from, id, signal)).toEqual({ ok: true, kind: to });
    expect(await zoom.cancel(from, id, signal)).toEqual({ ok: true, kind: to });
    expect(standin.conferences()).toEqual([]);
  });

  it('Z32 a webinar that is gone is not found, and its number is looked for once among the meetings', async () => {
    const { zoom, standin } = await bench();
    const before = standin.calls().length;
    expect(await zoom.read('webinar', '81234567890', signal)).toMatchObject({ ok: false, problem: { code: 'notFound' } });
    expect(standin.calls().slice(before).map(({ operation }) => operation)).toEqual(['webinar', 'meeting']);
    for (let time = 0; time < 3; time += 1) standin.failNext('500.before', { path: /meetings/u });
    expect(await zoom.read('webinar', '81234567890', signal)).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
  });

  it.each<[ConferenceKind, number, number, ConferenceKind, number]>([
    ['meeting', 3000, 3001, 'webinar', 3001], ['meeting', 3000, 4711, 'webinar', 4711], ['webinar', 3001, 3000, 'webinar', 3001], ['webinar', 3001, 4711, 'webinar', 3001], ['webinar', 3001, 300, 'meeting', 300],
  ])('Z32 a %s answered %i and then %i is a %s answered %i', async (kind, first, second, found, code) => {
    const refusedWith = (zoomCode: number) => ({ ok: false as const, done: 'no' as const, status: 400, problem: { ...ownProblem(zoomCode === 4711 ? 'configuration' : 'invalid', ''), zoomCode } });
    const answers = [refusedWith(first), refusedWith(second)];
    const family = await inFamily(kind, () => Promise.resolve(answers.shift() ?? refusedWith(0)));
    expect([family.kind, family.exchanged.ok ? 0 : family.exchanged.problem.zoomCode, answers.length]).toEqual([found, code, 0]);
  });

  it('changes topic, agenda and hours and nothing else, so that the link stays', async () => {
    const { zoom, standin } = await bench();
    const before = await made(zoom);
    const changed = order({ topic: 'Nouveau nom', start: NOW + 3 * DAY, end: NOW + 3 * DAY + 2 * HOUR, description: 'Déplacée' });
    expect(await zoom.update('webinar', before.id, changed, signal)).toEqual({ ok: true });
    expect(Object.keys(callsOf(standin, 'webinarUpdate')[0]!.body as object).toSorted()).toEqual(['agenda', 'duration', 'start_time', 'timezone', 'topic']);
    expect(await zoom.read('webinar', before.id, signal, changed)).toMatchObject({ ok: true, conference: { topic: 'Nouveau nom', start: NOW + 3 * DAY, duration: 120, joinLink: before.joinLink, differences: [] } });
  });

  it('refuses to move a conference into the past, which Zoom would ignore without a word', async () => {
    const { zoom, standin } = await bench();
    const { id } = await made(zoom);
    expect(await zoom.update('webinar', id, order({ start: NOW - 1 }), signal)).toMatchObject({ ok: false, problem: { code: 'invalid' } });
    expect(callsOf(standin, 'webinarUpdate')).toEqual([]);
  });

  it('Z29 says when a change has used up the day', async () => {
    const { zoom } = await bench({ limits: { rates: false, daily: 1 } });
    const { id } = await made(zoom);
    expect(await zoom.update('webinar', id, order(), signal)).toMatchObject({ ok: false, problem: { code: 'dailyLimit', retryAt: Date.UTC(2026, 10, 25) } });
  });
});

describe('cancelling', () => {
  it.each(['webinar', 'meeting'] as const)('Z35 takes a %s that is already gone for cancelled, and has Zoom write to nobody', async (kind) => {
    const { zoom, standin } = await bench();
    const { id } = await made(zoom, order({ rules: { kind } }));
    expect(await zoom.cancel(kind, id, signal)).toEqual({ ok: true });
    expect(await zoom.cancel(kind, id, signal)).toEqual({ ok: true });
    expect(standin.conferences()).toEqual([]);
    expect(callsOf(standin, `${kind}Delete`)[0]!.query).toBe(kind === 'meeting' ? '?schedule_for_reminder=false&cancel_meeting_reminder=false' : '?cancel_webinar_reminder=false');
  });

  it('Z36 says that a live conference is in progress, and does not end it', async () => {
    const { zoom, standin } = await bench();
    const { kind, id } = await made(zoom);
    standin.start(id);
    expect(await zoom.cancel(kind, id, signal)).toMatchObject({ ok: false, problem: { code: 'inProgress', zoomCode: 3002 } });
    expect(standin.conferences()[0]!.live).toBe(true);
  });

  it('Z56 a cancellation whose answer is lost is not called done', async () => {
    const { zoom, standin } = await bench();
    const { kind, id } = await made(zoom);
    standin.failNext('reset.after', { method: 'DELETE' });
    expect(await zoom.cancel(kind, id, signal)).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
    expect(await zoom.cancel(kind, id, signal)).toEqual({ ok: true });
  });
});

describe('the day', () => {
  it('Z50 fetches the start link at the click, a new one each time', async () => {
    const { zoom, standin, clock } = await bench();
    const { kind, id } = await made(zoom);
    const links = [await zoom.startLink(kind, id, signal), await zoom.startLink(kind, id, signal)].map((result) => (result.ok ? result.link : ''));
    expect(new Set(links).size).toBe(2);
    expect((await fetch(links[0]!, { method: 'POST', body: new URLSearchParams({ action: 'start' }) })).status).toBe(200);
    expect(standin.conferences()[0]!.live).toBe(true);
    clock.now += 2 * HOUR;
    expect((await fetch(links[1]!)).status).toBe(403);
  });

  it.each(['javascript:alert(1)', 'http://zoom.example/s/1', ''])('gives no start link that is not https: %s', async (link) => {
    const { another } = await bench();
    const zoom = another({ fetch: (input, init) => (/webinars\/\d+$/u.test(String(input)) ? Promise.resolve(Response.json({ id: 81234567890, join_url: 'https://zoom.us/j/1', start_url: link })) : fetch(input, init)) });
    expect(await zoom.startLink('webinar', '81234567890', signal)).toMatchObject({ ok: false, problem: { code: 'unreadable' } });
  });

  it('Z52 tells what is live on the licence, meeting or webinar, with its topic', async () => {
    const { zoom, standin, clock } = await bench();
    const webinar = await made(zoom, order({ topic: 'Webinaire' }));
    const room = await made(zoom, meeting({ topic: 'Réunion' }));
    clock.now = NOW + DAY;
    expect(await zoom.live(WEB5000, signal)).toEqual({ ok: true, events: [] });
    expect(standin.start(webinar.id).started).toBe(true);
    expect(await zoom.live(WEB5000, signal)).toEqual({ ok: true, events: [{ kind: 'webinar', id: webinar.id, topic: 'Webinaire' }] });
    expect(standin.start(room.id)).toEqual({ started: false, others: ['Webinaire'] });
    standin.end(webinar.id);
    standin.start(room.id);
    expect(await zoom.live(WEB5000, signal)).toEqual({ ok: true, events: [{ kind: 'meeting', id: room.id, topic: 'Réunion' }] });
  });

  it('Z52 takes a webinar from the live list when Zoom puts it there', async () => {
    const { another } = await bench();
    const row = { id: 81234567890, type: 5, topic: 'Webinaire', join_url: 'https://zoom.us/j/1' };
    const zoom = another({ fetch: (input, init) => (String(input).includes('type=live') ? Promise.resolve(Response.json({ meetings: [row] })) : fetch(input, init)) });
    expect(await zoom.live(WEB5000, signal)).toEqual({ ok: true, events: [{ kind: 'webinar', id: '81234567890', topic: 'Webinaire' }] });
  });

  it('Z56 a status that cannot be read is a problem, never « nothing is live »', async () => {
    const { zoom, standin, clock } = await bench();
    const { id } = await made(zoom);
    clock.now = NOW + DAY;
    standin.start(id);
    for (const path of [/users\/.*\/meetings$/u, /users\/.*\/webinars$/u, /webinars\/\d+$/u]) {
      for (let time = 0; time < 3; time += 1) standin.failNext('500.before', { path });
      expect(await zoom.live(WEB5000, signal)).toMatchObject({ ok: false, problem: { code: 'unreachable' } });
    }
    expect(standin.conferences()[0]!.live).toBe(true);
    expect(standin.calls().filter(({ method }) => method === 'PUT' || method === 'DELETE')).toEqual([]);
  });

  it('Z53 ends what is live', async () => {
    const { zoom, standin } = await bench();
    const { kind, id } = await made(zoom);
    standin.start(id);
    expect(await zoom.end(kind, id, signal)).toEqual({ ok: true });
    expect(standin.conferences()[0]).toMatchObject({ live: false, ended: true });
  });

  it.each(['webinar', 'meeting'] as const)('Z54 says that a %s has not begun', async (kind) => {
    const { zoom } = await bench();
    const { id } = await made(zoom, order({ rules: { kind } }));
    expect(await zoom.end(kind, id, signal)).toMatchObject({ ok: false, problem: { code: 'notStarted' } });
  });

  it('counts people once and finds the fullest moment, over all pages, without a name in the answer', async () => {
    const { zoom, standin, clock } = await bench();
    const { kind, id } = await made(zoom);
    standin.start(id);
    const at = (minutes: number) => NOW + minutes * 60_000;
    standin.attend(id, [
      ...Array.from({ length: 400 }, (_, number) => ({ name: `P${number}`, email: '', join: at(0), leave: at(30) })),
      ...Array.from({ length: 20 }, (_, number) => ({ name: `Q${number}`, email: `q${number}@x.example`, join: at(30), leave: at(40) })),
      ...Array.from({ length: 10 }, (_, number) => ({ name: 'Revenue', email: `Q${number}@x.example`, join: at(10), leave: at(20) })),
    ]);
    expect(await zoom.attendance(kind, id, signal)).toMatchObject({ ok: false, problem: { code: 'notFound' } });
    clock.now = at(60);
    standin.end(id);
    const minutes = [...Array<number>(400).fill(30), ...Array<number>(10).fill(20), ...Array<number>(10).fill(10)];
    expect(await zoom.attendance(kind, id, signal)).toEqual({ ok: true, unique: 420, peak: 410, minutes });
    expect(callsOf(standin, 'pastWebinarParticipants').filter(({ status }) => status === 200)).toHaveLength(2);
  });

  it('counts from the report when the application may not read the other list, and gives no peak without hours', async () => {
    const { zoom, standin, another } = await bench();
    const { kind, id } = await made(zoom, meeting());
    standin.start(id);
    standin.attend(id, [{ name: 'A', email: '', join: NOW, leave: NOW + 1000 }]);
    standin.end(id);
    standin.setScopes(['report:read:list_meeting_participants:admin']);
    standin.revokeTokens();
    expect(await zoom.attendance(kind, id, signal)).toMatchObject({ ok: true, unique: 1 });
    const bare = another({ fetch: (input, init) => (String(input).includes('/past_') ? Promise.resolve(Response.json({ participants: [{ name: 'A' }, { name: 'A' }, { name: 'B', status: 'in_waiting_room' }] })) : fetch(input, init)) });
    expect(await bare.attendance(kind, id, signal)).toEqual({ ok: true, unique: 1, peak: null, minutes: [0] });
  });
});
