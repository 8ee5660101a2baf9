import type { Language } from '../../lib/i18n/translate.ts';
import { Notice } from '../ui/Notice.tsx';
import { portalWords } from './words.ts';

/** A page of the portal is redrawn without end: we have stopped looking, so that it stays usable. */
export function StormNotice({ portal, language }: { portal: string; language: Language }) {
  const t = portalWords(language);
  return (
    <Notice kind="warning" title={t('stormTitle', { portal })}>
      {t('stormMore')}
    </Notice>
  );
}
