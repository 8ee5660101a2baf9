import type { Establishment } from '../../../lib/domain/roster.ts';
import { sameText } from '../../../lib/domain/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { BoundField, formatLines } from '../BoundField.tsx';
import { choicesOf } from '../choices.ts';
import { useOptions } from '../context.ts';
import { changeEstablishment, putBack, removeEstablishment } from '../edits.ts';
import { Group } from '../Group.tsx';
import { formatNumber } from '../numbers.ts';
import { optional, readDecimal, readLine, readLines, unique } from '../readers.ts';
import { toHash } from '../routes.ts';
import { SectionHead } from '../SectionHead.tsx';
import { DesignatedGroup } from './DesignatedGroup.tsx';

/** One establishment: what it is called, its share, who represents it. */
export function EstablishmentEditor({ establishment }: { establishment: Establishment }) {
  const { model, t, language } = useOptions();
  const { id, name, certain } = establishment;
  const path = `establishments.${id}.`;
  const change = (part: Partial<Establishment>) => model.change(changeEstablishment(id, (current) => ({ ...current, ...part })));
  const isTaken = (text: string): boolean => model.settings.value.roster.some((other) => other.id !== id && sameText(other.name, text));
  const format = formatNumber(language);
  const remove = () => {
    const { roster, person } = model.settings.value;
    const back = putBack('roster', establishment, roster.indexOf(establishment));
    model.dropDrafts(path);
    model.changeUndoably(removeEstablishment(id), {
      sentence: t('establishmentRemoved', { name }),
      undo: (settings) => ({ ...back(settings), person: person.establishmentId === id ? { ...settings.person, establishmentId: id } : settings.person }),
    });
    location.hash = toHash('establishments');
  };
  return (
    <>
      <SectionHead title={name}>
        <a href={toHash('establishments')} class="pa-back">
          {`← ${t('backToRoster')}`}
        </a>
      </SectionHead>
      {!certain && (
        <Notice kind="warning" title={t('uncertain')} live={false} actions={<Button onClick={() => change({ certain: true })}>{t('confirmEstablishment')}</Button>}>
          {t('uncertainMore')}
        </Notice>
      )}
      <Group title={t('column_establishment')}>
        <BoundField
          path={`${path}name`} label={t('field_name')} hint={t('establishmentNameHint')}
          value={name} format={String} read={unique(readLine(200), isTaken)} store={(next) => change({ name: next })}
        />
        <BoundField
          path={`${path}aliases`} kind="lines" label={t('field_aliases')} hint={t('establishmentAliasesHint')} rows={Math.max(3, establishment.aliases.length + 1)}
          value={establishment.aliases} format={formatLines} read={readLines(20, 200)} store={(aliases) => change({ aliases })}
        />
        <SelectField
          label={t('field_state')} value={establishment.state} choices={choicesOf(t, 'state', ['requested', 'created', 'active', 'removed'])}
          onChange={(state) => change({ state })}
        />
        <Checkbox label={t('field_certain')} checked={certain} onChange={(on) => change({ certain: on })} />
        <Checkbox label={t('field_browserOnly')} hint={t('browserOnlyHint')} checked={establishment.browserOnly} onChange={(browserOnly) => change({ browserOnly })} />
      </Group>
      <Group title={t('group_share')}>
        <div class="pa-pair">
          <BoundField
            path={`${path}weight`} kind="number" label={t('field_weight')} hint={t('weightHint')}
            value={establishment.weight} format={format} read={readDecimal(0, 1000)} store={(weight) => change({ weight })}
          />
          <BoundField
            path={`${path}fixed`} kind="number" label={t('field_fixed')} note={t('optional')} hint={t('fixedHint')}
            value={establishment.fixed} format={format} read={optional(readDecimal(0, 1_000_000))} store={(fixed) => change({ fixed })}
          />
        </div>
      </Group>
      <DesignatedGroup establishment={establishment} who="representative" path={path} />
      <DesignatedGroup establishment={establishment} who="substitute" path={path} />
      <div>
        <Button kind="danger" icon="remove" onClick={remove}>
          {t('removeNamed', { name })}
        </Button>
      </div>
    </>
  );
}
