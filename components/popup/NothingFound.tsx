import { search } from '../../lib/state/search.ts';
import { Button } from '../ui/Button.tsx';
import { usePopup } from './context.ts';
import { Empty } from './Empty.tsx';
import { labelOf, tabsOfRole, viewsOfTab, type TabId } from './tabs.ts';

/** A search without a result says where there is one. */
export function NothingFound({ query, tab, onTab }: { query: string; tab: TabId; onTab: (tab: TabId) => void }) {
  const { model, t } = usePopup();
  const elsewhere = tabsOfRole(model.person.role)
    .filter((other) => other !== tab)
    .map((other) => ({ other, count: search(viewsOfTab(other, model), query).length }))
    .filter(({ count }) => count > 0);
  return (
    <>
      <Empty icon="search" title={t('foundNone', { query })} more={t('foundNoneMore')} />
      {elsewhere.length > 0 && (
        <div class="pa-row pa-popup-elsewhere">
          {elsewhere.map(({ other, count }) => (
            <Button key={other} size="small" onClick={() => onTab(other)}>
              {t('foundElsewhere', { tab: labelOf(other, t), count })}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
