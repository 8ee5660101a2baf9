/** Which lists a person sees: what their role has to do comes first (representative, approver, host, admin). */
import type { Role } from '../../lib/contract/answer.ts';
import { formatNumber } from '../../lib/domain/number-text.ts';
import type { PopupModel } from '../../lib/state/model.ts';
import type { BookingView } from '../../lib/state/view.ts';
import type { Tab } from '../ui/Tabs.tsx';
import type { Words } from './context.ts';

export const tabIds = ['own', 'toApprove', 'toCreate', 'planned', 'today', 'past'] as const;
export type TabId = (typeof tabIds)[number];

const ofRole: Record<Role, readonly TabId[]> = {
  representative: ['own', 'past'],
  approver: ['toApprove', 'toCreate', 'planned', 'today', 'past'],
  host: ['today', 'planned', 'past'],
  admin: ['toApprove', 'toCreate', 'planned', 'today', 'past'],
};

export const tabsOfRole = (role: Role): readonly TabId[] => ofRole[role];

export const isTabId = (text: string): text is TabId => (tabIds as readonly string[]).includes(text);

const labels = { own: 'tabOwn', toApprove: 'tabToApprove', toCreate: 'tabToCreate', planned: 'tabPlanned', today: 'tabToday', past: 'tabPast' } as const;
const counts = { own: 'countOwn', toCreate: 'countToCreate', planned: 'countPlanned', today: 'countToday' } as const;

export const labelOf = (tab: TabId, t: Words): string => t(labels[tab]);

/** What is in a tab. */
export const viewsOfTab = (tab: TabId, model: PopupModel): readonly BookingView[] => model[tab];

/** The tabs with their numbers; what is over is not counted, nobody has to do anything about it. */
export function tabsOf(model: PopupModel, t: Words): Tab<TabId>[] {
  return tabsOfRole(model.person.role).map((id) => {
    const label = labelOf(id, t);
    const count = viewsOfTab(id, model).length;
    const number = formatNumber(count, model.language);
    if (id === 'past' || count === 0) return { id, label };
    if (id === 'toApprove') {
      const name = t(model.atLeast ? 'countToApproveAtLeast' : 'countToApprove', { count });
      return { id, label, count: { text: `${number}${model.atLeast ? '+' : ''}`, name } };
    }
    return { id, label, count: { text: number, name: t(counts[id], { count }) } };
  });
}

/** Where there is something to do: a conference that is on, what waits for an approval, then what waits for a click. */
export function firstTab(model: PopupModel): TabId {
  const tabs = tabsOfRole(model.person.role);
  const order: readonly TabId[] = model.person.role === 'host' ? ['today', 'planned'] : ['own', 'toApprove', 'toCreate', 'planned', 'today'];
  return order.find((tab) => tabs.includes(tab) && viewsOfTab(tab, model).length > 0) ?? (tabs[0] as TabId);
}
