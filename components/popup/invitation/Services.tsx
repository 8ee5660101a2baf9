import { useMemo } from 'preact/hooks';
import { servicesEn } from '../../../lib/i18n/services.en.ts';
import { servicesFr, type ServicesWords } from '../../../lib/i18n/services.fr.ts';
import { createTranslate } from '../../../lib/i18n/translate.ts';
import type { ServiceCard } from '../../../lib/services/card.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { usePopup } from '../context.ts';

/** Links of a card that help whoever uses it; the others belong to the meeting itself. */
const useful: readonly ServiceCard['links'][number]['purpose'][] = ['access', 'channel', 'training', 'ticket', 'alternatives', 'video', 'portal'];

/** Each service of the settings: where it is booked (S3-08, S3-09), its channel (S1-03), training (S1-49), support (S2-31) and help. */
export function Services() {
  const { model, language } = usePopup();
  const t = useMemo(() => createTranslate<ServicesWords>({ fr: servicesFr, en: servicesEn }, language), [language]);
  const out = { target: '_blank', rel: 'noopener noreferrer' } as const;
  return (
    <footer class="pa-services">
      <Disclosure summary={t('services')}>
        <ul>
          {Object.values(model.cards).map(({ id, name, links, support }) => (
            <li key={id}>
              <strong>{name}</strong>
              <span>
                <a href={`/help.html#${id}`} aria-label={t('helpOf', { service: name })} {...out}>{t('help')}</a>
                {model.portals.map((portal) => (
                  <a key={portal.id} href={portal.origin} aria-label={t('bookOf', { portal: portal.name, service: name })} {...out}>{t('book', { portal: portal.name })}</a>
                ))}
                {links.filter(({ purpose }) => useful.includes(purpose)).map(({ address, label }) => (
                  <a key={address} href={address} {...out}>{label}</a>
                ))}
                {support !== null && <a href={`mailto:${support}`} aria-label={t('writeOf', { service: name })} {...out}>{t('write')}</a>}
              </span>
            </li>
          ))}
        </ul>
      </Disclosure>
    </footer>
  );
}
