import { differencesCsv, differencesTable } from '../../../lib/report/differences.ts';
import { usageFileName } from '../../../lib/report/files.ts';
import type { UsageReport } from '../../../lib/report/report.ts';
import { reportWords } from '../../../lib/report/words.ts';
import { Drawn } from '../../charts/Drawn.tsx';
import { Button } from '../../ui/Button.tsx';
import { Group } from '../Group.tsx';
import { useOptions } from '../context.ts';
import { useUsagePorts } from './ports.ts';
import type { Compared } from './reading.ts';
import { useUsageWords } from './words.ts';

const SHOWN = 100;

export interface DifferencesProps {
  differences: NonNullable<Compared['differences']>;
  report: UsageReport;
  isPortalPartial: boolean;
}

/** Booking by booking, never averaged (issue E, 2). */
export function Differences({ differences, report, isPortalPartial }: DifferencesProps) {
  const { language, say } = useOptions();
  const { save } = useUsagePorts();
  const t = useUsageWords();
  const words = reportWords(language);
  const take = (): void => {
    const name = `${words.t('differencesFile', { name: usageFileName(report, words) })}.csv`;
    save(name, differencesCsv(differences, report, words), 'text/csv;charset=utf-8');
    say(t('saved', { name }));
  };
  return (
    <Group title={words.t('differences')}>
      <p>{differences.length === 0 ? words.t('differencesNone') : words.t('differencesLead', { count: differences.length })}</p>
      {isPortalPartial && <p class="pa-soft">{words.t('differencesPartial')}</p>}
      {differences.length > 0 && (
        <div class="pr-place">
          <Drawn nodes={[differencesTable(differences, report, words, SHOWN)]} />
        </div>
      )}
      {differences.length > SHOWN && <p>{t('allDifferences', { count: differences.length - SHOWN })}</p>}
      {differences.length > 0 && (
        <div class="pa-row">
          <Button icon="download" onClick={take}>{t('differencesCsv')}</Button>
        </div>
      )}
    </Group>
  );
}
