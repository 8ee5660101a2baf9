import type { RefObject } from 'preact';
import { momentText } from '../../lib/state/when.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { usePopup } from './context.ts';
import { Licence } from './Licence.tsx';
import { Search } from './Search.tsx';

const roleTexts = { representative: 'roleRepresentative', approver: 'roleApprover', host: 'roleHost', admin: 'roleAdmin' } as const;

export interface HeaderProps {
  place: 'popup' | 'panel';
  query: string;
  onQuery: (query: string) => void;
  searchField: RefObject<HTMLInputElement | null>;
  onShortcuts: () => void;
}

/** Who one is, as what, for which establishment. */
function Person() {
  const { model, t } = usePopup();
  const { name, role, establishment } = model.person;
  return (
    <p>
      <Icon name="person" />
      <span>
        <strong>
          <bdi>{name ?? t('noName')}</bdi>
        </strong>
        {' · '}
        {t(roleTexts[role])}
        {' · '}
        {establishment ?? t('noEstablishment')}
      </span>
    </p>
  );
}

/** Who one is here, who holds the licence, and how fresh what follows is. */
export function Header({ place, query, onQuery, searchField, onShortcuts }: HeaderProps) {
  const { model, actions, t, language } = usePopup();
  const reads = model.portals.flatMap(({ readAt }) => (readAt === null ? [] : [readAt]));
  const freshness = reads.length === 0 ? t('notRead') : t('readAt', { when: momentText(Math.min(...reads), model.postNow, language) });
  return (
    <header class="pa-popup-header">
      <div class="pa-popup-brand">
        <h1>{t('product')}</h1>
        <Search query={query} onQuery={onQuery} field={searchField} />
        <div class="pa-popup-tools">
          <Button kind="quiet" size="small" icon="refresh" iconOnly onClick={actions.refresh}>
            {t('refresh')}
          </Button>
          {place === 'popup' && (
            <Button kind="quiet" size="small" icon="panel" iconOnly onClick={actions.openPanel}>
              {t('openPanel')}
            </Button>
          )}
          <Button kind="quiet" size="small" icon="help" iconOnly onClick={onShortcuts}>
            {t('shortcuts')}
          </Button>
          <Button kind="quiet" size="small" icon="gear" iconOnly onClick={actions.openOptions}>
            {t('options')}
          </Button>
        </div>
      </div>
      <div class="pa-popup-person">
        <Person />
        <Licence />
        {model.person.role !== 'representative' && (
          <p class="pa-popup-fresh">
            <Icon name="clock" />
            <span>{freshness}</span>
          </p>
        )}
      </div>
    </header>
  );
}
