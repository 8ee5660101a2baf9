import type { ComponentChildren } from 'preact';
import { formatRange } from '../../lib/domain/time.ts';
import { ageText } from '../../lib/state/when.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { usePopup } from './context.ts';

function Fact({ icon, label, children }: { icon: IconName; label: string; children: ComponentChildren }) {
  return (
    <div class="pa-popup-fact">
      <dt>
        <Icon name={icon} />
        <span class="pa-hidden">{label}</span>
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is booked, when, for whom and by whom. */
export function Facts({ view, brief = false }: { view: BookingView; brief?: boolean }) {
  const { model, t, language } = usePopup();
  const { booking } = view;
  const unsaid = <span class="pa-soft">{t('notSaid')}</span>;
  const card = booking.serviceId === null ? undefined : model.cardNames[booking.serviceId];
  return (
    <dl class="pa-popup-facts">
      <Fact icon="calendar" label={t('when')}>
        {formatRange(booking.start, booking.end, language)}
      </Fact>
      {!brief && (
        <>
          <Fact icon="person" label={t('participants')}>
            {booking.facts === null ? unsaid : t('participantsValue', { count: booking.facts.participants })}
          </Fact>
          <Fact icon="video" label={t('presenter')}>
            {t('presenterLine', { name: booking.facts?.presenter.name ?? t('notSaid') })}
          </Fact>
        </>
      )}
      <Fact icon="building" label={t('establishment')}>
        {booking.establishment ?? unsaid}
      </Fact>
      {!brief && (
        <>
          <Fact icon="bell" label={t('requester')}>
            {t('requesterLine', { name: booking.requester?.name ?? t('notSaid') })}
            {view.since !== null && ` · ${ageText(view.since, model.now, language)}`}
          </Fact>
          {booking.reason !== null && booking.reason !== '' && (
            <Fact icon="info" label={t('reason')}>
              {booking.reason}
            </Fact>
          )}
          {card !== undefined && (
            <Fact icon="key" label={t('service')}>
              {booking.number === null ? card : t('cardLine', { card, number: booking.number })}
            </Fact>
          )}
        </>
      )}
    </dl>
  );
}
