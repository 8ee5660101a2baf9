import type { BookingView } from '../../lib/state/view.ts';
import { Spinner } from '../ui/Spinner.tsx';
import { usePopup } from './context.ts';
import { Empty } from './Empty.tsx';
import { EstablishmentUse } from './EstablishmentUse.tsx';
import { Facts } from './Facts.tsx';
import { Item } from './Item.tsx';
import { List } from './List.tsx';
import { OpenPortal } from './OpenPortal.tsx';
import { Title } from './Title.tsx';

function Request({ view }: { view: BookingView }) {
  const { model, t } = usePopup();
  const portal = model.portals.find(({ id }) => id === view.booking.portal);
  return (
    <Item view={view} kind="pa-popup-request">
      <Title view={view} />
      <Facts view={view}>
        <EstablishmentUse view={view} />
      </Facts>
      {view.isOwn && <p class="pa-small">{t('ownRequestApprove')}</p>}
      {!view.inPortal && <p class="pa-small pa-soft">{t('onlyCompanion')}</p>}
      {view.booking.page === null ? (
        portal !== undefined && (
          <p class="pa-popup-open">
            <OpenPortal origin={portal.origin} />
          </p>
        )
      ) : (
        <p class="pa-popup-see" aria-hidden="true">
          {t('seeInPortal')}
        </p>
      )}
    </Item>
  );
}

/** « À approuver »: what waits in the portal. Nothing here approves. @param loading nothing has been read yet */
export function ToApprove({ views, loading }: { views: readonly BookingView[]; loading: boolean }) {
  const { model, t } = usePopup();
  const isRead = model.portals.length > 0 && model.portals.every(({ state }) => state === 'ok');
  if (views.length === 0) {
    if (loading) return <Spinner label={t('loading')} />;
    return isRead && !model.atLeast ? (
      <Empty icon="success" title={t('emptyToApprove')} more={t('emptyToApproveMore')} />
    ) : (
      <Empty icon="info" title={t('unreadToApprove')} more={t(model.portals.length === 0 ? 'noPortalMore' : 'unreadToApproveMore')} />
    );
  }
  return (
    <>
      <p class="pa-popup-lead">{t('approveInPortal')}</p>
      <List views={views} card={(view) => <Request key={view.key} view={view} />} />
    </>
  );
}
