/** Amounts, parts and names as people read them in pictures, tables and reports. */
import { formatPercent } from '../domain/number-text.ts';
import { formatAmount, formatShortDay } from '../domain/time-text.ts';
import { isUnread } from '../domain/usage.ts';
import type { Instant } from '../domain/booking.ts';
import { HOUR } from '../domain/zone.ts';
import { reportEn } from '../i18n/report.en.ts';
import { reportFr } from '../i18n/report.fr.ts';
import { createTranslate, localeOf, type Language, type Translate } from '../i18n/translate.ts';
import type { UsageReport } from './report.ts';

export interface ReportWords {
  t: Translate<typeof reportFr>;
  language: Language;
  /** « 4 h 30 », « 0 h », or « 3 » when bookings are counted. */
  amount(amount: number, unit: 'hours' | 'count'): string;
  number(value: number): string;
  /** Whole per cent. */
  percent(value: number): string;
  /** From tenths of a per cent: « 11,1 % ». */
  tenths(value: number): string;
  /** Hours with one decimal, as narrow as can be: « 1,5 »; nothing for none. */
  hours(milliseconds: number): string;
  day(instant: Instant): string;
}

export function reportWords(language: Language): ReportWords {
  const locale = localeOf(language);
  const number = new Intl.NumberFormat(locale);
  const tenths = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1 });
  const hours = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    t: createTranslate({ fr: reportFr, en: reportEn }, language),
    language,
    amount: (amount, unit) => (formatAmount(amount, unit, language)),
    number: (value) => number.format(value),
    percent: (value) => formatPercent(value, language),
    tenths: (value) => tenths.format(value / 1000),
    hours: (milliseconds) => (milliseconds === 0 ? '' : hours.format(Math.max(0.1, milliseconds / HOUR))),
    day: (instant) => formatShortDay(instant, language),
  };
}

/** What bookings come to: « au moins 3 h » when some may be missing, and no figure at all when none was read. */
export function boundWords(amount: number, value: string, { usage }: Pick<UsageReport, 'usage'>, { t }: ReportWords): string {
  if (isUnread(amount, usage)) return t('unread');
  return usage.complete ? value : t('atLeast', { value });
}

/** The name to show for a row; one that the roster does not know is « non attribué ». */
export const nameOf = (id: string | null, { roster }: Pick<UsageReport, 'roster'>, { t }: ReportWords): string =>
  roster.find((establishment) => establishment.id === id)?.name ?? t('unassigned');

/** The shortest way to name it that is more than letters: pictures have little room. */
export function briefNameOf(id: string | null, report: Pick<UsageReport, 'roster'>, words: ReportWords): string {
  const name = nameOf(id, report, words);
  const aliases = report.roster.find((establishment) => establishment.id === id)?.aliases ?? [];
  const brief = aliases.filter((alias) => alias.length >= 4 && alias.length < name.length);
  return [...name].length <= 30 ? name : (brief[0] ?? name);
}
