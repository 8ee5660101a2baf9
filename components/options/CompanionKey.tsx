import { useState } from 'preact/hooks';
import { momentText } from '../../lib/state/when.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { CheckResult } from './CheckResult.tsx';
import { useOptions } from './context.ts';
import type { FindingProps } from './finding.ts';
import { Group } from './Group.tsx';

/** The shape of a pasted key (lib/state/keys.ts reads it for good). */
const shape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}:whsec_[A-Za-z0-9+/=]{32,}$/u;

/** The person's key: written once, never shown again. It leaves the field as soon as it is kept. */
export function CompanionKey({ finding, onFinding }: FindingProps) {
  const { model, live, actions, say, t, language, now } = useOptions();
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const info = live.keyInfo.value;
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
    const answer = await actions.saveKey(typed);
    setBusy(false);
    onFinding({ by: 'key', outcome: answer });
    if (answer.code !== 'keyMalformed' && answer.code !== 'silent') setText('');
  };
  const forget = async () => {
    onFinding(null);
    if (await actions.forgetKey()) say(t('keyForgotten'));
    else onFinding({ by: 'key', outcome: { ok: false, code: 'silent' } });
  };

  return (
    <Group
      title={t('key')}
      tools={
        info === null ? (
          <Badge kind="warning" icon="key">
            {t('noKey')}
          </Badge>
        ) : (
          <Badge kind="success" icon="key">
            {t('keyKept', { id: info.id, when: momentText(info.added, now(), language) })}
          </Badge>
        )
      }
    >
      <TextField
        id="companion-key" kind="password" label={t('keyLabel')} hint={info === null ? t('keyHint') : `${t('keyHintReplace')} ${t('keyHint')}`} placeholder={t('keyPlaceholder')}
        value={text} onInput={setText} error={isWrong ? t('keyShape') : null}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) void save();
        }}
      />
      <div class="pa-row">
        <Button kind="primary" icon="key" busy={isBusy} disabled={typed === '' || isWrong} onClick={() => void save()}>
          {t('saveKey')}
        </Button>
        {info !== null && (
          <Button kind="danger" onClick={() => void forget()}>
            {t('forgetKey')}
          </Button>
        )}
      </div>
      {finding?.by === 'key' && <CheckResult outcome={finding.outcome} />}
    </Group>
  );
}
