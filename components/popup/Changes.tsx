import { Fragment } from 'preact';
import { formatInstant } from '../../lib/domain/time.ts';
import { wordDifference, type Change, type WordRun } from '../../lib/state/changes.ts';
import { Notice } from '../ui/Notice.tsx';
import { usePopup } from './context.ts';

function Run({ kind, text }: WordRun) {
  const { t } = usePopup();
  if (kind === 'same') return <span>{text}</span>;
  const heard = <span class="pa-hidden">{t(kind)} </span>;
  return kind === 'removed' ? (
    <del>
      {heard}
      {text}
    </del>
  ) : (
    <ins>
      {heard}
      {text}
    </ins>
  );
}

/** One change, word by word: what went is struck and said, what came is underlined and said (F14). */
function ChangeLine({ change }: { change: Change }) {
  const { t, language } = usePopup();
  const text = (value: string | number): string =>
    typeof value === 'string' ? value : change.part === 'participants' ? t('participantsValue', { count: value }) : formatInstant(value, language);
  return (
    <li>
      <strong>{t(`changed_${change.part}`)}</strong>
      {wordDifference(text(change.before), text(change.after)).map((run, index) => (
        <Fragment key={index}>
          {' '}
          <Run {...run} />
        </Fragment>
      ))}
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
