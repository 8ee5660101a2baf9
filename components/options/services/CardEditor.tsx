import type { ServiceCard } from '../../../lib/services/card.ts';
import { Button } from '../../ui/Button.tsx';
import { useOptions } from '../context.ts';
import { changeCard, putBack, removeCard } from '../edits.ts';
import { toHash } from '../routes.ts';
import { SectionHead } from '../SectionHead.tsx';
import { BookingGroup } from './BookingGroup.tsx';
import type { CardPart } from './card-part.ts';
import { CapacityGroup } from './CapacityGroup.tsx';
import { ConferenceGroup } from './ConferenceGroup.tsx';
import { IdentityGroup } from './IdentityGroup.tsx';
import { LinksGroup } from './LinksGroup.tsx';
import { PeopleGroup } from './PeopleGroup.tsx';
import { QuotaGroup } from './QuotaGroup.tsx';
import { isChanged, presetOf } from './preset.ts';

/** One service card, whole. */
export function CardEditor({ card }: { card: ServiceCard }) {
  const { model, t } = useOptions();
  const { id, name } = card;
  const path = `services.${id}.`;
  const preset = presetOf(card);
  const part: CardPart = { card, path, change: (next) => model.change(changeCard(id, (current) => ({ ...current, ...next }))) };
  const restore = () => {
    if (preset === undefined) return;
    model.dropDrafts(path);
    const original = structuredClone(preset);
    model.changeUndoably(changeCard(id, () => original), { sentence: t('presetRestored', { name: original.name }), undo: changeCard(id, () => card) });
  };
  const remove = () => {
    const place = model.settings.value.cards.indexOf(card);
    model.dropDrafts(path);
    model.changeUndoably(removeCard(id), { sentence: t('serviceRemoved', { name }), undo: putBack('cards', card, place) });
    location.hash = toHash('services');
  };
  return (
    <>
      <SectionHead title={name}>
        <a href={toHash('services')} class="pa-back">
          {`← ${t('back')}`}
        </a>
      </SectionHead>
      <IdentityGroup {...part} />
      <CapacityGroup {...part} />
      <ConferenceGroup {...part} />
      <BookingGroup {...part} />
      <QuotaGroup {...part} />
      <PeopleGroup {...part} />
      <LinksGroup {...part} />
      <div class="pa-row">
        {isChanged(card) && (
          <Button icon="restore" onClick={restore}>
            {t('restorePreset')}
          </Button>
        )}
        <Button kind="danger" icon="remove" onClick={remove}>
          {t('removeNamed', { name })}
        </Button>
      </div>
    </>
  );
}
