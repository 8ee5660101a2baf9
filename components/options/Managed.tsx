import type { ComponentChildren } from 'preact';
import { policyEn } from '../../lib/i18n/policy.en.ts';
import { policyFr } from '../../lib/i18n/policy.fr.ts';
import { createTranslate, type Translate } from '../../lib/i18n/translate.ts';
import type { PolicyKey } from '../../lib/policy/keys.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useOptions } from './context.ts';

const usePolicyWords = (): Translate<typeof policyFr> => createTranslate({ fr: policyFr, en: policyEn }, useOptions().language);

/** What an organisation has fixed is shown, with a padlock, and takes no input (U13). The store refuses it too. */
export function Managed({ part, children }: { part: PolicyKey; children: ComponentChildren }) {
  const { live } = useOptions();
  const t = usePolicyWords();
  if (live.policy?.value.locked.has(part) !== true) return <>{children}</>;
  return (
    <fieldset class="pa-managed" disabled>
      <legend class="pa-managed-note">
        <Icon name="lock" />
        <span>{t('managed')}</span>
      </legend>
      {children}
    </fieldset>
  );
}

/** What of the policy is ignored, so that whoever wrote it hears of it. */
export function PolicyProblems() {
  const { live } = useOptions();
  const t = usePolicyWords();
  const problems = live.policy?.value.problems ?? [];
  if (problems.length === 0) return null;
  return (
    <Notice kind="warning" title={t('problemTitle')} live={false}>
      {t('problemMore', { keys: problems.join(', ') })}
    </Notice>
  );
}
