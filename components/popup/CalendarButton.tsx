import { printIcs } from '../../lib/domain/export/ics.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Button } from '../ui/Button.tsx';
import { usePopup } from './context.ts';
import { calendarEntryOf } from './history-files.ts';
import { nameOf } from './names.ts';

/** One booking as a calendar file; what was cancelled is withdrawn from the calendar by the same file. */
export function CalendarButton({ view }: { view: BookingView }) {
  const { model, actions, t } = usePopup();
  const save = (): void => {
    const name = t('fileNameOne', { number: (view.booking.number ?? view.key).replace(/[^\w-]+/gu, '-') });
    actions.save({ name: `${name}.ics`, type: 'text/calendar', text: printIcs([calendarEntryOf(view)], model.now) }, t('calendarSaved'));
  };
  return (
    <Button kind="quiet" size="small" icon="calendar" onClick={save} aria-label={t('calendarFileOf', { name: nameOf(view, t) })}>
      {t('calendarFile')}
    </Button>
  );
}
