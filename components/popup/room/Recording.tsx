import { countLeft, recordingOf, SOON, type RecordingLeft } from '../../../lib/state/recording.ts';
import type { BookingView } from '../../../lib/state/view.ts';
import { momentText } from '../../../lib/state/when.ts';
import { Notice } from '../../ui/Notice.tsx';
import { usePopup, type PopupContext } from '../context.ts';
import { nameOf } from '../names.ts';

const leftTexts = { days: 'recordingLeftDays', hours: 'recordingLeftHours', little: 'recordingLeftLittle' } as const;

/** « Il disparaît le 22 janvier à 10 h : encore 12 jours. » */
function sentenceOf({ ready, until, left }: RecordingLeft, { model, t, language }: PopupContext): string {
  const moment = (instant: number): string => momentText(instant, model.now, language);
  if (left === 0) return t('recordingGone', { until: moment(until) });
  const { unit, count } = countLeft(left);
  const words = { until: moment(until), left: t(leftTexts[unit], { count }) };
  return ready === null ? t('recordingPerhaps', words) : t('recordingReady', { ...words, when: moment(ready) });
}

/** What is left of a booking's recording, in its history (S1-40, S2-23). */
export function Recording({ view }: { view: BookingView }) {
  const popup = usePopup();
  const recording = recordingOf(view, popup.model.cards[view.booking.serviceId ?? ''], popup.model.now);
  if (recording === null) return null;
  const isSoon = recording.left > 0 && recording.left <= SOON && recording.ready !== null;
  return (
    <Notice kind={isSoon ? 'warning' : 'info'} live={false} title={popup.t('recordingTitle')}>
      {sentenceOf(recording, popup)}
    </Notice>
  );
}

/** One's own recordings that go within a day, wherever the popup opens. */
export function RecordingsToFetch() {
  const popup = usePopup();
  const { model, t } = popup;
  return (
    <>
      {model.past.concat(model.own).flatMap((view) => {
        const recording = view.isOwn ? recordingOf(view, model.cards[view.booking.serviceId ?? ''], model.now) : null;
        if (recording === null || recording.ready === null || recording.left === 0 || recording.left > SOON) return [];
        return [
          <Notice key={view.key} kind="warning" live={false} title={t('recordingFetch', { name: nameOf(view, t) })}>
            {sentenceOf(recording, popup)}
          </Notice>,
        ];
      })}
    </>
  );
}
