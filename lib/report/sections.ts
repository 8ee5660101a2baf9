/** The four pictures of a report, each with the table that says the same in figures (issue E, 8). */
import { localeOf } from '../i18n/translate.ts';
import { percentOfEstimate } from '../domain/percent.ts';
import { HOUR, toWall, ZONE } from '../domain/zone.ts';
import { overallPercent } from './attendance.ts';
import type { Markup } from './markup.ts';
import { drawBars, type BarRow } from './pictures/bars.ts';
import { drawYearMap, type YearMapDay } from './pictures/year-map.ts';
import type { UsageReport } from './report.ts';
import { drawTable } from './tables.ts';
import { boundWords, briefNameOf, nameOf, type ReportWords } from './words.ts';

export interface ReportSection {
  id: 'bars' | 'forecast' | 'year' | 'attendance';
  title: string;
  notes: string[];
  /** Null when there is nothing to draw; a note then says why. */
  picture: Markup[] | null;
  table: Markup | null;
}

export function remainingWords(remaining: number | null, report: UsageReport, words: ReportWords): string {
  if (remaining === null) return words.t('none');
  const value = words.amount(Math.abs(remaining), report.usage.unit);
  if (remaining < 0) return words.t('over', { value: boundWords(-remaining, value, report, words) });
  return report.usage.complete ? value : words.t('atMost', { value });
}

export function barsSection(report: UsageReport, words: ReportWords, prefix: string): ReportSection {
  const { t, amount } = words;
  const { rows, total, unit } = report.usage;
  const hasShares = rows.some(({ share }) => share !== null);
  const drawn = rows.map(({ establishmentId, used, requested, share }): BarRow => {
    const over = share === null ? 0 : Math.max(0, used - share);
    const value = boundWords(used, amount(used, unit), report, words);
    return {
      name: briefNameOf(establishmentId, report, words),
      value: share === null ? value : t('outOf', { value, share: amount(share, unit) }),
      parts: [{ amount: used - over, fill: 'solid' }, { amount: over, fill: 'crossed' }, { amount: requested, fill: 'hatched' }],
      marker: share,
    };
  });
  const cells = (row: { used: number; requested: number; share: number | null; remaining: number | null; bookings: number }, part: string): string[] => [
    boundWords(row.used, amount(row.used, unit), report, words), amount(row.requested, unit), row.share === null ? t('none') : amount(row.share, unit), remainingWords(row.remaining, report, words), part, words.number(row.bookings),
  ];
  return {
    id: 'bars',
    title: t('bars'),
    notes: [...(total.bookings === 0 ? [t('nothing')] : []), ...(hasShares ? [] : [t('noQuota')])],
    picture: drawBars({
      id: `${prefix}bars`,
      label: t(hasShares ? 'barsLabel' : 'barsLabelNoShare'),
      rows: drawn,
      legend: [
        { fill: 'solid', label: t('legendUsed') },
        ...(hasShares ? [{ fill: 'crossed', label: t('legendOver') } as const] : []),
        { fill: 'hatched', label: t('legendRequested') },
        ...(hasShares ? [{ fill: 'marker', label: t('legendShare') } as const] : []),
      ],
    }),
    table: drawTable({
      caption: t('bars'),
      columns: [{ title: t('establishment') }, ...[t('used'), t('requested'), t('share'), t('remaining'), t('partOfUse'), t('bookings')].map((title) => ({ title, isNumber: true }))],
      rows: rows.map((row) => [
        `${nameOf(row.establishmentId, report, words)}${report.roster.find(({ id }) => id === row.establishmentId)?.certain === false ? ` (${t('uncertain')})` : ''}`,
        ...cells(row, row.partOfUse === null ? t('none') : words.tenths(row.partOfUse)),
      ]),
      total: [t('total'), ...cells(total, total.used === 0 ? t('none') : words.tenths(1000))],
    }),
  };
}

export function forecastSection(report: UsageReport, words: ReportWords, prefix: string): ReportSection {
  const { t, amount } = words;
  const { forecast } = report;
  const { unit, from, to } = report.usage;
  const title = t('forecast', { to: words.day(to - 1) });
  const bare = (note: string): ReportSection => ({ id: 'forecast', title, notes: [note], picture: null, table: null });
  if (forecast === null) return bare(t('forecastOver'));
  if (forecast.total === null) return bare(t('forecastFew'));
  const whole = forecast.total;
  const fair = (fairPart: number | null): number | null => (fairPart === null ? null : (whole * fairPart) / 1000);
  return {
    id: 'forecast',
    title,
    notes: [t('forecastNote', { from: words.day(from) }), t('forecastTotal', { value: amount(whole, unit) })],
    picture: drawBars({
      id: `${prefix}forecast`,
      label: t('forecastLabel'),
      rows: forecast.rows.map((row) => {
        const end = row.forecast ?? row.used + row.planned;
        return {
          name: briefNameOf(row.establishmentId, report, words),
          value: row.forecast === null ? t('fewData') : amount(row.forecast, unit),
          parts: [{ amount: row.used, fill: 'solid' }, { amount: end - row.used, fill: 'hatched' }],
          marker: fair(row.fairPart),
        };
      }),
      legend: [{ fill: 'solid', label: t('legendNow') }, { fill: 'hatched', label: t('legendToCome') }, { fill: 'marker', label: t('legendFair') }],
    }),
    table: drawTable({
      caption: title,
      columns: [{ title: t('establishment') }, ...[t('usedNow'), t('planned'), t('forecastEnd'), t('partOfForecast'), t('fairPart')].map((name) => ({ title: name, isNumber: true }))],
      rows: forecast.rows.map((row) => [
        nameOf(row.establishmentId, report, words), amount(row.used, unit), amount(row.planned, unit),
        row.forecast === null ? t('fewData') : amount(row.forecast, unit),
        row.partOfForecast === null ? t('none') : words.tenths(row.partOfForecast), row.fairPart === null ? t('none') : words.tenths(row.fairPart),
      ]),
    }),
  };
}

