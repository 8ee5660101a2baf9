/** The imitated account: its users, its conferences, and the rules of creating, changing and deleting them. */
import { defaultsOf, readFields, settle } from './body.ts';
import { isGone, isLive, type Conference, type Kind, type Panelist } from './conference.ts';
import { createHost, type Host, type HostOptions } from './hosts.ts';
import { word, type Random } from './random.ts';
import { refuse } from './refusal.ts';

export type Plan = 'free' | 'pro' | 'business';

export interface AccountOptions {
  id: string;
  plan: Plan;
  /** Creations and changes a UTC day and host; Zoom's is 100. */
  dailyLimit: number;
  hosts: readonly HostOptions[];
  now: () => number;
  random: Random;
  /** How long a new conference stays out of the lists, in milliseconds. */
  listLag: () => number;
  /** Told of everything that Zoom would send an event about. */
  emit: (event: string, conference: Conference, extra?: Record<string, unknown>) => void;
}

const PANELISTS_A_CALL = 30;
const PANELISTS = 100;

export type Account = ReturnType<typeof createAccount>;

export function createAccount(options: AccountOptions) {
  const { now, random, emit } = options;
  const hosts: Host[] = options.hosts.map((host) => createHost(host, random));
  const conferences: Conference[] = [];

  /** By id or e-mail. `me` is nobody with a Server-to-Server token. @throws {Refusal} 1001, 1010 */
  function host(user: string): Host {
    const found = hosts.find(({ id, email }) => id === user || email.toLowerCase() === user.toLowerCase());
    if (found === undefined) throw refuse.noSuchUser(user);
    if (found.elsewhere) throw refuse.otherAccount(user);
    return found;
  }

  /** @throws {Refusal} the 429 of the day, which comes without a header that says when to come back */
  function countToday(of: Host, kind: Kind): void {
    const day = new Date(now()).toISOString().slice(0, 10);
    const used = of.used.get(day) ?? 0;
    if (used >= options.dailyLimit) throw refuse.hostDaily(kind === 'webinar', options.dailyLimit);
    of.used.set(day, used + 1);
  }

  /** 9 to 11 digits, never the same twice. */
  function freshId(): number {
    for (;;) {
      const id = 10_000_000_000 + Math.floor(random() * 89_999_999_999);
      if (!conferences.some((conference) => conference.id === id)) return id;
    }
  }

  /** @throws {Refusal} 3000 for a webinar on a meeting's path, 3001 for what is not there */
  function get(kind: Kind, id: string): Conference {
    const found = conferences.find((conference) => String(conference.id) === id && !isGone(conference, now()));
    if (found === undefined) throw refuse.noSuchConference(kind, id);
    if (found.kind === kind) return found;
    if (kind === 'meeting') throw refuse.isWebinar();
    throw refuse.noSuchConference(kind, id);
  }

  function create(kind: Kind, user: string, body: unknown): Conference {
    const of = host(user);
    if (!of.mayHost) throw refuse.notHost();
    if (kind === 'webinar' && of.webinarCapacity === null) throw refuse.webinarPlanMissing();
    const fields = readFields(body, kind, of);
    const past = fields.start !== undefined && fields.start < now();
    if (kind === 'webinar' && (past || fields.start === undefined)) throw refuse.invalidFields([{ field: 'start_time', message: 'The start time must be in the future.' }]);
    countToday(of, kind);
    // A meeting without an hour to come becomes an instant one, now (zoom.md § 2.1, Z11).
    const instant = kind === 'meeting' && (past || fields.start === undefined);
    const conference: Conference = {
      kind,
      id: freshId(),
      uuid: `${word(random, 22)}==`,
      host: of,
      topic: fields.topic ?? (kind === 'meeting' ? 'Zoom Meeting' : 'Zoom Webinar'),
      agenda: fields.agenda ?? '',
      type: instant ? 1 : kind === 'meeting' ? 2 : 5,
      start: instant ? null : (fields.start ?? null),
      timezone: fields.timezone ?? 'America/Montreal',
      duration: fields.duration ?? 60,
      createdAt: now(),
      visibleFrom: now() + options.listLag(),
      passcode: fields.passcode ?? '',
      settings: { ...defaultsOf(kind) },
      panelists: [],
      startedAt: null,
      endedAt: null,
      deletedAt: null,
      stays: [],
    };
    conference.settings = settle(conference, fields.settings);
    conferences.push(conference);
    emit(`${kind}.created`, conference);
    return conference;
  }

  function change(kind: Kind, id: string, body: unknown): void {
    const conference = get(kind, id);
    const fields = readFields(body, kind, conference.host);
    countToday(conference.host, kind);
    if (fields.topic !== undefined) conference.topic = fields.topic;
    if (fields.agenda !== undefined) conference.agenda = fields.agenda;
    if (fields.duration !== undefined) conference.duration = fields.duration;
    if (fields.timezone !== undefined) conference.timezone = fields.timezone;
    if (fields.passcode !== undefined) conference.passcode = fields.passcode;
    // An hour in the past is ignored without a word (zoom.md § 2.3).
    if (fields.start !== undefined && fields.start >= now()) conference.start = fields.start;
    conference.settings = settle(conference, fields.settings);
    emit(`${kind}.updated`, conference);
  }

  function remove(kind: Kind, id: string): void {
    const conference = get(kind, id);
    if (isLive(conference)) throw refuse.inProgress();
    conference.deletedAt = now();
    emit(`${kind}.deleted`, conference, { operation: 'all' });
  }

  function addPanelists(id: string, body: unknown): Conference {
    const conference = get('webinar', id);
    const list = (body as { panelists?: unknown } | null)?.panelists;
    if (!Array.isArray(list)) throw refuse.invalidFields([{ field: 'panelists', message: 'Invalid field.' }]);
    if (list.length === 0 || list.length > PANELISTS_A_CALL) throw refuse.invalidFields([{ field: 'panelists', message: `Between 1 and ${PANELISTS_A_CALL} panelists.` }]);
    const fresh: Panelist[] = list.map((entry: { name?: unknown; email?: unknown }, index) => {
      if (typeof entry.name !== 'string' || entry.name === '' || typeof entry.email !== 'string' || !entry.email.includes('@')) {
        throw refuse.invalidFields([{ field: `panelists[${index}]`, message: 'Invalid field.' }]);
      }
      return { id: word(random, 22), name: entry.name, email: entry.email };
    });
    const kept = conference.panelists.filter(({ email }) => !fresh.some((panelist) => panelist.email.toLowerCase() === email.toLowerCase()));
    if (kept.length + fresh.length > PANELISTS) throw refuse.panelistLimit();
    conference.panelists = [...kept, ...fresh];
    return conference;
  }

  return { id: options.id, plan: options.plan, hosts, conferences, host, get, create, change, remove, addPanelists, now, emit };
}
