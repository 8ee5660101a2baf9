/** Changes of one part of the settings, as functions that can wait for their turn (model.ts). */
import type { Establishment } from '../../lib/domain/roster.ts';
import type { ServiceCard } from '../../lib/services/card.ts';
import type { PortalSetting, Settings } from '../../lib/state/settings.ts';
import type { Change } from './model.ts';

const replace = <Item extends { id: string }>(items: readonly Item[], id: string, change: (item: Item) => Item): Item[] =>
  items.map((item) => (item.id === id ? change(item) : item));
const without = <Item extends { id: string }>(items: readonly Item[], id: string): Item[] => items.filter((item) => item.id !== id);

export const changePerson =
  (part: Partial<Settings['person']>): Change =>
  (settings) => ({ ...settings, person: { ...settings.person, ...part } });

export const changeNotifications =
  (change: (notifications: Settings['alerts']['notifications']) => Settings['alerts']['notifications']): Change =>
  (settings) => ({ ...settings, alerts: { ...settings.alerts, notifications: change(settings.alerts.notifications) } });

export const changePortal =
  (id: string, part: Partial<PortalSetting>): Change =>
  (settings) => ({ ...settings, portals: replace(settings.portals, id, (portal) => ({ ...portal, ...part })) });
export const addPortal =
  (portal: PortalSetting): Change =>
  (settings) => ({ ...settings, portals: [...settings.portals, portal] });
export const removePortal =
  (id: string): Change =>
  (settings) => ({ ...settings, portals: without(settings.portals, id) });

export const changeCard =
  (id: string, change: (card: ServiceCard) => ServiceCard): Change =>
  (settings) => ({ ...settings, cards: replace(settings.cards, id, change) });
export const addCards =
  (cards: readonly ServiceCard[]): Change =>
  (settings) => ({ ...settings, cards: [...settings.cards, ...cards.filter(({ id }) => !settings.cards.some((card) => card.id === id))] });
export const removeCard =
  (id: string): Change =>
  (settings) => ({ ...settings, cards: without(settings.cards, id) });

export const changeEstablishment =
  (id: string, change: (establishment: Establishment) => Establishment): Change =>
  (settings) => ({ ...settings, roster: replace(settings.roster, id, change) });
export const addEstablishment =
  (establishment: Establishment): Change =>
  (settings) => ({ ...settings, roster: [...settings.roster, establishment] });
/** A person whose establishment goes has none any more. */
export const removeEstablishment =
  (id: string): Change =>
  (settings) => ({
    ...settings,
    roster: without(settings.roster, id),
    person: settings.person.establishmentId === id ? { ...settings.person, establishmentId: null } : settings.person,
  });

export const switchFeature =
  (id: string, on: boolean): Change =>
  (settings) => {
    const { disabledFeatures: disabled } = settings;
    return { ...settings, disabledFeatures: on ? disabled.filter((feature) => feature !== id) : [...new Set([...disabled, id])] };
  };

/** Puts back what was removed, where it was; nothing when it is there already. */
export const putBack =
  <List extends 'portals' | 'cards' | 'roster'>(list: List, item: Settings[List][number], place: number): Change =>
  (settings) => {
    const items: readonly { id: string }[] = settings[list];
    return items.some(({ id }) => id === item.id) ? settings : { ...settings, [list]: items.toSpliced(place, 0, item) };
  };

/** `portail-2`: the first number that is free. */
export function freeId(stem: string, taken: readonly { id: string }[]): string {
  for (let number = 1; ; number += 1) {
    const id = `${stem}-${String(number)}`;
    if (!taken.some((item) => item.id === id)) return id;
  }
}
