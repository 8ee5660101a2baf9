/** What outlives the companion in one torture: Zoom's and the mailbox's stand-ins, the clock, and the database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '../../companion/environment.ts';
import type { Variables } from '../../companion/environment.ts';
import type { Database } from '../../companion/ledger/database.ts';
import { openDatabase } from '../../companion/ledger/open.ts';
import { createSecrets } from '../../companion/secrets.ts';
import type { Secrets } from '../../companion/secrets.ts';
import { startMailbox } from '../standins/mailbox/mailbox.ts';
import type { Mailbox } from '../standins/mailbox/mailbox.ts';
import { startZoomStandin } from '../standins/zoom/standin.ts';
import type { ZoomStandin, ZoomStandinOptions } from '../standins/zoom/standin.ts';
import { createTornClock } from './clock.ts';
import type { TornClock } from './clock.ts';

export const APPROVERS = 'approbateurs@cct.example.test';

export interface Room {
  clock: TornClock;
  goes: boolean;
  zoom: ZoomStandin;
  mailbox: Mailbox;
  variables: Variables;
  secrets: Secrets;
  /** The database seen from outside, while the companion works in it. */
  database(): Promise<Database>;
  close(): Promise<void>;
}

export interface RoomOptions {
  start: number;
  /** Whether time passes by itself. */
  goes?: boolean;
  zoom?: ZoomStandinOptions;
  /** `postgres://…`; a SQLite file of its own when absent. */
  databaseUrl?: string;
  /** Where the SQLite file lies; a new folder when absent. */
  folder?: string;
  variables?: Variables;
}

const SECRET = 'only-for-the-torture-of-this-repository';

export async function openRoom(options: RoomOptions): Promise<Room> {
  const goes = options.goes ?? false;
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'passerelle-torture-')));
  const clock = createTornClock(options.start, goes);
  const mailbox = await startMailbox({ now: clock.now });
  const zoom = await startZoomStandin({ now: clock.now, ...options.zoom });
  const variables: Variables = {
    ...zoom.environment,
    PASSERELLE_PUBLIC_URL: 'http://127.0.0.1:0',
    PASSERELLE_SECRET: SECRET,
    PASSERELLE_PORT: '0',
    ...(options.databaseUrl === undefined ? { PASSERELLE_DATABASE: join(folder, 'passerelle.sqlite') } : { DATABASE_URL: options.databaseUrl }),
    SMTP_URL: `smtp://${mailbox.smtp.host}:${mailbox.smtp.port}`,
    MAIL_FROM: 'CCT du RUISSS <cct@cct.example.test>',
    MAIL_APPROVER: APPROVERS,
    PASSERELLE_LOG: 'silent',
    // Its people try again every 20 ms.
    PASSERELLE_REQUESTS_PER_MINUTE: '1000000',
    ...options.variables,
  };
  let opened: Promise<Database> | null = null;
  return {
    clock, goes, zoom, mailbox, variables,
    secrets: createSecrets(SECRET),
    database: () => (opened ??= openDatabase(readEnvironment(variables).database)),
    close: async () => {
      await (await opened)?.close();
      await Promise.all([zoom.close(), mailbox.close()]);
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}
