import { withWait, type Wait } from '../../lib/domain/waits.ts';
import { formatRange } from '../../lib/domain/time.ts';
import { momentText } from '../../lib/state/when.ts';
import { waitsStore } from '../../lib/state/waits-store.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePopup } from './context.ts';
import { OpenPortal } from './OpenPortal.tsx';

function FreedSlot({ wait }: { wait: Wait }) {
  const { model, t, language } = usePopup();
  const portal = model.portals.find(({ id }) => id === wait.portal);
  const drop = (): void => void waitsStore.update((waits) => withWait(waits, wait, false, model.now));
  const actions = (
    <>
      {portal !== undefined && <OpenPortal origin={portal.origin} />}
      <Button kind="quiet" size="small" onClick={drop}>
        {t('freedDrop')}
      </Button>
    </>
  );
  return (
    <Notice kind="success" live={false} title={t('freedTitle')} actions={actions}>
      <p>{formatRange(wait.start, wait.end, language)}</p>
      <p class="pa-small">{t('freedMore', { when: momentText(wait.freed ?? wait.asked, model.now, language) })}</p>
    </Notice>
  );
}

/** The slots that this person waited for and that were seen free (F04). */
export function Freed() {
  const { model } = usePopup();
  return (
    <>
      {model.waits.filter(({ freed }) => freed !== null).map((wait) => (
        <FreedSlot key={`${wait.serviceId} ${wait.start} ${wait.end}`} wait={wait} />
      ))}
    </>
  );
}
