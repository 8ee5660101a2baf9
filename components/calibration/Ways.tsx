import type { View, WayView } from '../../lib/calibration/views.ts';
import { Button } from '../ui/Button.tsx';
import { anchorName, useAssistant } from './texts.ts';
import { Title } from './Title.tsx';
import { Trial } from './Trial.tsx';

function Way({ way, index, chosen }: { way: WayView; index: number; chosen: boolean }) {
  const { t, actions } = useAssistant();
  return (
    <label class={`pc-way${way.exact ? '' : ' pc-off'}`}>
      <input type="radio" name="way" checked={chosen} disabled={!way.exact} onChange={() => actions.way(index)} />
      <span>
        <span class="pc-by">{t(`way_${way.stability}`, { by: way.by })}</span>
        <span class="pa-small pa-soft">
          {t('matches', { count: way.matches })} · {way.exact ? t(`stable_${way.stability}`) : t('ambiguous')}
        </span>
      </span>
    </label>
  );
}

/** Up to three ways to find again what was shown, the most stable first, and what would be read with the chosen one. */
export function Ways({ view }: { view: Extract<View, { name: 'ways' }> }) {
  const { t, language, actions } = useAssistant();
  const { sort, said } = view.picked;
  return (
    <>
      <p class="pa-small pa-soft">{anchorName(view.anchor, language)}</p>
      <Title>{t('howToFind')}</Title>
      <p class="pc-under">{t('picked', { sort: t(`sort_${sort}`), said })}</p>
      {view.ways.some(({ exact }) => exact) ? <p class="pa-small pa-soft">{t('howToFindLead')}</p> : <p role="alert">{t('noWay')}</p>}
      <div role="radiogroup" aria-label={t('howToFind')} class="pc-ways">
        {view.ways.map((way, index) => (
          <Way key={`${way.stability}/${way.by}`} way={way} index={index} chosen={index === view.chosen} />
        ))}
      </div>
      {view.outcome !== null && <Trial outcome={view.outcome} />}
      <div class="pa-row">
        {view.chosen !== null && (
          <Button kind="primary" icon="check" onClick={actions.accept}>
            {t('accept')}
          </Button>
        )}
        <Button size="small" onClick={actions.again}>
          {t('again')}
        </Button>
        <Button size="small" onClick={actions.widen}>
          {t('widen')}
        </Button>
        <Button size="small" kind="quiet" onClick={actions.skip}>
          {t('skip')}
        </Button>
      </div>
    </>
  );
}
