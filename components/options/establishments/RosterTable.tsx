import type { Establishment } from '../../../lib/domain/roster.ts';
import { localeOf } from '../../../lib/i18n/translate.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOptions } from '../context.ts';
import { BoundField } from '../BoundField.tsx';
import { addEstablishment, changeEstablishment, freeId } from '../edits.ts';
import { formatNumber } from '../numbers.ts';
import { readDecimal } from '../readers.ts';
import { toHash } from '../routes.ts';
import { newEstablishment } from './new-establishment.ts';
import { sharesOf } from './shares.ts';

interface RowProps {
  establishment: Establishment;
  share: string;
  amount: string | null;
}

function Row({ establishment, share, amount }: RowProps) {
  const { model, t, language } = useOptions();
  const { id, name, weight, representative, certain, browserOnly, state } = establishment;
  return (
    <tr>
      <th scope="row">
        <a href={toHash('establishments', id)}>{name}</a>
        <span class="pa-marks">
          {!certain && (
            <Badge kind="warning" icon="warning">
              {t('uncertain')}
            </Badge>
          )}
          {browserOnly && <Badge>{t('browserOnlyMark')}</Badge>}
          {state !== 'active' && <Badge>{t(`state_${state}`)}</Badge>}
        </span>
      </th>
      <td data-column={t('column_weight')} class="pa-weight">
        <BoundField
          path={`establishments.${id}.weight`} kind="number" label={t('weightOf', { name })} hideLabel value={weight} format={formatNumber(language)} read={readDecimal(0, 1000)}
          store={(next) => model.change(changeEstablishment(id, (current) => ({ ...current, weight: next })))}
        />
      </td>
      <td class="pa-number" data-column={t('column_share')}>
        <span>{share}</span>
        {amount !== null && <span class="pa-soft pa-small">{amount}</span>}
      </td>
      <td data-column={t('column_representative')}>{representative?.name ?? <span class="pa-soft">{t('noRepresentative')}</span>}</td>
    </tr>
  );
}

/** Every establishment, its share and who represents it; shares add up to 100 %. */
export function RosterTable() {
  const { model, t, language } = useOptions();
  const { roster, cards } = model.settings.value;
  const shared = cards.find(({ access, quota }) => access === 'shared' && quota.total !== null);
  const quota = shared?.quota ?? null;
  const { tenths, amounts, isOver } = sharesOf(roster, quota?.total ?? null);
  const percent = new Intl.NumberFormat(localeOf(language), { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 });
  const inUnit = (amount: number): string => t(quota?.unit === 'count' ? 'countTotal' : 'hoursTotal', { total: number.format(amount) });
  const amountText = ({ fixed }: Establishment, amount: number): string => (fixed === null ? inUnit(amount) : t('fixedShare', { amount: inUnit(amount) }));
  const sum = tenths.reduce((one, other) => one + other, 0);
  const add = () => {
    const id = freeId('etablissement', roster);
    model.change(addEstablishment(newEstablishment(id, t('newEstablishment'))));
    location.hash = toHash('establishments', id);
  };
  return (
    <>
      <p>{quota?.total === undefined || quota.total === null ? t('sharesWithoutQuota') : t('sharesOfQuota', { name: shared?.name ?? '', total: inUnit(quota.total) })}</p>
      {isOver && <Notice kind="warning">{t('fixedTooMuch')}</Notice>}
      {roster.length > 0 && sum === 0 && <Notice kind="warning">{t('noWeight')}</Notice>}
      {roster.length === 0 ? (
        <Notice kind="warning" title={t('noEstablishments')} live={false}>
          {t('noEstablishmentsMore')}
        </Notice>
      ) : (
        <table class="pa-table pa-roster">
          <caption class="pa-hidden">{t('rosterCaption', { count: roster.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('column_establishment')}</th>
              <th scope="col">{t('column_weight')}</th>
              <th scope="col" class="pa-number">
                {t('column_share')}
              </th>
              <th scope="col">{t('column_representative')}</th>
            </tr>
          </thead>
          <tbody>
            {roster.map((establishment, index) => (
              <Row
                key={establishment.id} establishment={establishment} share={percent.format((tenths[index] ?? 0) / 1000)}
                amount={amounts === null ? null : amountText(establishment, amounts[index] ?? 0)}
              />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              <td />
              <td class="pa-number" data-column={t('column_share')}>
                {percent.format(sum / 1000)}
              </td>
              <td />
            </tr>
          </tfoot>
        </table>
      )}
      <div>
        <Button icon="add" onClick={add}>
          {t('addEstablishment')}
        </Button>
      </div>
    </>
  );
}
