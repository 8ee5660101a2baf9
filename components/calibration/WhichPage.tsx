import type { View } from '../../lib/calibration/views.ts';
import { journeyPages } from '../../lib/calibration/journey.ts';
import { Button } from '../ui/Button.tsx';
import { Title } from './Title.tsx';
import { useAssistant } from './texts.ts';

export function WhichPage({ view }: { view: Extract<View, { name: 'page' }> }) {
  const { t, actions } = useAssistant();
  const { recognised } = view;
  return (
    <>
      <Title>{t('whichPage')}</Title>
      <p class="pa-soft">{recognised === null ? t('whichPageLead') : t('whichPageKnown', { page: t(`page_${recognised}`) })}</p>
      <div class="pc-choices">
        {journeyPages.map((page) => (
          <Button key={page} kind={page === recognised ? 'primary' : 'secondary'} onClick={() => actions.choosePage(page)}>
            {t(`page_${page}`)}
          </Button>
        ))}
      </div>
      <div class="pa-row">
        <Button size="small" icon="refresh" onClick={actions.dryRun}>
          {t('dryRun')}
        </Button>
      </div>
    </>
  );
}
