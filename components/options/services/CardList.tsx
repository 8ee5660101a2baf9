import { presets } from '../../../lib/services/presets.ts';
import type { ServiceCard } from '../../../lib/services/card.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOptions } from '../context.ts';
import { addCards, freeId, removeCard } from '../edits.ts';
import { toHash } from '../routes.ts';
import { isChanged } from './preset.ts';
import { newCard } from './new-card.ts';

function CardLine({ card }: { card: ServiceCard }) {
  const { t } = useOptions();
  return (
    <li class="pa-card pa-card-line">
      <div>
        <h2>
          <a href={toHash('services', card.id)}>{card.name}</a>
        </h2>
        <p class="pa-soft">
          {[t('cardPlaces', { count: card.capacity }), t(`access_${card.access}`), t('cardKind', { kind: t(`kind_${card.rules.kind}`) })].join(' · ')}
        </p>
      </div>
      {card.source === null ? <Badge>{t('ownCard')}</Badge> : isChanged(card) && <Badge kind="info">{t('changedCard')}</Badge>}
    </li>
  );
}

export function CardList() {
  const { model, t } = useOptions();
  const { cards } = model.settings.value;
  const missing = presets.filter(({ id }) => !cards.some((card) => card.id === id));
  const add = () => {
    const id = freeId('service', cards);
    model.change(addCards([newCard(id, t('newService'))]));
    location.hash = toHash('services', id);
  };
  const restore = () => {
    const ids = missing.map(({ id }) => id);
    model.changeUndoably(addCards(structuredClone(missing)), {
      sentence: t('presetsRestored', { count: missing.length }),
      undo: (settings) => ids.reduce((rest, id) => removeCard(id)(rest), settings),
    });
  };
  return (
    <>
      {cards.length === 0 && (
        <Notice kind="warning" title={t('noServices')} live={false}>
          {t('noServicesMore')}
        </Notice>
      )}
      <ul class="pa-list">
        {cards.map((card) => (
          <CardLine key={card.id} card={card} />
        ))}
      </ul>
      <div class="pa-row">
        <Button icon="add" onClick={add}>
          {t('addService')}
        </Button>
        {missing.length > 0 && (
          <Button icon="restore" onClick={restore}>
            {t('restorePresets')}
          </Button>
        )}
      </div>
    </>
  );
}
