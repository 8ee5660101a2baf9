import { differencesTable } from '../../../lib/report/differences.ts';
import type { UsageReport } from '../../../lib/report/report.ts';
import { reportWords } from '../../../lib/report/words.ts';
import { Drawn } from '../../charts/Drawn.tsx';
import { Group } from '../Group.tsx';
import { useOptions } from '../context.ts';
import type { Compared } from './reading.ts';
import { useUsageWords } from './words.ts';

const SHOWN = 100;

/** Booking by booking, never averaged (issue E, 2). */
export function Differences({ differences, report }: { differences: NonNullable<Compared['differences']>; report: UsageReport & { isPortalPartial: boolean } }) {
  const t = useUsageWords();
  const words = reportWords(useOptions().language);
  return (
    <Group title={words.t('differences')}>
      <p>{differences.length === 0 ? words.t('differencesNone') : words.t('differencesLead', { count: differences.length })}</p>
      {report.isPortalPartial && <p class="pa-soft">{words.t('differencesPartial')}</p>}
      {differences.length > 0 && (
        <div class="pr-place">
          <Drawn nodes={[differencesTable(differences, report, words, SHOWN)]} />
        </div>
      )}
      {differences.length > SHOWN && <p>{t('allDifferences', { count: differences.length - SHOWN })}</p>}
    </Group>
  );
}
