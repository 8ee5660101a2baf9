import type { Instant } from '../../lib/domain/booking.ts';
import type { Language } from '../../lib/i18n/translate.ts';
import type { RedAnchor } from '../../lib/state/portal-health.ts';
import { momentText } from '../../lib/state/when.ts';
import { anchorText, portalWords } from './words.ts';

/** Each red anchor in words: what it is, where, since which look, and when it was last found. */
export function RedAnchors({ red, language, now }: { red: readonly RedAnchor[]; language: Language; now: Instant }) {
  const t = portalWords(language);
  return (
    <ul class="pa-plain">
      {red.map(({ anchor, page, health, matches, at, lastWell }) => (
        <li key={`${page}/${anchor}`}>
          {t(`health_${health}`, { anchor: anchorText(anchor, language), count: matches, page: t(`page_${page}`), when: momentText(at, now, language) })}{' '}
          <span class="pa-small pa-soft">{lastWell === null ? t('lastWellNever') : t('lastWell', { when: momentText(lastWell, now, language) })}</span>
        </li>
      ))}
    </ul>
  );
}
