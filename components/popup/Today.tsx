import { useState } from 'preact/hooks';
import { formatDay, formatHour } from '../../lib/domain/time.ts';
import { INITIALS_MAXIMUM } from '../../lib/state/checklist-store.ts';
import { momentText } from '../../lib/state/when.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import { Checklist, useInitials } from './Checklist.tsx';
import { usePopup } from './context.ts';
import { Empty } from './Empty.tsx';
import { Facts } from './Facts.tsx';
import { Item } from './Item.tsx';
import { List } from './List.tsx';
import { HostKey } from './room/HostKey.tsx';
import { Rescue } from './Rescue.tsx';
import { Settings } from './Settings.tsx';
import { StartEnd } from './StartEnd.tsx';
import { State } from './State.tsx';
import { Title } from './Title.tsx';

/** One event of the day, as its host needs it in front of an audience. */
function Sheet({ view }: { view: BookingView }) {
  const { language } = usePopup();
  const { start, end } = view.booking;
  return (
    <Item view={view} kind="pa-popup-sheet">
      <div class="pa-popup-head">
        <p class="pa-popup-hours">
          {formatHour(start, language)} – {formatHour(end, language)}
        </p>
        <State view={view} />
      </div>
      <Title view={view} />
      <Facts view={view} sheet />
      <StartEnd view={view} />
      <HostKey view={view} />
      <Settings view={view} />
      <Checklist view={view} />
      <Rescue view={view} />
    </Item>
  );
}

function Initials() {
  const { actions, t } = usePopup();
  const initials = useInitials();
  /** While a person types: the store answers later, and puts the usual initials back into a field that was emptied. */
  const [typed, setTyped] = useState<string | null>(null);
  const change = (text: string): void => {
    setTyped(text);
    actions.setInitials(text.trim().slice(0, INITIALS_MAXIMUM));
  };
  return (
    <div class="pa-popup-initials">
      <TextField label={t('initials')} hint={t('initialsHint')} value={typed ?? initials} onInput={change} onBlur={() => setTyped(null)} />
    </div>
  );
}

/** « Aujourd’hui »: the run sheet of the CCT's host (F06, S0-28 to S0-30). */
export function Today({ views }: { views: readonly BookingView[] }) {
  const { model, actions, t, language } = usePopup();
  const reads = model.portals.flatMap(({ readAt }) => (readAt === null ? [] : [readAt]));
  const isUntold = reads.length === 0 && model.companion.checked === null;
  return (
    <>
      {isUntold && (
        <Notice kind="warning" live={false}>
          {t('todayUntold')}
        </Notice>
      )}
      {views.length === 0 ? (
        <Empty icon="calendar" title={t('emptyToday')} more={t('emptyTodayMore')} />
      ) : (
        <>
          <div class="pa-popup-sheet-head">
            <h3>{t('sheetTitle', { day: formatDay(model.now, language) })}</h3>
            {reads.length > 0 && <p class="pa-popup-print-only">{t('todayTruth', { when: momentText(Math.min(...reads), model.postNow, language) })}</p>}
            <Button size="small" icon="print" aria-label={t('sheetPrintOf')} onClick={actions.printToday}>
              {t('sheetPrint')}
            </Button>
          </div>
          <List whole views={views} card={(view) => <Sheet key={view.key} view={view} />} />
          <Initials />
        </>
      )}
    </>
  );
}
