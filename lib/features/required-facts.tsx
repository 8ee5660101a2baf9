/**
 * The three facts next to the portal's own fields, for a booking of a service; any other booking is left as it
 * is (S0-14). Checks while the person types, says a conflict in words, and at the save either stops it and says
 * why, or writes the facts where the portal keeps them.
 */
import { batch, effect } from '@preact/signals';
import { Conflict } from '../../components/overlay/Conflict.tsx';
import type { SummaryEntry } from '../../components/overlay/ErrorSummary.tsx';
import { controlOf, factsFields, FactsForm, type FactsFieldName } from '../../components/overlay/FactsForm.tsx';
import { REASON_MINIMUM } from '../domain/sizing.ts';
import { nameOf } from '../portal/accessible.ts';
import { guardSaves } from '../portal/guard.ts';
import { markInvalid } from '../portal/invalid.ts';
import { remembering } from '../portal/memo.ts';
import { oncePerFrame } from '../portal/look-frames.ts';
import { lineOf } from '../portal/place.ts';
import { press } from '../portal/write.ts';
import { keepBlock } from './block.ts';
import type { BookingAnswer } from './booking-check.ts';
import { chooseMoment } from './booking-choice.ts';
import { openDesk } from './facts-desk.ts';
import { decideSaves } from './facts-save.ts';
import type { Feature } from './feature.ts';
import { nameIn } from './profile-names.ts';
import { startControl, underHours } from './time-line.ts';
import { waitsOf } from './waits.ts';

/** The portal's own fields of the hours, in the summary. */
const HOURS = 'hours';

/** A program may fill the fields after it has drawn them, and nothing tells of it. */
const LATE_MILLISECONDS = [300, 1500] as const;

export const requiredFacts: Feature = {
  id: 'required-facts',
  pages: ['form'],
  start(context, signal) {
    const { portal, settings, translate } = context;
    const desk = openDesk(context);
    const choice = chooseMoment(context);
    const waits = waitsOf(context);
    const facts = keepBlock(context, 'facts', () => {
      const title = desk.readForm() === null ? null : portal.find('title');
      return title === null ? null : { after: remembering(() => lineOf(title)) };
    }, signal);
    const conflict = keepBlock(context, 'conflict', () => (desk.readForm() === null ? null : underHours(portal)), signal);

    /** What the portal has just thrown away is put back first: only what stands in the page takes the focus. */
    const goTo = (field: string): void => {
      facts.keep();
      const target = field === HOURS ? startControl(portal) : facts.shadow.getElementById(controlOf(field as FactsFieldName));
      target?.focus();
    };
    /** In the order in which they are met on the page. */
    const summaryOf = ({ errors, conflict: sentences, refusal }: BookingAnswer): SummaryEntry[] => {
      const own = factsFields.flatMap((field): SummaryEntry[] => (errors[field] === undefined ? [] : [{ field, sentence: errors[field] }]));
      const hours = [...sentences.slice(0, 1), ...(refusal === null ? [] : [refusal])].slice(0, 1).map((sentence) => ({ field: HOURS, sentence }));
      const isBefore = (conflict.host.compareDocumentPosition(facts.host) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      return isBefore ? [...hours, ...own] : [...own, ...hours];
    };
    const labelOf = (anchor: 'title' | 'freeText'): string => {
      const control = portal.find(anchor);
      const name = control === null ? '' : nameOf(control).replace(/[\s*:]+$/u, '');
      return name === '' ? nameIn(settings.profile, anchor) : name;
    };

    /** Who keeps the large licence is led to where the reason goes. */
    const keepAnyway = (keep: boolean): void => {
      desk.choose({ keep });
      if (keep) goTo('reason');
    };

    /** Ours are not fields of the portal's form: what Enter does in those is done by its own button, past our guard. */
    const enter = (): void => {
      const save = portal.find('save');
      if (save !== null) press(save);
    };

    /** What was written to the portal's form is looked at at once, and drawn once: between the two there may be no button that keeps the focus. */
    const afterwards = (write: () => unknown): void => batch(() => {
      write();
      desk.look();
    });

    const draw = (): void => {
      const current = desk.now.value;
      if (current === null) return;
      const { card, entry, left, stopped } = current;
      const answer = desk.answer(current);
      const start = startControl(portal);
      if (start !== null) markInvalid(start, stopped && answer.conflict.length > 0);
      conflict.draw(
        <Conflict
          translate={translate}
          sentences={answer.conflict}
          source={answer.conflictSource}
          proposals={answer.proposals.map(({ words }) => words)}
          filled={choice.now.value}
          waiting={answer.conflict.length === 0 ? null : waits.isWaiting(current.form)}
          onCheck={() => void context.refresh()}
          onFill={(index) => afterwards(() => answer.proposals[index] !== undefined && choice.fill(answer.proposals[index]))}
          onUndo={() => afterwards(choice.undo)}
          onWait={(wait) => waits.ask(current.form, wait)}
        />,
      );
      facts.draw(
        <FactsForm
          translate={translate}
          service={card}
          words={answer.words}
          labels={{ title: labelOf('title'), freeText: labelOf('freeText') }}
          values={{ ...entry.typed, establishmentId: entry.establishmentId, planB: entry.planB, reason: entry.reason }}
          errors={Object.fromEntries(Object.entries(answer.errors).filter(([field]) => left.has(field as FactsFieldName)))}
          summary={stopped ? summaryOf(answer) : []}
          establishments={settings.roster.filter(({ id, state }) => state !== 'removed' || id === entry.establishmentId)}
          notes={answer.notes}
          asksPlanB={answer.asksPlanB}
          charter={answer.charter && { checked: entry.charter, links: answer.charter }}
          advice={answer.advice}
          shares={answer.shares}
          size={answer.size}
          kept={entry.keep}
          reasonHint={answer.asksReason ? translate('reasonHint', { minimum: REASON_MINIMUM }) : null}
          rehearsal={answer.rehearsal && { sentence: answer.rehearsal.sentence, checked: entry.rehearsal }}
          onKeep={() => keepAnyway(!entry.keep)}
          onRehearsal={(rehearsal) => desk.choose({ rehearsal })}
          onCharter={(charter) => desk.choose({ charter })}
          onInput={desk.input}
          onLeave={desk.leave}
          onGo={goTo}
          onEnter={enter}
        />,
      );
    };

    const stop = effect(draw);
    signal.addEventListener('abort', () => {
      stop();
      const start = startControl(portal);
      if (start !== null) markInvalid(start, false);
    });
    const look = oncePerFrame(portal.document, () => {
      desk.look();
      choice.look();
      facts.keep();
      conflict.keep();
    }, signal);
    let late: ReturnType<typeof setTimeout>[] = [];
    context.onRedraw(() => {
      desk.look();
      late.forEach(clearTimeout);
      late = LATE_MILLISECONDS.map((delay) => setTimeout(look, delay));
    }, signal);
    for (const type of ['input', 'change', 'click', 'keyup']) portal.document.addEventListener(type, look, { signal, passive: true });
    guardSaves(portal, decideSaves(context, desk, (answer) => summaryOf(answer)[0]?.field, goTo), signal, context.gate);
  },
};
