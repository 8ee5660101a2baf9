/** What the card's policy asks of a request that comes near its establishment's share, or over it (issue E, 3). */
import { percentOfShare } from './percent.ts';
import type { UsageRow } from './usage.ts';

export type QuotaStep = 'nothing' | 'warn' | 'askReason' | 'refuse';

export interface QuotaAdvice {
  step: QuotaStep;
  /** In the unit of the row: used, asked for before, and this request. */
  after: number;
  /** Null: no quota, nothing is asked. */
  share: number | null;
  /** Whole per cent of the share after this request; null without a share or with an empty one. */
  percent: number | null;
}

/**
 * @param row the establishment's use without this request; its unanswered requests count, since they may all be approved
 * @param amount of this request, in the row's unit
 * @param policy `at80`: from 80 % of the share on. `at100`: beyond it; to use exactly one's share is fair
 */
export function adviseQuota(row: Pick<UsageRow, 'used' | 'requested' | 'share'>, amount: number, policy: { at80: QuotaStep; at100: QuotaStep }): QuotaAdvice {
  const after = row.used + row.requested + amount;
  const { share } = row;
  if (share === null) return { step: 'nothing', after, share, percent: null };
  const step = after > share ? policy.at100 : after * 5 >= share * 4 && after > 0 ? policy.at80 : 'nothing';
  return { step, after, share, percent: percentOfShare(after, share) };
}
