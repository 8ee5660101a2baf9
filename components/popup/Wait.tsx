import { isWaitedFor, withWait } from '../../lib/domain/waits.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { waitsStore } from '../../lib/state/waits-store.ts';
import { Button } from '../ui/Button.tsx';
import { usePopup } from './context.ts';

/** Whoever was refused may ask to be told when the slot is freed after all (F04). */
export function WaitFor({ view }: { view: BookingView }) {
  const { model, t } = usePopup();
  const { portal, serviceId, start, end, status } = view.booking;
  if (serviceId === null || !view.isOwn || status !== 'rejected' || start <= model.now) return null;
  const slot = { portal, serviceId, start, end };
  const isWaiting = isWaitedFor(model.waits, slot);
  const change = (): void => void waitsStore.update((waits) => withWait(waits, slot, !isWaiting, model.now));
  return (
    <div class="pa-row">
      <Button size="small" icon="bell" onClick={change}>
        {t(isWaiting ? 'freedDrop' : 'waitFor')}
      </Button>
      {isWaiting && <span class="pa-small pa-soft">{t('waitingFor')}</span>}
    </div>
  );
}
