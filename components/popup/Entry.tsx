import { momentText } from '../../lib/state/when.ts';
import type { OutboxEntry } from '../../lib/state/outbox-store.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { usePopup } from './context.ts';
import { nameOf } from './names.ts';

/** Whether a click can still be taken back. */
export const isUndoable = (entry: OutboxEntry, now: number): boolean =>
  entry.state === 'waiting' && entry.attempts === 0 && entry.notBefore > now;

/** What a person must do themselves before a new try makes sense. */
const forPerson: readonly string[] = ['noAddress', 'noKey', 'notCompanion', 'keyUnknown', 'keyRevoked', 'clock', 'tooLarge'];

/** The seconds that are left, drawn each second but said only once (the click has said them already). */
function Countdown({ view, entry }: { view: BookingView; entry: OutboxEntry }) {
  const { model, actions, t } = usePopup();
  const seconds = Math.ceil((entry.notBefore - model.postNow) / 1000);
  return (
    <div class="pa-popup-countdown">
      <progress max={8} value={8 - seconds} aria-hidden="true" />
      <span aria-hidden="true">{t('countdown', { count: seconds })}</span>
      <Button size="small" onClick={() => actions.undo(view)} aria-label={t('undoOf', { name: nameOf(view, t) })}>
        {t('undo')}
      </Button>
    </div>
  );
}

function Queued({ view, entry }: { view: BookingView; entry: OutboxEntry }) {
  const { model, actions, t, language } = usePopup();
  if (entry.problem === null) {
    return (
      <Notice kind="info" live={false}>
        {t('queuedFirst')}
      </Notice>
    );
  }
  const problem = t(`problem_${entry.problem.code}`);
  const sentence = forPerson.includes(entry.problem.code)
    ? t('queuedPerson', { problem, todo: t(`todo_${entry.problem.code}`) })
    : t('queued', { problem, when: momentText(entry.nextAttempt, model.postNow, language) });
  const again = (
    <Button size="small" onClick={() => actions.retry(view)}>
      {t('retryNow')}
    </Button>
  );
  return (
    <Notice kind="warning" live={false} actions={again}>
      {sentence}
    </Notice>
  );
}

function Refused({ view, entry }: { view: BookingView; entry: OutboxEntry }) {
  const { actions, t } = usePopup();
  const code = entry.problem?.code ?? 'refused';
  const ways = (
    <>
      <Button size="small" onClick={() => actions.retry(view)}>
        {t('retry')}
      </Button>
      <Button size="small" kind="quiet" onClick={() => actions.dismiss(view)}>
        {t('dismiss')}
      </Button>
    </>
  );
  return (
    <Notice kind="error" live={false} title={t('refusedTitle')} actions={ways}>
      <p>{t('refusedWhy', { problem: t(`problem_${code}`), todo: t(`todo_${code}`) })}</p>
      {entry.problem?.detail && <p class="pa-small">{t('companionSays', { detail: entry.problem.detail })}</p>}
    </Notice>
  );
}

/** The event of a booking on its way to the companion: to be taken back, waiting, or refused. */
export function Entry({ view }: { view: BookingView }) {
  const { model } = usePopup();
  const { entry } = view;
  if (entry === null) return null;
  if (isUndoable(entry, model.postNow)) return <Countdown view={view} entry={entry} />;
  return entry.state === 'refused' ? <Refused view={view} entry={entry} /> : <Queued view={view} entry={entry} />;
}
