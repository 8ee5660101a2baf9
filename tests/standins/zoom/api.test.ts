import { describe, expect, it } from 'vitest';
import { askToken, bench, DAY, NOW } from './bench.ts';
import { PLAIN, startZoomStandin, WEB5000 } from './standin.ts';

describe('token', () => {
  it('gives several tokens that hold at once, until each one’s hour is over', async () => {
    const { standin, call, clock } = await bench({ tokenLifetime: 3600 });
    const { status, body } = await askToken(standin);
    expect([status, body['expires_in'], body['token_type'], body['api_url']]).toEqual([200, 3599, 'bearer', standin.url]);
    expect((await call('GET', `/users/${WEB5000}`)).status).toBe(200);
    clock.now += 3_600_000;
    expect(await call('GET', `/users/${WEB5000}`)).toMatchObject({ status: 401, body: { code: 124, message: 'Access token is expired.' } });
    standin.revokeTokens();
    expect(await call('GET', `/users/${WEB5000}`, undefined, { headers: { authorization: `Bearer ${String((await askToken(standin)).body['access_token'])}` } })).toMatchObject({ status: 200 });
  });

  it.each([
    ['a wrong secret', { headers: { authorization: `Basic ${btoa('a:b')}` } }, 'invalid_client'],
    ['another grant', { body: 'grant_type=authorization_code' }, 'unsupported_grant_type'],
    ['another account', { body: 'grant_type=account_credentials&account_id=x' }, 'invalid_request'],
    ['JSON', { headers: { 'content-type': 'application/json' } }, 'invalid_request'],
  ])('refuses %s', async (_title, changes, error) => {
    const { standin } = await bench();
    expect(await askToken(standin, changes)).toMatchObject({ status: 400, body: { error } });
  });

  it('refuses parameters in the address', async () => {
    const { standin } = await bench();
    expect((await askToken(standin, { url: `${standin.tokenUrl}?grant_type=account_credentials&account_id=${standin.accountId}` })).status).toBe(400);
  });

  it.each([[undefined], ['Bearer x'], ['Basic x']])('refuses calls with %s', async (authorization) => {
    const { call } = await bench();
    expect(await call('GET', `/users/${WEB5000}`, undefined, { headers: authorization === undefined ? {} : { authorization } })).toMatchObject({ status: 401, body: { code: 124 } });
  });

  it('refuses a call whose scope was not granted, and names it', async () => {
    const { call } = await bench({ scopes: ['user:read:user:admin'] });
    expect(await call('GET', `/users/${WEB5000}/settings`)).toMatchObject({ status: 400, body: { code: 4711, message: expect.stringContaining('user:read:settings:admin') as string } });
  });
});

