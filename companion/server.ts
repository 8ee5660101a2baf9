/** The companion as a running thing: opens the ledger, starts the worker, listens. Everything is wired here and only here. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { DestinationStream } from 'pino';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';
import { directly } from './direct.ts';
import { refuseUnreadable } from './door.ts';
import type { Environment } from './environment.ts';
import { keepAnswersTimely } from './jobs/late.ts';
import type { Rounds } from './jobs/rounds.ts';
import { keepSwept, sweep } from './jobs/sweep.ts';
import type { SweepReport } from './jobs/sweep.ts';
import { Worker } from './jobs/worker.ts';
import type { JobContext } from './jobs/context.ts';
import { inWords } from './ledger/full-disk.ts';
import { openDatabase } from './ledger/open.ts';
import { LEASE_MS, releaseDeadLeases } from './ledger/outbox.ts';
import { addPerson } from './ledger/people.ts';
import type { NewPerson } from './ledger/people.ts';
import { Submissions } from './ledger/submissions.ts';
import { replanReminders } from './ledger/time-zones.ts';
import { licenceOf, namedHolders } from './licences.ts';
import { closeServer, listen } from './listen.ts';
import { createLog } from './log.ts';
import { createPost } from './mail/post.ts';
import { Metrics } from './metrics.ts';
import { createAllowance } from './routes/allowance.ts';
import type { Parts } from './routes/parts.ts';
import { createSecrets } from './secrets.ts';
import { createStableLinks } from './stable-links.ts';
import { steppedFetch, steppedPost } from './step.ts';
import type { Step } from './step.ts';
import { VERSION } from './version.ts';
import { sendWebhook } from './webhook-sender.ts';
import type { SendWebhook } from './webhook-sender.ts';
import { createZoom } from './zoom/client.ts';
import type { Conferences } from './zoom/types.ts';

/** Longer than Zoom takes at worst plus the lag of its lists, as far as anybody knows (reliability.md A.4). */
export const QUIET_MS = 90_000;

export interface CompanionOptions {
  clock?: Clock;
  fetch?: typeof globalThis.fetch;
  /** See {@link QUIET_MS}. */
  quietMs?: number;
  /** See {@link LEASE_MS}. */
  leaseMs?: number;
  /** How long Zoom may take to answer, in milliseconds of real time; 20 s when absent. */
  zoomTimeoutMs?: number;
  /** Between 0 and 1; for the jitter of retries. */
  random?: () => number;
  /** The short waits between two tries of one read of Zoom; a timer when absent. */
  zoomWait?: Clock['wait'];
  /** Instead of Zoom. */
  conferences?: Conferences;
  /** Instead of HTTPS to other programs. */
  sendWebhook?: SendWebhook;
  /** Told at every border; a test ends the process there. */
  step?: Step;
  /** Room kept aside on the disk; see RESERVE_BYTES. */
  reserveBytes?: number;
  /** Instead of standard output. */
  logTo?: DestinationStream;
}

export interface Companion {
  /** Where it listens. */
  url: string;
  /** Takes nothing more, ends what is under way, closes the database; within about ten seconds (R14). */
  close(): Promise<void>;
  /** A new person's key; the secret is shown once. */
  addKey(person: NewPerson): Promise<{ id: string; secret: string }>;
  /** Resolves when everything that is due has been done. */
  idle(): Promise<void>;
  /** Compares Zoom's marked conferences with the ledger now, as is done every six hours. */
  sweep(): Promise<SweepReport>;
}

