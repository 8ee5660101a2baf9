import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { periods, type Period } from '../../../lib/domain/periods.ts';
import { sectionsOf } from '../../../lib/report/sections.ts';
import type { ReportSource } from '../../../lib/report/report.ts';
import { reportWords } from '../../../lib/report/words.ts';
import { ChartStyle } from '../../charts/Drawn.tsx';
import { Figure } from '../../charts/Figure.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Group } from '../Group.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { useOptions } from '../context.ts';
import { Differences } from './Differences.tsx';
import { Exports } from './Exports.tsx';
import { failureSentence } from './failure.ts';
import { useUsagePorts, type LedgerAnswer } from './ports.ts';
import { compare, ledgerReading, portalReading, preferredSource, spanOf, whichOnes, withCounts, type Which } from './reading.ts';
import { SourceTable } from './SourceTable.tsx';
import { useUsageWords } from './words.ts';

/** What was asked of the companion, and what came: an answer to another question is none. */
interface Asked {
  question: string;
  answer: LedgerAnswer | null;
}

/** The use of each shared service by establishment (issue E): for the administrator. */
export function UsageSection() {
  const { model, language, now, say } = useOptions();
  const ports = useUsagePorts();
  const t = useUsageWords();
  const { cards, roster, portals } = model.settings.value;
  const [service, setService] = useState(cards.find(({ access }) => access === 'shared')?.id ?? cards[0]?.id ?? '');
  const card = cards.find(({ id }) => id === service);
  const [period, setPeriod] = useState<Period>(card?.quota.period ?? 'fiscalYear');
  const [which, setWhich] = useState<Which>('now');
  const [wanted, setWanted] = useState<ReportSource['name'] | null>(null);
  const [asked, setAsked] = useState<Asked>({ question: '', answer: null });
  const [opened] = useState(now);
  const span = useMemo(() => spanOf(period, which, opened), [period, which, opened]);
  const question = `${service} ${span.from} ${span.to}`;
  const latest = useRef(question);
  latest.current = question;

  const readLedger = async (): Promise<void> => {
    setAsked({ question, answer: null });
    const answer = await ports.readLedger({ service, from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString() });
    if (latest.current === question) setAsked({ question, answer });
  };
  useEffect(() => void readLedger(), [question]);
  const readAgain = async (): Promise<void> => {
    await Promise.all([ports.refresh(), readLedger()]);
    say(t('readDone'));
  };

  const readings = ports.readings.value;
  const answer = asked.question === question ? asked.answer : null;
  const sources = useMemo(
    () => ({
      portal: portalReading(readings, portals.filter(({ enabled }) => enabled).map(({ id }) => id), span),
      ledger: answer?.ok === true ? ledgerReading(answer, service) : null,
    }),
    [readings, portals, answer, span],
  );
  const compared = useMemo(() => (card === undefined ? null : compare(sources, card, roster, span, opened)), [sources, card, roster, span, opened]);
  const source = wanted ?? preferredSource(sources);
  const chosen = compared === null ? null : (compared[source] ?? compared.portal ?? compared.ledger);
  const report = chosen === null ? null : withCounts(chosen, compared?.ledger ?? null);
  const shown = compared?.[source] === null ? (compared.portal === null ? 'ledger' : 'portal') : source;
  const differences = compared?.differences ?? null;
  const failure = answer?.ok === false ? t('ledgerFailed', { why: failureSentence(answer, t) }) : null;
  const words = reportWords(language);

  return (
    <>
      <SectionHead title={t('title')} lead={t('lead')} />
      <ChartStyle />
      <Group title={t('question')}>
        <div class="pr-choices">
          <SelectField label={t('service')} value={service} choices={cards.map(({ id, name }) => ({ value: id, label: name }))} onChange={setService} />
          <SelectField label={t('period')} value={period} choices={periods.map((value) => ({ value, label: t(`period_${value}`) }))} onChange={setPeriod} />
          <SelectField label={t('which')} value={which} choices={whichOnes.map((value) => ({ value, label: t(`which_${value}`) }))} onChange={setWhich} />
          <SelectField
            label={t('source')} value={shown} choices={(['portal', 'ledger'] as const).map((value) => ({ value, label: t(`source_${value}`) }))} onChange={setWanted}
          />
        </div>
        <div class="pa-row">
          <Button icon="refresh" busy={answer === null} onClick={() => void readAgain()}>{t('read')}</Button>
        </div>
      </Group>
      {report !== null && !report.usage.complete && <Notice kind="warning" live={false}>{words.t('partial')}</Notice>}
      {compared !== null && <SourceTable compared={compared} failure={failure} />}
      {report !== null && differences !== null && (
        <Differences differences={differences} report={report} isPortalPartial={sources.portal?.complete === false} />
      )}
      {report !== null && sectionsOf(report, words).map((section) => (
        <Group key={section.id} title={section.title}>
          <Figure section={section} tableWords={t('table')} />
        </Group>
      ))}
      {report !== null && card !== undefined && <Exports report={report} bookings={sources[shown]?.bookings ?? []} source={shown} card={card} />}
    </>
  );
}