describe('creating', () => {
  it.each([
    ['topic', { topic: 'x'.repeat(201) }], ['agenda', { agenda: 'x'.repeat(2001) }], ['password', { password: 'Abcdefghij1' }], ['password', { password: 'pass word' }],
    ['start_time', { start_time: '2026-11-25T14:00:00.000Z' }], ['start_time', { start_time: '2026-11-25T09:00:00' }], ['duration', { duration: 1.5 }], ['duration', { duration: 0 }],
    ['timezone', { timezone: 'America/Toronto' }], ['type', { type: 5 }], ['settings.alternative_hosts', { settings: { alternative_hosts: 'x@y.example' } }], ['topic', { topic: 4 }], ['settings', { settings: [] }],
  ])('refuses a wrong %s with 300 and names the field', async (field, changes) => {
    const { call, future, standin } = await bench();
    const said = await call('POST', `/users/${WEB5000}/meetings`, { ...future, ...changes });
    expect(said).toMatchObject({ status: 400, body: { code: 300, errors: [{ field }] } });
    expect(standin.created()).toEqual([]);
  });

  it.each([['not JSON', '{'], ['a list', '[]'], ['nothing', '']])('refuses %s as a body', async (_title, body) => {
    const { call } = await bench();
    expect(await call('POST', `/users/${WEB5000}/meetings`, body)).toMatchObject({ status: 400, body: { code: 300 } });
  });

  it.each([
    ['me', 'meetings', 404, 1001], ['nobody@x.example', 'meetings', 404, 1001], ['else@x.example', 'meetings', 400, 1010], ['basic@x.example', 'meetings', 400, 3161], ['plain@x.example', 'webinars', 400, 200],
  ])('refuses %s creating %s with %i %i', async (user, path, status, code) => {
    const { call, future } = await bench({ hosts: [{ email: 'else@x.example', elsewhere: true }, { email: 'basic@x.example', mayHost: false }, { email: 'plain@x.example' }] });
    expect(await call('POST', `/users/${user}/${path}`, future)).toMatchObject({ status, body: { code } });
  });

  it('turns the waiting room back on without passcode or authentication, and keeps it off with one', async () => {
    const { make, standin } = await bench();
    await make('meeting', { password: '', settings: { waiting_room: false, join_before_host: true } });
    await make('meeting', { password: '', settings: { waiting_room: false, meeting_authentication: true } });
    await make('meeting', { settings: { waiting_room: false } });
    expect(standin.conferences().map(({ settings }) => settings['waiting_room'])).toEqual([true, false, false]);
    expect(standin.conferences()[0]!.settings['join_before_host']).toBe(false);
  });

  it('lets an administrator’s lock win, and keeps no key of meetings in a webinar', async () => {
    const { make, standin } = await bench({ hosts: [{ email: WEB5000, webinarCapacity: 5000, locked: { practice_session: false } }] });
    await make('webinar', { settings: { practice_session: true, waiting_room: true } });
    expect(standin.conferences()[0]!.settings).toMatchObject({ practice_session: false });
    expect(standin.conferences()[0]!.settings).not.toHaveProperty('waiting_room');
  });

  it('makes an instant meeting, which no list shows, of one without an hour to come', async () => {
    const { make, call, standin } = await bench();
    await make('meeting', { start_time: '2026-11-24T13:59:59Z' });
    await make('meeting', { start_time: undefined });
    expect(standin.created().map(({ type, start }) => [type, start])).toEqual([[1, null], [1, null]]);
    expect((await call('GET', `/users/${WEB5000}/meetings`)).body['meetings']).toEqual([]);
  });

  it('takes 100 creations and changes a UTC day and host, together, without a header that says when to come back', async () => {
    const { make, call, clock, future } = await bench({ limits: { rates: false } });
    const id = await make('webinar');
    for (let time = 0; time < 98; time += 1) await make(time % 2 === 0 ? 'webinar' : 'meeting');
    expect((await call('PATCH', `/webinars/${id}`, { topic: 'Autre' })).status).toBe(204);
    const refused = await call('PATCH', `/webinars/${id}`, { topic: 'Encore' });
    expect(refused).toMatchObject({ status: 429, body: { code: 429, message: 'A maximum of (100) webinars can be created and updated for a single user in one day.' } });
    expect(refused.headers.get('retry-after')).toBeNull();
    expect((await call('POST', `/users/${WEB5000}/meetings`, future)).body['message']).toContain('GMT 00:00:00');
    expect((await call('POST', `/users/${PLAIN}/meetings`, future)).status).toBe(201);
    expect((await call('DELETE', `/webinars/${id}`)).status).toBe(204);
    clock.now = Date.UTC(2026, 10, 25);
    await make('webinar');
  });
});

