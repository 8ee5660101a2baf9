import { Notice } from '../ui/Notice.tsx';
import { durationText, useCompanionWords } from './companion-words.ts';
import { isTextKey, useOptions, type CheckOutcome } from './context.ts';

/** What a check, an enrolment or a renewal found, in our own words: the companion's text is never shown as it is. */
export function CheckResult({ outcome, done }: { outcome: CheckOutcome; /** What was done when it is all right. */ done?: 'Enrolled' | 'Renewed' | undefined }) {
  const { t, language } = useOptions();
  const words = useCompanionWords();
  const { name, role, ahead } = { name: '', role: '', ahead: undefined, ...outcome };
  const roleKey = `role_${role}`;
  const values = { name, role: isTextKey(roleKey) ? t(roleKey) : role };
  const code = outcome.code === 'ok' && done !== undefined ? (`ok${done}` as const) : outcome.code;
  return (
    <Notice kind={outcome.ok ? 'success' : 'error'} title={words(`check_${code}`)}>
      <p>{words(`check_${code}More`, values)}</p>
      {ahead !== undefined && <p>{words(ahead > 0 ? 'clockAhead' : 'clockBehind', { by: durationText(ahead, language) })}</p>}
    </Notice>
  );
}
