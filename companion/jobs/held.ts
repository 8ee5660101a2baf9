/** Closes the question « non tenue ? » after a day: without an answer, and unless people were counted, it was not held. */
import { answerHeld, readHeld } from '../ledger/held.ts';
import type { EffectRow } from '../ledger/schema.ts';
import type { JobContext } from './context.ts';
import { settle } from './settle.ts';
import type { Settled } from './settle.ts';

export const performHeldCount = (context: JobContext, effect: EffectRow): Promise<void> =>
  settle(context, effect, async (db, record): Promise<Settled> => {
    const now = context.clock.now();
    const question = await readHeld(db, record);
    // Answered, or moved to other hours meanwhile.
    if (question === null || question.answer !== null) return { outcome: 'dropped' };
    if (now < question.closes_at) return { outcome: 'again', at: question.closes_at, problem: 'open' };
    const counted = await db.selectFrom('attendances').select('uniques').where('booking_id', '=', record.id).executeTakeFirst();
    const isHeld = (counted?.uniques ?? 0) > 0;
    await answerHeld(db, record.id, isHeld ? 'held' : 'notHeld', isHeld ? 'zoom' : 'system', now);
    return { outcome: 'done' };
  });
