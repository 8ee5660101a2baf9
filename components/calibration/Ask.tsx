import type { View } from '../../lib/calibration/views.ts';
import { Button } from '../ui/Button.tsx';
import { askText, useAssistant } from './texts.ts';
import { Title } from './Title.tsx';

/** One question: the person shows what it asks for on the page. */
export function Ask({ view }: { view: Extract<View, { name: 'ask' }> }) {
  const { t, language, actions } = useAssistant();
  const { under, picking } = view;
  return (
    <>
      <p class="pa-small pa-soft">
        {t(`short_${view.page}`)} · {t('asked', { at: view.at, of: view.of })}
      </p>
      <Title>{askText(view.anchor, t, language)}</Title>
      {picking ? (
        <p class="pc-under" aria-hidden="true">
          {under === null ? t('underNothing') : t('under', { sort: t(`sort_${under.sort}`), said: under.said })}
        </p>
      ) : (
        <p>{t('askPaused')}</p>
      )}
      <div class="pa-row">
        {picking ? (
          <Button size="small" onClick={() => actions.pick(false)}>
            {t('usePage')}
          </Button>
        ) : (
          <Button kind="primary" onClick={() => actions.pick(true)}>
            {t('showOnPage')}
          </Button>
        )}
        <Button size="small" onClick={actions.skip}>
          {t('skip')}
        </Button>
        <Button size="small" onClick={actions.absent}>
          {t('absent')}
        </Button>
        <Button kind="quiet" size="small" onClick={actions.plan}>
          {t('backToPlan')}
        </Button>
      </div>
      {picking && (
        <p class="pa-small pa-soft pc-hint">
          {t('neverPressed')} {t('keyboardHint')}
        </p>
      )}
    </>
  );
}
