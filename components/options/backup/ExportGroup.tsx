import { useState } from 'preact/hooks';
import { toLocal } from '../../../lib/domain/time.ts';
import { toExport } from '../../../lib/state/exchange.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOptions } from '../context.ts';
import { Group } from '../Group.tsx';

export function ExportGroup() {
  const { model, actions, t, now, version } = useOptions();
  const [includePerson, setIncludePerson] = useState(false);
  const [file, setFile] = useState<string | null>(null);
  const { roster } = model.settings.value;
  const waiting = [...model.drafts.value.values()].some(({ invalid }) => invalid);
  const hasPeople = roster.some(({ representative, substitute }) => representative !== null || substitute !== null);
  const save = () => {
    const name = `passerelle-reglages-${toLocal(now()).date}.json`;
    actions.download(name, toExport(model.settings.value, { includePerson, now: now(), extensionVersion: version }));
    setFile(name);
  };
  return (
    <Group title={t('exportTitle')} lead={t('exportLead')}>
      {hasPeople && <p class="pa-soft">{t('exportWarns')}</p>}
      {waiting && (
        <Notice kind="warning" live={false}>
          {t('exportWaits')}
        </Notice>
      )}
      <Checkbox label={t('includePerson')} hint={t('includePersonHint')} checked={includePerson} onChange={setIncludePerson} />
      <div>
        <Button kind="primary" icon="download" onClick={save}>
          {t('exportButton')}
        </Button>
      </div>
      {file !== null && <Notice kind="success">{t('exported', { file })}</Notice>}
    </Group>
  );
}
