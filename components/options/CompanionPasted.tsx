import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useCompanionWords } from './companion-words.ts';
import { useOptions } from './context.ts';
import type { FindingProps } from './finding.ts';

/** The shape of a pasted key (lib/state/keys.ts reads it for good). */
const shape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}:whsec_[A-Za-z0-9+/=]{32,}$/u;

/** A key as text: written once, never shown again. It leaves the field as soon as it is kept. */
export function CompanionPasted({ onFinding }: Pick<FindingProps, 'onFinding'>) {
  const { model, live, actions } = useOptions();
  const words = useCompanionWords();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const typed = text.trim();
  const isWrong = typed !== '' && !shape.test(typed);

  const save = async () => {
    if (typed === '' || isWrong) {
      document.getElementById('companion-key')?.focus();
      return;
    }
    setBusy(true);
    onFinding(null);
    await model.flush();
    const outcome = await actions.saveKey(typed);
    setBusy(false);
    onFinding({ by: 'key', outcome });
    if (outcome.code !== 'keyMalformed' && outcome.code !== 'silent') setText('');
  };

  return (
    <>
      <TextField
        id="companion-key" kind="password" label={words('keyLabel')} placeholder={words('keyPlaceholder')}
        hint={live.keyInfo.value === null ? words('keyHint') : `${words('keyHintReplace')} ${words('keyHint')}`}
        value={text} onInput={setText} error={isWrong ? words('keyShape') : null}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) void save();
        }}
      />
      <div class="pa-row">
        <Button icon="key" busy={isBusy} disabled={typed === '' || isWrong} onClick={() => void save()}>
          {words('saveKey')}
        </Button>
      </div>
    </>
  );
}
