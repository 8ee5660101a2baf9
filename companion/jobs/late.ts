/** Looks for requests that wait too long (F11). */
import { MINUTE } from '../../lib/domain/zone.ts';
import { planLateMails } from '../ledger/late.ts';
import type { JobContext } from './context.ts';
import { keepRounds, type Rounds } from './rounds.ts';

export function keepAnswersTimely(context: JobContext, wake: () => void, signal: AbortSignal): Rounds {
  return keepRounds(context, { name: 'look for late requests', first: MINUTE, every: 15 * MINUTE }, async () => {
    if ((await planLateMails(context.database, context.clock.now())) > 0) wake();
  }, signal);
}
