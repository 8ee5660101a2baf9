/** The operations that meetings and webinars have in common (zoom.md § 1.2). */
import { fullView, isLive, rowView, zoomTime, type Conference, type Kind } from './conference.ts';
import { endConference } from './day.ts';
import type { Call, Operation, Surroundings } from './operation.ts';
import { refuse, type Answer } from './refusal.ts';

const done: Answer = { status: 204 };

const parts = { meeting: { path: 'meetings', param: 'meetingId', past: 'past_meetings' }, webinar: { path: 'webinars', param: 'webinarId', past: 'past_webinars' } } as const;

export function family(kind: Kind, { account, page, url, zak }: Surroundings): Operation[] {
  const { path, param, past } = parts[kind];
  const one = `/${path}/:id`;
  const find = (call: Call) => account.get(kind, call.param('id'));

  /** By number or by UUID, which paths carry encoded twice when it holds a slash. */
  function ended(call: Call): Conference {
    const id = decodeURIComponent(call.param('id'));
    const found = account.conferences.find((conference) => conference.kind === kind && (conference.uuid === id || String(conference.id) === id));
    if (found === undefined || found.endedAt === null) throw refuse.noSuchConference(kind, id);
    if (found.endedAt < account.now() - 365 * 86_400_000) throw refuse.tooOld();
    return found;
  }

  function listed(call: Call): readonly Conference[] {
    const host = account.host(call.param('userId'));
    const type = call.query.get('type') ?? 'scheduled';
    const now = account.now();
    const types: Record<string, (conference: Conference) => boolean> = {
      scheduled: () => true,
      upcoming: (conference) => isLive(conference) || (conference.start ?? now) + conference.duration * 60_000 >= now,
      live: isLive,
      previous_meetings: (conference) => conference.endedAt !== null,
    };
    types['upcoming_meetings'] = types['upcoming']!;
    const allowed = kind === 'meeting' ? Object.keys(types) : ['scheduled', 'upcoming'];
    if (!allowed.includes(type)) throw refuse.invalidFields([{ field: 'type', message: 'Invalid field.' }]);
    return account.conferences
      .filter((conference) => conference.kind === kind && conference.host === host && conference.deletedAt === null && conference.visibleFrom <= now)
      .filter((conference) => conference.type !== 1 || type === 'live')
      .filter((conference) => (conference.start ?? now) > now - 183 * 86_400_000 && types[type]!(conference))
      .toSorted((one, other) => (one.start ?? 0) - (other.start ?? 0));
  }

  const participants = (call: Call): Answer => {
    const rows = ended(call).stays.toSorted((one, other) => one.join - other.join);
    const { rows: shown, ...counts } = page(rows, call.query);
    return {
      status: 200,
      body: {
        ...counts,
        participants: shown.map((stay, index) => ({
          id: '', user_id: String(16_778_240 + index), name: stay.name, user_email: stay.email,
          join_time: zoomTime(stay.join), leave_time: zoomTime(stay.leave), duration: Math.round((stay.leave - stay.join) / 1000), status: 'in_meeting',
        })),
      },
    };
  };

  return [
    { name: `${kind}Create`, method: 'POST', path: `/users/:userId/${path}`, label: kind === 'meeting' ? 'medium' : 'light', scope: `${kind}:write:${kind}:admin`, write: true,
      answer: (call) => {
        const conference = account.create(kind, call.param('userId'), call.body);
        return { status: 201, body: fullView(conference, url(), zak(conference)) };
      } },
    { name: `${kind}s`, method: 'GET', path: `/users/:userId/${path}`, label: 'medium', scope: `${kind}:read:list_${kind}s:admin`,
      answer: (call) => {
        const { rows, ...counts } = page(listed(call), call.query);
        return { status: 200, body: { ...counts, [path]: rows.map((conference) => rowView(conference, url())) } };
      } },
    { name: kind, method: 'GET', path: one, label: 'light', scope: `${kind}:read:${kind}:admin`,
      answer: (call) => {
        const conference = find(call);
        return { status: 200, body: fullView(conference, url(), zak(conference)) };
      } },
    { name: `${kind}Update`, method: 'PATCH', path: one, label: 'light', scope: `${kind}:update:${kind}:admin`, write: true,
      answer: (call) => {
        account.change(kind, call.param('id'), call.body);
        return done;
      } },
    { name: `${kind}Delete`, method: 'DELETE', path: one, label: 'light', scope: `${kind}:delete:${kind}:admin`, write: true,
      answer: (call) => {
        account.remove(kind, call.param('id'));
        return done;
      } },
    { name: `${kind}Status`, method: 'PUT', path: `${one}/status`, label: 'light', scope: `${kind}:update:status:admin`, write: true,
      answer: (call) => {
        const action = (call.body as { action?: unknown } | null)?.action;
        if (action === 'recover' && kind === 'meeting') {
          const deleted = account.conferences.find((conference) => conference.kind === kind && String(conference.id) === call.param('id'));
          if (deleted === undefined) throw refuse.noSuchConference(kind, call.param('id'));
          deleted.deletedAt = null;
          account.emit('meeting.recovered', deleted, { operation: 'all' });
          return done;
        }
        if (action !== 'end') throw refuse.invalidFields([{ field: 'action', message: 'Invalid field.' }]);
        endConference(account, find(call));
        return done;
      } },
    { name: `past${kind === 'meeting' ? 'Meeting' : 'Webinar'}Participants`, method: 'GET', path: `/${past}/:id/participants`, label: 'medium', scope: `${kind}:read:list_past_participants:admin`, answer: participants },
    { name: `report${param}Participants`, method: 'GET', path: `/report/${path}/:id/participants`, label: 'heavy', scope: `report:read:list_${kind}_participants:admin`, answer: participants },
  ];
}
