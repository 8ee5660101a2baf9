import { useId } from 'preact/hooks';
import { Bar, type BarProps } from '../ui/Bar.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { OverlayTranslate } from './texts.ts';

export interface UsageRow {
  id: string;
  name: string;
  /** After the name: « votre établissement », « à confirmer ». */
  tags: string[];
  isOwn: boolean;
  used: string;
  requested: string;
  remaining: string;
  bar: BarProps;
}

export interface UsageView {
  /** One’s own use in one line. */
  gauge: string;
  caption: string;
  /** One's own first. */
  rows: UsageRow[];
  /** « Données partielles », « Aucun quota n'est fixé ». */
  notes: string[];
  /** Where the figures are from, and of which hour; one sentence a source. */
  sources: string[];
  isPartial: boolean;
}

/** How much each establishment has used and asked for: a table that can be listened to, with bars that need no colour. */
export function UsageTable({ translate, view }: { translate: OverlayTranslate; view: UsageView }) {
  const id = useId();
  const columns = [translate('usageUsed'), translate('usageRequested'), translate('usageRemaining')] as const;
  return (
    <section class="po-panel" aria-labelledby={id}>
      <header>
        <h2 id={id}>{translate('usage')}</h2>
        <span class="po-mine">{translate('product')}</span>
      </header>
      <div class="pa-stack">
        {view.isPartial && <Notice kind="warning" live={false}>{translate('usagePartial')}</Notice>}
        <table class="po-table">
          <caption>{view.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{translate('usageEstablishment')}</th>
              {columns.map((column) => (
                <th key={column} scope="col" class="po-number">{column}</th>
              ))}
              <th scope="col" class="po-bar">{translate('usageShare')}</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map((row) => (
              <tr key={row.id} class={row.isOwn ? 'po-own' : undefined}>
                <th scope="row">
                  {row.name}
                  {row.tags.map((tag) => (
                    <span key={tag} class="po-tag"> ({tag})</span>
                  ))}
                </th>
                {[row.used, row.requested, row.remaining].map((value, index) => (
                  <td key={columns[index]} class="po-number" data-label={columns[index]}>
                    {value}
                  </td>
                ))}
                <td class="po-bar"><Bar {...row.bar} /></td>
              </tr>
            ))}
          </tbody>
        </table>
        <div class="po-mine">
          {[...view.notes, ...view.sources].map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </div>
    </section>
  );
}
