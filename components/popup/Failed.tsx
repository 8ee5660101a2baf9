import { Notice } from '../ui/Notice.tsx';
import { usePopup, type DayAnswer } from './context.ts';

export type Failure = Extract<DayAnswer, { ok: false }> & { what: keyof typeof titles };

const titles = { start: 'failedStart', end: 'failedEnd', read: 'failedRead', stays: 'failedStays', key: 'failedKey', slotAsk: 'failedSlotAsk', slotAnswer: 'failedSlotAnswer', roomAsk: 'failedRoomAsk', roomDecide: 'failedRoomDecide' } as const;

const ownCodes = [
  'notFound', 'noConference', 'hasConference', 'notStarted', 'licenceBusy', 'zoomSilent', 'repeated', 'role', 'silent',
  'tooEarly', 'slotOver', 'keyShown', 'roomBusy', 'notHolder', 'ownSlot', 'noHolderAddress', 'noEmail', 'alreadyAsked', 'slotClosed', 'decided',
] as const;
const isOwnCode = (code: Failure['code']): code is (typeof ownCodes)[number] => (ownCodes as readonly string[]).includes(code);

/** What went wrong and what to do, in our words; then the companion's own sentence, which names the other event. */
export function Failed({ failure }: { failure: Failure }) {
  const { t } = usePopup();
  const { code, detail } = failure;
  const [problem, todo] = isOwnCode(code) ? [t(`asked_${code}`), t(`askedTodo_${code}`)] : [t(`problem_${code}`), t(`todo_${code}`)];
  return (
    <Notice kind="error" title={t(titles[failure.what])}>
      <p>{t('askedWhy', { problem, todo })}</p>
      {detail !== null && <p class="pa-small">{t('companionSays', { detail })}</p>}
    </Notice>
  );
}
