import type { LicenceHolder, LicenceNow } from '../../lib/domain/licence-now.ts';
import { heldThing, type HeldThing } from '../../lib/services/held-thing.ts';
import { momentText } from '../../lib/state/when.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePopup } from './context.ts';

/** « le CISSS X, à 13 h 00 »: the hour alone when it is today's. */
function useHolder() {
  const { model, t, language } = usePopup();
  return {
    nameOf: ({ establishment }: LicenceHolder): string => establishment ?? t('heldUnnamed'),
    whenOf: (instant: number): string => momentText(instant, model.now, language),
    /** « jusqu’à 10 h 15 », « jusqu’au 24 novembre à 13 h 00 ». */
    untilOf: (instant: number): string => {
      const [, word, rest = ''] = /^(\S+)\s(.+)$/u.exec(momentText(instant, model.now, language)) ?? [];
      return word === 'à' || word === 'at' ? t('untilHour', { hour: rest }) : t('untilDay', { day: rest });
    },
  };
}

function Holder({ holder, thing }: { holder: LicenceHolder; thing: HeldThing }) {
  const { model, t } = usePopup();
  const { nameOf, untilOf, whenOf } = useHolder();
  const until = untilOf(holder.end);
  if (holder.live && holder.end <= model.now) return <>{t(`heldOver_${thing}`, { holder: nameOf(holder), when: whenOf(holder.end) })}</>;
  const isOurs = holder.establishmentId !== null && holder.establishmentId === model.person.establishmentId;
  return <>{isOurs ? t(`heldYou_${thing}`, { until }) : t(`held_${thing}`, { holder: nameOf(holder), until })}</>;
}

function Line({ licence }: { licence: LicenceNow }) {
  const { model, t } = usePopup();
  const { nameOf, whenOf } = useHolder();
  const { holders, next, certainty } = licence;
  const card = model.cards[licence.service];
  const thing = card === undefined ? 'slot' : heldThing(card);
  const isUnknown = holders.length === 0 && certainty === 'unknown';
  const nobody = certainty === 'part' ? `${t(`heldFree_${thing}`)}, ${t('heldFreeKnown')}` : t(isUnknown ? 'heldUnknown' : `heldFree_${thing}`);
  return (
    <span class="pa-popup-licence-line">
      {/* The other answers say what they are about; « On ne sait pas encore » does not, and needs its question. */}
      <span class={isUnknown ? 'pa-soft' : 'pa-hidden'}>{t(`holding_${thing}`)} </span>
      {card !== undefined && (model.licences.length > 1 || thing === 'slot') && <span class="pa-soft">{t('heldOf', { name: card.name })}</span>}
      <strong>
        {holders.length === 0 ? nobody : holders.map((holder, index) => [index > 0 && ' · ', <Holder key={holder.key} holder={holder} thing={thing} />])}
      </strong>
      {next !== null && certainty !== 'unknown' && <span class="pa-soft">, {t('heldNext', { holder: nameOf(next), when: whenOf(next.start) })}</span>}
    </span>
  );
}

/** « Qui tient la licence maintenant ? », in one line for each shared service, by the word for what it is. */
export function Licence() {
  const { model } = usePopup();
  if (model.licences.length === 0) return null;
  return (
    <p class="pa-popup-licence">
      <Icon name="key" />
      <span>
        {model.licences.map((licence) => (
          <Line key={licence.service} licence={licence} />
        ))}
      </span>
    </p>
  );
}
