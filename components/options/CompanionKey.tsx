import { useState } from 'preact/hooks';
import type { KeyInfo } from '../../lib/state/keys.ts';
import { momentText } from '../../lib/state/when.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { CheckResult } from './CheckResult.tsx';
import { CompanionEnrolment } from './CompanionEnrolment.tsx';
import { CompanionPasted } from './CompanionPasted.tsx';
import { useCompanionWords } from './companion-words.ts';
import { useOptions } from './context.ts';
import type { FindingProps } from './finding.ts';
import { Group } from './Group.tsx';

function KeyBadge({ info }: { info: KeyInfo | null }) {
  const { language, now } = useOptions();
  const words = useCompanionWords();
  if (info === null) {
    return (
      <Badge kind="warning" icon="key">
        {words('noKey')}
      </Badge>
    );
  }
  return (
    <Badge kind="success" icon="key">
      {words(info.kind === 'v1a' ? 'madeHere' : 'keyKept', { id: info.id, when: momentText(info.added, now(), language) })}
    </Badge>
  );
}

/** What can be done with a key that is there. */
function KeptKey({ info, onFinding }: { info: KeyInfo } & Pick<FindingProps, 'onFinding'>) {
  const { model, actions, say } = useOptions();
  const words = useCompanionWords();
  const [isBusy, setBusy] = useState(false);
  const renew = async () => {
    setBusy(true);
    onFinding(null);
    await model.flush();
    const outcome = await actions.renewKey();
    setBusy(false);
    onFinding({ by: 'renew', outcome });
  };
  const forget = async () => {
    onFinding(null);
    if (await actions.forgetKey()) say(words('keyForgotten'));
    else onFinding({ by: 'key', outcome: { ok: false, code: 'silent' } });
  };
  return (
    <>
      <p>{words(info.kind === 'v1a' ? 'madeHereMore' : 'pastedMore')}</p>
      <p class="pa-soft">{words('renewHint')}</p>
      <div class="pa-row">
        <Button icon="refresh" busy={isBusy} onClick={() => void renew()}>
          {words(isBusy ? 'renewing' : 'renew')}
        </Button>
        <Button kind="danger" onClick={() => void forget()}>
          {words('forgetKey')}
        </Button>
      </div>
    </>
  );
}

/** The person's key: enrolled with a code, or pasted by those who have one; renewed and forgotten here. */
export function CompanionKey({ finding, onFinding }: FindingProps) {
  const { live } = useOptions();
  const words = useCompanionWords();
  const info = live.keyInfo.value;
  const done = finding?.by === 'enrol' ? 'Enrolled' : finding?.by === 'renew' ? 'Renewed' : undefined;
  return (
    <Group title={words('key')} tools={<KeyBadge info={info} />}>
      {info === null ? <CompanionEnrolment onFinding={onFinding} /> : <KeptKey info={info} onFinding={onFinding} />}
      {finding !== null && finding.by !== 'verify' && <CheckResult outcome={finding.outcome} done={done} />}
      {info !== null && (
        <Disclosure summary={words('enrolAgain')}>
          <CompanionEnrolment onFinding={onFinding} />
        </Disclosure>
      )}
      <Disclosure summary={words('paste')}>
        <CompanionPasted onFinding={onFinding} />
      </Disclosure>
    </Group>
  );
}
