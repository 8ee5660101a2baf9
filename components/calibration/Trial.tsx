import type { Outcome } from '../../lib/calibration/progress.ts';
import type { Language } from '../../lib/i18n/translate.ts';
import { anchorName, useAssistant, type CalibrationWords } from './texts.ts';

const formParts = ['title', 'resource', 'hours', 'freeText'] as const;

function formSentences({ counts }: Outcome, t: CalibrationWords): string[] {
  const has = (part: string): boolean => (counts[part] ?? 0) > 0;
  const parts = formParts.flatMap((part) => (has(part) ? [t(`part_${part}`)] : part === 'hours' && has('start') ? [t('part_start')] : []));
  const read = parts.length === 0 ? t('read_formNone') : t('read_form', { parts: parts.join(', ') });
  const guards = has('saves') ? [t('read_formGuard', { count: counts['saves'] ?? 0 })] : [];
  return [read, ...guards, ...(has('resource') ? [t(has('ours') ? 'read_formOurs' : 'read_formOther')] : [])];
}

function readSentences(outcome: Outcome, t: CalibrationWords): string[] {
  const { page, counts } = outcome;
  const count = (name: string): number => counts[name] ?? 0;
  if (page === 'form') return formSentences(outcome, t);
  if (page === 'list') {
    const read = count('read') === 0 ? t('read_listNone') : t('read_list', { count: count('read'), pending: count('pending') });
    return [read, ...(count('unknown') > 0 ? [t('read_listUnknown', { count: count('unknown') })] : [])];
  }
  if (page === 'calendar') return [count('rows') === 0 ? t('read_calendarNone') : t('read_calendar', { count: count('rows'), bookings: t('read_calendarBookings', { count: count('bookings') }) })];
  return [t(count('read') === 0 ? 'read_detailNone' : count('status') === 0 ? 'read_detailUnknown' : 'read_detail')];
}

/** What one look at a page gave, one sentence each. */
export function outcomeSentences(outcome: Outcome, t: CalibrationWords, language: Language): string[] {
  const names = outcome.missing.map((anchor) => anchorName(anchor, language));
  return [...readSentences(outcome, t), ...(names.length > 0 ? [t('stillMissing', { count: names.length, anchors: names.join(', ') })] : [])];
}

/** « 14 réservations lues, 3 à approuver ». */
export function Trial({ outcome }: { outcome: Outcome }) {
  const { t, language } = useAssistant();
  const [first, ...rest] = outcomeSentences(outcome, t, language);
  return (
    <div class={`pc-trial${outcome.ok ? ' pc-well' : ''}`} role="status">
      <p class="pa-small pa-soft">{t('trial')}</p>
      <p>
        <strong>{first}</strong>
      </p>
      {rest.map((sentence) => (
        <p key={sentence} class="pa-small">
          {sentence}
        </p>
      ))}
    </div>
  );
}
