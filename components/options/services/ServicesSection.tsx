import { useOptions } from '../context.ts';
import { Notice } from '../../ui/Notice.tsx';
import { SectionHead } from '../SectionHead.tsx';
import { CardEditor } from './CardEditor.tsx';
import { CardList } from './CardList.tsx';

/** All services, or the card of one. */
export function ServicesSection({ item }: { item: string | null }) {
  const { model, t } = useOptions();
  const card = model.settings.value.cards.find(({ id }) => id === item);
  if (card !== undefined) return <CardEditor card={card} />;
  return (
    <>
      <SectionHead title={t('section_services')} lead={t('lead_services')} />
      {item !== null && model.undoable.value === null && (
        <Notice kind="info" live={false}>
          {t('notFound')}
        </Notice>
      )}
      <CardList />
    </>
  );
}
