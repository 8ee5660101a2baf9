import { useRef, useState } from 'preact/hooks';
import { columns, headingOf, readRosterFile, ROSTER_FILE_MAXIMUM, type RosterProblem } from '../../../lib/domain/import/roster.ts';
import type { Roster } from '../../../lib/domain/roster.ts';
import { rosterFileEn } from '../../../lib/i18n/roster-file.en.ts';
import { rosterFileFr } from '../../../lib/i18n/roster-file.fr.ts';
import { createTranslate, type Translate } from '../../../lib/i18n/translate.ts';
import { compareSettings } from '../../../lib/state/differences.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Preview } from '../backup/Preview.tsx';
import { useOptions } from '../context.ts';
import { Group } from '../Group.tsx';

type Problem = RosterProblem | { line: number; code: 'unreadable'; value: string };
type Outcome = { file: string } & ({ roster: Roster } | { problems: readonly Problem[] });

/** More lines than this are counted, not shown. */
const SHOWN = 12;

/** Spreadsheets of Windows still save in its own encoding. */
function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function Problems({ problems, file, t }: { problems: readonly Problem[]; file: string; t: Translate<typeof rosterFileFr> }) {
  return (
    <Notice kind="error" title={t('refused', { file })}>
      <ul>
        {problems.slice(0, SHOWN).map(({ line, code, value }) => (
          <li key={`${String(line)} ${code} ${value}`}>
            {t('line', { line })}
            {t(`problem_${code}`, { value })}
          </li>
        ))}
      </ul>
      {problems.length > SHOWN && <p>{t('more', { count: problems.length - SHOWN })}</p>}
    </Notice>
  );
}

/** Reads a list, says line by line what is wrong, shows what would change, and changes it on the second click only. */
export function RosterImport() {
  const { model, language } = useOptions();
  const t = createTranslate({ fr: rosterFileFr, en: rosterFileEn }, language);
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const read = async (file: File) => {
    try {
      if (file.size > ROSTER_FILE_MAXIMUM) setOutcome({ file: file.name, problems: [{ line: 1, code: 'tooLarge', value: '' }] });
      else {
        const answer = readRosterFile(decode(await file.arrayBuffer()), model.settings.peek().roster);
        setOutcome({ file: file.name, ...(answer.ok ? { roster: answer.roster } : { problems: answer.problems }) });
      }
    } catch {
      setOutcome({ file: file.name, problems: [{ line: 1, code: 'unreadable', value: '' }] });
    }
  };
  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) void read(file);
    // The same file, corrected, can be chosen again.
    if (input.current !== null) input.current.value = '';
  };
  const apply = ({ file, roster }: { file: string; roster: Roster }) => {
    const before = model.settings.peek().roster;
    model.dropDrafts('establishments.');
    model.changeUndoably((settings) => ({ ...settings, roster }), { sentence: t('imported', { file }), undo: (settings) => ({ ...settings, roster: before }), onlyNow: true });
    setOutcome(null);
  };

  const settings = model.settings.value;
  const differences = outcome !== null && 'roster' in outcome ? compareSettings(settings, { ...settings, roster: outcome.roster }) : [];
  return (
    <Group title={t('title')} lead={t('lead')}>
      <p class="pa-hint">{t('columns', { names: columns.map(headingOf).join(', ') })}</p>
      <div>
        <input ref={input} type="file" accept=".csv,text/csv" hidden onChange={(event) => choose(event.currentTarget.files)} />
        <Button icon="upload" onClick={() => input.current?.click()}>
          {t('button')}
        </Button>
      </div>
      {outcome !== null && 'problems' in outcome && <Problems problems={outcome.problems} file={outcome.file} t={t} />}
      {outcome !== null && 'roster' in outcome && differences.length === 0 && <Notice kind="info">{t('same')}</Notice>}
      {outcome !== null && 'roster' in outcome && differences.length > 0 && (
        <Preview file={outcome.file} differences={differences} onApply={() => apply(outcome)} onCancel={() => setOutcome(null)} />
      )}
    </Group>
  );
}
