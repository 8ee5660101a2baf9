import { useState } from 'preact/hooks';
import { formatHour, HOUR } from '../../lib/domain/time.ts';
import type { PopupModel } from '../../lib/state/model.ts';
import { isUnanswered, liveBefore } from '../../lib/state/today.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Confirm } from './Confirm.tsx';
import { usePopup, type DayAnswer, type Words } from './context.ts';
import { Failed, type Failure } from './Failed.tsx';
import { nameOf } from './names.ts';

/** Opened this long before, it is a rehearsal or a mistake: the person says which. */
const EARLY = HOUR;

type Doing = null | 'askStart' | 'starting' | 'askEnd' | 'ending';

const making: readonly string[] = ['approved', 'creating', 'unknown'];

/** Who opens it, where that is nobody of the CCT (S1-07, S2-24, S3-22); null: a host does (S0-28). */
function openedBy({ booking }: BookingView, model: PopupModel, t: Words): string | null {
  switch (model.cards[booking.serviceId ?? '']?.rules.startMode) {
    case 'automatic':
      return t('startAutomatic');
    case 'hostKey':
      return t('startHostKey');
    case 'organiser':
      return t('startOrganiser');
    default:
      return null;
  }
}

/** Why nobody starts it from here now; null when a host may. */
function obstacleOf(view: BookingView, model: PopupModel, t: Words): string | null {
  const { ledger, booking } = view;
  if (!ledger?.conference) return t(ledger !== null && making.includes(ledger.state) ? 'startMaking' : 'startNotCreated');
  if (ledger.steps.some(({ what }) => what === 'linkEntered')) return t('startByHand');
  const live = liveBefore(view, model.today.concat(model.planned));
  if (live !== null) return t('startBusy', { name: nameOf(live, t) });
  // S1-34: what must be answered is answered before, not forgotten after.
  const isAsked = ledger.state !== 'live' && ledger.state !== 'ended' && isUnanswered(model.cards[booking.serviceId ?? ''], model.checklists[view.key]?.ticks ?? {});
  return isAsked ? t('startUnanswered') : null;
}

/** Starting and ending, each at a click and said; the start link is fetched at the click and passes this page by (S0-28, Z50). */
export function StartEnd({ view }: { view: BookingView }) {
  const { model, actions, t, language } = usePopup();
  const [doing, setDoing] = useState<Doing>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const state = view.ledger?.state;
  const hasEnded = state === 'ended';
  const opened = openedBy(view, model, t);
  // Ended by mistake, Zoom opens it again for its host; its hours once over, they may be another's.
  if (hasEnded ? opened !== null || view.booking.end <= model.now : view.booking.end < model.now - 12 * HOUR) return null;
  const obstacle = opened === null ? obstacleOf(view, model, t) : null;
  const name = nameOf(view, t);
  const run = (what: 'start' | 'end', work: Promise<DayAnswer>): void => {
    setDoing(what === 'start' ? 'starting' : 'ending');
    setFailure(null);
    void work.then((answer) => {
      setDoing(null);
      if (!answer.ok) setFailure({ ...answer, what });
    });
  };
  const hours = Math.floor((view.booking.start - model.now) / HOUR);
  const isLive = state === 'live';
  // The end of a slot of a shared room is the slot's: nobody is put out of the room from here.
  const mayEnd = isLive && view.ledger?.conference?.kind !== 'permanent';
  const wordOfStart = isLive ? 'startAgain' : hasEnded ? 'reopen' : 'start';
  const begin = (): void => (hours * HOUR >= EARLY && !isLive ? setDoing('askStart') : run('start', actions.start(view)));
  return (
    <div class="pa-popup-startend">
      {opened !== null && (
        <Notice kind="info" live={false}>
          {opened}
        </Notice>
      )}
      {obstacle !== null && (
        <Notice kind={isLive || state === 'scheduled' ? 'warning' : 'info'} live={false}>
          {obstacle}
        </Notice>
      )}
      {hasEnded && obstacle === null && <p class="pa-hint">{t('reopenMore', { hour: formatHour(view.booking.end, language) })}</p>}
      {doing === 'askStart' && <Confirm question={t('startEarly', { count: hours })} yes={t('startEarlyYes')} onYes={() => run('start', actions.start(view))} onNo={() => setDoing(null)} />}
      {doing === 'askEnd' && <Confirm question={t('finishAsk')} yes={t('finishYes')} danger onYes={() => run('end', actions.finish(view))} onNo={() => setDoing(null)} />}
      {(doing === null || doing === 'starting' || doing === 'ending') && (view.ledger?.conference ?? null) !== null && (opened === null || mayEnd) && (
        <div class="pa-row">
          {opened === null && (
            <Button
              kind={isLive || hasEnded ? 'secondary' : 'primary'}
              icon="play"
              disabled={obstacle !== null || doing === 'ending'}
              busy={doing === 'starting'}
              aria-label={t(`${wordOfStart}Of`, { name })}
              onClick={begin}
            >
              {doing === 'starting' ? t('starting') : t(wordOfStart)}
            </Button>
          )}
          {mayEnd && (
            <Button kind="danger" icon="stop" busy={doing === 'ending'} aria-label={t('finishOf', { name })} onClick={() => setDoing('askEnd')}>
              {doing === 'ending' ? t('finishing') : t('finish')}
            </Button>
          )}
        </div>
      )}
      {failure !== null && <Failed failure={failure} />}
    </div>
  );
}
