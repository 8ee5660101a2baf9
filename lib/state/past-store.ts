/** How many were estimated and how many came to a person's own last meetings (F08): counts, in memory only. */
import type { PastMeeting } from '../domain/estimates.ts';
import { isNumber, listOf, orNull, shape } from './shape.ts';
import { stored, type Stored } from './stored.ts';

export interface PastMeetings {
  meetings: PastMeeting[];
  /** When the companion was last asked; null: never. */
  checked: number | null;
}

const isPast = shape<PastMeetings>({
  meetings: listOf(shape<PastMeeting>({ estimated: isNumber, actual: isNumber, end: isNumber })),
  checked: orNull(isNumber),
});

export const noPast = (): PastMeetings => ({ meetings: [], checked: null });

export const pastStore: Stored<PastMeetings> = stored('session', 'pastMeetings', (raw) => (isPast(raw) ? raw : noPast()), { writer: 'worker' });
