/**
 * The Zoom stand-in: a real HTTP server of our own writing that answers as zoom.md says Zoom does, and refuses what
 * Zoom refuses. For demos and tests; what is invented is listed in README.md beside this file.
 */
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { listen } from '../listen.ts';
import { createAccount, type Plan } from './account.ts';
import type { Conference, Stay } from './conference.ts';
import { attend, convertConference, endConference, endPractice, startConference } from './day.ts';
import { exchange, type CallRecord } from './exchange.ts';
import { createFaults, type Fault, type FaultPlan } from './faults.ts';
import { defaultHosts, WEB5000, type HostOptions } from './hosts.ts';
import { createLimits } from './limits.ts';
import { createPages } from './lists.ts';
import { createOperations } from './operations.ts';
import { addPages } from './pages.ts';
import { createRandom, word } from './random.ts';
import { allScopes, createTokens, type Credentials } from './tokens.ts';
import { eventOf, viewOf, type ConferenceView } from './views.ts';
import { createWebhooks, type Delivery, type WebhookTarget } from './webhooks.ts';

export { faults, tortureFaults, type Fault, type FaultPlan } from './faults.ts';
export { PLAIN, WEB5000, type HostOptions } from './hosts.ts';
export { allScopes } from './tokens.ts';
export { signEvent, type WebhookTarget } from './webhooks.ts';
export type { CallRecord } from './exchange.ts';
export type { ConferenceView } from './views.ts';

export interface ZoomStandinOptions {
  port?: number;
  now?: () => number;
  seed?: number;
  plan?: Plan;
  hosts?: readonly HostOptions[];
  faults?: FaultPlan | null;
  webhook?: WebhookTarget | null;
  credentials?: Partial<Credentials>;
  scopes?: readonly string[];
  /** Seconds that a token lives; 3600 when absent. */
  tokenLifetime?: number;
  limits?: {
    /** False: no limit a second, and writes of one host may overlap. */
    rates?: boolean;
    /** Creations and changes a UTC day and host; 100 when absent. */
    daily?: number;
  };
}

export interface ZoomStandin {
  url: string;
  apiBase: string;
  tokenUrl: string;
  credentials: Credentials;
  accountId: string;
  /** Variables for the companion. */
  environment: Record<string, string>;
  /** Every conference ever made, deleted ones too, oldest first. */
  created(): ConferenceView[];
  /** Those that still exist. */
  conferences(): ConferenceView[];
  calls(): readonly CallRecord[];
  tokensIssued(): number;
  revokeTokens(): void;
  setScopes(scopes: readonly string[]): void;
  /** What the token's answer calls `api_url`; null for the stand-in's own. */
  setApiUrl(url: string | null): void;
  setFaults(plan: FaultPlan | null): void;
  /** The next call that fits fails so, for sure. */
  failNext(fault: Fault, applies?: { method?: string; path?: RegExp }): void;
  /** What people do in Zoom's own application. Each throws when there is no such conference. */
  start(id: string): { started: boolean; others: string[] };
  end(id: string): void;
  endPractice(id: string): void;
  convert(id: string): void;
  attend(id: string, stays: readonly Stay[]): void;
  /** A recording of it is ready in the cloud, and Zoom says so; null: somebody deleted it there. */
  record(id: string, recording?: { key: string; passcode: string } | null): void;
  /** As the licence holder sees it in his profile. */
  hostKeyOf(email: string): string;
  /** Somebody changes or deletes it in Zoom's portal. */
  edit(id: string, change: Partial<Pick<Conference, 'topic' | 'start' | 'passcode' | 'settings'>>): void;
  remove(id: string): void;
  webhooks: { set(target: WebhookTarget | null): void; validate(): Promise<boolean>; flush(): Promise<void>; deliveries(): readonly Delivery[] };
  close(): Promise<void>;
}

const START_LINK_LIFE = 2 * 3_600_000;

