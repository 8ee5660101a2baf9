import { describe, expect, it } from 'vitest';
import {
  addCards, addEstablishment, addPortal, changeCard, changeEstablishment, changePortal, freeId, putBack, removeCard,
  removeEstablishment, removePortal, switchFeature,
} from '../../../components/options/edits.ts';
import { newEstablishment } from '../../../components/options/establishments/new-establishment.ts';
import { isChanged } from '../../../components/options/services/preset.ts';
import { newCard } from '../../../components/options/services/new-card.ts';
import { settings as schema } from '../../../lib/state/settings.ts';
import { settingsForTests } from './settings.ts';

const base = settingsForTests();
const ids = (items: readonly { id: string }[]): string[] => items.map(({ id }) => id);

describe('edits of the settings', () => {
  it('touch one card and leave the others as they are', () => {
    const next = changeCard('web5000', (card) => ({ ...card, capacity: 3000 }))(base);
    expect(next.cards[0]?.capacity).toBe(3000);
    expect(next.cards.slice(1)).toEqual(base.cards.slice(1));
    expect(base.cards[0]?.capacity).toBe(5000);
  });

  it('put back what was removed where it was, and never twice', () => {
    const card = base.cards[2];
    if (card === undefined) throw new Error('No third card');
    const without = removeCard(card.id)(base);
    expect(ids(without.cards)).not.toContain(card.id);
    expect(ids(putBack('cards', card, 2)(without).cards)).toEqual(ids(base.cards));
    expect(putBack('cards', card, 2)(base)).toBe(base);
  });

  it('bring back missing cards without touching those that are there', () => {
    const changed = changeCard('web5000', (card) => ({ ...card, capacity: 3000 }))(removeCard('clinical')(base));
    const next = addCards(base.cards)(changed);
    expect(ids(next.cards).sort()).toEqual(ids(base.cards).sort());
    expect(next.cards.find(({ id }) => id === 'web5000')?.capacity).toBe(3000);
  });

  it('take an establishment away from the person who had it', () => {
    const person = { ...base.person, establishmentId: 'cisss-iles' };
    expect(removeEstablishment('cisss-iles')({ ...base, person }).person.establishmentId).toBeNull();
    expect(removeEstablishment('iucpq')({ ...base, person }).person.establishmentId).toBe('cisss-iles');
  });

  it('change, add and remove portals and establishments', () => {
    const portal = { id: 'portail-1', name: 'Autre', origin: 'https://autre.exemple.ca', listPath: null, enabled: true };
    const added = addPortal(portal)(base);
    expect(ids(removePortal('iris')(changePortal('portail-1', { enabled: false })(added)).portals)).toEqual(['portail-1']);
    const grown = addEstablishment(newEstablishment('etablissement-1', 'Autre'))(base);
    expect(changeEstablishment('etablissement-1', (one) => ({ ...one, weight: 2 }))(grown).roster.at(-1)?.weight).toBe(2);
  });

  it('U16 switch one feature off and on again', () => {
    const off = switchFeature('usage-panel', false)(switchFeature('usage-panel', false)(base));
    expect(off.disabledFeatures).toEqual(['usage-panel']);
    expect(switchFeature('usage-panel', true)(off).disabledFeatures).toEqual([]);
  });

  it('find the first id that is free', () => {
    expect(freeId('service', [{ id: 'service-1' }, { id: 'service-3' }])).toBe('service-2');
  });

  it('make new cards and establishments that the schema takes', () => {
    const next = addEstablishment(newEstablishment('etablissement-1', 'Autre'))(addCards([newCard('service-1', 'Nouveau service')])(base));
    expect(schema.safeParse(next).success).toBe(true);
  });

  it('know a card that is no longer the original, whatever the order of its keys', () => {
    const [card] = base.cards;
    if (card === undefined) throw new Error('No card');
    expect(isChanged(card)).toBe(false);
    expect(isChanged(Object.fromEntries(Object.entries(card).reverse()) as typeof card)).toBe(false);
    expect(isChanged({ ...card, rules: { ...card.rules, waitingRoom: 'on' } })).toBe(true);
    expect(isChanged(newCard('service-1', 'À moi'))).toBe(false);
  });
});
