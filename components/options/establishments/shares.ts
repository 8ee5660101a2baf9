/** The part of each establishment in per cent, as the use table divides a quota (lib/domain/usage.ts). Pure. */
import { divide } from '../../../lib/domain/shares.ts';
import type { Roster } from '../../../lib/domain/roster.ts';

export interface Shares {
  /** Tenths of a per cent, in the order of the roster; they add up to 1000, or are all 0. */
  tenths: number[];
  /** In the quota's unit, exact; null without a quota. */
  amounts: number[] | null;
  /** Fixed shares together are more than the quota. */
  isOver: boolean;
}

/** @param total of the quota that is shared; null: no quota, fixed shares then say nothing in per cent */
export function sharesOf(roster: Roster, total: number | null): Shares {
  const isMember = roster.map(({ state }) => state !== 'removed');
  const fixed = roster.map(({ fixed: amount }, index) => (total === null || amount === null || isMember[index] !== true ? null : amount));
  const allFixed = fixed.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  const weights = roster.map(({ weight }, index) => (isMember[index] === true && fixed[index] === null ? weight : 0));
  if (total === null) return { tenths: divide(1000, weights), amounts: null, isOver: false };
  const rest = Math.max(0, total - allFixed);
  const allWeight = weights.reduce((sum, weight) => sum + weight, 0);
  const amounts = weights.map((weight, index) => fixed[index] ?? (allWeight === 0 ? 0 : (rest * weight) / allWeight));
  return { tenths: divide(1000, amounts), amounts, isOver: allFixed > total };
}
