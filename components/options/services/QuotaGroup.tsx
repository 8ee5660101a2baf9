import type { ServiceCard } from '../../../lib/services/card.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { BoundField } from '../BoundField.tsx';
import { choicesOf } from '../choices.ts';
import { useOptions } from '../context.ts';
import { changeCard } from '../edits.ts';
import { Group } from '../Group.tsx';
import { formatNumber } from '../numbers.ts';
import { optional, readDecimal } from '../readers.ts';
import type { CardPart } from './card-part.ts';

const steps = ['nothing', 'warn', 'askReason', 'refuse'] as const;

/** How much all may use together, and what happens near one's share (S0-21). */
export function QuotaGroup({ card, path }: CardPart) {
  const { model, t, language } = useOptions();
  const { quota } = card;
  const setQuota = (part: Partial<ServiceCard['quota']>) => model.change(changeCard(card.id, (current) => ({ ...current, quota: { ...current.quota, ...part } })));
  return (
    <Group title={t('group_quota')} lead={t('quotaHint')}>
      <div class="pa-pair">
        <BoundField
          path={`${path}quota.total`} kind="number" label={t('field_total')} hint={t('totalHint')}
          value={quota.total} format={formatNumber(language)} read={optional(readDecimal(0, 1_000_000))} store={(total) => setQuota({ total })}
        />
        <SelectField label={t('field_unit')} value={quota.unit} choices={choicesOf(t, 'unit', ['hours', 'count'])} onChange={(unit) => setQuota({ unit })} />
        <SelectField
          label={t('field_period')} value={quota.period} choices={choicesOf(t, 'period', ['month', 'quarter', 'fiscalYear', 'calendarYear'])}
          onChange={(period) => setQuota({ period })}
        />
      </div>
      {quota.total !== null && (
        <div class="pa-pair">
          <SelectField label={t('field_at80')} value={quota.at80} choices={choicesOf(t, 'at80', steps)} onChange={(at80) => setQuota({ at80 })} />
          <SelectField label={t('field_at100')} value={quota.at100} choices={choicesOf(t, 'at100', steps)} onChange={(at100) => setQuota({ at100 })} />
        </div>
      )}
    </Group>
  );
}
