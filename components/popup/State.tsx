import type { LedgerState } from '../../lib/contract/answer.ts';
import type { BookingStatus } from '../../lib/domain/booking.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Badge } from '../ui/Badge.tsx';
import { usePopup } from './context.ts';

type Kind = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const ledgerKinds: Record<LedgerState, Kind> = {
  requested: 'info', approved: 'info', creating: 'info', unknown: 'warning', scheduled: 'success', live: 'success',
  ended: 'neutral', cancelling: 'warning', cancelled: 'neutral', rejected: 'neutral', attention: 'danger',
};
const portalKinds: Record<BookingStatus, Kind> = {
  pending: 'info', approved: 'success', cancelled: 'neutral', rejected: 'danger', toConfirm: 'warning', unknown: 'neutral',
};

/** Where a booking stands, in one word. The queue first: what is not sent is not done. */
export function State({ view }: { view: BookingView }) {
  const { t } = usePopup();
  const { entry, ledger, booking } = view;
  if (entry?.state === 'refused') return <Badge kind="danger">{t('state_refused')}</Badge>;
  if (entry !== null && entry.problem !== null) return <Badge kind="warning">{t('state_queued')}</Badge>;
  // Approved as it was, not as it is (F14).
  if (view.changes.length > 0) return <Badge kind="warning">{t('review')}</Badge>;
  // The portal's word wins for what only the portal decides.
  const isPortals = ledger === null || ledger.state === 'requested' || ledger.state === 'rejected';
  if (isPortals) return <Badge kind={portalKinds[booking.status]}>{t(`portal_${booking.status}`)}</Badge>;
  return <Badge kind={ledgerKinds[ledger.state]}>{t(`state_${ledger.state}`)}</Badge>;
}
