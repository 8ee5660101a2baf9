import type { Instant } from '../../lib/domain/booking.ts';
import type { Letter } from '../mail/letters.ts';

/** What became of the attempt to write a mail. `void`: there is nothing to say any more, or nobody to say it to. */
export type Composed = { outcome: 'ready'; letter: Letter } | { outcome: 'void' } | { outcome: 'failed'; problem: string } | { outcome: 'later'; at: Instant; problem: string };
