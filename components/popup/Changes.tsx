import { formatInstant } from '../../lib/domain/time.ts';
import { wordDifference, type Change } from '../../lib/state/changes.ts';
import { Notice } from '../ui/Notice.tsx';
import { usePopup } from './context.ts';

/** One change, word by word: what went is struck and said, what came is underlined and said (F14). */
function ChangeLine({ change }: { change: Change }) {
  const { t, language } = usePopup();
  const text = (value: string | number): string =>
    typeof value === 'string' ? value : change.part === 'participants' ? t('participantsValue', { count: value }) : formatInstant(value, language);
  return (
    <li>
      <strong>{t(`changed_${change.part}`)}</strong>{' '}
      {wordDifference(text(change.before), text(change.after)).map(({ kind, text: words }, index) =>
        kind === 'same' ? (
          <span key={index}>{words} </span>
        ) : kind === 'removed' ? (
          <del key={index}>
            <span class="pa-hidden">{t('removed')} </span>
            {words}{' '}
          </del>
        ) : (
          <ins key={index}>
            <span class="pa-hidden">{t('added')} </span>
            {words}{' '}
          </ins>
        ),
      )}
    </li>
  );
}

/** @param sent the companion was already told of the booking as it was */
export function Changes({ changes, sent }: { changes: readonly Change[]; sent: boolean }) {
  const { t } = usePopup();
  if (changes.length === 0) return null;
  return (
    <Notice kind="warning" live={false} title={t(sent ? 'changedSentTitle' : 'changedTitle')}>
      <ul class="pa-popup-changes">
        {changes.map((change) => (
          <ChangeLine key={change.part} change={change} />
        ))}
      </ul>
    </Notice>
  );
}