describe('one conference', () => {
  it('is shown whole, with a link that changes with its passcode', async () => {
    const { make, call } = await bench();
    const id = await make('meeting');
    const before = (await call('GET', `/meetings/${id}`)).body;
    expect(before).toMatchObject({ id: Number(id), type: 2, status: 'waiting', start_time: '2026-11-25T14:00:00Z', duration: 60, password: 'Abc2345xyz', created_at: '2026-11-24T14:00:00Z' });
    await call('PATCH', `/meetings/${id}`, { password: 'Xyz2345abc' });
    expect((await call('GET', `/meetings/${id}`)).body['join_url']).not.toBe(before['join_url']);
  });

  it('ignores a change to an hour that is past, without a word', async () => {
    const { make, call, standin } = await bench();
    const id = await make('meeting');
    expect((await call('PATCH', `/meetings/${id}`, { start_time: '2026-11-24T13:00:00Z' })).status).toBe(204);
    expect(standin.conferences()[0]!.start).toBe(NOW + DAY);
  });

  it('answers 3000 for a webinar on a meeting’s path, and 3001 for what is not there', async () => {
    const { make, call } = await bench();
    const webinar = await make('webinar');
    const meeting = await make('meeting');
    expect(await call('GET', `/meetings/${webinar}`)).toMatchObject({ status: 400, body: { code: 3000, message: 'Cannot access webinar info.' } });
    expect(await call('GET', `/meetings/${webinar}/invitation`)).toMatchObject({ status: 400, body: { code: 3000 } });
    expect(await call('GET', `/webinars/${meeting}`)).toMatchObject({ status: 404, body: { code: 3001 } });
    expect(await call('GET', '/meetings/99999999999')).toMatchObject({ status: 404, body: { code: 3001 } });
    expect((await call('GET', `/meetings/${meeting}/invitation`)).body['invitation']).toContain('Abc2345xyz');
  });

  it('is deleted once, not while it is live, and a meeting is brought back by « recover »', async () => {
    const { make, call, standin } = await bench();
    const id = await make('meeting');
    standin.start(id);
    expect(await call('DELETE', `/meetings/${id}`)).toMatchObject({ status: 400, body: { code: 3002 } });
    expect((await call('PUT', `/meetings/${id}/status`, { action: 'end' })).status).toBe(204);
    expect((await call('DELETE', `/meetings/${id}`)).status).toBe(204);
    expect(await call('DELETE', `/meetings/${id}`)).toMatchObject({ status: 404, body: { code: 3001 } });
    expect((await call('PUT', `/meetings/${id}/status`, { action: 'recover' })).status).toBe(204);
    expect((await call('GET', `/meetings/${id}`)).status).toBe(200);
    expect((await call('PUT', '/meetings/1/status', { action: 'recover' })).body['code']).toBe(3001);
    expect((await call('PUT', `/webinars/${await make('webinar')}/status`, { action: 'recover' })).body['code']).toBe(300);
  });

  it('is gone 30 days after its date', async () => {
    const { make, call, clock } = await bench();
    const id = await make('meeting');
    clock.now += 31 * DAY;
    expect((await call('GET', `/meetings/${id}`)).status).toBe(200);
    clock.now += DAY;
    expect(await call('GET', `/meetings/${id}`)).toMatchObject({ status: 404, body: { code: 3001 } });
  });

  it('is ended only when it is live, and started by nobody through the API', async () => {
    const { make, call } = await bench();
    const id = await make('webinar');
    expect((await call('PUT', `/webinars/${id}/status`, { action: 'end' })).status).toBe(400);
    expect((await call('PUT', `/webinars/${id}/status`, { action: 'start' })).body['code']).toBe(300);
    expect((await call('PATCH', `/live_meetings/${await make('meeting')}/events`, { method: 'recording.start' })).status).toBe(400);
  });

  it('knows recording and invitations in a live meeting, and nothing that mutes', async () => {
    const { make, call, standin } = await bench();
    const id = await make('meeting');
    standin.start(id);
    expect((await call('PATCH', `/live_meetings/${id}/events`, { method: 'participant.invite' })).status).toBe(202);
    expect((await call('PATCH', `/live_meetings/${id}/events`, { method: 'participant.mute' })).body['code']).toBe(300);
    expect((await call('GET', `/meetings/${id}/recordings`)).body['code']).toBe(3301);
  });

  it('holds one event of a host at a time: two meetings on Business, one on Pro, a webinar always alone', async () => {
    for (const [plan, meetings] of [['business', true], ['pro', false]] as const) {
      const { make, standin } = await bench({ plan });
      const [first, second, webinar] = [await make('meeting'), await make('meeting'), await make('webinar')];
      expect(standin.start(first).started).toBe(true);
      expect(standin.start(first).started).toBe(true);
      expect(standin.start(second).started).toBe(meetings);
      expect(standin.start(webinar)).toMatchObject({ started: false });
    }
  });
});

describe('panelists', () => {
  it('are taken thirty a call and a hundred in all, and the same address once', async () => {
    const { make, call, standin } = await bench();
    const id = await make('webinar');
    const people = (count: number, from = 0) => ({ panelists: Array.from({ length: count }, (_, index) => ({ name: `P${from + index}`, email: `p${from + index}@x.example` })) });
    expect((await call('POST', `/webinars/${id}/panelists`, people(31))).body['code']).toBe(300);
    for (const from of [0, 30, 60]) expect((await call('POST', `/webinars/${id}/panelists`, people(30, from))).status).toBe(201);
    expect((await call('POST', `/webinars/${id}/panelists`, people(30, 0))).status).toBe(201);
    expect((await call('POST', `/webinars/${id}/panelists`, people(11, 90))).body['code']).toBe(3000);
    expect((await call('POST', `/webinars/${id}/panelists`, { panelists: [{ name: 'X', email: 'none' }] })).body['code']).toBe(300);
    const listed = (await call('GET', `/webinars/${id}/panelists`)).body['panelists'] as unknown as { id: string }[];
    expect(listed).toHaveLength(90);
    await call('DELETE', `/webinars/${id}/panelists/${listed[0]!.id}`);
    expect(standin.conferences()[0]!.panelists).toHaveLength(89);
    await call('DELETE', `/webinars/${id}/panelists`);
    expect(standin.conferences()[0]!.panelists).toEqual([]);
  });
});

