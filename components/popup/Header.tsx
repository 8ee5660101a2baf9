import { momentText } from '../../lib/state/when.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { usePopup } from './context.ts';

const roleTexts = { representative: 'roleRepresentative', approver: 'roleApprover', host: 'roleHost', admin: 'roleAdmin' } as const;

/** Who one is here, and how fresh what follows is. */
export function Header() {
  const { model, actions, t, language } = usePopup();
  const { name, role, establishment } = model.person;
  const reads = model.portals.flatMap(({ readAt }) => (readAt === null ? [] : [readAt]));
  const freshness = reads.length === 0 ? t('notRead') : t('readAt', { when: momentText(Math.min(...reads), model.now, language) });
  return (
    <header class="pa-popup-header">
      <div class="pa-popup-brand">
        <h1>{t('product')}</h1>
        {model.approves && <p>{freshness}</p>}
        <div class="pa-popup-tools">
          <Button kind="quiet" size="small" icon="refresh" iconOnly onClick={actions.refresh}>
            {t('refresh')}
          </Button>
          <Button kind="quiet" size="small" onClick={actions.openOptions}>
            {t('options')}
          </Button>
        </div>
      </div>
      <div class="pa-popup-person">
        <p>
          <Icon name="person" />
          <span>
            <strong>{name ?? t('noName')}</strong> · {t(roleTexts[role])}
          </span>
        </p>
        <p>
          <Icon name="building" />
          <span>{establishment ?? t('noEstablishment')}</span>
        </p>
      </div>
    </header>
  );
}
