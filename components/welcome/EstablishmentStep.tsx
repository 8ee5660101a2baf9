import { Disclosure } from '../ui/Disclosure.tsx';
import { Icon } from '../ui/Icon.tsx';
import { SelectField } from '../ui/SelectField.tsx';
import { AccessForm } from './AccessForm.tsx';
import type { WelcomeContext } from './context.ts';

interface Props {
  context: WelcomeContext;
  /** Empty: none chosen. */
  establishmentId: string;
  person: { name: string; email: string };
  onChange: (establishmentId: string) => void;
}

/** Step 2: in whose name requests are made, and how to be given access (S0-05, S0-08). */
export function EstablishmentStep({ context, establishmentId, person, onChange }: Props) {
  const { t, managed, policy, settings } = context;
  const isFixed = policy.locked.has('establishmentId');
  const choices = [
    { value: '', label: t('choose') },
    ...settings.roster.map(({ id, name, certain }) => ({ value: id, label: certain ? name : `${name} (${t('uncertain')})` })),
  ];
  const chosen = settings.roster.find(({ id }) => id === establishmentId);
  return (
    <>
      {isFixed && (
        <p class="pa-managed-note">
          <Icon name="lock" />
          <span>{managed}</span>
        </p>
      )}
      <SelectField label={t('establishment')} hint={t('establishmentLead')} value={establishmentId} choices={choices} onChange={onChange} disabled={isFixed} />
      <Disclosure summary={t('access')}>
        <AccessForm context={context} establishment={chosen?.name ?? ''} person={person} />
      </Disclosure>
    </>
  );
}
