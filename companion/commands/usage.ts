import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { identifier } from '../../lib/contract/primitives.ts';
import { usagePeriods } from '../../lib/contract/usage.ts';
import { endOfPeriod, startOfPeriod } from '../../lib/domain/periods.ts';
import { toInstant } from '../../lib/domain/zone.ts';
import { printReport } from '../../lib/report/document.ts';
import { presets } from '../../lib/services/presets.ts';
import { systemClock } from '../clock.ts';
import { openDatabase } from '../ledger/open.ts';
import { issueUsageLink } from '../ledger/usage-links.ts';
import { readReport } from '../ledger/usage-report.ts';
import type { Command } from './command.ts';

function readDay(text: string): number {
  const noon = toInstant({ date: text, time: '12:00' });
  if (!noon.ok) throw new Error(`«\u00a0${text}\u00a0» n’est pas une date\u00a0: écrivez AAAA-MM-JJ.`);
  return noon.instant;
}

/** The use of a service: an address to open within a quarter of an hour, or the same page as a file. */
export const runUsage: Command = async ({ environment, words, print }) => {
  const options = { service: { type: 'string' }, period: { type: 'string', default: 'fiscalYear' }, at: { type: 'string' }, file: { type: 'string' }, language: { type: 'string', default: 'fr' } } as const;
  const { values } = parseArgs({ args: [...words], options });
  const period = usagePeriods.find((known) => known === values.period);
  if (!identifier.safeParse(values.service).success) throw new Error('Dites de quel service\u00a0: --service IDENTIFIANT (p. ex. web5000).');
  if (period === undefined) throw new Error(`--period\u00a0: ${usagePeriods.join(', ')}.`);
  const now = systemClock.now();
  const at = values.at === undefined ? now : readDay(values.at);
  const id = values.service ?? '';
  const card = presets.find((preset) => preset.id === id);
  const language = values.language === 'en' ? ('en' as const) : ('fr' as const);
  const question = {
    service: { id, name: card?.name ?? id, quota: { unit: card?.quota.unit ?? ('hours' as const), total: card?.quota.total ?? null } },
    roster: null, from: new Date(startOfPeriod(period, at)).toISOString(), to: new Date(endOfPeriod(period, at)).toISOString(), language,
  };
  const database = await openDatabase(environment.database);
  try {
    if (values.file !== undefined) {
      await writeFile(values.file, printReport(await readReport(database.db, question, now), language));
      print(`Écrit\u00a0: ${values.file}`);
    } else {
      const { token } = await issueUsageLink(database.db, question, 'system', now);
      print(`À ouvrir dans les 15 minutes\u00a0:\n${environment.publicUrl}/u/${token}`);
    }
    return 0;
  } finally {
    await database.close();
  }
};