/** @throws {Error} with a sentence for a person: another process on the file, a database that does not keep its word, a port in use */
export async function startCompanion(environment: Environment, options: CompanionOptions = {}): Promise<Companion> {
  const clock = options.clock ?? systemClock;
  const random = options.random ?? Math.random;
  const log = createLog(environment.logLevel, options.logTo);
  const { step } = options;
  const database = await openDatabase(environment.database, step, options.reserveBytes);
  const metrics = new Metrics();
  const secrets = createSecrets(environment.secret);
  const directPost = createPost(environment.mail.smtpUrl, environment.mail.from);
  const post = step === undefined ? directPost : steppedPost(directPost, step);
  const fetch = options.fetch ?? globalThis.fetch;
  const jobs: JobContext = {
    database, post, clock, secrets, log, metrics, random,
    conferences: options.conferences ?? createZoom({
      accountId: environment.zoom.accountId, clientId: environment.zoom.clientId, clientSecret: environment.zoom.clientSecret,
      tokenUrl: environment.zoom.tokenUrl, apiBase: environment.zoom.apiUrl,
      fetch: step === undefined ? fetch : steppedFetch(fetch, step), now: () => clock.now(), random,
      ...(options.zoomTimeoutMs === undefined ? {} : { timeoutMs: options.zoomTimeoutMs }),
      ...(options.zoomWait === undefined ? {} : { wait: options.zoomWait }),
    }),
    quietMs: options.quietMs ?? QUIET_MS,
    leaseMs: options.leaseMs ?? LEASE_MS,
    hosts: namedHolders(environment.zoom.hosts),
    hearsZoom: environment.zoom.webhookSecret !== null,
    publicUrl: environment.publicUrl,
    links: createStableLinks(() => jobs.publicUrl, environment.stableLinks),
    sendWebhook: options.sendWebhook ?? sendWebhook,
    retentionDays: environment.retentionDays,
    from: environment.mail.from,
    approver: environment.mail.approver,
  };
  const worker = new Worker(jobs);
  const submissions = new Submissions(database, () => worker.wake());
  const { hosts } = jobs;
  const stopping = new AbortController();
  let rounds: Rounds[] = [];
  let server: Server | null = null;
  const release = async (): Promise<void> => {
    stopping.abort();
    // Together: whoever hangs outside and whatever hangs inside have the same few seconds, not one after the other.
    await Promise.all([server === null ? null : closeServer(server), worker.stop()]);
    await submissions.settled();
    await Promise.all(rounds.map(({ ended }) => ended));
    post.close();
    await database.close();
  };
  try {
    database.lockForServing();
    if (database.dialect === 'sqlite') await releaseDeadLeases(database.db);
    await replanReminders(database.db, process.versions['tz'] ?? 'unknown');
    const parts: Parts = {
      database,
      submissions,
      secrets,
      clock,
      log,
      metrics,
      hostOf: licenceOf(environment.zoom.hosts),
      conferences: jobs.conferences,
      allowance: createAllowance(environment.requestsPerMinute),
      zoomEvents: { secret: environment.zoom.webhookSecret, accountId: environment.zoom.accountId },
      wake: () => worker.wake(),
      publicUrl: () => jobs.publicUrl,
      links: jobs.links,
      reportsUrl: environment.reportsUrl,
      version: VERSION,
    };
    server = createServer({ headersTimeout: 10_000, requestTimeout: 15_000 }, directly(parts, getRequestListener(createApp(parts).fetch)));
    refuseUnreadable(server);
    const port = await listen(server, environment.port, environment.host);
    const url = `http://${environment.host.includes(':') ? `[${environment.host}]` : environment.host}:${port}`;
    // Port 0 asks for any free port: the public address of a trial is then the one that was given.
    const wanted = new URL(environment.publicUrl);
    if (wanted.port === '0') jobs.publicUrl = `${wanted.protocol}//${wanted.hostname}:${port}`;
    worker.start();
    const wake = (): void => worker.wake();
    rounds = [keepSwept(jobs, hosts, wake, stopping.signal), keepAnswersTimely(jobs, wake, stopping.signal)];
    log.info('listening', { port });
    return {
      url,
      close: release,
      addKey: (person) => addPerson(database.db, secrets, person, clock.now()),
      idle: async () => {
        await submissions.settled();
        await Promise.all(rounds.map((each) => each.settled()));
        await worker.idle();
      },
      sweep: () => sweep(jobs, hosts, stopping.signal),
    };
  } catch (error) {
    await release();
    throw inWords(error);
  }
}
