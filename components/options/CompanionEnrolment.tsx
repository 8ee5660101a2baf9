import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { useCompanionWords } from './companion-words.ts';
import { useOptions } from './context.ts';
import type { FindingProps } from './finding.ts';

const FIELD = 'companion-code';
/** Letters and digits, however they are grouped (lib/background/enrolment.ts reads it for good). */
const isCode = (text: string): boolean => text.replace(/[^0-9A-Za-z]/gu, '').length === 12;

/** A one-time code makes a key in this browser: the default for people, since nobody ever sees the key. */
export function CompanionEnrolment({ onFinding }: Pick<FindingProps, 'onFinding'>) {
  const { model, live, actions } = useOptions();
  const words = useCompanionWords();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [wasTried, setTried] = useState(false);
  const isWrong = wasTried && code.trim() !== '' && !isCode(code);
  const hasAddress = model.settings.value.companion.address !== null;

  const enrol = async () => {
    setTried(true);
    if (!isCode(code)) {
      document.getElementById(FIELD)?.focus();
      return;
    }
    setBusy(true);
    onFinding(null);
    await model.flush();
    const outcome = await actions.enrol(code.trim());
    setBusy(false);
    onFinding({ by: 'enrol', outcome });
    if (outcome.ok) {
      setCode('');
      setTried(false);
    }
  };

  return (
    <>
      <p class="pa-soft">{words(live.keyInfo.value === null ? 'codeLead' : 'codeLeadAgain')}</p>
      <TextField
        id={FIELD} label={words('codeLabel')} hint={words('codeHint')} value={code} onInput={setCode} onBlur={() => setTried(code.trim() !== '')}
        error={isWrong ? words('codeShape') : null}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing && !isBusy) void enrol();
        }}
      />
      {!hasAddress && <p class="pa-soft">{words('addressFirst')}</p>}
      <div class="pa-row">
        <Button kind="primary" icon="key" busy={isBusy} disabled={!hasAddress || code.trim() === ''} onClick={() => void enrol()}>
          {words(isBusy ? 'enrolling' : 'enrol')}
        </Button>
      </div>
    </>
  );
}
