import { useState } from 'preact/hooks';
import type { UsagePageAnswer } from '../../../lib/contract/usage.ts';
import { formatHour } from '../../../lib/domain/time-text.ts';
import { printReport } from '../../../lib/report/document.ts';
import { usageCsv, usageFileName, usageIcs, usageJson } from '../../../lib/report/files.ts';
import type { SourcedBooking } from '../../../lib/report/from-ledger.ts';
import type { ReportSource, UsageReport } from '../../../lib/report/report.ts';
import { reportWords } from '../../../lib/report/words.ts';
import type { ServiceCard } from '../../../lib/services/card.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Group } from '../Group.tsx';
import { useOptions } from '../context.ts';
import { failureSentence } from './failure.ts';
import { useUsagePorts } from './ports.ts';
import { useUsageWords } from './words.ts';

export interface ExportsProps {
  report: UsageReport;
  bookings: readonly SourcedBooking[];
  source: ReportSource['name'];
  card: ServiceCard;
}

/** Files made here, and the companion's page, whose address is good for some minutes. */
export function Exports({ report, bookings, source, card }: ExportsProps) {
  const { language, model, say } = useOptions();
  const ports = useUsagePorts();
  const t = useUsageWords();
  const words = reportWords(language);
  const [page, setPage] = useState<UsagePageAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = (ending: string, text: string, type: string): void => {
    const name = `${usageFileName(report, words)}.${ending}`;
    ports.save(name, text, type);
    say(t('saved', { name }));
  };
  const makePage = async (): Promise<void> => {
    setBusy(true);
    const { id, name, quota } = card;
    const roster = model.settings.peek().roster.map((known) => (
      { id: known.id, name: known.name, aliases: known.aliases, weight: known.weight, fixed: known.fixed, state: known.state }
    ));
    const { from, to } = report.usage;
    const service = { id, name, quota: { unit: quota.unit, total: quota.total } };
    const answer = await ports.makePage({ service, roster, from: new Date(from).toISOString(), to: new Date(to).toISOString(), language });
    setBusy(false);
    setPage(answer.ok ? answer.page : null);
    setProblem(answer.ok ? null : t('ledgerFailed', { why: failureSentence(answer, t) }));
  };
  return (
    <Group title={t('exports')} lead={t('exportsLead')}>
      <div class="pa-row">
        <Button kind="primary" icon="download" onClick={() => save('html', printReport(report, language), 'text/html;charset=utf-8')}>{t('report')}</Button>
        <Button icon="download" onClick={() => save('csv', usageCsv(bookings, report, source, words), 'text/csv;charset=utf-8')}>{t('csv')}</Button>
        <Button icon="download" onClick={() => save('json', usageJson(bookings, report, source), 'application/json')}>{t('json')}</Button>
        <Button icon="calendar" onClick={() => save('ics', usageIcs(bookings, report, words), 'text/calendar;charset=utf-8')}>{t('ics')}</Button>
      </div>
      <div class="pa-row">
        <Button icon="server" busy={isBusy} onClick={() => void makePage()}>{t('page')}</Button>
      </div>
      {page !== null && (
        <Notice kind="success" actions={<a href={page.link} target="_blank" rel="noreferrer">{t('pageOpen')}</a>}>
          {t('pageReady', { time: formatHour(Date.parse(page.expires), language) })}
        </Notice>
      )}
      {problem !== null && <Notice kind="error">{problem}</Notice>}
    </Group>
  );
}
