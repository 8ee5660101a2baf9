import type { ComponentChildren } from 'preact';
import type { RoomRequestEntry } from '../../../lib/contract/rooms.ts';
import { isText } from '../../../lib/state/shape.ts';
import { momentText } from '../../../lib/state/when.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { usePopup } from '../context.ts';
import { Failed } from '../Failed.tsx';
import { useKept } from '../use-kept.ts';
import { RoomForm } from './RoomForm.tsx';
import { hasRooms, type Requests } from './use-requests.ts';
import { useSending } from './use-sending.ts';

const WORDS_MAXIMUM = 1000;
const kinds = { open: 'info', created: 'success', refused: 'neutral' } as const;

/** One request with its state, its options and its hour (S1-36, S1-37). @param isMine whoever looks asked for it */
function Request({ request, isMine, children }: { request: RoomRequestEntry; isMine: boolean; children?: ComponentChildren }) {
  const { model, t, language } = usePopup();
  const when = momentText(Date.parse(request.asked), model.now, language);
  const options = [request.video && t('roomVideo'), request.mute && t('roomMute'), request.authentication && t('roomAuthentication')].filter((option) => option !== false);
  return (
    <li class="pa-popup-slot">
      <div class="pa-popup-head">
        <p>
          <strong>
            <bdi>{request.name}</bdi>
          </strong>
        </p>
        <Badge kind={kinds[request.state]}>{t(`roomState_${request.state}`)}</Badge>
      </div>
      <p class="pa-small">
        <bdi>{isMine ? t('roomAskedAt', { when }) : t('roomAskedBy', { requester: request.requester.name, when })}</bdi>{' '}
        {!isMine && <a href={`mailto:${request.requester.email}`}>{request.requester.email}</a>}
      </p>
      <p class="pa-small">{t('roomOptions', { options: options.length === 0 ? t('roomNoOption') : options.join('\u00a0· ') })}</p>
      <p class="pa-small">
        <bdi>{t('roomWhy', { reason: request.reason })}</bdi>
      </p>
      {request.comment !== null && (
        <p class="pa-small">
          <bdi>{t('roomAnswer', { comment: request.comment })}</bdi>
        </p>
      )}
      {isMine && request.state === 'created' && <p class="pa-small">{t('roomStill')}</p>}
      {children}
    </li>
  );
}

/** For the people of the CCT: the answer, with words; whoever asked is told by mail. */
function Decide({ request, reload }: { request: RoomRequestEntry; reload: () => void }) {
  const { actions, t } = usePopup();
  const { value: comment, change: setComment, forget } = useKept({ name: `decision ${request.id}` }, '', isText);
  const { isSending, failure, send } = useSending('roomDecide');
  const { name } = request;
  const isLong = [...comment].length > WORDS_MAXIMUM;
  const decide = (state: 'created' | 'refused'): void =>
    send(actions.decideRoom(request.id, { state, comment: comment.trim() }), () => {
      actions.announce(t(state === 'created' ? 'roomCreatedSaid' : 'roomRefusedSaid'));
      forget();
      reload();
    });
  return (
    <>
      <TextArea label={t('roomWords')} hint={t('roomWordsHint')} rows={2} value={comment} onInput={setComment} error={isLong ? t('slotWhyLong', { maximum: WORDS_MAXIMUM }) : null} />
      {failure !== null && <Failed failure={failure} />}
      <div class="pa-row">
        <Button kind="primary" size="small" busy={isSending} disabled={isLong} aria-label={t('roomAcceptOf', { name })} onClick={() => decide('created')}>
          {t('roomAccept')}
        </Button>
        <Button size="small" disabled={isSending || isLong} aria-label={t('roomRefuseOf', { name })} onClick={() => decide('refused')}>
          {t('roomRefuse')}
        </Button>
      </div>
    </>
  );
}

/** A permanent room for regular use: asked for here, and answered here by the CCT (S1-35 to S1-38). */
export function RoomRequests({ requests: { rooms, reload } }: { requests: Requests }) {
  const { model, t } = usePopup();
  const { role } = model.person;
  const isReady = model.companion.hasAddress && model.companion.hasKey && hasRooms(model);
  if (!isReady || (role !== 'representative' && !(model.approves && rooms.length > 0))) return null;
  const open = rooms.filter(({ state }) => state === 'open');
  if (model.approves) {
    return (
      <section class="pa-popup-slots" aria-label={t('roomRequests', { count: rooms.length })}>
        <Disclosure summary={open.length > 0 ? t('roomOpen', { count: open.length }) : t('roomRequests', { count: rooms.length })} open={open.length > 0}>
          <ul class="pa-popup-list">
            {rooms.map((request) => (
              <Request key={request.id} request={request} isMine={false}>
                {request.state === 'open' && <Decide request={request} reload={reload} />}
              </Request>
            ))}
          </ul>
        </Disclosure>
      </section>
    );
  }
  return (
    <section class="pa-popup-slots" aria-label={t('roomAsk')}>
      {rooms.length > 0 && (
        <>
          <h3>{t('roomRequests', { count: rooms.length })}</h3>
          <ul class="pa-popup-list">
            {rooms.map((request) => (
              <Request key={request.id} request={request} isMine />
            ))}
          </ul>
        </>
      )}
      <Disclosure summary={t('roomAsk')}>
        <RoomForm reload={reload} />
      </Disclosure>
    </section>
  );
}
