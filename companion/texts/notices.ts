/** A notice of the ledger as the sentence that a person reads. */
import type { Language } from '../../lib/i18n/translate.ts';
import type { Notice } from '../ledger/life.ts';
import { formatInstant, formatRange } from '../../lib/domain/time-text.ts';
import { sentencesIn } from './texts.ts';

/** Values of these names are instants. */
const instants = new Set(['until', 'retryAt']);

export function sentenceOf(notice: Notice, language: Language): string {
  const values = Object.fromEntries(
    Object.entries(notice.values).map(([name, value]) => [name, typeof value === 'number' && instants.has(name) ? formatInstant(value, language) : value]),
  );
  const { from, to } = notice.values;
  const when = typeof from === 'number' && typeof to === 'number' ? { when: formatRange(from, to, language) } : {};
  return sentencesIn(language)(`notice.${notice.code}`, { ...values, ...when });
}
