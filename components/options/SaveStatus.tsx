import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { useOptions } from './context.ts';

/** « Enregistré », for the eye at the top of the page and for the ear, politely. */
export function SaveStatus() {
  const { model, t } = useOptions();
  const { state, turn } = model.saveState.value;
  return (
    <>
      <span class="pa-save" aria-hidden="true">
        {state === 'saving' && <Spinner />}
        {state === 'saved' && <Icon name="check" />}
        {state === 'failed' && <Icon name="warning" />}
        <span>{state === 'saving' ? t('saving') : state === 'saved' ? t('saved') : ''}</span>
      </span>
      <LiveRegion text={state === 'saved' ? t('saved') : ''} turn={turn} />
    </>
  );
}

/** When the browser refuses to write; and how many fields wait to be corrected. */
export function SaveProblems() {
  const { model, t } = useOptions();
  const failed = model.saveState.value.state === 'failed';
  return (
    <div class="pa-problems">
      {failed && (
        <Notice kind="error" title={t('saveFailed')} actions={<Button onClick={() => void model.flush()}>{t('retry')}</Button>}>
          {t('saveFailedMore')}
        </Notice>
      )}
    </div>
  );
}
