/** What portal and ledger do not say alike, booking by booking, in words (issue E, 2). */
import { formatHour } from '../domain/time-text.ts';
import type { UsageDifference } from '../domain/usage-difference.ts';
import type { SourcedBooking } from './from-ledger.ts';
import type { Markup } from './markup.ts';
import type { UsageReport } from './report.ts';
import { drawTable } from './tables.ts';
import { nameOf, type ReportWords } from './words.ts';

/** What one source says: « approuvée, 1 h 30, CISSS des Îles ». */
function sideOf(booking: SourcedBooking | null, amount: number, report: UsageReport, words: ReportWords): string {
  const { t } = words;
  if (booking === null) return t('absent');
  const establishment = booking.establishmentId === null ? (booking.establishment ?? t('unassigned')) : nameOf(booking.establishmentId, report, words);
  return [t(`status_${booking.status}`), words.amount(amount, report.usage.unit), establishment].join(', ');
}

/** @param most shown; a page is no place for thousands */
export function differencesTable(differences: readonly UsageDifference<SourcedBooking>[], report: UsageReport, words: ReportWords, most: number): Markup {
  const { t, language } = words;
  return drawTable({
    caption: t('differences'),
    columns: [{ title: t('booking') }, { title: t('when') }, { title: t('inPortal') }, { title: t('inLedger') }, { title: t('what') }],
    rows: differences.slice(0, most).flatMap(({ portal, ledger, parts, amounts }) => {
      const booking = portal ?? ledger;
      if (booking === null) return [];
      const number = portal?.number ?? ledger?.number ?? null;
      const name = booking.name ?? t('withoutName');
      return [[
        number === null ? name : `${name} (${number})`,
        `${words.day(booking.start)}, ${formatHour(booking.start, language)}`,
        sideOf(portal, amounts.portal, report, words),
        sideOf(ledger, amounts.ledger, report, words),
        parts.map((part) => t(`difference_${part}`)).join('\u00a0; '),
      ]];
    }),
  });
}
