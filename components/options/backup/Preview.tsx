import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Difference } from '../../../lib/state/differences.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { useOptions } from '../context.ts';
import { PreviewTable } from '../PreviewTable.tsx';
import { pathText, valueText } from './words.ts';

function Row({ difference }: { difference: Difference }) {
  const { t, language } = useOptions();
  const { path, kind, before, after } = difference;
  return (
    <tr>
      <th scope="row">{pathText(path, t)}</th>
      {kind === 'changed' ? (
        <>
          <td class="pa-value" data-column={t('column_before')}>
            {valueText(before, path, t, language)}
          </td>
          <td class="pa-value" data-column={t('column_after')}>
            {valueText(after, path, t, language)}
          </td>
        </>
      ) : (
        <td colSpan={2}>
          <Badge kind={kind === 'added' ? 'success' : 'danger'} icon={kind === 'added' ? 'add' : 'remove'}>
            {t(kind)}
          </Badge>
        </td>
      )}
    </tr>
  );
}

/** Every difference, before anything changes. */
export function Preview(
  { file, differences, onApply, onCancel }: { file: string; differences: readonly Difference[]; onApply: () => void; onCancel: () => void },
) {
  const { t } = useOptions();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const count = differences.length;
  return (
    <div class="pa-fields">
      <h3 ref={title} tabIndex={-1}>
        {t('previewTitle', { count, file })}
      </h3>
      <PreviewTable caption={t('previewCaption')}>
        {differences.map((difference, index) => (
          <Row key={index} difference={difference} />
        ))}
      </PreviewTable>
      <div class="pa-row">
        <Button kind="primary" icon="check" onClick={onApply}>
          {t('apply', { count })}
        </Button>
        <Button onClick={onCancel}>{t('cancelImport')}</Button>
      </div>
    </div>
  );
}
