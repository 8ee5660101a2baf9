import { useState } from 'preact/hooks';
import { cancellationReasons } from '../../lib/contract/event.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { usePopup, type CancellationReason } from './context.ts';

/** The portal has let go of it, Zoom has not: one click puts that right, with the portal's own four reasons. */
export function Cancellation({ view }: { view: BookingView }) {
  const { actions, t } = usePopup();
  const [reason, setReason] = useState<CancellationReason>('cancelled');
  return (
    <Notice kind="warning" live={false} title={t('orphan')}>
      <SelectField
        label={t('cancelReason')}
        value={reason}
        choices={cancellationReasons.map((value) => ({ value, label: t(`cancel_${value}`) }))}
        onChange={setReason}
      />
      <Button kind="danger" size="small" onClick={() => actions.cancel(view, reason)}>
        {t('cancelConference')}
      </Button>
    </Notice>
  );
}
