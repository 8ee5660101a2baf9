import { useState } from 'preact/hooks';
import { ROOM_OPENS_BEFORE } from '../../../lib/contract/bounds.ts';
import type { HostKeyAnswer } from '../../../lib/contract/rooms.ts';
import { formatHour } from '../../../lib/domain/time.ts';
import { isUnanswered } from '../../../lib/state/today.ts';
import type { BookingView } from '../../../lib/state/view.ts';
import { momentText } from '../../../lib/state/when.ts';
import { Button } from '../../ui/Button.tsx';
import { usePopup } from '../context.ts';
import { Failed, type Failure } from '../Failed.tsx';
import { Numbers } from '../invitation/Numbers.tsx';
import { nameOf } from '../names.ts';

/** « 482 913 »: what is read from one screen and typed into another. */
const inGroups = (key: string): string => key.replace(/(\d{3})(?=\d)/gu, '$1\u00a0');

/** When the key was last shown; null: it may be asked for. Other hours are another slot, and the CCT may open it anew. */
export function shownAt({ ledger }: BookingView): number | null {
  const last = ledger?.steps.findLast(({ what }) => ['hostKeyShown', 'hostKeyReopened', 'changed'].includes(what));
  return last?.what === 'hostKeyShown' ? Date.parse(last.at) : null;
}

function Shown({ view, shown }: { view: BookingView; shown: HostKeyAnswer }) {
  const { actions, t, language } = usePopup();
  const words = [...shown.hostKey].map((digit) => t(`digit${digit as '0'}`)).join(', ');
  return (
    <div class="pa-popup-host-key-shown">
      <div role="status">
        <p class="pa-popup-host-key-digits">{t('keyIs', { key: inGroups(shown.hostKey) })}</p>
        <p class="pa-small">{t('keySpelled', { words })}</p>
      </div>
      <p class="pa-small">{t('keyUntil', { until: formatHour(Date.parse(shown.until), language) })}</p>
      <p class="pa-small">{t('keyUse')}</p>
      <Numbers conference={{ id: shown.number, passcode: shown.passcode }} />
      <div class="pa-row">
        <Button kind="primary" size="small" icon="copy" onClick={() => actions.copyText(shown.hostKey, t('keyCopied'), t('keyNotCopied'))}>
          {t('keyCopy')}
        </Button>
        <a class="pa-button pa-button-small" href={shown.joinLink} target="_blank" rel="noopener noreferrer" aria-label={`${t('keyToRoom')}\u00a0: ${nameOf(view, t)}`}>
          {t('keyToRoom')}
        </a>
      </div>
    </div>
  );
}

/** Asks for the key and holds it as long as this window is open: no store ever has it (S1-05). */
function Reveal({ view }: { view: BookingView }) {
  const { model, actions, t, language } = usePopup();
  const [shown, setShown] = useState<HostKeyAnswer | null>(null);
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { booking } = view;
  const opens = booking.start - ROOM_OPENS_BEFORE;
  const ask = (despite: boolean): void => {
    setAsking(true);
    setFailure(null);
    void actions.revealKey(view, despite).then((answer) => {
      setAsking(false);
      if (answer.ok) setShown(answer.shown);
      else setFailure({ ...answer, what: 'key' });
    });
  };
  if (shown !== null) return <Shown view={view} shown={shown} />;
  const before = shownAt(view);
  if (before !== null) return <p class="pa-small">{t('keyShownAt', { when: momentText(before, model.now, language) })}</p>;
  if (model.now < opens) return <p class="pa-small">{t('keyFrom', { when: momentText(opens, model.now, language) })}</p>;
  const isBlocked = isUnanswered(model.cards[booking.serviceId ?? ''], model.checklists[view.key]?.ticks ?? {});
  const mayInsist = failure?.code === 'roomBusy' && model.now >= booking.start;
  return (
    <>
      <p class="pa-small">{t('keyOnce')}</p>
      {isBlocked && <p class="pa-small pa-popup-host-key-first">{t('keyAnswerFirst')}</p>}
      {failure !== null && <Failed failure={failure} />}
      <div class="pa-row">
        <Button kind="primary" icon="key" disabled={isBlocked} busy={isAsking} aria-label={t('keyRevealOf', { name: nameOf(view, t) })} onClick={() => ask(false)}>
          {t(isAsking ? 'keyAsking' : 'keyReveal')}
        </Button>
        {mayInsist && (
          <Button disabled={isBlocked || isAsking} onClick={() => ask(true)}>
            {t('keyDespite')}
          </Button>
        )}
      </div>
    </>
  );
}

/** The host key of a slot of a shared room: from a quarter of an hour before, once, for whoever holds it (S1-05, S1-07). */
export function HostKey({ view }: { view: BookingView }) {
  const { model, t } = usePopup();
  const { booking, ledger } = view;
  const isForKey = model.cards[booking.serviceId ?? '']?.secret === 'timedReveal' && ledger?.conference?.kind === 'permanent' && ['scheduled', 'live'].includes(ledger.state);
  if (!isForKey || model.now >= booking.end) return null;
  return (
    <section class="pa-popup-host-key" aria-label={t('keyTitleOf', { name: nameOf(view, t) })}>
      <h4>{t('keyTitle')}</h4>
      {view.isOwn ? <Reveal view={view} /> : <p class="pa-small">{t('keyNotYours')}</p>}
    </section>
  );
}
