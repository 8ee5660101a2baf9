import { Notice } from '../ui/Notice.tsx';
import { isTextKey, useOptions, type CheckOutcome } from './context.ts';

/** What « Vérifier » found, in our own words: the companion's text is never shown as it is. */
export function CheckResult({ outcome }: { outcome: CheckOutcome }) {
  const { t } = useOptions();
  const details = 'name' in outcome ? outcome : { name: '', role: '' };
  const roleKey = `role_${details.role ?? ''}`;
  const values = { name: details.name ?? '', role: isTextKey(roleKey) ? t(roleKey) : (details.role ?? '') };
  return (
    <Notice kind={outcome.ok ? 'success' : 'error'} title={t(`check_${outcome.code}`)}>
      {t(`check_${outcome.code}More`, values)}
    </Notice>
  );
}
