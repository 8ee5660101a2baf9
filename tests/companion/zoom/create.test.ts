import { describe, expect, it } from 'vitest';
import { PLAIN, type HostOptions } from '../../standins/zoom/standin.ts';
import { bench, bodyOf, callsOf, DAY, HOUR, made, NOW, order, signal } from './harness.ts';

const plainMeeting = (changes = {}) => order({ hostUserId: PLAIN, participants: 200, rules: { kind: 'meeting' }, ...changes });

describe('creating a conference', () => {
  it('S2-04 makes the webinar of the card and tells what Zoom made', async () => {
    const { zoom, standin } = await bench();
    const conference = await made(zoom);
    const [kept] = standin.conferences();
    expect(conference).toEqual({
      kind: 'webinar', id: kept?.id, joinLink: kept?.joinLink, passcode: kept?.passcode, differences: [], createdAt: NOW, presenterLink: null,
      dialIn: [{ number: '+1 438 555 0100', country: 'CA' }, { number: '+1 647 555 0100', country: 'CA' }],
      topic: 'Réunion d’équipe — été 2026', start: NOW + DAY, duration: 60, marker: '[MGR:iris-4711:0a1b2c3d]',
    });
    expect(kept).toMatchObject({ kind: 'webinar', settings: { practice_session: true, host_video: true, auto_recording: 'none' } });
  });

  it('Z5 Z8 puts the marker first in the agenda, within what lists show, and cuts the rest at 2,000 characters', async () => {
    const { zoom, standin } = await bench();
    await made(zoom, order({ description: `${'x'.repeat(1974)}😀${'y'.repeat(500)}` }));
    const agenda = standin.conferences()[0]!.agenda;
    expect(agenda.startsWith('[MGR:iris-4711:0a1b2c3d]\n')).toBe(true);
    expect(agenda.length).toBe(1999); // the emoji would have been cut in two
    expect(agenda).toBe([...agenda].join(''));
    await made(zoom, order({ description: '' }));
    expect(standin.conferences()[1]!.agenda).toBe('[MGR:iris-4711:0a1b2c3d]');
  });

  it('Z6 refuses a topic of 201 characters before Zoom is asked, and takes 200 with emoji', async () => {
    const { zoom, standin } = await bench();
    const outcome = await zoom.create(order({ topic: 'é'.repeat(201) }), signal);
    expect(outcome).toMatchObject({ outcome: 'refused', problem: { code: 'invalid', permanent: true } });
    expect(standin.calls()).toEqual([]);
    await made(zoom, order({ topic: '😀'.repeat(200) }));
    expect(standin.conferences()[0]!.topic).toBe('😀'.repeat(200));
  });

  it('Z7 sends the topic byte for byte', async () => {
    const { zoom, standin } = await bench();
    const topic = '  « Télésanté » ; , \\ <b>été</b> – L’avenir ☕ ';
    await made(zoom, order({ topic }));
    expect(standin.conferences()[0]!.topic).toBe(topic);
  });

  it.each([
    ['winter', Date.UTC(2027, 0, 12, 14), '2027-01-12T14:00:00Z'],
    ['summer', Date.UTC(2027, 6, 13, 13), '2027-07-13T13:00:00Z'],
  ])('Z9 writes 09:00 in Toronto in %s as UTC without milliseconds', async (_season, start, text) => {
    const { zoom, standin } = await bench();
    await made(zoom, order({ start, end: start + HOUR }));
    expect(bodyOf(standin, 'webinarCreate')).toMatchObject({ start_time: text, timezone: 'America/Montreal' });
  });

  it('Z11 refuses an hour that is past: it never becomes an instant meeting', async () => {
    const { zoom, standin, clock } = await bench();
    clock.now = NOW + DAY;
    expect(await zoom.create(order({ rules: { kind: 'meeting' } }), signal)).toMatchObject({ outcome: 'refused', problem: { code: 'invalid' } });
    expect(standin.created()).toEqual([]);
  });

  it.each([[1, 1], [60_000, 1], [60_001, 2], [90 * 60_000 + 30_000, 91]])('Z12 gives %i ms as %i whole minutes', async (length, minutes) => {
    const { zoom, standin } = await bench();
    const conference = await made(zoom, order({ end: NOW + DAY + length }));
    expect(bodyOf(standin, 'webinarCreate')['duration']).toBe(minutes);
    expect(conference.duration).toBe(minutes);
  });

  it('S3-06 S3-15 Z13 sends a passcode of 10 safe characters, another each time', async () => {
    const { zoom, standin } = await bench();
    for (let time = 0; time < 5; time += 1) await made(zoom);
    const passcodes = standin.conferences().map(({ passcode }) => passcode);
    expect(new Set(passcodes).size).toBe(5);
    for (const passcode of passcodes) expect(passcode).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[A-Za-z0-9]{10}$/u);
  });

  it.each([
    ['digits only', { only_allow_numeric: true, length: 6 }, /^\d{10}$/u],
    ['a special character', { have_special_character: true, have_letter: true, have_number: true, have_upper_and_lower_characters: true, consecutive_characters_length: 4 as const }, /[@*_-]/u],
  ])('Z14 honours an account that asks for %s', async (_title, passcodePolicy, shape) => {
    const { zoom, standin } = await bench({ hosts: [{ email: order().hostUserId, webinarCapacity: 5000, passcodePolicy }] });
    for (let time = 0; time < 20; time += 1) await made(zoom);
    for (const { passcode } of standin.conferences()) expect(passcode).toMatch(shape);
    expect(callsOf(standin, 'userSettings')).toHaveLength(1);
  });

  it('Z15 shows a waiting room that an administrator locked on, and every other setting that was not taken', async () => {
    const locked = { waiting_room: true, mute_upon_entry: false, auto_recording: 'cloud' };
    const { zoom } = await bench({ hosts: [{ email: PLAIN, locked }] });
    expect((await made(zoom, plainMeeting())).differences).toEqual(['muteOnEntry', 'recording', 'waitingRoom']);
  });

  it('Z15 says that a webinar has no waiting room when the card demands one', async () => {
    const { zoom } = await bench();
    expect((await made(zoom, order({ rules: { waitingRoom: 'on' } }))).differences).toEqual(['waitingRoom']);
  });

  it('Z15 reads back when the answer to the creation does not show the settings', async () => {
    let hidden = 0;
    const hide: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      if (init?.method !== 'POST' || !String(input).endsWith('/meetings')) return response;
      hidden += 1;
      const body = (await response.json()) as Record<string, unknown>;
      delete body['settings'];
      return Response.json(body, { status: response.status });
    };
    const { zoom, standin } = await bench({ hosts: [{ email: PLAIN, locked: { waiting_room: true } }] }, { fetch: hide });
    expect((await made(zoom, plainMeeting())).differences).toEqual(['waitingRoom']);
    expect(hidden).toBe(1);
    standin.failNext('500.before', { method: 'GET', path: /meetings\/\d+$/u });
    standin.failNext('500.before', { method: 'GET', path: /meetings\/\d+$/u });
    standin.failNext('500.before', { method: 'GET', path: /meetings\/\d+$/u });
    expect((await made(zoom, plainMeeting())).differences).toEqual(['unread']);
  });

  it('Z15 takes a setting that Zoom does not show for no difference', async () => {
    const { another } = await bench();
    const zoom = another({
      fetch: async (input, init) => {
        const response = await fetch(input, init);
        if (init?.method !== 'POST' || !String(input).endsWith('/meetings')) return response;
        return Response.json({ ...((await response.json()) as object), settings: { waiting_room: false } }, { status: 201 });
      },
    });
    expect((await made(zoom, plainMeeting())).differences).toEqual([]);
  });

  it('S1-18 S1-24 S1-25 Z16 sends what keeps a meeting as the card says, with nothing left to the host’s defaults', async () => {
    const { zoom, standin } = await bench();
    const conference = await made(zoom, plainMeeting());
    expect(conference).toMatchObject({ kind: 'meeting', differences: [] });
    expect(bodyOf(standin, 'meetingCreate')).toMatchObject({
      type: 2, default_password: false,
      settings: { waiting_room: false, use_pmi: false, auto_recording: 'none', join_before_host: false, mute_upon_entry: true, approval_type: 2, meeting_authentication: false, host_video: true, participant_video: false, email_notification: false, auto_start_meeting_summary: false },
    });
  });

  it('S1-15 S1-39 S2-09 Z16 lets a room open by itself only when the card says so, and never behind a waiting room', async () => {
    const { zoom, standin } = await bench();
    await made(zoom, plainMeeting({ rules: { kind: 'meeting', startMode: 'automatic', recording: 'cloud', authenticationRequired: true } }));
    expect(bodyOf(standin, 'meetingCreate').settings).toMatchObject({ join_before_host: true, auto_recording: 'cloud', meeting_authentication: true });
    await made(zoom, plainMeeting({ rules: { kind: 'meeting', startMode: 'automatic', waitingRoom: 'on' } }));
    expect(bodyOf(standin, 'meetingCreate').settings).toMatchObject({ join_before_host: false, waiting_room: true });
  });

  it('Z17 sends a webinar none of the keys that only meetings have, and lets Zoom write to nobody', async () => {
    const { zoom, standin } = await bench();
    await made(zoom);
    const { settings } = bodyOf(standin, 'webinarCreate');
    for (const key of ['waiting_room', 'mute_upon_entry', 'join_before_host', 'jbh_time', 'participant_video', 'use_pmi', 'focus_mode', 'watermark', 'private_meeting', 'encryption_type']) {
      expect(settings).not.toHaveProperty(key);
    }
    expect(settings).toMatchObject({
      panelists_invitation_email_notification: false,
      registrants_email_notification: false,
      attendees_and_panelists_reminder_email_notification: { enable: false, type: 0 },
    });
  });

  it.each<[string, Partial<HostOptions>, Parameters<typeof order>[0], string]>([
    ['the webinar licence holds the people', { webinarCapacity: 5000 }, {}, 'webinar'],
    ['only a large meeting holds them', { webinarCapacity: 500, largeMeetingCapacity: 5000 }, {}, 'meeting'],
    ['there is no webinar licence', {}, { participants: 200 }, 'meeting'],
    ['the card wants a waiting room', { webinarCapacity: 5000 }, { rules: { waitingRoom: 'on' } }, 'meeting'],
    ['the room opens by itself', { webinarCapacity: 5000 }, { rules: { startMode: 'automatic' } }, 'meeting'],
    ['nothing is large enough, the larger one', { webinarCapacity: 1000 }, {}, 'webinar'],
  ])('chooses by the host’s licences when %s', async (_title, licence, changes, kind) => {
    const { zoom } = await bench({ hosts: [{ email: PLAIN, ...licence }] });
    const conference = await made(zoom, order({ hostUserId: PLAIN, ...changes, rules: { kind: 'auto', ...changes?.rules } }));
    expect(conference.kind).toBe(kind);
  });

  it('creates nothing when the licences cannot be read', async () => {
    const { zoom, standin } = await bench();
    for (let time = 0; time < 3; time += 1) standin.failNext('500.before', { path: /settings$/u });
    expect(await zoom.create(order({ rules: { kind: 'auto' } }), signal)).toMatchObject({ outcome: 'refused', problem: { code: 'unreachable', permanent: false } });
    expect(standin.created()).toEqual([]);
  });

  it.each(['permanent', 'none'] as const)('creates nothing for a card of kind %s', async (kind) => {
    const { zoom, standin } = await bench();
    expect(await zoom.create(order({ rules: { kind } }), signal)).toMatchObject({ outcome: 'refused', problem: { code: 'invalid', permanent: true } });
    expect(standin.calls()).toEqual([]);
  });

  it.each([
    ['an empty topic', { topic: ' ' }], ['a marker of another shape', { marker: 'MGR 4711' }], ['an end before the start', { end: NOW }],
    ['the host « me »', { hostUserId: 'me' }],
  ])('refuses %s before Zoom is asked', async (_title, changes) => {
    const { zoom, standin } = await bench();
    expect(await zoom.create(order(changes), signal)).toMatchObject({ outcome: 'refused', problem: { permanent: true } });
    expect(standin.calls()).toEqual([]);
  });

  it('makes the writes of one host one after the other, and of two hosts side by side', async () => {
    const { zoom, standin } = await bench({ limits: { rates: true }, faults: { rates: { slow: 1 }, slow: [5, 15] } });
    const outcomes = await Promise.all([1, 2, 3, 4].flatMap(() => [zoom.create(order(), signal), zoom.create(plainMeeting(), signal)]));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(8).fill('created'));
    expect(standin.calls().filter(({ status }) => status === 429)).toEqual([]);
  });
});
