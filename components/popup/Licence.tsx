import type { LicenceHolder, LicenceNow } from '../../lib/domain/licence-now.ts';
import { momentText } from '../../lib/state/when.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePopup } from './context.ts';

/** « le CISSS X, à 13 h 00 »: the hour alone when it is today's. */
function useHolder() {
  const { model, t, language } = usePopup();
  return {
    nameOf: ({ establishment }: LicenceHolder): string => establishment ?? t('licenceNobody'),
    whenOf: (instant: number): string => momentText(instant, model.now, language),
    /** « jusqu’à 10 h 15 », « jusqu’au 24 novembre à 13 h 00 ». */
    untilOf: (instant: number): string => {
      const [, word, rest = ''] = /^(\S+)\s(.+)$/u.exec(momentText(instant, model.now, language)) ?? [];
      return word === 'à' || word === 'at' ? t('untilHour', { hour: rest }) : t('untilDay', { day: rest });
    },
  };
}

function Holder({ holder }: { holder: LicenceHolder }) {
  const { model, t } = usePopup();
  const { nameOf, untilOf, whenOf } = useHolder();
  const until = untilOf(holder.end);
  if (holder.live && holder.end <= model.now) return <>{t('licenceOver', { holder: nameOf(holder), when: whenOf(holder.end) })}</>;
  const isOurs = holder.establishmentId !== null && holder.establishmentId === model.person.establishmentId;
  return <>{isOurs ? t('licenceHeldYou', { until }) : t('licenceHeld', { holder: nameOf(holder), until })}</>;
}

function Line({ licence }: { licence: LicenceNow }) {
  const { model, t } = usePopup();
  const { nameOf, whenOf } = useHolder();
  const { holders, next, certainty } = licence;
  const nobody = certainty === 'whole' ? 'licenceFree' : certainty === 'part' ? 'licenceFreeKnown' : 'licenceUnknown';
  return (
    <span class="pa-popup-licence-line">
      {model.licences.length > 1 && <span class="pa-soft">{model.cardNames[licence.service]}: </span>}
      <strong>
        {holders.length === 0 ? t(nobody) : holders.map((holder, index) => [index > 0 && ' · ', <Holder key={holder.key} holder={holder} />])}
      </strong>
      {next !== null && certainty !== 'unknown' && <span class="pa-soft">, {t('licenceNext', { holder: nameOf(next), when: whenOf(next.start) })}</span>}
    </span>
  );
}

/** « Qui tient la licence maintenant ? », in one line for each shared licence. */
export function Licence() {
  const { model, t } = usePopup();
  if (model.licences.length === 0) return null;
  return (
    <p class="pa-popup-licence">
      <Icon name="key" />
      <span>
        <span class="pa-hidden">{t('licence')} </span>
        {model.licences.map((licence) => (
          <Line key={licence.service} licence={licence} />
        ))}
      </span>
    </p>
  );
}
