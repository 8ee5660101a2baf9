import type { BookingOfLedger } from '../../lib/contract/answer.ts';
import { momentText } from '../../lib/state/when.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { usePopup } from './context.ts';
import { stepText } from './names.ts';

type Step = BookingOfLedger['steps'][number];

const milestones = [
  ['shortReceived', ['approved', 'requested']],
  ['shortCreated', ['created', 'adopted', 'linkEntered']],
  ['shortTaken', ['slotTaken']],
  ['shortMailed', ['mailSent']],
] as const;

/** What was written to the approvers says nothing of the requester's own mail. */
const ofRequester = (steps: readonly Step[]): Step[] => steps.filter(({ what, detail }) => !what.startsWith('mail') || detail?.startsWith('approver') !== true);

/** Whether the last word on the requester's mail is that it was refused. */
export const isMailFailed = (steps: readonly Step[]): boolean => ofRequester(steps).findLast(({ what }) => what === 'mailSent' || what === 'mailFailed')?.what === 'mailFailed';

/** « Reçue à 10 h 04 · Créée à 10 h 05 · Courriel remis à 10 h 05 » (F13), and all of it on request. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const { model, t, language } = usePopup();
  const when = (step: Step): string => momentText(Date.parse(step.at), model.now, language);
  const reached = milestones.flatMap(([text, words]) => {
    // Of several approvals or mails, the last one counts; of « approved » and « requested », the approval.
    const step = words.map((word) => ofRequester(steps).findLast(({ what }) => what === word)).find((found) => found !== undefined);
    return step === undefined ? [] : [t(text, { when: when(step) })];
  });
  if (steps.length === 0) return null;
  return (
    <div class="pa-popup-steps">
      <p class="pa-small">{reached.join(' · ')}</p>
      <Disclosure summary={t('steps')}>
        <ol>
          {steps.map((step, index) => (
            <li key={index}>
              {stepText(step.what, t)} <span class="pa-soft">{when(step)}</span>
            </li>
          ))}
        </ol>
      </Disclosure>
    </div>
  );
}
