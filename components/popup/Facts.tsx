import type { ComponentChildren } from 'preact';
import { formatRange } from '../../lib/domain/time.ts';
import { ageText } from '../../lib/state/when.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { usePopup } from './context.ts';
import { Fact } from './Fact.tsx';

/** A name that turns its writing direction around (U+202E) turns only itself. */
const By = ({ words, name }: { words: string; name: string }) => (
  <>
    {words} <bdi>{name}</bdi>
  </>
);

/** « 1 200 participants estimés · présenté par Anne Tremblay » */
function People({ view }: { view: BookingView }) {
  const { t } = usePopup();
  const { facts } = view.booking;
  return (
    <Fact icon="person" label={t('people')}>
      {facts === null ? t('participantsUnsaid') : t('participantsValue', { count: facts.participants })} ·{' '}
      {facts === null ? t('presenterUnsaid') : <By words={t('presentedBy')} name={facts.presenter.name} />}
    </Fact>
  );
}

/** « Demandé par Julie Gagnon · il y a 3 heures » */
function Requester({ view }: { view: BookingView }) {
  const { model, t, language } = usePopup();
  const { requester } = view.booking;
  return (
    <Fact icon="clock" label={t('requester')}>
      {requester === null ? t('requesterUnsaid') : <By words={t('requestedBy')} name={requester.name} />}
      {view.since !== null && ` · ${ageText(view.since, model.now, language)}`}
    </Fact>
  );
}

/**
 * What is booked, when, for whom and by whom.
 * @param brief when and where, and which service where there are several · @param sheet for the run sheet, which says the hours and the contacts itself
 * @param children more of them, after these
 */
export function Facts({ view, brief = false, sheet = false, children }: { view: BookingView; brief?: boolean; sheet?: boolean; children?: ComponentChildren }) {
  const { model, t, language } = usePopup();
  const { booking } = view;
  const card = booking.serviceId === null ? undefined : model.cardNames[booking.serviceId];
  const isOneOfSeveral = Object.keys(model.cardNames).length > 1;
  const portal = model.portals.length > 1 ? model.portals.find(({ id }) => id === booking.portal)?.name : undefined;
  return (
    <dl class="pa-popup-facts">
      {!sheet && (
        <Fact icon="calendar" label={t('when')}>
          {formatRange(booking.start, booking.end, language)}
        </Fact>
      )}
      <Fact icon="building" label={t('establishment')}>
        {booking.establishment ?? t('establishmentUnsaid')}
      </Fact>
      {portal !== undefined && (
        <Fact icon="external" label={t('portal')}>
          {portal}
        </Fact>
      )}
      {brief && isOneOfSeveral && card !== undefined && (
        <Fact icon="portal" label={t('service')}>
          {card}
        </Fact>
      )}
      {!brief && (
        <>
          <People view={view} />
          {!sheet && <Requester view={view} />}
          {booking.reason !== null && booking.reason !== '' && (
            <Fact icon="info" label={t('reason')}>
              {booking.reason}
            </Fact>
          )}
          {card !== undefined && (
            <Fact icon="portal" label={t('service')}>
              {booking.number === null ? card : t('cardLine', { card, number: booking.number.replaceAll('-', '\u2011') })}
            </Fact>
          )}
        </>
      )}
      {children}
    </dl>
  );
}
