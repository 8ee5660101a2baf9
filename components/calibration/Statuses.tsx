import type { View } from '../../lib/calibration/views.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { useAssistant } from './texts.ts';
import { Title } from './Title.tsx';

const choices = ['none', 'pending', 'approved', 'cancelled', 'rejected', 'toConfirm'] as const;

/** The words that this portal uses for the five statuses. */
export function Statuses({ view }: { view: Extract<View, { name: 'statuses' }> }) {
  const { t, actions } = useAssistant();
  return (
    <>
      <Title>{t('statusesTitle')}</Title>
      <p class="pa-soft">{t('statusesLead')}</p>
      {view.words.map(({ word, count, status }) => (
        <SelectField
          key={word} id={`status-${word}`} label={t('statusOf', { word })} hint={t('statusRows', { count })}
          value={choices.find((choice) => choice === status) ?? 'none'}
          choices={choices.map((value) => ({ value, label: t(`status_${value}`) }))}
          onChange={(value) => actions.setStatus(word, value === 'none' ? null : value)}
        />
      ))}
      <div class="pa-row">
        <Button kind="primary" onClick={actions.plan}>
          {t('done')}
        </Button>
      </div>
    </>
  );
}
