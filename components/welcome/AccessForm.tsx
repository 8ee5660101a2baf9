import { useState } from 'preact/hooks';
import { accessLetter, checkAccess, type AccessFields } from '../../lib/domain/access-request.ts';
import type { Settings } from '../../lib/state/settings.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { WelcomeContext } from './context.ts';

/** The CCT's address is a setting, never code (S0-10): the card of the shared licence has it, else any card. */
export const addressOf = ({ cards }: Settings): string | null =>
  cards.find(({ source, support }) => source === 'S0' && support !== null)?.support ?? cards.find(({ support }) => support !== null)?.support ?? null;

interface Props {
  context: WelcomeContext;
  establishment: string;
  person: { name: string; email: string };
}

/** Composes the letter that the CCT asks for; the person's own mail program sends it. */
export function AccessForm({ context, establishment, person }: Props) {
  const { t, settings, openMail } = context;
  const [fields, setFields] = useState<AccessFields>({ ...person, phone: '', irisCode: '', establishment });
  const [isTried, setTried] = useState(false);
  const [isOpened, setOpened] = useState(false);
  const problems = checkAccess(fields);
  const errorOf = (field: keyof AccessFields): string | null => {
    const problem = problems[field];
    return isTried && problem !== undefined ? t(`problem_${problem}`) : null;
  };
  const set = (field: keyof AccessFields) => (value: string) => {
    setOpened(false);
    setFields((known) => ({ ...known, [field]: value }));
  };
  const to = addressOf(settings);
  const send = () => {
    setTried(true);
    if (Object.keys(problems).length > 0) return;
    const words = { ...fields, establishment: establishment || t('noEstablishment'), phone: fields.phone.trim() || t('notGiven'), irisCode: fields.irisCode.trim() || t('notGiven') };
    openMail(accessLetter(to, t('letterSubject', words), t('letterBody', words)));
    setOpened(true);
  };
  return (
    <div class="pa-fields">
      <p>{t('accessLead')}</p>
      <TextField label={t('name')} autocomplete="name" value={fields.name} onInput={set('name')} error={errorOf('name')} required />
      <TextField label={t('email')} kind="email" autocomplete="email" value={fields.email} onInput={set('email')} error={errorOf('email')} required />
      <TextField label={t('phone')} kind="tel" autocomplete="tel" value={fields.phone} onInput={set('phone')} error={errorOf('phone')} />
      <TextField label={t('irisCode')} hint={t('irisCodeHint')} value={fields.irisCode} onInput={set('irisCode')} error={errorOf('irisCode')} />
      <p class="pa-soft">{to === null ? t('accessToUnknown') : t('accessTo', { email: to })}</p>
      <div>
        <Button icon="external" onClick={send}>
          {t('accessButton')}
        </Button>
      </div>
      {isOpened && <Notice kind="success">{t('accessOpened')}</Notice>}
    </div>
  );
}
