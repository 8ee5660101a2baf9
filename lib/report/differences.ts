/** What portal and ledger do not say alike, booking by booking, in words (issue E, 2). */
import { printCsv } from '../domain/export/csv.ts';
import { withKeptSpaces } from '../domain/kept-spaces.ts';
import { formatHour } from '../domain/time-text.ts';
import type { UsageDifference } from '../domain/usage-difference.ts';
import type { SourcedBooking } from './from-ledger.ts';
import type { Markup } from './markup.ts';
import type { UsageReport } from './report.ts';
import { drawTable } from './tables.ts';
import { briefNameOf, type ReportWords } from './words.ts';

/** What one source says: « approuvée, 1 h 30, CISSS des Îles ». */
function sideOf(booking: SourcedBooking | null, amount: number, report: UsageReport, words: ReportWords): string {
  const { t } = words;
  if (booking === null) return t('absent');
  const establishment = booking.establishmentId === null ? (booking.establishment ?? t('unassigned')) : briefNameOf(booking.establishmentId, report, words);
  return [t(`status_${booking.status}`), words.amount(amount, report.usage.unit), establishment].join(', ');
}

const headings = ['booking', 'when', 'inPortal', 'inLedger', 'what'] as const;

function rowOf({ portal, ledger, parts, amounts }: UsageDifference<SourcedBooking>, report: UsageReport, words: ReportWords): string[] {
  const { t, language } = words;
  const booking = portal ?? ledger;
  if (booking === null) return [];
  const number = portal?.number ?? ledger?.number ?? null;
  const name = booking.name ?? t('withoutName');
  return [
    number === null ? name : `${name} (${number})`,
    `${words.day(booking.start)}, ${formatHour(booking.start, language)}`,
    sideOf(portal, amounts.portal, report, words),
    sideOf(ledger, amounts.ledger, report, words),
    parts.map((part) => t(`difference_${part}`)).join('\u00a0; '),
  ];
}

/** @param most shown; a page is no place for thousands */
export const differencesTable = (differences: readonly UsageDifference<SourcedBooking>[], report: UsageReport, words: ReportWords, most: number): Markup =>
  drawTable({
    caption: words.t('differences'),
    columns: headings.map((heading) => ({ title: words.t(heading) })),
    rows: differences.slice(0, most).map((difference) => rowOf(difference, report, words).map(withKeptSpaces)),
  });

/** All of them, for a spreadsheet. */
export const differencesCsv = (differences: readonly UsageDifference<SourcedBooking>[], report: UsageReport, words: ReportWords): string =>
  printCsv([headings.map((heading) => words.t(heading)), ...differences.map((difference) => rowOf(difference, report, words))]);
