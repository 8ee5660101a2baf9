/** The use of a service, in the words and bars of the panel (F02, S0-21). Pure. */
import type { BarPart } from '../../components/ui/Bar.tsx';
import type { UsageRow as RowView, UsageView } from '../../components/overlay/UsageTable.tsx';
import type { Instant, Reading } from '../domain/booking.ts';
import { formatPercent } from '../domain/number-text.ts';
import { percentOfShare } from '../domain/percent.ts';
import { coversPeriod, mergeReadings } from '../domain/readings.ts';
import type { Roster } from '../domain/roster.ts';
import { endOfPeriod, formatAmount, HOUR, MINUTE, startOfPeriod } from '../domain/time.ts';
import { isUnread, usageOf, type Usage, type UsageRow } from '../domain/usage.ts';
import type { ServiceCard } from '../services/card.ts';
import { hourWords, periodWords, type Words } from './words.ts';

/** What the page shows and what the worker knows, counted over the card's period around an hour. */
export function measureUsage(readings: readonly Reading[], card: ServiceCard, roster: Roster, at: Instant): Usage {
  const from = startOfPeriod(card.quota.period, at);
  const to = endOfPeriod(card.quota.period, at);
  return usageOf({ bookings: mergeReadings(readings), card, roster, from, to, complete: coversPeriod(readings, from, to) });
}

const sourceKeys = { grid: 'usageSourceGrid', list: 'usageSourceList', form: 'usageSourceForm', companion: 'usageSourceCompanion' } as const;

function sourceSentences(readings: readonly Reading[], now: Instant, { translate, language }: Words): string[] {
  const newest = new Map<Reading['source'], Instant>();
  for (const { source, at } of readings) newest.set(source, Math.max(at, newest.get(source) ?? 0));
  return [...newest].map(([source, at]) => translate('usageSource', { source: translate(sourceKeys[source]), time: hourWords(at, now, language) }));
}

/** What bookings come to: « au moins 3 h » when some may be missing, and no figure at all when none was read. */
function amountWords(amount: number, value: string, usage: Usage, { translate }: Words): string {
  if (isUnread(amount, usage)) return translate('usageUnread');
  return usage.complete ? value : translate('usageAtLeast', { value });
}

function remainingWords(row: UsageRow, usage: Usage, words: Words): string {
  const { translate, language } = words;
  if (row.remaining === null) return translate('usageUnknown');
  const value = formatAmount(Math.abs(row.remaining), usage.unit, language);
  if (row.remaining < 0) return translate('usageOver', { value: amountWords(-row.remaining, value, usage, words) });
  return usage.complete ? value : translate('usageAtMost', { value });
}

/** What a full bar stands for: the share, or without a quota the busiest establishment. */
function barOf(row: UsageRow, usage: Usage, words: { used: string; requested: string; remaining: string }, { translate, language }: Words): RowView['bar'] {
  const busiest = Math.max(...usage.rows.map(({ used, requested }) => used + requested));
  const { share } = row;
  const percent = share === null ? null : percentOfShare(row.used, share);
  const over = share === null ? 0 : Math.max(0, row.used - share);
  const number = (): string => {
    if (isUnread(row.used, usage)) return translate('usageUnknown');
    return percent === null ? formatAmount(row.used, usage.unit, language) : formatPercent(percent, language);
  };
  const parts: BarPart[] = [
    { value: row.used - over, fill: 'solid' },
    { value: over, fill: 'over' },
    { value: row.requested, fill: 'hatched' },
  ];
  return {
    parts: parts.filter(({ value }) => value > 0),
    total: share === null ? busiest : Math.max(share, row.used),
    number: number(),
    label:
      share === null
        ? translate('usageBar', words)
        : translate('usageBarQuota', { ...words, share: formatAmount(share, usage.unit, language) }),
  };
}

export interface UsageQuestion {
  readings: readonly Reading[];
  card: ServiceCard;
  roster: Roster;
  /** The person's own establishment. */
  ownId: string | null;
  now: Instant;
}

/** « Votre établissement : au moins 3 h sur 12 h, 1 h demandée »; of all of them for who belongs to none. */
function gaugeOf(usage: Usage, ownId: string | null, words: Words): string {
  const { translate, language } = words;
  const own = usage.rows.find(({ establishmentId }) => establishmentId !== null && establishmentId === ownId);
  const { used, requested, share } = own ?? usage.total;
  const inWords = (amount: number): string => (usage.unit === 'count' ? translate('bookings', { count: amount }) : formatAmount(amount, usage.unit, language));
  const bare = share === null ? inWords(used) : formatAmount(used, usage.unit, language);
  // « Rien de lu » beside a request that was read would say the contrary of itself.
  const said = isUnread(used, usage) && requested > 0 ? translate('gaugeUnapproved') : amountWords(used, bare, usage, words);
  const key = own === undefined ? 'gaugeAll' : 'gauge';
  const line = share === null ? translate(`${key}None`, { used: said }) : translate(key, { used: said, share: inWords(share) });
  // « 30 min demandées », « 1 h 30 demandée »: the number that is said first decides.
  const count = usage.unit === 'count' ? requested : requested >= HOUR ? requested / HOUR : requested / MINUTE;
  const asked = requested === 0 ? '' : translate('gaugeRequested', { count, requested: inWords(requested) });
  const over = share !== null && used > share ? translate('gaugeOver', { over: amountWords(used - share, inWords(used - share), usage, words) }) : '';
  return line + asked + over;
}

/** One's own first, then as in the roster, « non attribué » last. */
export function toUsageView({ readings, card, roster, ownId, now }: UsageQuestion, words: Words): UsageView {
  const { translate, language } = words;
  const usage = measureUsage(readings, card, roster, now);
  const rows = usage.rows.map((row): RowView => {
    const establishment = roster.find(({ id }) => id === row.establishmentId);
    const isOwn = row.establishmentId !== null && row.establishmentId === ownId;
    const count = (amount: number): string => amountWords(amount, formatAmount(amount, usage.unit, language), usage, words);
    const amounts = { used: count(row.used), requested: count(row.requested), remaining: remainingWords(row, usage, words) };
    return {
      id: row.establishmentId ?? '',
      name: establishment?.name ?? translate('usageUnassigned'),
      tags: [...(isOwn ? [translate('usageOwn')] : []), ...(establishment?.certain === false ? [translate('usageUncertain')] : [])],
      isOwn,
      ...amounts,
      bar: barOf(row, usage, amounts, words),
    };
  });
  const period = periodWords(usage, words);
  return {
    gauge: gaugeOf(usage, ownId, words),
    caption: translate('usageOf', { service: card.name, period }),
    rows: [...rows.filter(({ isOwn }) => isOwn), ...rows.filter(({ isOwn }) => !isOwn)],
    notes: [
      ...(card.quota.unit === 'count' ? [translate('usageCountUnit')] : []),
      ...(usage.rows.every(({ share }) => share === null) ? [translate('usageNoQuota')] : []),
      ...(readings.length === 0 ? [translate('usageNothing')] : []),
    ],
    sources: sourceSentences(readings, now, words),
    isPartial: !usage.complete,
  };
}
