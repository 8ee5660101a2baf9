import { formatInstant } from '../../../lib/domain/time-text.ts';
import type { UsageReport } from '../../../lib/report/report.ts';
import { drawTable } from '../../../lib/report/tables.ts';
import { nameOf, reportWords } from '../../../lib/report/words.ts';
import { Drawn } from '../../charts/Drawn.tsx';
import { Group } from '../Group.tsx';
import { useOptions } from '../context.ts';
import type { Compared } from './reading.ts';
import { useUsageWords } from './words.ts';

/** Both sources side by side, each with its hour: neither is corrected by the other. */
export function SourceTable({ compared, failure }: { compared: Compared; failure: string | null }) {
  const { language } = useOptions();
  const t = useUsageWords();
  const words = reportWords(language);
  const { portal, ledger } = compared;
  const any = portal ?? ledger;
  const at = (report: UsageReport): string => formatInstant(report.sources[0]?.at ?? 0, language);
  const used = (report: UsageReport | null, id: string | null): number | null => {
    if (report === null) return null;
    return report.usage.rows.find(({ establishmentId }) => establishmentId === id)?.used ?? 0;
  };
  const show = (amount: number | null, unit: 'hours' | 'count'): string => (amount === null ? words.t('none') : words.amount(amount, unit));
  const gap = (one: number | null, other: number | null, unit: 'hours' | 'count'): string =>
    one === null || other === null ? words.t('none') : one === other ? t('same') : words.amount(Math.abs(one - other), unit);
  return (
    <Group title={t('sources')}>
      <p>{portal === null ? t('portalNever') : t('portalAt', { when: at(portal) })}</p>
      {portal !== null && !portal.usage.complete && <p>{t('portalPartial')}</p>}
      <p>{ledger === null ? (failure ?? t('ledgerNever')) : t('ledgerAt', { when: at(ledger) })}</p>
      {any !== null && (
        <div class="pr-place">
          <Drawn
            nodes={[
              drawTable({
                caption: words.t('bars'),
                columns: [{ title: words.t('establishment') }, ...[t('inPortal'), t('inLedger'), t('gap')].map((title) => ({ title, isNumber: true }))],
                rows: [...new Set([...(portal?.usage.rows ?? []), ...(ledger?.usage.rows ?? [])].map(({ establishmentId }) => establishmentId))].map((id) => {
                  const [one, other] = [used(portal, id), used(ledger, id)];
                  return [nameOf(id, any, words), show(one, any.usage.unit), show(other, any.usage.unit), gap(one, other, any.usage.unit)];
                }),
                total: [
                  words.t('total'), show(portal?.usage.total.used ?? null, any.usage.unit), show(ledger?.usage.total.used ?? null, any.usage.unit),
                  gap(portal?.usage.total.used ?? null, ledger?.usage.total.used ?? null, any.usage.unit),
                ],
              }),
            ]}
          />
        </div>
      )}
    </Group>
  );
}
