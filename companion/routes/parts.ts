/** What the routes are made of; given by server.ts, or by a test. */
import type { Hono } from 'hono';
import type { Clock } from '../clock.ts';
import type { Database } from '../ledger/database.ts';
import type { Submissions } from '../ledger/submissions.ts';
import type { LicenceOf } from '../licences.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { Secrets } from '../secrets.ts';
import type { StableLinks } from '../stable-links.ts';
import type { Conferences } from '../zoom/types.ts';
import type { Allowance } from './allowance.ts';

export interface Parts {
  database: Database;
  submissions: Submissions;
  secrets: Secrets;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  /** Zoom's licence holder of a service; null when none is configured. */
  hostOf: LicenceOf;
  conferences: Conferences;
  allowance: Allowance;
  zoomEvents: { secret: string | null; accountId: string };
  /** There may be new work for the worker. */
  wake: () => void;
  /** Without a slash at the end; known once the server listens. */
  publicUrl: () => string;
  links: StableLinks;
  /** Where Zoom itself shows who came and who registered (S1-43, S1-44); null: not configured. */
  reportsUrl: string | null;
  version: string;
}

export type Routes = (app: Hono, parts: Parts) => void;
