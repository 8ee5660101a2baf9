import { SelectField } from '../../ui/SelectField.tsx';
import { BoundField, formatLines, formatText } from '../BoundField.tsx';
import { choicesOf } from '../choices.ts';
import { useOptions } from '../context.ts';
import { Group } from '../Group.tsx';
import { optional, readEmail, readLines } from '../readers.ts';
import type { CardPart } from './card-part.ts';

/** Who invites, who helps, and whether a host key is ever shown (S0-13, S0-26, S0-27). */
export function PeopleGroup({ card, path, change }: CardPart) {
  const { t } = useOptions();
  return (
    <Group title={t('group_people')}>
      <div class="pa-pair">
        <SelectField
          label={t('field_invitations')} value={card.invitations} choices={choicesOf(t, 'invitations', ['requester', 'system', 'organiser'])}
          onChange={(invitations) => change({ invitations })}
        />
        <SelectField label={t('field_secret')} value={card.secret} choices={choicesOf(t, 'secret', ['never', 'timedReveal'])} onChange={(secret) => change({ secret })} />
      </div>
      <BoundField
        path={`${path}support`} kind="email" label={t('field_support')} hint={t('supportHint')}
        value={card.support} format={formatText} read={optional(readEmail)} store={(support) => change({ support })}
      />
      <BoundField
        path={`${path}emailDomains`} kind="lines" label={t('field_emailDomains')} hint={t('emailDomainsHint')} rows={Math.max(2, (card.emailDomains ?? []).length + 1)}
        value={card.emailDomains ?? []} format={formatLines} read={readLines(50, 120)} store={(emailDomains) => change({ emailDomains })}
      />
    </Group>
  );
}
