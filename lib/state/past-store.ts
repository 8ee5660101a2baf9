/** How many were estimated and how many came to a person's own last meetings (F08): counts, in memory only. */
import * as z from 'zod/mini';
import type { PastMeeting } from '../domain/estimates.ts';
import { stored, type Stored } from './stored.ts';

export interface PastMeetings {
  meetings: PastMeeting[];
  /** When the companion was last asked; null: never. */
  checked: number | null;
}

const pastMeetings = z.lazy(() => z.strictObject({
  meetings: z.array(z.strictObject({ estimated: z.number(), actual: z.number(), end: z.number() })),
  checked: z.nullable(z.number()),
}));

export const noPast = (): PastMeetings => ({ meetings: [], checked: null });

export const pastStore: Stored<PastMeetings> = stored('session', 'pastMeetings', (raw) => pastMeetings.safeParse(raw).data ?? noPast());
