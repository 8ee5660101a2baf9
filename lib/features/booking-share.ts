/** « Après cette demande : 4 h 30 sur 12 h », and what the card's policy asks of it (F02, issue E, 2 and 3). Pure. */
import type { ShareView } from '../../components/overlay/ShareLine.tsx';
import type { Booking, Instant } from '../domain/booking.ts';
import { formatPercent } from '../domain/number-text.ts';
import { periodsOf } from '../domain/periods.ts';
import { adviseQuota, type QuotaStep } from '../domain/quota.ts';
import type { Establishment } from '../domain/roster.ts';
import { formatAmount } from '../domain/time.ts';
import { amountOf, rowOf, usageOf } from '../domain/usage.ts';
import type { ServiceCard } from '../services/card.ts';
import { withArticle } from './conflict-sentences.ts';
import { periodWords, type Words } from './words.ts';

export interface ShareQuestion {
  span: { start: Instant; end: Instant };
  establishment: Establishment;
  card: ServiceCard;
  roster: readonly Establishment[];
  /** Every other booking that is known, each once. */
  bookings: readonly Booking[];
  /** Whether all bookings of a period are among them. */
  covers(from: Instant, to: Instant): boolean;
}

export interface ShareAnswer extends ShareView {
  step: QuotaStep;
  /** Why the request may not be saved; null when it may. */
  refusal: string | null;
}

const kinds: Record<QuotaStep, ShareView['kind']> = { nothing: 'calm', warn: 'warning', askReason: 'warning', refuse: 'error' };

function answerIn({ from, to }: { from: Instant; to: Instant }, question: ShareQuestion, words: Words): ShareAnswer {
  const { span, establishment, card, roster, bookings, covers } = question;
  const { translate, language } = words;
  const { unit } = card.quota;
  const usage = usageOf({ bookings, card, roster, from, to, complete: covers(from, to) });
  const row = rowOf(usage, establishment.id);
  const own = amountOf(span, unit, from, to) ?? 0;
  const { step, after, share, percent } = adviseQuota(row, own, card.quota);
  const atLeast = (value: string): string => (usage.complete ? value : translate('usageAtLeast', { value }));
  const inWords = (amount: number): string => formatAmount(amount, unit, language);
  const shareWords = share === null ? '' : unit === 'count' ? translate('bookings', { count: share }) : inWords(share);
  const used = atLeast(share === null && unit === 'count' ? translate('bookings', { count: after }) : inWords(after));
  const who = withArticle(establishment.name, language);
  const isOver = share !== null && after > share;
  const number = percent === null ? '' : formatPercent(percent, language);
  const refusal = step === 'refuse' ? translate('shareRefused', { used, share: shareWords, who }) : null;
  const support = card.support === null ? null : translate('shareSupport', { support: card.support });
  return {
    kind: kinds[step],
    step,
    refusal,
    title: share === null ? translate('shareAfterNone', { used }) : translate('shareAfter', { used, share: shareWords }),
    of: translate('shareOf', { who: establishment.name, period: periodWords(usage, words) }),
    notes: [
      ...(isOver ? [translate('shareOver', { over: atLeast(inWords(after - share)) })] : share !== null && step !== 'nothing' ? [translate('shareLeft', { left: usage.complete ? inWords(share - after) : translate('usageAtMost', { value: inWords(share - after) }) })] : []),
      ...(step === 'askReason' ? [translate('shareReason')] : []),
      ...(refusal === null ? [] : [translate('shareRefusedNote'), ...(support === null ? [] : [support])]),
    ],
    bar:
      share === null
        ? null
        : {
            parts: [{ value: row.used, fill: 'solid' as const }, { value: after - row.used, fill: isOver ? ('over' as const) : ('hatched' as const) }].filter(({ value }) => value > 0),
            total: Math.max(share, after),
            number,
          },
  };
}

/** One line for each period that the booking falls into. */
export const shareLines = (question: ShareQuestion, words: Words): ShareAnswer[] =>
  periodsOf(question.span, question.card.quota).map((period) => answerIn(period, question, words));
