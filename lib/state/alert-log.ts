/** What a person was already told, so that nothing is told twice. Identities only, no name and no title. */
import * as z from 'zod/mini';
import type { Instant } from '../domain/booking.ts';
import { stored, type Stored } from './stored.ts';

/** By the alert's identity, until when it is worth remembering. Null: alerts are off; what stands when they go on is no news. */
export type AlertLog = Record<string, Instant> | null;

export const alertLogStore: Stored<AlertLog> = stored('local', 'alertLog', (raw) => {
  const parsed = z.nullable(z.record(z.string(), z.number())).safeParse(raw ?? null);
  return parsed.success ? parsed.data : null;
});
