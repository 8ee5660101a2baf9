import { useId, useState } from 'preact/hooks';
import type { ServiceCard } from '../../../lib/services/card.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { choicesOf } from '../choices.ts';
import { useOptions } from '../context.ts';
import { readAddress, readLine, type Answer } from '../readers.ts';
import { linkPurposes } from './link-purposes.ts';

type Link = ServiceCard['links'][number];

/** A link is added whole: it needs its words and its address. */
export function NewLink({ onAdd }: { onAdd: (link: Link) => void }) {
  const { t } = useOptions();
  const id = useId();
  const [purpose, setPurpose] = useState<Link['purpose']>('help');
  const [label, setLabel] = useState('');
  const [address, setAddress] = useState('');
  const [tried, setTried] = useState(false);
  const labelAnswer = readLine(120)(label);
  const addressAnswer = readAddress(address);
  const errorOf = (answer: Answer<string>): string | null => (tried && !answer.ok ? t(`problem_${answer.problem.code}`, answer.problem.values ?? {}) : null);
  const add = () => {
    setTried(true);
    if (!labelAnswer.ok || !addressAnswer.ok) {
      document.getElementById(`${id}-${labelAnswer.ok ? 'address' : 'label'}`)?.focus();
      return;
    }
    onAdd({ purpose, label: labelAnswer.value, address: addressAnswer.value });
    setLabel('');
    setAddress('');
    setTried(false);
  };
  return (
    <Disclosure summary={t('addLink')}>
      <div class="pa-fields">
        <SelectField label={t('field_purpose')} value={purpose} choices={choicesOf(t, 'purpose', linkPurposes)} onChange={setPurpose} />
        <TextField id={`${id}-label`} label={t('field_label')} value={label} onInput={setLabel} error={errorOf(labelAnswer)} />
        <TextField id={`${id}-address`} kind="url" label={t('field_address')} value={address} onInput={setAddress} error={errorOf(addressAnswer)} />
        <div>
          <Button icon="add" onClick={add}>
            {t('addLink')}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