describe('lists', () => {
  it('come in pages whose tokens live a quarter of an hour, with the agenda cut at 250', async () => {
    const { make, call, clock } = await bench();
    for (let time = 0; time < 5; time += 1) await make('meeting', { topic: `T${time}`, agenda: 'x'.repeat(2000) });
    const first = (await call('GET', `/users/${WEB5000}/meetings?page_size=2`)).body;
    const rows = first['meetings'] as unknown as { agenda: string; topic: string }[];
    expect([rows.length, rows[0]!.agenda.length, first['total_records'], first['page_count']]).toEqual([2, 250, 5, 3]);
    const token = String(first['next_page_token']);
    const second = (await call('GET', `/users/${WEB5000}/meetings?page_size=2&next_page_token=${token}`)).body['meetings'] as unknown as { topic: string }[];
    expect(second.map(({ topic }) => topic)).toEqual(['T2', 'T3']);
    expect((await call('GET', `/users/${WEB5000}/meetings?page_size=2&page_number=3`)).body['next_page_token']).toBe('');
    clock.now += 15 * 60_000 + 1;
    expect((await call('GET', `/users/${WEB5000}/meetings?next_page_token=${token}`)).body['code']).toBe(300);
  });

  it('show what is live, to come or over, each kind in its own list, and webinars never as live', async () => {
    const { make, call, standin, clock } = await bench();
    const [live, over, later] = [await make('meeting'), await make('meeting'), await make('meeting', { start_time: '2026-12-25T14:00:00Z' })];
    await make('webinar');
    standin.start(over);
    standin.end(over);
    standin.start(live);
    const ids = async (type: string) => ((await call('GET', `/users/${WEB5000}/meetings?type=${type}`)).body['meetings'] as unknown as { id: number }[]).map(({ id }) => String(id));
    expect(await ids('live')).toEqual([live]);
    expect(await ids('previous_meetings')).toEqual([over]);
    clock.now += 10 * DAY;
    expect(await ids('scheduled')).toHaveLength(3);
    expect((await ids('upcoming')).toSorted()).toEqual([live, later].toSorted());
    expect(await ids('upcoming_meetings')).toEqual(await ids('upcoming'));
    expect((await call('GET', `/users/${WEB5000}/webinars?type=live`)).body['code']).toBe(300);
    expect((await call('GET', `/users/${WEB5000}/webinars`)).body['webinars']).toHaveLength(1);
  });
});

describe('users and people', () => {
  it('tells the licences of a host', async () => {
    const { call } = await bench();
    expect((await call('GET', `/users/${WEB5000}/settings`)).body['feature']).toMatchObject({ webinar: true, webinar_capacity: 5000, meeting_capacity: 300 });
    expect((await call('GET', `/users/${PLAIN}/settings`)).body['feature']).toMatchObject({ webinar: false });
    expect((await call('GET', `/users/${PLAIN}/settings?option=meeting_security`)).body).toHaveProperty('meeting_security.meeting_password_requirement.length', 0);
    expect((await call('GET', `/users/${WEB5000}`)).body).toMatchObject({ email: WEB5000, type: 2, status: 'active' });
  });

  it('lists who was there afterwards, by number or by UUID encoded twice, and no more after a year', async () => {
    const { make, call, standin, clock } = await bench();
    const id = await make('meeting');
    expect((await call('GET', `/past_meetings/${id}/participants`)).body['code']).toBe(3001);
    standin.start(id);
    standin.attend(id, [{ name: 'A', email: '', join: NOW, leave: NOW + DAY }]);
    clock.now += 60_000;
    standin.end(id);
    const uuid = encodeURIComponent(encodeURIComponent(standin.conferences()[0]!.uuid));
    for (const path of [`/past_meetings/${id}/participants`, `/past_meetings/${uuid}/participants`, `/report/meetings/${id}/participants`]) {
      expect((await call('GET', path)).body['participants']).toMatchObject([{ name: 'A', join_time: '2026-11-24T14:00:00Z', leave_time: '2026-11-24T14:01:00Z', duration: 60 }]);
    }
    expect((await call('GET', `/past_meetings/${id}`)).body).toMatchObject({ participants_count: 1 });
    clock.now += 366 * DAY;
    expect((await call('GET', `/past_meetings/${id}/participants`)).body['code']).toBe(12702);
  });
});

it('says to the companion where it is', async () => {
  const standin = await startZoomStandin({ webhook: { url: 'http://127.0.0.1:1', secretToken: 'secret-token' } });
  expect(standin.environment).toEqual({
    ZOOM_ACCOUNT_ID: 'standin-account', ZOOM_CLIENT_ID: 'standin-client', ZOOM_CLIENT_SECRET: 'standin-secret', ZOOM_TOKEN_URL: `${standin.url}/oauth/token`,
    ZOOM_API_URL: `${standin.url}/v2`, ZOOM_HOST_USER_ID: WEB5000, ZOOM_WEBHOOK_SECRET: 'secret-token',
  });
  await standin.close();
});
