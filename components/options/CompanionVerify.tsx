import { useState } from 'preact/hooks';
import { Button } from '../ui/Button.tsx';
import { CheckResult } from './CheckResult.tsx';
import { useCompanionWords } from './companion-words.ts';
import { useOptions } from './context.ts';
import type { FindingProps } from './finding.ts';
import { Group } from './Group.tsx';

/** Asks the companion whose key this is, with the address as it stands in the field. */
export function CompanionVerify({ finding, onFinding }: FindingProps) {
  const { model, actions } = useOptions();
  const words = useCompanionWords();
  const [isBusy, setBusy] = useState(false);
  const verify = async () => {
    setBusy(true);
    onFinding(null);
    await model.flush();
    onFinding({ by: 'verify', outcome: await actions.verify() });
    setBusy(false);
  };
  return (
    <Group title={words('verification')} lead={words('verifyLead')}>
      <div>
        <Button kind="primary" icon="refresh" busy={isBusy} onClick={() => void verify()}>
          {isBusy ? words('verifying') : words('verify')}
        </Button>
      </div>
      {finding?.by === 'verify' && <CheckResult outcome={finding.outcome} />}
    </Group>
  );
}
