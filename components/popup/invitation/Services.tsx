import { useMemo } from 'preact/hooks';
import { servicesEn } from '../../../lib/i18n/services.en.ts';
import { servicesFr, type ServicesWords } from '../../../lib/i18n/services.fr.ts';
import { createTranslate, type Translate } from '../../../lib/i18n/translate.ts';
import type { ServiceCard } from '../../../lib/services/card.ts';
import { cardWordsIn } from '../../../lib/services/preset-words.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { usePopup } from '../context.ts';

/** Links of a card that help whoever uses it; the others belong to the meeting itself. */
const useful: readonly ServiceCard['links'][number]['purpose'][] = ['access', 'channel', 'training', 'ticket', 'alternatives', 'video', 'portal'];

/** What a service lets its people do: how many, for how long a recording is kept, who records (S2-21 to S2-24, S4-16). */
function factsOf({ capacity, approval, recordingHours, clinical, source }: ServiceCard, t: Translate<ServicesWords>): string {
  const kept = recordingHours === null ? null : recordingHours % 24 === 0 && recordingHours > 24 ? t('factKeptDays', { count: recordingHours / 24 }) : t('factKeptHours', { count: recordingHours });
  return [
    t('factCapacity', { count: capacity }),
    approval === 'none' ? t('factNoApproval') : null,
    clinical ? t('factNeverRecorded') : kept,
    // S2-22: a rule of that service's document, which no card has a field for.
    source === 'S2' && kept !== null ? t('factStaffRecords') : null,
  ].filter((fact) => fact !== null).join(' · ');
}

function Service({ card, t }: { card: ServiceCard; t: Translate<ServicesWords> }) {
  const { model, language } = usePopup();
  const { id, name, links, support } = card;
  const out = { target: '_blank', rel: 'noopener noreferrer' } as const;
  return (
    <li>
      <strong>{name}</strong>
      <span class="pa-small pa-soft">{factsOf(card, t)}</span>
      <span>
        <a href={`/help.html#${id}`} aria-label={t('helpOf', { service: name })} {...out}>{t('help')}</a>
        {model.portals.map((portal) => (
          <a key={portal.id} href={portal.origin} aria-label={t('bookOf', { portal: portal.name, service: name })} {...out}>{t('book', { portal: portal.name })}</a>
        ))}
        {links.filter(({ purpose }) => useful.includes(purpose)).map(({ address, label }) => (
          <a key={address} href={address} {...out}>{cardWordsIn(language, label)}</a>
        ))}
        {support !== null && <a href={`mailto:${support}`} aria-label={t('writeOf', { service: name })} {...out}>{t('write')}</a>}
      </span>
    </li>
  );
}

/** Each service of the settings: where it is booked (S3-08, S3-09), its channel (S1-03), training (S1-49), support (S2-31) and help. */
export function Services() {
  const { model, language } = usePopup();
  const t = useMemo(() => createTranslate<ServicesWords>({ fr: servicesFr, en: servicesEn }, language), [language]);
  return (
    <footer class="pa-services">
      <Disclosure summary={t('services')}>
        <ul>
          {Object.values(model.cards).map((card) => (
            <Service key={card.id} card={card} t={t} />
          ))}
        </ul>
      </Disclosure>
    </footer>
  );
}
