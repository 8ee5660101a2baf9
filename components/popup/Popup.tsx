import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PopupModel } from '../../lib/state/model.ts';
import { search } from '../../lib/state/search.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { PopupProvider, wordsOf, type PopupActions } from './context.ts';
import { Header } from './Header.tsx';
import { Calibrate } from './Calibrate.tsx';
import { Services } from './invitation/Services.tsx';
import { NothingFound } from './NothingFound.tsx';
import { Notices } from './Notices.tsx';
import { Past } from './Past.tsx';
import { Own, Planned } from './Planned.tsx';
import { RoomRequests } from './room/RoomRequests.tsx';
import { Slots } from './room/Slots.tsx';
import { SlotsReceived } from './room/SlotsReceived.tsx';
import { useRequests } from './room/use-requests.ts';
import { Shortcuts } from './Shortcuts.tsx';
import { firstTab, labelOf, tabsOf, tabsOfRole, viewsOfTab, type TabId } from './tabs.ts';
import { ToApprove } from './ToApprove.tsx';
import { ToCreate } from './ToCreate.tsx';
import { Today } from './Today.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useKeyboard } from './use-keyboard.ts';

export interface PopupProps {
  model: PopupModel;
  actions: PopupActions;
  /** What was last said aloud. */
  said: { text: string; turn: number };
  /** The worker does not answer. */
  silent: boolean;
  /** Nothing has been read yet, and it is being read now. */
  loading: boolean;
  /** The panel may be any width and stays open. */
  place?: 'popup' | 'panel';
  /** The tab to open; what the role has to do when not given. */
  tab?: TabId | undefined;
  /** The browser's own keys that open the popup. */
  shortcut?: string | null;
}

function Panel({ tab, views, loading }: { tab: TabId; views: readonly BookingView[]; loading: boolean }) {
  switch (tab) {
    case 'own':
      return <Own views={views} />;
    case 'toApprove':
      return <ToApprove views={views} loading={loading} />;
    case 'toCreate':
      return <ToCreate views={views} />;
    case 'planned':
      return <Planned views={views} />;
    case 'today':
      return <Today views={views} />;
    case 'past':
      return <Past views={views} />;
  }
}

/** How long what was said stays in sight, in milliseconds; it covers what is under it. */
const SAID = 10_000;

/** For the eye what the live region says for the ear. */
function Said({ text }: { text: string }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), SAID);
    return () => clearTimeout(timer);
  }, []);
  return text === '' || isOver ? null : (
    <p class="pa-popup-said" aria-hidden="true">
      {text}
    </p>
  );
}

/** The popup; the side panel shows the same. */
export function Popup({ model, actions, said, silent, loading, place = 'popup', tab: wanted, shortcut = null }: PopupProps) {
  const t = wordsOf(model.language);
  const tabs = tabsOfRole(model.person.role);
  // Chosen once, when it opens: a list that fills later does not move the person elsewhere.
  const [chosen, setTab] = useState<TabId>(() => wanted ?? firstTab(model));
  const [query, setQuery] = useState('');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const tab = tabs.includes(chosen) ? chosen : firstTab(model);
  const all = viewsOfTab(tab, model);
  const views = useMemo(() => search(all, query), [all, query]);
  const requests = useRequests(model, actions);
  const isSearching = query.trim() !== '';

  useKeptFocus(root);
  useKeyboard({
    root,
    searchField,
    singleKeys: model.habits.singleKeys,
    tabs: tabs.length,
    onTab: (move) => {
      const next = 'place' in move ? move.place : (tabs.indexOf(tab) + move.step + tabs.length) % tabs.length;
      setTab(tabs[next] ?? tab);
      root.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
    },
    onShortcuts: () => setHelpOpen(true),
    onQuery: setQuery,
    onMore: () => {
      const more = root.current?.querySelector<HTMLElement>('.pa-popup-more button') ?? null;
      more?.click();
      return more !== null;
    },
  });

  return (
    <PopupProvider value={{ model, actions, t, language: model.language }}>
      <div class={`pa-popup pa-popup-${place}`} lang={model.language === 'fr' ? 'fr-CA' : 'en-CA'} ref={root}>
        <Header place={place} query={query} onQuery={setQuery} searchField={searchField} onShortcuts={() => setHelpOpen(true)} />
        <main class="pa-popup-main">
          <Notices silent={silent} loading={loading} />
          <SlotsReceived requests={requests} />
          <Tabs label={t('views')} tabs={tabsOf(model, t)} selected={tab} onSelect={setTab}>
            <h2 class="pa-hidden">{labelOf(tab, t)}</h2>
            {isSearching && views.length === 0
              ? <NothingFound query={query.trim()} tab={tab} onTab={setTab} />
              : <Panel key={tab} tab={tab} views={views} loading={loading} />}
          </Tabs>
          <Slots requests={requests} />
          <RoomRequests requests={requests} />
          <Services />
          <Calibrate />
        </main>
        <Said key={said.turn} text={said.text} />
        {isHelpOpen && <Shortcuts onClose={() => setHelpOpen(false)} tabs={tabs.length} shortcut={shortcut} />}
        <LiveRegion text={said.text} turn={said.turn} />
        <LiveRegion text={isSearching && views.length > 0 ? t('found', { count: views.length }) : ''} />
      </div>
    </PopupProvider>
  );
}
