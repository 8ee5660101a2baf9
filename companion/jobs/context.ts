/** What every job is given. */
import type { Clock } from '../clock.ts';
import type { Database } from '../ledger/database.ts';
import type { Log } from '../log.ts';
import type { Organizer } from '../mail/calendar.ts';
import type { Post } from '../mail/post.ts';
import type { Metrics } from '../metrics.ts';
import type { Secrets } from '../secrets.ts';
import type { StableLinks } from '../stable-links.ts';
import type { SendWebhook } from '../webhook-sender.ts';
import type { Conferences } from '../zoom/types.ts';

export interface JobContext {
  database: Database;
  conferences: Conferences;
  /** Every licence holder, as configured. */
  hosts: readonly string[];
  /** Zoom's events reach us: the only sure sign that a webinar began, since Zoom documents a status for meetings only. */
  hearsZoom: boolean;
  post: Post;
  clock: Clock;
  secrets: Secrets;
  log: Log;
  metrics: Metrics;
  /** Between 0 and 1; for jitter only. */
  random: () => number;
  /**
   * How long after a creation without a certain answer nothing new is created: longer than Zoom may still be working
   * on it plus the lag of its lists (reliability.md A.4).
   */
  quietMs: number;
  /** How long an effect is this process's own without a sign of life. */
  leaseMs: number;
  publicUrl: string;
  links: StableLinks;
  /** Hands an event to another program (S1-57). */
  sendWebhook: SendWebhook;
  /** Null: personal data are erased only by the `purge` command. */
  retentionDays: number | null;
  from: Organizer;
  approver: string;
}
