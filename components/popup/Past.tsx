import type { BookingOfLedger } from '../../lib/contract/answer.ts';
import { printCsv } from '../../lib/domain/export/csv.ts';
import { printIcs } from '../../lib/domain/export/ics.ts';
import { formatPercent } from '../../lib/domain/number-text.ts';
import { percentOfEstimate } from '../../lib/domain/percent.ts';
import { formatDay, toLocal } from '../../lib/domain/time.ts';
import { outcomeOf, type Outcome } from '../../lib/state/past.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { usePopup } from './context.ts';
import { Empty } from './Empty.tsx';
import { Facts } from './Facts.tsx';
import { calendarEntryOf, historyRows } from './history-files.ts';
import { Item } from './Item.tsx';
import { List } from './List.tsx';
import { Recording } from './room/Recording.tsx';
import { Stays } from './room/Stays.tsx';
import { Steps } from './Steps.tsx';
import { Title } from './Title.tsx';
import { WaitFor } from './Wait.tsx';

const kinds = {
  held: 'success', cancelled: 'neutral', rejected: 'neutral', notHeld: 'warning', noConference: 'neutral', unanswered: 'warning', unknown: 'neutral',
} as const satisfies Record<Outcome, string>;

/** « 310 personnes sur 1 200 estimées (26 %) » (F08); counts only, never names. */
function Attendance({ attendance, estimated }: { attendance: NonNullable<BookingOfLedger['attendance']>; estimated: number }) {
  const { t, language } = usePopup();
  const percent = percentOfEstimate(attendance.unique, estimated);
  if (percent === null) return null;
  return (
    <p class="pa-small">
      {t('attendance', { count: attendance.unique, estimated, percent: formatPercent(percent, language) })}
      {attendance.peak !== null && `, ${t('attendancePeak', { count: attendance.peak })}`}
    </p>
  );
}

function Event({ view }: { view: BookingView }) {
  const { t } = usePopup();
  const { booking, ledger } = view;
  const outcome = outcomeOf(view);
  return (
    <Item view={view}>
      <div class="pa-popup-head">
        <Title view={view} />
        <Badge kind={kinds[outcome]}>{t(`outcome_${outcome}`)}</Badge>
      </div>
      <Facts view={view} />
      {ledger?.attendance !== undefined && booking.facts !== null && <Attendance attendance={ledger.attendance} estimated={booking.facts.participants} />}
      <Stays view={view} />
      <Recording view={view} />
      <WaitFor view={view} />
      {ledger !== null && <Steps steps={ledger.steps} />}
    </Item>
  );
}

/** The two files of what is shown: what was searched for, and nothing else. */
function Exports({ views }: { views: readonly BookingView[] }) {
  const { model, actions, t } = usePopup();
  const base = t('fileName', { day: toLocal(model.now).date });
  const save = (extension: 'csv' | 'ics', type: string, text: string): void => {
    const name = `${base}.${extension}`;
    actions.save({ name, type, text }, t('exported', { count: views.length, file: name }));
  };
  return (
    <div class="pa-row pa-popup-exports">
      <Button size="small" icon="download" onClick={() => save('csv', 'text/csv', printCsv(historyRows(views, model.cardNames, t)))}>
        {t('exportCsv')}
      </Button>
      <Button size="small" icon="calendar" onClick={() => save('ics', 'text/calendar', printIcs(views.map(calendarEntryOf), model.now))}>
        {t('exportIcs')}
      </Button>
    </div>
  );
}

/** « Historique »: what became of what is over, newest first. */
export function Past({ views }: { views: readonly BookingView[] }) {
  const { t, language } = usePopup();
  const oldest = views.at(-1);
  if (oldest === undefined) return <Empty icon="clock" title={t('emptyPast')} more={t('emptyPastMore')} />;
  return (
    <>
      <p class="pa-popup-lead">{t('pastFrom', { day: formatDay(oldest.booking.start, language) })}</p>
      <Exports views={views} />
      <List views={views} card={(view) => <Event key={view.key} view={view} />} />
    </>
  );
}
