/** What is known of each host: licences (for `auto`), policy of passcodes, and which conference is whose. */
import { HOUR } from '../../lib/domain/zone.ts';
import { featuresAnswer, securityAnswer, userAnswer } from './answers.ts';
import type { Api } from './http.ts';
import { noPolicy, type PasscodePolicy } from './passcode.ts';
import { ownProblem } from './problems.ts';
import type { ConferenceKind, ConferenceOrder, Failed, HostIdResult, Instant } from './types.ts';

/** Seats; 0 when there is no such licence. */
export interface Features {
  webinar: number;
  meeting: number;
}
export type FeaturesResult = { ok: true; features: Features } | Failed;

/** Licences and policies change rarely; an hour is soon enough. */
const KEPT = HOUR;
const REMEMBERED = 20_000;

export type Hosts = ReturnType<typeof createHosts>;

export function createHosts(api: Api, now: () => Instant) {
  const features = new Map<string, { value: Features; until: Instant }>();
  const policies = new Map<string, { value: PasscodePolicy; until: Instant }>();
  const owners = new Map<string, string>();
  const ids = new Map<string, string>();

  const settings = (hostUserId: string, signal: AbortSignal, query?: Record<string, string>) =>
    api.call({ operation: 'userSettings', method: 'GET', path: `/users/${encodeURIComponent(hostUserId)}/settings`, ...(query === undefined ? {} : { query }) }, signal);

  async function readFeatures(hostUserId: string, signal: AbortSignal): Promise<FeaturesResult> {
    const kept = features.get(hostUserId);
    if (kept !== undefined && now() < kept.until) return { ok: true, features: kept.value };
    const answer = await settings(hostUserId, signal);
    if (!answer.ok) return { ok: false, problem: answer.problem };
    const feature = featuresAnswer.safeParse(answer.body).data?.feature;
    if (feature === undefined) return { ok: false, problem: ownProblem('unreadable', 'userSettings: no features') };
    const value = {
      webinar: feature.webinar ? feature.webinar_capacity : 0,
      meeting: Math.max(feature.meeting_capacity, feature.large_meeting ? feature.large_meeting_capacity : 0),
    };
    features.set(hostUserId, { value, until: now() + KEPT });
    return { ok: true, features: value };
  }

  return {
    readFeatures,

    /** An identifier of Zoom's never changes. */
    async readId(hostUserId: string, signal: AbortSignal): Promise<HostIdResult> {
      const kept = ids.get(hostUserId);
      if (kept !== undefined) return { ok: true, id: kept };
      const answer = await api.call({ operation: 'user', method: 'GET', path: `/users/${encodeURIComponent(hostUserId)}` }, signal);
      if (!answer.ok) return { ok: false, problem: answer.problem };
      const user = userAnswer.safeParse(answer.body).data;
      if (user === undefined) return { ok: false, problem: ownProblem('unreadable', 'user: another shape') };
      ids.set(hostUserId, user.id);
      return { ok: true, id: user.id };
    },

    /** The account's rule for passcodes; the safe intersection when Zoom does not tell, since Zoom then judges (Z14). */
    async passcodePolicy(hostUserId: string, signal: AbortSignal): Promise<PasscodePolicy> {
      const kept = policies.get(hostUserId);
      if (kept !== undefined && now() < kept.until) return kept.value;
      const answer = await settings(hostUserId, signal, { option: 'meeting_security' });
      if (!answer.ok) return noPolicy;
      const value = securityAnswer.safeParse(answer.body).data?.meeting_security.meeting_password_requirement ?? noPolicy;
      policies.set(hostUserId, { value, until: now() + KEPT });
      return value;
    },

    /** Remembers whose conference it is, so that writes of one host wait for each other. */
    learn(id: string, hostUserId: string): void {
      if (owners.size >= REMEMBERED) owners.clear();
      owners.set(id, hostUserId);
    },
    /** The key under which writes to this conference wait. */
    turnOf: (id: string): string => owners.get(id) ?? `conference ${id}`,
  };
}

/**
 * Webinar or meeting, for a card that leaves it to the licence (zoom.md § 3).
 * A waiting room and a room that opens by itself exist only in meetings; else the webinar, when it holds the people.
 */
export function chooseKind({ rules, participants }: Pick<ConferenceOrder, 'rules' | 'participants'>, features: Features): ConferenceKind {
  if (rules.kind === 'webinar' || rules.kind === 'meeting') return rules.kind;
  if (rules.waitingRoom === 'on' || rules.startMode === 'automatic' || rules.startMode === 'hostKey') return 'meeting';
  if (features.webinar >= participants) return 'webinar';
  return features.meeting >= participants || features.meeting > features.webinar ? 'meeting' : features.webinar > 0 ? 'webinar' : 'meeting';
}