/** @throws when the port is taken */
export async function startZoomStandin(options: ZoomStandinOptions = {}): Promise<ZoomStandin> {
  const now = options.now ?? Date.now;
  const plan = options.plan ?? 'business';
  const seed = options.seed ?? 1;
  // One source of chance for each purpose: a fault more does not change the numbers given to conferences.
  const [random, faultRandom, webhookRandom] = [createRandom(seed), createRandom(seed ^ 0x5eed), createRandom(seed ^ 0xe7e7)];
  const credentials: Credentials = { accountId: 'standin-account', clientId: 'standin-client', clientSecret: 'standin-secret', ...options.credentials };
  const faults = createFaults(faultRandom, options.faults ?? null);
  const webhooks = createWebhooks(now, webhookRandom, options.webhook ?? null);
  let url = '';
  let scopes: readonly string[] = options.scopes ?? allScopes;
  let apiUrl: string | null = null;
  const startLinks = new Map<string, { id: number; until: number }>();

  const account = createAccount({
    id: credentials.accountId,
    plan,
    dailyLimit: options.limits?.daily ?? 100,
    hosts: options.hosts ?? defaultHosts,
    now,
    random,
    listLag: faults.listLag,
    emit: (event, conference, extra = {}) => webhooks.send(eventOf(event, conference, credentials.accountId, now(), extra)),
  });
  const tokens = createTokens({ ...credentials, now, random, lifetime: options.tokenLifetime ?? 3600, scopes: () => scopes, apiUrl: () => apiUrl ?? url });
  const limits = createLimits(plan, now, options.limits?.rates ?? true);
  const journal: CallRecord[] = [];
  const zak = (conference: Conference): string => {
    const key = word(random, 40);
    startLinks.set(key, { id: conference.id, until: now() + START_LINK_LIFE });
    return key;
  };

  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post('/oauth/token', async (context) => {
    const { status, body } = tokens.issue(
      context.req.header('authorization') ?? null,
      context.req.header('content-type') ?? null,
      new URL(context.req.url).searchParams,
      await context.req.text(),
    );
    return Response.json(body, { status });
  });
  for (const operation of createOperations({ account, page: createPages(now, random), url: () => url, zak })) {
    app.on(operation.method, `/v2${operation.path}`, (context) => exchange(context, operation, { account, tokens, faults, limits, journal }));
  }
  addPages(app as unknown as Hono, account, () => url, (conference, key) => {
    const link = startLinks.get(key);
    return link?.id === conference.id && link.until > now();
  });
  const listening = await listen(app, options.port ?? 0);
  url = listening.url;

  const find = (id: string): Conference => {
    const found = account.conferences.find((conference) => String(conference.id) === id);
    if (found === undefined) throw new Error(`No conference ${id} in the stand-in.`);
    return found;
  };
  const view = (conference: Conference) => viewOf(conference, url);

  return {
    url,
    apiBase: `${url}/v2`,
    tokenUrl: `${url}/oauth/token`,
    credentials,
    accountId: credentials.accountId,
    environment: {
      ZOOM_ACCOUNT_ID: credentials.accountId,
      ZOOM_CLIENT_ID: credentials.clientId,
      ZOOM_CLIENT_SECRET: credentials.clientSecret,
      ZOOM_TOKEN_URL: `${url}/oauth/token`,
      ZOOM_API_URL: `${url}/v2`,
      ZOOM_HOST_USER_ID: account.hosts[0]?.email ?? WEB5000,
      ...(options.webhook ? { ZOOM_WEBHOOK_SECRET: options.webhook.secretToken } : {}),
    },
    created: () => account.conferences.map(view),
    conferences: () => account.conferences.filter(({ deletedAt }) => deletedAt === null).map(view),
    calls: () => journal,
    tokensIssued: tokens.issued,
    revokeTokens: tokens.revoke,
    setScopes: (next) => {
      scopes = next;
    },
    setApiUrl: (next) => {
      apiUrl = next;
    },
    setFaults: faults.set,
    failNext: faults.next,
    start: (id) => {
      const others = startConference(account, find(id));
      return { started: others.length === 0, others: others.map((other) => other.topic) };
    },
    end: (id) => endConference(account, find(id)),
    endPractice: (id) => endPractice(account, find(id)),
    convert: (id) => convertConference(account, find(id)),
    attend: (id, stays) => attend(find(id), stays),
    record: (id, recording = { key: 'standin-recording', passcode: 'Rec0rd!9' }) => {
      const conference = find(id);
      conference.recording = recording ?? undefined;
      if (recording !== null) account.emit('recording.completed', conference, { download_token: 'standin-download', object: { start_time: new Date(conference.startedAt ?? now()).toISOString(), share_url: `${url}/rec/share/${recording.key}`, recording_files: [] } });
    },
    hostKeyOf: (email) => account.host(email).hostKey,
    edit: (id, change) => {
      const conference = find(id);
      Object.assign(conference, change);
      account.emit(`${conference.kind}.updated`, conference);
    },
    remove: (id) => account.remove(find(id).kind, id),
    webhooks: { set: webhooks.set, validate: webhooks.validate, flush: webhooks.flush, deliveries: webhooks.deliveries },
    close: async () => {
      webhooks.close();
      await listening.close();
    },
  };
}
