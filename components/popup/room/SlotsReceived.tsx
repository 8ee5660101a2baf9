import type { SlotRequestEntry } from '../../../lib/contract/rooms.ts';
import { formatRange } from '../../../lib/domain/time.ts';
import { isText } from '../../../lib/state/shape.ts';
import { momentText } from '../../../lib/state/when.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { usePopup } from '../context.ts';
import { Failed } from '../Failed.tsx';
import { useKept } from '../use-kept.ts';
import type { Requests } from './use-requests.ts';
import { useSending } from './use-sending.ts';

/** What a person may write with an answer, in characters. */
const WORDS_MAXIMUM = 500;

function Received({ slot, reload }: { slot: SlotRequestEntry; reload: () => void }) {
  const { model, actions, t, language } = usePopup();
  const { value: comment, change: setComment, forget } = useKept({ name: `answer ${slot.id}`, end: Date.parse(slot.end) }, '', isText);
  const { isSending, failure, send } = useSending('slotAnswer');
  const when = formatRange(Date.parse(slot.start), Date.parse(slot.end), language);
  const isLong = [...comment].length > WORDS_MAXIMUM;
  const answer = (chosen: 'kept' | 'ceded'): void =>
    send(actions.answerSlot(slot.id, { answer: chosen, comment }), () => {
      actions.announce(t(chosen === 'kept' ? 'slotKeptSaid' : 'slotCededSaid'));
      forget();
      reload();
    });
  const buttons = (
    <>
      <Button kind="primary" size="small" disabled={isLong} busy={isSending} aria-label={t('slotKeepOf', { when })} onClick={() => answer('kept')}>
        {t(isSending ? 'slotSending' : 'slotKeep')}
      </Button>
      <Button size="small" disabled={isLong || isSending} aria-label={t('slotCedeOf', { when })} onClick={() => answer('ceded')}>
        {t('slotCede')}
      </Button>
    </>
  );
  return (
    <Notice kind="info" live={false} title={t('slotReceived', { requester: slot.requester })} actions={buttons}>
      <p>
        {when} · {model.cardNames[slot.service] ?? slot.service}
      </p>
      <p>
        <bdi>{t('slotPurpose', { purpose: slot.purpose })}</bdi>
      </p>
      <p class="pa-small">
        {t('slotAskedAt', { when: momentText(Date.parse(slot.asked), model.now, language) })} {t('slotCalm')} {t('slotCedeNote')}
      </p>
      <TextArea label={t('slotWords')} hint={t('slotWordsHint')} rows={2} value={comment} onInput={setComment} error={isLong ? t('slotWhyLong', { maximum: WORDS_MAXIMUM }) : null} />
      {failure !== null && <Failed failure={failure} />}
    </Notice>
  );
}

/** « Avez-vous toujours besoin de ce créneau ? », asked of whoever holds it (F05): kept or ceded, with a word. */
export function SlotsReceived({ requests: { slots, reload } }: { requests: Requests }) {
  const waiting = slots.filter(({ side, state }) => side === 'received' && state === 'open');
  if (waiting.length === 0) return null;
  return (
    <div class="pa-popup-notices">
      {waiting.map((slot) => (
        <Received key={slot.id} slot={slot} reload={reload} />
      ))}
    </div>
  );
}
