import { useState } from 'preact/hooks';
import { Tabs } from '../ui/Tabs.tsx';
import { LiveRegion } from '../ui/LiveRegion.tsx';
import type { PopupModel } from '../../lib/state/model.ts';
import { PopupProvider, wordsOf, type PopupActions, type Words } from './context.ts';
import { Header } from './Header.tsx';
import { Notices } from './Notices.tsx';
import { Own, Planned } from './Planned.tsx';
import { ToApprove } from './ToApprove.tsx';
import { ToCreate } from './ToCreate.tsx';

type TabId = 'toApprove' | 'toCreate' | 'planned';

export interface PopupProps {
  model: PopupModel;
  actions: PopupActions;
  /** What was last said aloud. */
  said: { text: string; turn: number };
  /** The worker does not answer. */
  silent: boolean;
  /** Nothing has been read yet, and it is being read now. */
  loading: boolean;
}

function tabsOf(model: PopupModel, t: Words) {
  const count = (number: number, name: string, more = '') => (number === 0 ? {} : { count: { text: `${number}${more}`, name } });
  const { toApprove, toCreate, planned, atLeast } = model;
  return [
    { id: 'toApprove' as const, label: t('tabToApprove'), ...count(toApprove.length, t(atLeast ? 'countToApproveAtLeast' : 'countToApprove', { count: toApprove.length }), atLeast ? '+' : '') },
    { id: 'toCreate' as const, label: t('tabToCreate'), ...count(toCreate.length, t('countToCreate', { count: toCreate.length })) },
    { id: 'planned' as const, label: t('tabPlanned'), ...count(planned.length, t('countPlanned', { count: planned.length })) },
  ];
}

const headings = { toApprove: 'tabToApprove', toCreate: 'tabToCreate', planned: 'tabPlanned' } as const;

/** Where there is something to do; what waits for an approval before what waits for a click. */
const firstTab = ({ toApprove, toCreate, planned }: PopupModel): TabId =>
  toApprove.length > 0 ? 'toApprove' : toCreate.length > 0 ? 'toCreate' : planned.length > 0 ? 'planned' : 'toApprove';

function ApproverViews({ model, loading, t }: { model: PopupModel; loading: boolean; t: Words }) {
  // Chosen once, when it opens: a list that fills later does not move the person elsewhere.
  const [tab, setTab] = useState<TabId>(() => firstTab(model));
  return (
    <Tabs label={t('views')} tabs={tabsOf(model, t)} selected={tab} onSelect={setTab}>
      <h2 class="pa-hidden">{t(headings[tab])}</h2>
      {tab === 'toApprove' && <ToApprove loading={loading} />}
      {tab === 'toCreate' && <ToCreate />}
      {tab === 'planned' && <Planned />}
    </Tabs>
  );
}

/** The popup; the side panel shows the same. */
export function Popup({ model, actions, said, silent, loading }: PopupProps) {
  const t = wordsOf(model.language);
  return (
    <PopupProvider value={{ model, actions, t, language: model.language }}>
      <div class="pa-popup" lang={model.language === 'fr' ? 'fr-CA' : 'en-CA'}>
        <Header />
        <main class="pa-popup-main">
          <Notices silent={silent} loading={loading} />
          {model.approves ? <ApproverViews model={model} loading={loading} t={t} /> : <Own />}
        </main>
        {said.text !== '' && (
          <p class="pa-popup-said" aria-hidden="true">
            {said.text}
          </p>
        )}
        <LiveRegion text={said.text} turn={said.turn} />
      </div>
    </PopupProvider>
  );
}
