import { useId } from 'preact/hooks';
import { formatHour } from '../../lib/domain/time.ts';
import type { ServiceCard } from '../../lib/services/card.ts';
import { cardWordsIn } from '../../lib/services/preset-words.ts';
import { initialsOf } from '../../lib/state/checklist-store.ts';
import { checklistOf, type CheckItem } from '../../lib/state/today.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { usePopup, type PopupContext } from './context.ts';
import { nameOf } from './names.ts';

/** What stands beside a tick: the person's own choice, else made from their name. */
export function useInitials(): string {
  const { model } = usePopup();
  return model.habits.initials ?? initialsOf(model.person.name);
}

function Row({ view, id, text }: { view: BookingView; id: string; text: string }) {
  const { model, actions, t, language } = usePopup();
  const initials = useInitials();
  const control = useId();
  const tick = model.checklists[view.key]?.ticks[id] ?? null;
  const hour = tick === null ? '' : formatHour(tick.at, language);
  return (
    <li class="pa-popup-check">
      <input id={control} type="checkbox" checked={tick !== null} onChange={(event) => actions.tick(view, id, event.currentTarget.checked ? { at: model.now, initials } : null)} />
      <label for={control}>
        {text}
        {tick !== null && <span class="pa-hidden">, {tick.initials === '' ? t('tickedNobody', { hour }) : t('ticked', { hour, initials: tick.initials })}</span>}
      </label>
      <span class="pa-popup-tick" aria-hidden="true">
        {tick !== null && `${hour} · ${tick.initials}`}
      </span>
    </li>
  );
}

/** A question of the list: « oui » or « non » with what follows from it; nobody starts before it is answered (S1-34). */
function Question({ view, id, text }: { view: BookingView; id: string; text: string }) {
  const { model, actions, t, language } = usePopup();
  const initials = useInitials();
  const group = useId();
  const tick = model.checklists[view.key]?.ticks[id] ?? null;
  const hour = tick === null ? '' : formatHour(tick.at, language);
  const choose = (answer: 'no' | undefined): void => actions.tick(view, id, { at: model.now, initials, ...(answer !== undefined && { answer }) });
  const choices = [['askYes', undefined], ['askNo', 'no']] as const;
  return (
    <li>
      <div class="pa-popup-question" role="radiogroup" aria-labelledby={`${group}-text`} aria-describedby={`${group}-more`}>
        <p id={`${group}-text`}>
          {text}
          <br />
          <strong>{t('askWaitingRoom')}</strong>
        </p>
        <div class="pa-row">
          {choices.map(([words, answer]) => (
            <label key={words}>
              <input type="radio" name={group} checked={tick !== null && tick.answer === answer} onChange={() => choose(answer)} /> {t(words)}
            </label>
          ))}
          {tick !== null && (
            <span class="pa-popup-tick" aria-hidden="true">
              {hour} · {tick.initials}
            </span>
          )}
        </div>
        <p class="pa-small" id={`${group}-more`}>
          {t(tick === null ? 'askedFirst' : tick.answer === 'no' ? 'askedNo' : 'askedYes')}
          {tick !== null && (
            <span class="pa-hidden">
              {' '}
              {tick.answer === 'no' ? t('answeredNo', { hour, initials: tick.initials }) : t('ticked', { hour, initials: tick.initials })}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}

const derived = { noWaitingRoom: 'checkNoWaitingRoom', waitingRoom: 'checkWaitingRoom', waitingRoomThen: 'checkWaitingRoomThen' } as const;

const sayItem = ({ id, text }: CheckItem, { t, language }: PopupContext): string =>
  (text === null ? t(derived[id as keyof typeof derived]) : cardWordsIn(language, text));

/** What must be answered before opening is asked of whoever opens: of the CCT, or of the holder of the slot (S1-34). */
const isOpener = (view: BookingView, card: ServiceCard | undefined): boolean => card?.rules.startMode === 'host' || view.isOwn;

/** The steps of a clinical meeting, to read only: a tick with its hour would be a record of a consent (S4-11). */
function Memo({ view, items }: { view: BookingView; items: readonly CheckItem[] }) {
  const popup = usePopup();
  const { t } = popup;
  return (
    <div class="pa-popup-checklist pa-popup-memo" role="group" aria-label={t('memoOf', { name: nameOf(view, t) })}>
      <h4>{t('memo')}</h4>
      <ul>
        {items.map((item) => (
          <li key={item.id}>{sayItem(item, popup)}</li>
        ))}
      </ul>
      <p class="pa-small pa-soft">{t('memoMore')}</p>
    </div>
  );
}

/** The card's checklist, each tick with its hour and initials (S0-29, S0-30, S0-19); kept on this browser. */
export function Checklist({ view }: { view: BookingView }) {
  const popup = usePopup();
  const { model, t } = popup;
  const card = model.cards[view.booking.serviceId ?? ''];
  const items = checklistOf(card);
  const ticks = model.checklists[view.key]?.ticks ?? {};
  const done = items.filter(({ id }) => ticks[id] !== undefined && ticks[id].answer !== 'no').length;
  if (items.length === 0) return <p class="pa-small pa-soft">{t('checkNone')}</p>;
  if (card?.clinical === true) return <Memo view={view} items={items} />;
  return (
    <div class="pa-popup-checklist" role="group" aria-label={t('checklistOf', { name: nameOf(view, t) })}>
      <h4>
        {t('checklist')} <span class="pa-soft pa-popup-done">{t('checklistDone', { done, count: items.length })}</span>
      </h4>
      <p class="pa-popup-print-head" aria-hidden="true">
        {t('printHour')} · {t('printInitials')}
      </p>
      <ul>
        {items.map((item) => {
          const Line = item.isAsked && isOpener(view, card) ? Question : Row;
          return <Line key={item.id} view={view} id={item.id} text={sayItem(item, popup)} />;
        })}
      </ul>
    </div>
  );
}
