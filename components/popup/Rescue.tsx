import type { ComponentChildren } from 'preact';
import { groupDigits, groupTelephone } from '../../lib/domain/invitation.ts';
import { cardWordsIn } from '../../lib/services/preset-words.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePopup } from './context.ts';

const Mail = ({ address }: { address: string }) => <a href={`mailto:${address}`}>{address}</a>;

function Line({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A person with the address to reach them, as far as it is known. */
function Contact({ name, email }: { name: string; email: string | null }) {
  return (
    <>
      <bdi>{name}</bdi>
      {email !== null && (
        <>
          {', '}
          <Mail address={email} />
        </>
      )}
    </>
  );
}

/** Whom to reach and what to fall back on when it goes wrong (S4-26): support, people, telephone, the card's own links. */
export function Rescue({ view }: { view: BookingView }) {
  const { model, t, language } = usePopup();
  const { booking, ledger } = view;
  const card = model.cards[booking.serviceId ?? ''];
  const support = card?.support ?? null;
  const conference = ledger?.conference ?? null;
  const dialIn = conference?.dialIn ?? [];
  const links = (card?.links ?? []).filter(({ purpose }) => purpose === 'help' || purpose === 'ticket' || purpose === 'alternatives' || purpose === 'channel');
  return (
    <section class="pa-popup-rescue">
      <h4>
        <Icon name="lifebuoy" /> {t('rescue')}
      </h4>
      <dl>
        <Line label={t('rescueSupport')}>
          {support !== null ? <Mail address={support} /> : links.length === 0 && t('rescueNone')}
          {links.map(({ label, address }, index) => (
            <span key={address}>
              {(index > 0 || support !== null) && ' · '}
              <a href={address} target="_blank" rel="noopener noreferrer">
                {cardWordsIn(language, label)}
              </a>
            </span>
          ))}
        </Line>
        {booking.facts !== null && (
          <Line label={t('rescuePresenter')}>
            <Contact {...booking.facts.presenter} />
          </Line>
        )}
        {booking.requester !== null && !view.isOwn && (
          <Line label={t('rescueRequester')}>
            <Contact {...booking.requester} />
          </Line>
        )}
        {(booking.planB || card?.required.planB === true) && (
          <Line label={t('rescuePlanB')}>{booking.planB ? <bdi>{booking.planB}</bdi> : t(booking.planB === null ? 'rescueNoPlanB' : 'rescueUnreadPlanB')}</Line>
        )}
        {dialIn.length > 0 ? (
          <Line label={t('rescuePhone')}>
            {dialIn.map(({ number, country }) => `${groupTelephone(number)} (${country})`).join(', ')}
            {conference !== null && `, ${t('rescueMeeting', { number: groupDigits(conference.id) })}`}
          </Line>
        ) : (
          card?.required.planB === true && !booking.planB && <Line label={t('rescuePhone')}>{t('rescueNoPhone')}</Line>
        )}
      </dl>
    </section>
  );
}
