import { ROOM_OPENS_BEFORE } from '../../lib/contract/bounds.ts';
import { isUnconfirmed } from '../../lib/domain/answer-time.ts';
import { isCancelledHere, type BookingView } from '../../lib/state/view.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Cancellation } from './Cancellation.tsx';
import { Changes } from './Changes.tsx';
import { Checklist } from './Checklist.tsx';
import { usePopup } from './context.ts';
import { Empty } from './Empty.tsx';
import { Entry } from './Entry.tsx';
import { Facts } from './Facts.tsx';
import { Item } from './Item.tsx';
import { List } from './List.tsx';
import { Meeting } from './Meeting.tsx';
import { Rescue } from './Rescue.tsx';
import { HostKey } from './room/HostKey.tsx';
import { State } from './State.tsx';
import { isMailFailed, Steps } from './Steps.tsx';
import { Title } from './Title.tsx';

const hasLink: readonly string[] = ['scheduled', 'live', 'attention', 'approved', 'creating', 'unknown'];

function StillInPortal({ view }: { view: BookingView }) {
  const { actions, t } = usePopup();
  const again = (
    <Button size="small" kind="quiet" onClick={() => actions.send([view])}>
      {t('createAgain')}
    </Button>
  );
  return (
    <Notice kind="warning" live={false} actions={again}>
      {t('cancelInPortal')}
    </Notice>
  );
}

/** The day of whoever opens the conference themselves: what to see to, the plan B, and the key of a room (S1-06, S1-34, S4-26). */
function DayCard({ view }: { view: BookingView }) {
  const { model } = usePopup();
  const card = model.cards[view.booking.serviceId ?? ''];
  const startMode = card?.rules.startMode;
  if (startMode !== 'hostKey' && startMode !== 'organiser') return null;
  // A slot at midnight opens on the day before.
  const isToday = model.today.some(({ key }) => key === view.key) || (model.now >= view.booking.start - ROOM_OPENS_BEFORE && model.now < view.booking.end);
  return (
    <>
      {isToday && view.isOwn && <Checklist view={view} />}
      {(isToday || view.isOwn) && <HostKey view={view} />}
      {isToday && view.isOwn && <Rescue view={view} />}
    </>
  );
}

/** One booking with its conference, or on its way to one. @param acts whether this person may change it */
export function Conference({ view, acts }: { view: BookingView; acts: boolean }) {
  const { model, actions, t } = usePopup();
  const { ledger } = view;
  const kind = ledger?.state === 'attention' ? 'error' : 'info';
  const mayUpdate = acts && view.changes.length > 0 && view.entry === null && !view.isOwn;
  return (
    <Item view={view}>
      <div class="pa-popup-head">
        <Title view={view} />
        <State view={view} />
      </div>
      <Facts view={view} brief />
      <Entry view={view} />
      {view.isOwn && isUnconfirmed(view.booking, model.now) && (
        <Notice kind="warning" live={false} title={t('unconfirmed')}>
          {t('unconfirmedMore')}
        </Notice>
      )}
      {ledger?.message && (
        <Notice kind={kind} live={false}>
          <p>{ledger.message}</p>
          {ledger.state === 'attention' && <p class="pa-small">{t('attentionTodo')}</p>}
        </Notice>
      )}
      {ledger !== null && isMailFailed(ledger.steps) && (
        <Notice kind="warning" live={false} title={t('mailFailed')}>
          {t('mailFailedMore')}
        </Notice>
      )}
      {acts && view.isOrphan && view.entry === null && <Cancellation view={view} />}
      {acts && isCancelledHere(view) && view.entry === null && <StillInPortal view={view} />}
      {acts && <Changes changes={view.changes} sent />}
      {mayUpdate && (
        <Button icon="refresh" onClick={() => actions.send([view])}>
          {t('update')}
        </Button>
      )}
      {ledger?.conference && hasLink.includes(ledger.state) && <Meeting view={view} conference={ledger.conference} />}
      <DayCard view={view} />
      {ledger !== null && <Steps steps={ledger.steps} />}
    </Item>
  );
}

/** « Planifiées »: what the companion holds, makes, or is about to be told. */
export function Planned({ views }: { views: readonly BookingView[] }) {
  const { model, t } = usePopup();
  if (views.length === 0) return <Empty icon="calendar" title={t('emptyPlanned')} more={t('emptyPlannedMore')} />;
  return <List views={views} card={(view) => <Conference key={view.key} view={view} acts={model.approves} />} />;
}

/** A representative's own requests, each with its state. */
export function Own({ views }: { views: readonly BookingView[] }) {
  const { t } = usePopup();
  if (views.length === 0) return <Empty icon="calendar" title={t('emptyOwn')} more={t('emptyOwnMore')} />;
  return <List views={views} card={(view) => <Conference key={view.key} view={view} acts={false} />} />;
}
