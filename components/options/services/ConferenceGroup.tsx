import type { ConferenceRules } from '../../../lib/contract/rules.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { BoundField } from '../BoundField.tsx';
import { choicesOf } from '../choices.ts';
import { useOptions } from '../context.ts';
import { changeCard } from '../edits.ts';
import { Group } from '../Group.tsx';
import { formatNumber } from '../numbers.ts';
import { optional, readWhole } from '../readers.ts';
import type { CardPart } from './card-part.ts';

const switches = ['muteOnEntry', 'hostVideo', 'participantVideo', 'authenticationRequired', 'practiceSession'] as const;

/** How the conference must be: what travels to the companion (S0-18, S0-19, S0-28, S0-29). */
export function ConferenceGroup({ card, path, change }: CardPart) {
  const { model, t, language } = useOptions();
  const { rules } = card;
  const setRule = (part: Partial<ConferenceRules>) => model.change(changeCard(card.id, (current) => ({ ...current, rules: { ...current.rules, ...part } })));
  return (
    <Group title={t('group_conference')}>
      <div class="pa-pair">
        <SelectField label={t('field_kind')} hint={t('kindHint')} value={rules.kind} choices={choicesOf(t, 'kind', ['auto', 'webinar', 'meeting', 'permanent', 'none'])} onChange={(kind) => setRule({ kind })} />
        <SelectField
          label={t('field_waitingRoom')} value={rules.waitingRoom} choices={choicesOf(t, 'waitingRoom', ['off', 'offThenOn', 'optional', 'on'])}
          onChange={(waitingRoom) => setRule({ waitingRoom })}
        />
        <SelectField
          label={t('field_startMode')} value={rules.startMode} choices={choicesOf(t, 'startMode', ['host', 'automatic', 'hostKey', 'organiser'])}
          onChange={(startMode) => setRule({ startMode })}
        />
        <SelectField label={t('field_recording')} value={rules.recording} choices={choicesOf(t, 'recording', ['none', 'local', 'cloud'])} onChange={(recording) => setRule({ recording })} />
        {rules.recording !== 'none' && (
          <BoundField
            path={`${path}recordingHours`} kind="number" label={t('field_recordingHours')} note={t('recordingHoursNote')} hint={t('recordingHoursHint')}
            value={card.recordingHours} format={formatNumber(language)} read={optional(readWhole(1, 87_600))}
            store={(recordingHours) => change({ recordingHours })}
          />
        )}
      </div>
      {switches.map((rule) => (
        <Checkbox key={rule} label={t(`field_${rule}`)} checked={rules[rule]} onChange={(on) => setRule({ [rule]: on })} />
      ))}
    </Group>
  );
}
