import { Notice } from '../../ui/Notice.tsx';
import { useOptions } from '../context.ts';
import { SectionHead } from '../SectionHead.tsx';
import { EstablishmentEditor } from './EstablishmentEditor.tsx';
import { RosterImport } from './RosterImport.tsx';
import { RosterTable } from './RosterTable.tsx';

/** All establishments with their shares, or one of them. */
export function EstablishmentsSection({ item }: { item: string | null }) {
  const { model, t } = useOptions();
  const establishment = model.settings.value.roster.find(({ id }) => id === item);
  if (establishment !== undefined) return <EstablishmentEditor establishment={establishment} />;
  return (
    <>
      <SectionHead title={t('section_establishments')} lead={t('lead_establishments')} />
      {item !== null && model.undoable.value === null && (
        <Notice kind="info" live={false}>
          {t('notFound')}
        </Notice>
      )}
      <RosterTable />
      <RosterImport />
    </>
  );
}
