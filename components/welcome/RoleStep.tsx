import { roles } from '../../lib/contract/answer.ts';
import { isEmailAddress, isLine } from '../../lib/contract/bounds.ts';
import type { Settings } from '../../lib/state/settings.ts';
import { Icon } from '../ui/Icon.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { WelcomeContext } from './context.ts';

export interface RoleDraft {
  role: Settings['person']['role'];
  name: string;
  email: string;
}

export const isNameRight = (name: string): boolean => name.trim() === '' || isLine(name.trim(), 200);
export const isEmailRight = (email: string): boolean => email.trim() === '' || isEmailAddress(email.trim());

/** Step 1: who is in front of the screen. */
export function RoleStep({ context, draft, onChange }: { context: WelcomeContext; draft: RoleDraft; onChange: (draft: RoleDraft) => void }) {
  const { t, managed, policy } = context;
  const isFixed = policy.locked.has('role');
  return (
    <>
      <fieldset class="pa-welcome-choices" disabled={isFixed}>
        <legend class="pa-hidden">{t('role')}</legend>
        {isFixed && (
          <p class="pa-managed-note">
            <Icon name="lock" />
            <span>{managed}</span>
          </p>
        )}
        <p class="pa-hint">{t('roleLead')}</p>
        {roles.map((role) => (
          <label key={role} class="pa-welcome-choice">
            <input type="radio" name="role" value={role} checked={draft.role === role} onChange={() => onChange({ ...draft, role })} />
            <span>{t(`role_${role}`)}</span>
          </label>
        ))}
      </fieldset>
      <TextField
        label={t('name')} hint={t('nameHint')} autocomplete="name" value={draft.name} onInput={(name) => onChange({ ...draft, name })}
        error={isNameRight(draft.name) ? null : t('problem_name')}
      />
      <TextField
        label={t('email')} hint={t('emailHint')} kind="email" autocomplete="email" value={draft.email} onInput={(email) => onChange({ ...draft, email })}
        error={isEmailRight(draft.email) ? null : t('problem_email')}
      />
    </>
  );
}
