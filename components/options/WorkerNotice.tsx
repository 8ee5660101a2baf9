import { Notice } from '../ui/Notice.tsx';
import { useOptions } from './context.ts';

/** U17: the page says when its background is dead; what is typed is stored all the same. */
export function WorkerNotice() {
  const { live, t } = useOptions();
  const state = live.worker.value;
  if (state === 'silent') {
    return (
      <Notice kind="error" title={t('workerSilent')}>
        {t('workerSilentMore')}
      </Notice>
    );
  }
  return state === 'updated' ? <Notice kind="warning">{t('workerUpdated')}</Notice> : null;
}
