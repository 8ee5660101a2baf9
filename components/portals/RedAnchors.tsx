import type { Instant } from '../../lib/domain/booking.ts';
import type { Language } from '../../lib/i18n/translate.ts';
import type { RedAnchor } from '../../lib/state/portal-health.ts';
import { momentText } from '../../lib/state/when.ts';
import { anchorText, portalWords } from './words.ts';

/** Each red anchor in words: what it is, where, and since which look. */
export function RedAnchors({ red, language, now }: { red: readonly RedAnchor[]; language: Language; now: Instant }) {
  const t = portalWords(language);
  return (
    <ul class="pa-plain">
      {red.map(({ anchor, page, health, matches, at }) => (
        <li key={`${page}/${anchor}`}>
          {t(`health_${health}`, { anchor: anchorText(anchor, language), count: matches, page: t(`page_${page}`), when: momentText(at, now, language) })}
        </li>
      ))}
    </ul>
  );
}
