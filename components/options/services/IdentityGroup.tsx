import { sameText } from '../../../lib/domain/text.ts';
import { BoundField, formatLines, formatText } from '../BoundField.tsx';
import { useOptions } from '../context.ts';
import { Group } from '../Group.tsx';
import { optional, readLine, readLines, readParagraph, unique } from '../readers.ts';
import type { CardPart } from './card-part.ts';

/** How the portal shows the service (S0-01, S0-39, S0-40, S0-44). */
export function IdentityGroup({ card, path, change }: CardPart) {
  const { model, t } = useOptions();
  const isTaken = (name: string): boolean => model.settings.value.cards.some((other) => other.id !== card.id && sameText(other.name, name));
  return (
    <Group title={t('group_identity')}>
      <BoundField path={`${path}name`} label={t('field_name')} hint={t('serviceNameHint')} value={card.name} format={String} read={unique(readLine(200), isTaken)} store={(name) => change({ name })} />
      <BoundField
        path={`${path}aliases`} kind="lines" label={t('field_aliases')} hint={t('aliasesHint')} rows={Math.max(3, card.aliases.length + 1)}
        value={card.aliases} format={formatLines} read={readLines(20, 300)} store={(aliases) => change({ aliases })}
      />
      <div class="pa-pair">
        <BoundField
          path={`${path}installation`} label={t('field_installation')} hint={t('installationHint')}
          value={card.installation} format={formatText} read={optional(readLine(300))} store={(installation) => change({ installation })}
        />
        <BoundField
          path={`${path}treeNode`} label={t('field_treeNode')} hint={t('treeNodeHint')}
          value={card.treeNode} format={formatText} read={optional(readLine(300))} store={(treeNode) => change({ treeNode })}
        />
      </div>
      <BoundField path={`${path}note`} kind="paragraph" label={t('field_note')} hint={t('noteHint')} rows={3} value={card.note} format={String} read={readParagraph(2000)} store={(note) => change({ note })} />
    </Group>
  );
}
