import type { PlanItem, View } from '../../lib/calibration/views.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { anchorName, useAssistant } from './texts.ts';
import { Title } from './Title.tsx';
import { Trial } from './Trial.tsx';

const looks = {
  found: { kind: 'success', icon: 'check' },
  fallback: { kind: 'success', icon: 'check' },
  several: { kind: 'danger', icon: 'warning' },
  missing: { kind: 'danger', icon: 'error' },
  absent: { kind: 'neutral', icon: 'info' },
  unseen: { kind: 'neutral', icon: 'info' },
} as const;

function Item({ item }: { item: PlanItem }) {
  const { t, language, actions } = useAssistant();
  const name = anchorName(item.anchor, language);
  const { kind, icon } = item.asked || item.state !== 'missing' ? looks[item.state] : looks.unseen;
  return (
    <li class="pc-item">
      <span class="pc-item-name">
        {name}
        {item.taught && item.state !== 'absent' && <span class="pa-small pa-soft"> · {t('taught')}</span>}
      </span>
      <Badge kind={kind} icon={icon}>
        {t(`state_${item.state}`, { count: item.matches })}
      </Badge>
      <Button kind="quiet" size="small" onClick={() => actions.ask(item.anchor)} aria-label={t('showNamed', { name })}>
        {t('show')}
      </Button>
    </li>
  );
}

/** Everything that this kind of page may show us, and how well it is found now. */
export function Plan({ view }: { view: Extract<View, { name: 'plan' }> }) {
  const { t, actions } = useAssistant();
  const asked = view.items.filter((item) => item.asked);
  const others = view.items.filter((item) => !item.asked);
  const hasTaught = view.items.some(({ taught }) => taught);
  return (
    <>
      <Title>{t(`page_${view.page}`)}</Title>
      <p>{view.left > 0 ? t('planSome', { count: view.left }) : t(view.outcome.ok ? 'planAll' : 'planShown')}</p>
      <div class="pa-row">
        {view.left > 0 && (
          <Button kind="primary" onClick={actions.begin}>
            {t(hasTaught ? 'goOn' : 'begin')}
          </Button>
        )}
        <Button kind={view.left > 0 ? 'secondary' : 'primary'} onClick={actions.dryRun}>
          {t('dryRun')}
        </Button>
        {view.words > 0 && <Button onClick={actions.statuses}>{t('statusesButton')}</Button>}
      </div>
      <Trial outcome={view.outcome} />
      <p class="pa-small pa-soft">{t('nextPages')}</p>
      <h3>{t('anchors')}</h3>
      <ul class="pc-items">
        {asked.map((item) => (
          <Item key={item.anchor} item={item} />
        ))}
      </ul>
      <Disclosure summary={t('moreAnchors')}>
        <ul class="pc-items">
          {others.map((item) => (
            <Item key={item.anchor} item={item} />
          ))}
        </ul>
      </Disclosure>
      <Button kind="quiet" size="small" onClick={actions.otherPage}>
        {t('otherPage')}
      </Button>
    </>
  );
}
