import { useState } from 'preact/hooks';
import type { SlotRequestEntry } from '../../../lib/contract/rooms.ts';
import { formatRange } from '../../../lib/domain/time.ts';
import { isText } from '../../../lib/state/shape.ts';
import type { BookingView } from '../../../lib/state/view.ts';
import { momentText } from '../../../lib/state/when.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { usePopup } from '../context.ts';
import { Failed } from '../Failed.tsx';
import { List } from '../List.tsx';
import { useKept } from '../use-kept.ts';
import type { Requests } from './use-requests.ts';
import { useSending } from './use-sending.ts';

const PURPOSE_MAXIMUM = 500;
const kinds = { open: 'info', kept: 'neutral', ceded: 'success', closed: 'neutral' } as const;

/** One request with its state and its hours, as whoever asked or whoever holds the slot sees it. */
function Asked({ slot }: { slot: SlotRequestEntry }) {
  const { model, t, language } = usePopup();
  const hourOf = (instant: string): string => momentText(Date.parse(instant), model.now, language);
  const isMine = slot.side === 'asked';
  const next = slot.state !== 'ceded' ? null : isMine ? t(slot.free ? 'slotYours_free' : 'slotYours_ceded') : slot.free ? null : t('slotTheirs_ceded');
  const page = isMine || slot.free ? null : (model.own.concat(model.planned).find(({ ledger }) => ledger?.key === slot.booking)?.booking.page ?? null);
  return (
    <li class="pa-popup-slot">
      <div class="pa-popup-head">
        <p>
          <strong>{formatRange(Date.parse(slot.start), Date.parse(slot.end), language)}</strong> · {model.cardNames[slot.service] ?? slot.service}
        </p>
        <Badge kind={kinds[slot.state]}>{t(`slotState_${slot.state}`)}</Badge>
      </div>
      <p class="pa-small">
        {isMine ? t('slotYouAsked', { when: hourOf(slot.asked) }) : t('slotTheyAsked', { requester: slot.requester, when: hourOf(slot.asked) })}
        {slot.answered !== null && ` ${t('slotAnswered', { when: hourOf(slot.answered) })}`}
      </p>
      {slot.comment !== null && (
        <p class="pa-small">
          <bdi>{t('slotComment', { comment: slot.comment })}</bdi>
        </p>
      )}
      {next !== null && <p class="pa-small">{next}</p>}
      {slot.state === 'ceded' && page !== null && (
        <a class="pa-small" href={page} target="_blank" rel="noopener noreferrer">
          {t('slotOpenPortal')}
        </a>
      )}
    </li>
  );
}

function AskForm({ view, when, onClose, reload }: { view: BookingView; when: string; onClose: () => void; reload: () => void }) {
  const { actions, t, language } = usePopup();
  const { value: purpose, change: setPurpose, forget } = useKept({ name: `slot ${view.key}`, end: view.booking.end }, '', isText);
  const [isTried, setTried] = useState(false);
  const { isSending, failure, send } = useSending('slotAsk');
  const length = [...purpose.trim()].length;
  const error = length > PURPOSE_MAXIMUM ? t('slotWhyLong', { maximum: PURPOSE_MAXIMUM }) : isTried && length === 0 ? t('slotWhyMissing') : null;
  const ask = (): void => {
    setTried(true);
    if (length === 0 || length > PURPOSE_MAXIMUM) return;
    const { serviceId, start } = view.booking;
    send(actions.askSlot({ service: serviceId ?? '', at: new Date(start).toISOString(), purpose: purpose.trim(), language }), () => {
      actions.announce(t('slotAskedSaid'));
      forget();
      onClose();
      reload();
    });
  };
  return (
    <div class="pa-popup-ask" role="group" aria-label={t('slotAskOf', { when })}>
      <TextArea label={t('slotWhy')} hint={t('slotWhyHint')} rows={2} required value={purpose} onInput={setPurpose} error={error} />
      {failure !== null && <Failed failure={failure} />}
      <div class="pa-row">
        <Button kind="primary" size="small" busy={isSending} onClick={ask}>
          {t('slotSend')}
        </Button>
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            forget();
            onClose();
          }}
        >
          {t('slotCancel')}
        </Button>
      </div>
    </div>
  );
}

/** By establishment and hour, as on the portal's grid: neither whose it is nor what it is for (S1-28, S2-17). */
function Other({ view, reload }: { view: BookingView; reload: () => void }) {
  const { model, t, language } = usePopup();
  const [isAsking, setAsking] = useState(false);
  const { booking } = view;
  const when = formatRange(booking.start, booking.end, language);
  return (
    <li class="pa-popup-slot">
      <p>
        <strong>{when}</strong> · {model.cardNames[booking.serviceId ?? ''] ?? booking.resource}
      </p>
      <p class="pa-small">
        {booking.establishment === null ? t('slotHeldBySomebody') : t('slotHeldBy', { establishment: booking.establishment })}
        {booking.status === 'pending' && ` (${t('slotPending')})`}
      </p>
      {isAsking ? (
        <AskForm view={view} when={when} onClose={() => setAsking(false)} reload={reload} />
      ) : (
        <div class="pa-row">
          <Button size="small" aria-label={t('slotAskOf', { when })} onClick={() => setAsking(true)}>
            {t('slotAsk')}
          </Button>
        </div>
      )}
    </li>
  );
}

/** « Demander ce créneau » (F05, S1-29): the slots that others hold, and what became of what was asked. */
export function Slots({ requests: { slots, reload } }: { requests: Requests }) {
  const { model, t } = usePopup();
  const listed = slots.filter(({ side, state }) => side === 'asked' || state !== 'open');
  const isAsked = ({ booking }: BookingView): boolean => slots.some(({ side, state, service, start }) => side === 'asked' && state === 'open' && service === booking.serviceId && Date.parse(start) === booking.start);
  const others = model.companion.hasAddress && model.companion.hasKey ? model.others.filter((view) => !isAsked(view)) : [];
  if (listed.length === 0 && others.length === 0) return null;
  return (
    <section class="pa-popup-slots" aria-label={t('slotRequests')}>
      {listed.length > 0 && (
        <>
          <h3>{t('slotRequests')}</h3>
          <ul class="pa-popup-list">
            {listed.map((slot) => (
              <Asked key={slot.id} slot={slot} />
            ))}
          </ul>
        </>
      )}
      {others.length > 0 && (
        <Disclosure summary={t('slotOthers', { count: others.length })}>
          <p class="pa-small">{t('slotOthersMore')}</p>
          <List views={others} card={(view) => <Other key={view.key} view={view} reload={reload} />} />
        </Disclosure>
      )}
    </section>
  );
}
