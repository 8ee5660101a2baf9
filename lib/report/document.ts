/**
 * The year's report for the nine directions, and the companion's page to print: one HTML file without script, link or
 * picture from elsewhere, that can be listened to, printed on Letter and A4, and read on a telephone (issue E, 9).
 */
import { formatHour, formatInstant } from '../domain/time-text.ts';
import type { Instant } from '../domain/booking.ts';
import { localeOf, type Language } from '../i18n/translate.ts';
import { element, escapeText, printMarkup, type Markup } from './markup.ts';
import type { UsageReport } from './report.ts';
import { remainingWords, sectionsOf, type ReportSection } from './sections.ts';
import { pageStyle } from './style.ts';
import { boundWords, reportWords, type ReportWords } from './words.ts';

/** The picture and its table, as one figure of the page. */
export const drawSection = (section: ReportSection): Markup[] => [
  ...section.notes.map((note) => element('p', { class: 'pr-soft' }, note)),
  ...(section.picture === null ? [] : [element('figure', { class: 'pr-figure' }, section.picture)]),
  ...(section.table === null ? [] : [section.table]),
];

export function sourceSentences(report: UsageReport, { t, language }: ReportWords): string[] {
  const names = { ledger: 'sourceLedger', portal: 'sourcePortal' } as const;
  return report.sources.length === 0 ? [t('sourceNone')] : report.sources.map(({ name, at }) => t(names[name], { when: formatInstant(at, language) }));
}

/** The few figures that a director reads first. */
export function factsOf(report: UsageReport, words: ReportWords): { label: string; value: string }[] {
  const { t, amount, number } = words;
  const { usage, days, notHeld } = report;
  const busiest = days.reduce<(typeof days)[number] | null>((most, day) => (day.used > (most?.used ?? 0) ? day : most), null);
  const bounded = (total: number, value: string): string => boundWords(total, value, report, words);
  return [
    { label: t('sumUsed'), value: bounded(usage.total.used, amount(usage.total.used, usage.unit)) },
    { label: t('sumRequested'), value: bounded(usage.total.requested, amount(usage.total.requested, usage.unit)) },
    ...(usage.total.remaining === null ? [] : [{ label: t('sumRemaining'), value: remainingWords(usage.total.remaining, report, words) }]),
    { label: t('sumBookings'), value: bounded(usage.total.bookings, number(usage.total.bookings)) },
    ...(busiest === null ? [] : [{ label: t('sumBusiest'), value: `${words.day(busiest.from)}\u00a0· ${amount(busiest.used, 'hours')}` }]),
    { label: t('sumNotHeld'), value: number(notHeld) },
  ];
}

function bodyOf(report: UsageReport, words: ReportWords, expires: Instant | null): Markup {
  const { t, language } = words;
  const { usage } = report;
  const method = [t('methodApproved'), t('methodRequested'), t('methodNever'), t('methodUnassigned'), t('methodParts'), t('methodSame')];
  return element(
    'main',
    {},
    element(
      'header',
      {},
      element('h1', {}, t('reportTitle', { service: report.service.name })),
      element('p', {}, element('strong', {}, t('reportPeriod', { from: words.day(usage.from), to: words.day(usage.to - 1) }))),
      element('p', { class: 'pr-soft' }, t('reportMade', { when: formatInstant(report.now, language) })),
      sourceSentences(report, words).map((sentence) => element('p', { class: 'pr-soft' }, sentence)),
      expires === null ? [] : element('p', { class: 'pr-soft pr-screen' }, t('pageExpires', { time: formatHour(expires, language) })),
      usage.complete ? [] : element('p', { class: 'pr-warning' }, t('partial')),
    ),
    element(
      'section',
      { 'aria-labelledby': 'summary' },
      element('h2', { id: 'summary' }, t('summary')),
      element('dl', { class: 'pr-facts' }, factsOf(report, words).map(({ label, value }) => element('div', {}, element('dt', {}, label), element('dd', {}, value)))),
    ),
    sectionsOf(report, words).map((section) =>
      element('section', { 'aria-labelledby': `title-${section.id}` }, element('h2', { id: `title-${section.id}` }, section.title), drawSection(section))),
    element(
      'section',
      { 'aria-labelledby': 'method' },
      element('h2', { id: 'method' }, t('method')),
      element('ul', { class: 'pr-method' }, method.map((sentence) => element('li', {}, sentence))),
    ),
  );
}

/** Of a page that holds nothing but text of ours: its words are escaped by {@link printMarkup}. */
export const pageOf = (language: Language, title: string, body: Markup): string =>
  [
    '<!doctype html>',
    `<html lang="${localeOf(language)}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${escapeText(title)}</title><style>${pageStyle}</style></head>`,
    `<body>${printMarkup(body)}</body>`,
    '</html>',
    '',
  ].join('\n');

/** @param expires of the page's address, when it has one; null for a file */
export function printReport(report: UsageReport, language: Language, expires: Instant | null = null): string {
  const words = reportWords(language);
  return pageOf(language, words.t('reportTitle', { service: report.service.name }), bodyOf(report, words, expires));
}
