import { useRef, useState } from 'preact/hooks';
import { noPolicy, withoutPolicy } from '../../../lib/policy/policy.ts';
import { compareSettings } from '../../../lib/state/differences.ts';
import { EXCHANGE_MAXIMUM, readImport, type ImportProblem } from '../../../lib/state/exchange.ts';
import type { Settings } from '../../../lib/state/settings.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOptions, type Words } from '../context.ts';
import { Group } from '../Group.tsx';
import { Preview } from './Preview.tsx';
import { placeText } from './words.ts';

type Outcome = { file: string } & ({ settings: Settings } | { problem: ImportProblem | { code: 'unreadable' } });

function problemText(problem: ImportProblem | { code: 'unreadable' }, t: Words): string {
  switch (problem.code) {
    case 'notJson':
      return t('import_notJson', problem.at);
    case 'newer':
      return t('import_newer', { version: String(problem.version) });
    case 'unknownKey':
      return t('import_unknownKey', { key: problem.key, place: placeText(problem.place, t) });
    case 'missing':
    case 'value':
      return t(`import_${problem.code}`, { place: placeText(problem.place, t) });
    default:
      return t(`import_${problem.code}`);
  }
}

/** Reads a file, shows what it would change, and changes it on the second click only. */
export function ImportGroup() {
  const { model, live, t } = useOptions();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const read = async (file: File) => {
    try {
      if (file.size > EXCHANGE_MAXIMUM) throw new RangeError();
      const answer = readImport(await file.text(), model.settings.peek());
      // What the organisation has fixed stays, hence is no difference.
      const allowed = (settings: Settings) =>
        withoutPolicy(settings, model.settings.peek(), { ...(live.policy?.peek() ?? noPolicy), values: {} }, model.settings.peek());
      setOutcome({ file: file.name, ...(answer.ok ? { settings: allowed(answer.settings) } : { problem: answer.problem }) });
    } catch (error) {
      setOutcome({ file: file.name, problem: { code: error instanceof RangeError ? 'tooLarge' : 'unreadable' } });
    }
  };
  const apply = ({ file, settings }: { file: string; settings: Settings }) => {
    const before = model.settings.peek();
    model.dropDrafts('');
    model.changeUndoably(() => settings, { sentence: t('imported', { file }), undo: () => before, onlyNow: true });
    setOutcome(null);
  };
  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) void read(file);
    // The same file, corrected, can be chosen again.
    if (input.current !== null) input.current.value = '';
  };

  const differences = outcome !== null && 'settings' in outcome ? compareSettings(model.settings.value, outcome.settings) : [];
  return (
    <Group title={t('importTitle')} lead={t('importLead')}>
      <div>
        <input ref={input} type="file" accept=".json,application/json" hidden onChange={(event) => choose(event.currentTarget.files)} />
        <Button icon="upload" onClick={() => input.current?.click()}>
          {t('importButton')}
        </Button>
      </div>
      {outcome !== null && 'problem' in outcome && (
        <Notice kind="error" title={t('importRefused', { file: outcome.file })}>
          {problemText(outcome.problem, t)}
        </Notice>
      )}
      {outcome !== null && 'settings' in outcome && differences.length === 0 && <Notice kind="info">{t('importSame')}</Notice>}
      {outcome !== null && 'settings' in outcome && differences.length > 0 && (
        <Preview file={outcome.file} differences={differences} onApply={() => apply(outcome)} onCancel={() => setOutcome(null)} />
      )}
    </Group>
  );
}
