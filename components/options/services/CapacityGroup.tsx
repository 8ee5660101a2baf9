import { Checkbox } from '../../ui/Checkbox.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { BoundField } from '../BoundField.tsx';
import { choicesOf } from '../choices.ts';
import { useOptions } from '../context.ts';
import { Group } from '../Group.tsx';
import { formatNumber } from '../numbers.ts';
import { readWhole } from '../readers.ts';
import type { CardPart } from './card-part.ts';

export function CapacityGroup({ card, path, change }: CardPart) {
  const { t, language } = useOptions();
  const format = formatNumber(language);
  return (
    <Group title={t('group_capacity')}>
      <div class="pa-pair">
        <BoundField
          path={`${path}capacity`} kind="number" label={t('field_capacity')} note={t('capacityNote')} hint={t('capacityHint')}
          value={card.capacity} format={format} read={readWhole(1, 100_000)} store={(capacity) => change({ capacity })}
        />
        <BoundField
          path={`${path}concurrency`} kind="number" label={t('field_concurrency')} hint={t('concurrencyHint')}
          value={card.concurrency} format={format} read={readWhole(1, 1000)} store={(concurrency) => change({ concurrency })}
        />
        <SelectField label={t('field_access')} value={card.access} choices={choicesOf(t, 'access', ['shared', 'nominative'])} onChange={(access) => change({ access })} />
        <SelectField label={t('field_approval')} value={card.approval} choices={choicesOf(t, 'approval', ['always', 'none', 'discussion'])} onChange={(approval) => change({ approval })} />
      </div>
      <Checkbox label={t('field_clinical')} hint={t('clinicalHint')} checked={card.clinical} onChange={(clinical) => change({ clinical })} />
    </Group>
  );
}
