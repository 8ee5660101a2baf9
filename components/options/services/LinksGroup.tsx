import type { ServiceCard } from '../../../lib/services/card.ts';
import { Button } from '../../ui/Button.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { BoundField } from '../BoundField.tsx';
import { choicesOf } from '../choices.ts';
import { useOptions } from '../context.ts';
import { changeCard } from '../edits.ts';
import { Group } from '../Group.tsx';
import { readAddress, readLine } from '../readers.ts';
import type { CardPart } from './card-part.ts';
import { linkPurposes } from './link-purposes.ts';
import { NewLink } from './NewLink.tsx';

type Link = ServiceCard['links'][number];

/** Links have no identity of their own: one is known by its place in the list. */
export function LinksGroup({ card, path }: CardPart) {
  const { model, t } = useOptions();
  const changeLinks = (change: (links: Link[]) => Link[]) => changeCard(card.id, (current) => ({ ...current, links: change(current.links) }));
  const setLink = (place: number, part: Partial<Link>) =>
    model.change(changeLinks((links) => links.map((link, index) => (index === place ? { ...link, ...part } : link))));
  const remove = (place: number, link: Link) => {
    model.dropDrafts(`${path}links.`);
    model.changeUndoably(changeLinks((links) => links.filter((_, index) => index !== place)), {
      sentence: t('linkRemoved', { name: link.label }),
      undo: changeLinks((links) => links.toSpliced(place, 0, link)),
    });
  };
  return (
    <Group title={t('field_links')} lead={t('linksHint')}>
      {card.links.length === 0 && <p class="pa-soft">{t('noLinks')}</p>}
      {card.links.map((link, index) => (
        <fieldset key={index} class="pa-link-row">
          <legend class="pa-hidden">{link.label}</legend>
          <SelectField label={t('field_purpose')} value={link.purpose} choices={choicesOf(t, 'purpose', linkPurposes)} onChange={(purpose) => setLink(index, { purpose })} />
          <BoundField path={`${path}links.${index}.label`} label={t('field_label')} value={link.label} format={String} read={readLine(120)} store={(label) => setLink(index, { label })} />
          <BoundField
            path={`${path}links.${index}.address`} kind="url" label={t('field_address')} value={link.address} format={String} read={readAddress}
            store={(address) => setLink(index, { address })}
          />
          <Button kind="quiet" icon="remove" iconOnly onClick={() => remove(index, link)}>
            {t('removeNamed', { name: link.label })}
          </Button>
        </fieldset>
      ))}
      {card.links.length < 40 && <NewLink onAdd={(link) => model.change(changeLinks((links) => [...links, link]))} />}
    </Group>
  );
}
