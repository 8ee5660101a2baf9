import { roles } from '../../lib/contract/answer.ts';
import { SelectField } from '../ui/SelectField.tsx';
import { BoundField, formatText } from './BoundField.tsx';
import { useOptions } from './context.ts';
import { changePerson } from './edits.ts';
import { Group } from './Group.tsx';
import { Managed } from './Managed.tsx';
import { optional, readEmail, readLine } from './readers.ts';
import { SectionHead } from './SectionHead.tsx';

const languages = ['auto', 'fr', 'en'] as const;

/** Who uses this browser: what the requests carry and what the screens show first. */
export function PersonSection() {
  const { model, t } = useOptions();
  const { person, roster, language } = model.settings.value;
  const isKnown = person.establishmentId === null || roster.some(({ id }) => id === person.establishmentId);
  const establishments = [
    { value: '', label: t('noEstablishment') },
    ...roster.map(({ id, name }) => ({ value: id, label: name })),
    ...(isKnown ? [] : [{ value: person.establishmentId ?? '', label: t('unknownEstablishment') }]),
  ];
  return (
    <>
      <SectionHead title={t('section_person')} lead={t('lead_person')} />
      <Group>
        <BoundField
          path="person.name" label={t('personName')} hint={t('personNameHint')} autocomplete="name"
          value={person.name} format={formatText} read={optional(readLine(200))} store={(name) => model.change(changePerson({ name }))}
        />
        <BoundField
          path="person.email" kind="email" label={t('field_email')} hint={t('personEmailHint')} autocomplete="email"
          value={person.email} format={formatText} read={optional(readEmail)} store={(email) => model.change(changePerson({ email }))}
        />
        <Managed part="role">
          <SelectField
            label={t('field_role')} hint={t('roleHint')} value={person.role}
            choices={roles.map((value) => ({ value, label: t(`role_${value}`) }))}
            onChange={(role) => model.change(changePerson({ role }))}
          />
        </Managed>
        <Managed part="establishmentId">
          <SelectField
            label={t('field_establishmentId')} value={person.establishmentId ?? ''} choices={establishments}
            onChange={(id) => model.change(changePerson({ establishmentId: id === '' ? null : id }))}
          />
        </Managed>
        <Managed part="language">
          <SelectField
            label={t('field_language')} value={language} choices={languages.map((value) => ({ value, label: t(`language_${value}`) }))}
            onChange={(next) => model.change((settings) => ({ ...settings, language: next }))}
          />
        </Managed>
      </Group>
    </>
  );
}
