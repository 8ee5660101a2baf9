import type { LedgerAnswer, PageAnswer } from './ports.ts';
import type { UsageWords } from './words.ts';

/** Why the companion could not be asked, as the end of a sentence; its own sentence when it gave one. */
export function failureSentence(answer: Extract<LedgerAnswer | PageAnswer, { ok: false }>, t: UsageWords): string {
  if (answer.code === 'silent') return t('why_silent');
  if (answer.code === 'noAddress' || answer.code === 'noKey') return t('why_setup');
  if (answer.code === 'role' || answer.code === 'forbidden') return t('why_role');
  return answer.detail ?? t('why_other');
}
