import { useLayoutEffect, useRef } from 'preact/hooks';
import type { View } from '../../lib/calibration/views.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useAssistant } from './texts.ts';
import { Title } from './Title.tsx';
import { outcomeSentences } from './Trial.tsx';

export function Trying({ view }: { view: Extract<View, { name: 'trying' }> }) {
  const { t } = useAssistant();
  return (
    <>
      <Title>{t('tryingTitle')}</Title>
      <p role="status">
        <Spinner /> {t('trying', { page: t(`page_${view.page}`).toLocaleLowerCase() })}
      </p>
    </>
  );
}

/** The dry run, page by page, and the one click that puts the profile in force. */
export function End({ view }: { view: Extract<View, { name: 'end' }> }) {
  const { t, language, actions } = useAssistant();
  const buttons = useRef<HTMLDivElement>(null);
  // What became of the click pushes the buttons down: in a small window it would be seen in half, or not at all.
  useLayoutEffect(() => {
    if (view.saved || view.failed) buttons.current?.scrollIntoView({ block: 'nearest' });
  }, [view.saved, view.failed]);
  const isAll = view.unseen.length === 0 && view.outcomes.every(({ ok }) => ok);
  return (
    <>
      <Title>{t('endTitle')}</Title>
      <p class="pa-soft">{t('endLead')}</p>
      <ul class="pc-outcomes">
        {view.outcomes.map((outcome) => (
          <li key={outcome.page}>
            <p class="pa-row">
              <strong>{t(`page_${outcome.page}`)}</strong>
              <Badge kind={outcome.ok ? 'success' : 'danger'} icon={outcome.ok ? 'check' : 'warning'}>
                {t(outcome.ok ? 'endOk' : 'endFault')}
              </Badge>
            </p>
            {outcomeSentences(outcome, t, language).map((sentence) => (
              <p key={sentence} class="pa-small">
                {sentence}
              </p>
            ))}
          </li>
        ))}
        {view.unseen.map((page) => (
          <li key={page}>
            <p class="pa-row">
              <strong>{t(`page_${page}`)}</strong>
              <Badge icon="info">{t('endUnseen')}</Badge>
            </p>
          </li>
        ))}
      </ul>
      <p>{t(isAll ? 'endAll' : 'endSome')}</p>
      {view.saved && <Notice kind="success">{t('saved')}</Notice>}
      {view.failed && <Notice kind="error">{t('saveFailed')}</Notice>}
      <div class="pa-row" ref={buttons}>
        {view.saved ? (
          <Button kind="primary" onClick={actions.close}>
            {t('close')}
          </Button>
        ) : (
          <Button kind="primary" icon="check" onClick={actions.save}>
            {t('save')}
          </Button>
        )}
        <Button onClick={actions.plan}>{t('backToPlan')}</Button>
      </div>
    </>
  );
}