/** The least hours of each level above « libre ». */
const LEVELS = [0, 2 * HOUR, 4 * HOUR, 8 * HOUR];

const levelOf = (used: number): number => (used <= 0 ? 0 : LEVELS.filter((least) => used >= least).length);

export function yearSection(report: UsageReport, words: ReportWords, prefix: string): ReportSection {
  const { t } = words;
  const monthName = new Intl.DateTimeFormat(localeOf(words.language), { month: 'short', timeZone: ZONE });
  const byMonth = [...Map.groupBy(report.days, ({ date }) => date.slice(0, 7)).values()];
  const months = byMonth.map((days) => ({
    name: monthName.format(days[0]?.from ?? 0),
    year: new Date(toWall(days[0]?.from ?? 0)).getUTCFullYear(),
    days: days.map((day): YearMapDay & { used: number } => ({
      day: Number(day.date.slice(8)),
      level: levelOf(day.used),
      used: day.used,
      words: day.used === 0 ? t('yearFree', { day: words.day(day.from) }) : t('yearDay', { day: words.day(day.from), value: words.amount(day.used, 'hours') }),
    })),
  }));
  const numbers = Array.from({ length: 31 }, (_, index) => index + 1);
  return {
    id: 'year',
    title: t('year'),
    notes: [],
    picture: drawYearMap({ id: `${prefix}year`, label: t('yearLabel'), months, levels: [t('levelFree'), t('levelSome'), t('levelMore'), t('levelMuch'), t('levelMost')] }),
    table: drawTable({
      caption: t('yearCaption'),
      columns: [{ title: t('month') }, ...numbers.map((day) => ({ title: String(day), isNumber: true })), { title: t('monthTotal'), isNumber: true }],
      rows: months.map(({ name, year, days }) => [
        `${name} ${String(year)}`,
        ...numbers.map((number) => words.hours(days.find(({ day }) => day === number)?.used ?? 0)),
        words.amount(days.reduce((sum, { used }) => sum + used, 0), 'hours'),
      ]),
      isWide: true,
    }),
  };
}

/** The last ones, drawn and in the table; the export has all. */
const DRAWN = 12;

export function attendanceSection(report: UsageReport, words: ReportWords, prefix: string): ReportSection {
  const { t } = words;
  const { meetings } = report;
  const title = t('attendance');
  const overall = overallPercent(meetings);
  if (overall === null) return { id: 'attendance', title, notes: [t('attendanceNone')], picture: null, table: null };
  const ratio = (unique: number, estimated: number): string => {
    const percent = percentOfEstimate(unique, estimated);
    return percent === null ? t('none') : words.percent(percent);
  };
  const drawn = meetings.slice(0, DRAWN);
  return {
    id: 'attendance',
    title,
    notes: [t('attendanceAll', { count: meetings.length, percent: words.percent(overall) }), ...(drawn.length < meetings.length ? [t('attendanceShown', { count: drawn.length })] : []), t('attendanceNote')],
    picture: drawBars({
      id: `${prefix}attendance`,
      label: t('attendanceLabel'),
      rows: drawn.map(({ start, establishmentId, unique, estimated }) => ({
        name: `${words.day(start)} · ${briefNameOf(establishmentId, report, words)}`,
        value: t('attendanceValue', { actual: words.number(unique), estimated: words.number(estimated), percent: ratio(unique, estimated) }),
        parts: [{ amount: unique, fill: 'solid' }],
        marker: estimated,
      })),
      legend: [{ fill: 'solid', label: t('legendActual') }, { fill: 'marker', label: t('legendEstimate') }],
    }),
    table: drawTable({
      caption: title,
      columns: [{ title: t('date'), isKept: true }, { title: t('establishment') }, ...[t('estimated'), t('actual'), t('ratio'), t('peak')].map((name) => ({ title: name, isNumber: true }))],
      rows: drawn.map(({ start, establishmentId, estimated, unique, peak }) => [
        words.day(start), nameOf(establishmentId, report, words), words.number(estimated), words.number(unique), ratio(unique, estimated), peak === null ? t('none') : words.number(peak),
      ]),
    }),
  };
}

/** In the order of a report. @param prefix of the identifiers on the page */
export const sectionsOf = (report: UsageReport, words: ReportWords, prefix = 'pr-'): ReportSection[] =>
  [barsSection, forecastSection, yearSection, attendanceSection].map((draw) => draw(report, words, prefix));
