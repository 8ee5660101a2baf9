import { useOptions } from '../context.ts';
import { SectionHead } from '../SectionHead.tsx';
import { DamagedCopies } from './DamagedCopies.tsx';
import { ExportGroup } from './ExportGroup.tsx';
import { ImportGroup } from './ImportGroup.tsx';

/** Settings as a file, both ways (U12). */
export function BackupSection() {
  const { t } = useOptions();
  return (
    <>
      <SectionHead title={t('section_backup')} lead={t('lead_backup')} />
      <DamagedCopies />
      <ExportGroup />
      <ImportGroup />
    </>
  );
}
