import { Checkbox } from '../../ui/Checkbox.tsx';
import { BoundField, formatLines, formatText } from '../BoundField.tsx';
import { useOptions } from '../context.ts';
import { Group } from '../Group.tsx';
import { formatNumber } from '../numbers.ts';
import { optional, readDate, readLines, readWhole, refuse, type Reader } from '../readers.ts';
import { formatBlackouts, readBlackouts } from './blackout-lines.ts';
import type { CardPart } from './card-part.ts';

const facts = ['name', 'participants', 'presenter', 'planB'] as const;

/** A last day must not come before the first. */
const notBefore =
  (start: string | null, read: Reader<string | null>): Reader<string | null> =>
  (text) => {
    const answer = read(text);
    return answer.ok && answer.value !== null && start !== null && answer.value < start ? refuse('dateOrder', { date: start }) : answer;
  };

/** What a booking must say, when the service can be booked, and what the day needs. */
export function BookingGroup({ card, path, change }: CardPart) {
  const { t, language } = useOptions();
  const format = formatNumber(language);
  return (
    <Group title={t('group_booking')}>
      <fieldset class="pa-fields">
        <legend>{t('requiredLegend')}</legend>
        {facts.map((fact) => (
          <Checkbox key={fact} label={t(`required_${fact}`)} checked={card.required[fact]} onChange={(on) => change({ required: { ...card.required, [fact]: on } })} />
        ))}
      </fieldset>
      <div class="pa-pair">
        <BoundField
          path={`${path}bufferBefore`} kind="number" label={t('field_bufferBefore')} note={t('minutesNote')} hint={t('bufferHint')}
          value={card.bufferBefore} format={format} read={readWhole(0, 240)} store={(bufferBefore) => change({ bufferBefore })}
        />
        <BoundField
          path={`${path}bufferAfter`} kind="number" label={t('field_bufferAfter')} note={t('minutesNote')} hint={t('bufferHint')}
          value={card.bufferAfter} format={format} read={readWhole(0, 240)} store={(bufferAfter) => change({ bufferAfter })}
        />
        <BoundField
          path={`${path}availableFrom`} kind="date" label={t('field_availableFrom')} hint={t('availableHint')}
          value={card.availableFrom} format={formatText} read={optional(readDate)} store={(availableFrom) => change({ availableFrom })}
        />
        <BoundField
          path={`${path}availableUntil`} kind="date" label={t('field_availableUntil')} hint={t('availableHint')}
          value={card.availableUntil} format={formatText} read={notBefore(card.availableFrom, optional(readDate))}
          store={(availableUntil) => change({ availableUntil })}
        />
      </div>
      <BoundField
        path={`${path}blackouts`} kind="lines" label={t('field_blackouts')} hint={t('blackoutsHint')} rows={Math.max(2, (card.blackouts?.length ?? 0) + 1)}
        value={card.blackouts} format={formatBlackouts} read={readBlackouts} store={(blackouts) => change({ blackouts })}
      />
      <BoundField
        path={`${path}checklist`} kind="lines" label={t('field_checklist')} hint={t('checklistHint')} rows={Math.max(3, card.checklist.length + 1)}
        value={card.checklist} format={formatLines} read={readLines(40, 300)} store={(checklist) => change({ checklist })}
      />
    </Group>
  );
}
