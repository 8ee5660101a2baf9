/** A client on a stand-in over real HTTP, with a clock that only moves by hand. */
import { afterEach } from 'vitest';
import { createZoom } from '../../../companion/zoom/client.ts';
import type { ConferenceOrder, ConferenceRules, Conferences, ZoomOptions } from '../../../companion/zoom/types.ts';
import { startZoomStandin, WEB5000, type ZoomStandin, type ZoomStandinOptions } from '../../standins/zoom/standin.ts';

/** Tuesday 24 November 2026, 09:00 in Toronto. */
export const NOW = Date.UTC(2026, 10, 24, 14);
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const rules: ConferenceRules = {
  kind: 'webinar', waitingRoom: 'off', startMode: 'host', muteOnEntry: true, hostVideo: true, participantVideo: false,
  recording: 'none', authenticationRequired: false, practiceSession: true,
};

export const order = (changes: Partial<Omit<ConferenceOrder, 'rules'>> & { rules?: Partial<ConferenceRules> } = {}): ConferenceOrder => ({
  marker: '[MGR:iris-4711:0a1b2c3d]',
  topic: 'Réunion d’équipe — été 2026',
  description: 'Réservation 4711',
  start: NOW + DAY,
  end: NOW + DAY + HOUR,
  hostUserId: WEB5000,
  capacity: 5000,
  participants: 1200,
  presenter: { name: 'Élise Gagné', email: 'elise@iucpq.example.test' },
  ...changes,
  rules: { ...rules, ...changes.rules },
});

export const signal = new AbortController().signal;

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

export interface Bench {
  standin: ZoomStandin;
  zoom: Conferences;
  options: ZoomOptions;
  clock: { now: number };
  /** Another client of the same account, as another process would be. */
  another(changes?: Partial<ZoomOptions>): Conferences;
}

export async function bench(given: ZoomStandinOptions = {}, changes: Partial<ZoomOptions> = {}): Promise<Bench> {
  const clock = { now: NOW };
  const standin = await startZoomStandin({ now: () => clock.now, limits: { rates: false }, ...given });
  open.push(standin.close);
  const options: ZoomOptions = {
    ...standin.credentials,
    tokenUrl: standin.tokenUrl,
    apiBase: standin.apiBase,
    fetch: globalThis.fetch,
    now: () => clock.now,
    random: () => 0.5,
    timeoutMs: 20_000,
    wait: () => Promise.resolve(),
    ...changes,
  };
  return { standin, zoom: createZoom(options), options, clock, another: (more = {}) => createZoom({ ...options, ...more }) };
}

/** Creates, and insists that it worked. */
export async function made(zoom: Conferences, given = order()) {
  const outcome = await zoom.create(given, signal);
  if (outcome.outcome !== 'created') throw new Error(`${outcome.outcome}: ${outcome.problem.detail}`);
  return outcome.conference;
}

/** The calls of one operation that reached the stand-in. */
export const callsOf = (standin: ZoomStandin, operation: string) => standin.calls().filter((call) => call.operation === operation);

export const bodyOf = (standin: ZoomStandin, operation: string): { settings: Record<string, unknown> } & Record<string, unknown> =>
  callsOf(standin, operation).at(-1)?.body as { settings: Record<string, unknown> } & Record<string, unknown>;
