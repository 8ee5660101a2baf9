/** The popup's clicks, each carried to the worker and said aloud. */
import { useMemo, useState } from 'preact/hooks';
import type { SendAnswer } from '../../lib/messages/answers.ts';
import type { PageMessage } from '../../lib/messages/page.ts';
import type { Language } from '../../lib/i18n/translate.ts';
import { checklistStore, withTick } from '../../lib/state/checklist-store.ts';
import { habitsStore } from '../../lib/state/habits-store.ts';
import { openInTab, openPanel } from '../../lib/state/own-pages.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { askPermission, askWorker, openOptions } from '../../lib/state/worker-calls.ts';
import { portalWords } from '../portals/words.ts';
import { useSaid, type Said } from '../ui/use-said.ts';
import { copyInvitation } from './clipboard.ts';
import type { DayAnswer, PopupActions, Words } from './context.ts';
import { copyDiagnostic, openCalibration } from './portal-actions.ts';
import { roomActions } from './room/room-actions.ts';
import { saveFile } from './save-file.ts';

type Click = Extract<PageMessage, { type: 'send' | 'undo' | 'cancel' | 'retry' | 'dismiss' }>;

/** The key under which an event waits: it may have left before the portal's number was known. */
const queuedKey = ({ key, entry }: BookingView): string => entry?.key ?? key;

/** What is said after a click: what goes, then why the rest does not. */
function speechOf({ accepted, refused }: SendAnswer, done: (count: number) => string, t: Words): string {
  const reasons = [...new Set(refused.map(({ why }) => t(`why_${why}`)))];
  return [...(accepted.length > 0 ? [done(accepted.length)] : []), ...reasons].join(' ');
}

/** @returns the actions, what was last said, and whether the worker is silent @param place the panel prints itself */
export function useActions(t: Words, language: Language, place: 'popup' | 'panel'): { actions: PopupActions; said: Said; silent: boolean } {
  const [said, say] = useSaid();
  const [silent, setSilent] = useState(false);
  const actions = useMemo((): PopupActions => {
    const click = (message: Click, done: (count: number) => string, none = t('notStored')): void => {
      askWorker(message).then(
        (answer) => say(speechOf(answer, done, t) || none),
        () => say(t('notStored')),
      );
    };
    const day = async (message: Extract<PageMessage, { type: 'day.start' | 'day.end' }>, waiting: string, done: string): Promise<DayAnswer> => {
      say(waiting);
      try {
        const answer = await askWorker(message);
        // A failure is an alert where the click was made, and is not said twice.
        say(answer.ok ? done : '');
        return answer;
      } catch {
        say('');
        return { ok: false, code: 'silent', detail: null };
      }
    };
    return {
      ...roomActions(say),
      refresh: () => {
        askWorker({ type: 'refresh' }, 5_000).then(
          () => setSilent(false),
          () => setSilent(true),
        );
      },
      send: (views) => click({ type: 'send', keys: views.map(({ key }) => key) }, (count) => t('createSaid', { count })),
      undo: (view) => click({ type: 'undo', keys: [queuedKey(view)] }, () => t('undone'), t('tooLateToUndo')),
      cancel: ({ key }, cancellation) => click({ type: 'cancel', key, cancellation }, () => t('cancelSaid')),
      retry: (view) => click({ type: 'retry', keys: [queuedKey(view)] }, () => t('retried')),
      dismiss: (view) => click({ type: 'dismiss', keys: [queuedKey(view)] }, () => t('dismissed')),
      copyInvitation: ({ ledger }) => {
        if (!ledger?.conference) return;
        copyInvitation(ledger.conference.invitation).then(
          () => say(t('copied')),
          () => say(t('notCopied')),
        );
      },
      openOptions: () => void openOptions(),
      givePermission: (portal) => void askPermission(portal),
      start: ({ key }) => day({ type: 'day.start', key }, t('starting'), t('started')),
      finish: ({ key }) => day({ type: 'day.end', key, confirmed: true }, t('finishing'), t('finished')),
      readBack: async ({ key }) => {
        const silentAnswer = { ok: false, code: 'silent', detail: null } as const;
        const answer = await askWorker({ type: 'day.read', key }).catch(() => silentAnswer);
        return answer.ok ? { ok: true, settings: answer.day.settings, at: Date.parse(answer.day.at) } : answer;
      },
      tick: ({ key, booking }, item, tick) => {
        checklistStore.update((known) => withTick(known, { key, end: booking.end }, item, tick, tick?.at ?? booking.end)).catch(() => say(t('tickLost')));
      },
      setInitials: (initials) => void habitsStore.update((habits) => ({ ...habits, initials: initials === '' ? null : initials })),
      setSingleKeys: (singleKeys) => void habitsStore.update((habits) => ({ ...habits, singleKeys })),
      save: (file, words) => {
        saveFile(file);
        say(words);
      },
      printToday: () => (place === 'panel' ? globalThis.print() : void openInTab('today+print')),
      calibrate: (portal) => void openCalibration(portal, portalWords(language)).then(say),
      copyDiagnostic: (portal) => void copyDiagnostic(portal, portalWords(language)).then(say),
      openPanel: () => {
        openPanel().catch(() => say(t('panelRefused')));
      },
    };
  }, [t, language, place]);
  return { actions, said, silent };
}
