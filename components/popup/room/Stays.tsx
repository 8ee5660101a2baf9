import { useState } from 'preact/hooks';
import { printCsv } from '../../../lib/domain/export/csv.ts';
import { toLocal } from '../../../lib/domain/time.ts';
import type { BookingView } from '../../../lib/state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { usePopup } from '../context.ts';
import { Failed, type Failure } from '../Failed.tsx';
import { nameOf } from '../names.ts';

/** How long each person stayed, as a file (S1-43, S1-46); the names, and who registered, are Zoom's to show (S1-44). For people of the CCT. */
export function Stays({ view }: { view: BookingView }) {
  const { model, actions, t } = usePopup();
  const [isAsking, setAsking] = useState(false);
  const [reports, setReports] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  if (view.ledger?.attendance === undefined || model.person.role === 'representative') return null;
  const ask = (): void => {
    setAsking(true);
    setFailure(null);
    void actions.readStays(view).then((answer) => {
      setAsking(false);
      if (!answer.ok) return setFailure({ ...answer, what: 'stays' });
      const { minutes } = answer.stays;
      setReports(answer.stays.reports);
      const name = `${t('staysFile', { day: toLocal(view.booking.start).date })}.csv`;
      const rows = [[t('staysPerson'), t('staysMinutes')], ...minutes.map((stay, index) => [index + 1, stay])];
      actions.save({ name, type: 'text/csv', text: printCsv(rows) }, t('staysSaved', { count: minutes.length }));
    });
  };
  return (
    <>
      <div class="pa-row">
        <Button size="small" icon="download" busy={isAsking} aria-label={t('staysOf', { name: nameOf(view, t) })} onClick={ask}>
          {t('stays')}
        </Button>
        {reports !== null && (
          <a class="pa-small" href={reports} target="_blank" rel="noopener noreferrer">
            {t('staysReports')}
          </a>
        )}
      </div>
      {failure !== null && <Failed failure={failure} />}
    </>
  );
}
