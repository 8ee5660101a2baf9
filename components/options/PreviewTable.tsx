import type { ComponentChildren } from 'preact';
import { useOptions } from './context.ts';

/** What an import would change, before anything changes: one line a difference. */
export function PreviewTable({ caption, children }: { caption: string; children: ComponentChildren }) {
  const { t } = useOptions();
  return (
    <table class="pa-table pa-preview">
      <caption class="pa-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column_what')}</th>
          <th scope="col">{t('column_before')}</th>
          <th scope="col">{t('column_after')}</th>
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
