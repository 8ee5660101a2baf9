import { useId, useState } from 'preact/hooks';
import { KEYS_MAXIMUM } from '../../lib/messages/page.ts';
import type { BookingView } from '../../lib/state/view.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Changes } from './Changes.tsx';
import { usePopup, type Words } from './context.ts';
import { Empty } from './Empty.tsx';
import { Entry } from './Entry.tsx';
import { Facts } from './Facts.tsx';
import { Item } from './Item.tsx';
import { List } from './List.tsx';
import { nameOf } from './names.ts';
import { State } from './State.tsx';
import { Title } from './Title.tsx';

/** Why this conference cannot be created now; null when it can (F14 among them). */
function obstacleOf(view: BookingView, t: Words): string | null {
  if (view.isOwn) return t('ownRequest');
  if (view.missing.length > 0) return t('missing', { parts: view.missing.map((part) => t(`missing_${part}`)).join(', ') });
  return null;
}

function Candidate({ view, chosen, onChoose }: { view: BookingView; chosen: boolean; onChoose: (chosen: boolean) => void }) {
  const { actions, t } = usePopup();
  const id = useId();
  const obstacle = obstacleOf(view, t);
  const isUnderway = view.entry !== null && view.entry.state !== 'refused';
  const name = nameOf(view, t);
  return (
    <Item view={view}>
      <div class="pa-popup-choice">
        <input
          type="checkbox"
          aria-label={t('select', { name })}
          checked={chosen}
          disabled={obstacle !== null || isUnderway}
          aria-describedby={obstacle === null ? undefined : `${id}-obstacle`}
          onChange={(event) => onChoose(event.currentTarget.checked)}
        />
        <Title view={view} />
        {view.changes.length > 0 && <State view={view} />}
      </div>
      <Facts view={view} />
      <Changes changes={view.changes} sent={false} />
      {obstacle !== null && (
        <div id={`${id}-obstacle`}>
          <Notice kind="info" live={false}>
            {obstacle}
          </Notice>
        </div>
      )}
      <Entry view={view} />
      {!isUnderway && (
        <Button
          icon="video"
          disabled={obstacle !== null}
          aria-label={t('createOf', { name })}
          aria-describedby={obstacle === null ? undefined : `${id}-obstacle`}
          onClick={() => actions.send([view])}
        >
          {t('create')}
        </Button>
      )}
    </Item>
  );
}

/** « À créer »: approved in the portal, without a conference; one click each, or several at once. */
export function ToCreate({ views }: { views: readonly BookingView[] }) {
  const { actions, t } = usePopup();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const ready = views.filter((view) => obstacleOf(view, t) === null && (view.entry === null || view.entry.state === 'refused'));
  const chosen = ready.filter(({ key }) => picked.has(key));
  const choose = (key: string, isChosen: boolean): void => {
    const next = new Set(picked);
    if (isChosen) next.add(key);
    else next.delete(key);
    setPicked(next);
  };
  if (views.length === 0) return <Empty icon="video" title={t('emptyToCreate')} more={t('emptyToCreateMore')} />;
  const most = ready.slice(0, KEYS_MAXIMUM);
  const all = most.every((view) => chosen.includes(view));
  return (
    <>
      {ready.length > 1 && (
        <label class="pa-popup-all">
          <input type="checkbox" checked={all} onChange={() => setPicked(new Set(all ? [] : most.map(({ key }) => key)))} />
          {t('selectAll', { count: most.length })}
        </label>
      )}
      <List
        views={views}
        card={(view) => <Candidate key={view.key} view={view} chosen={chosen.includes(view)} onChoose={(isChosen) => choose(view.key, isChosen)} />}
      />
      {chosen.length > 0 && (
        <div class="pa-popup-bar">
          <span>{t('chosen', { count: chosen.length })}</span>
          <Button
            kind="primary"
            icon="video"
            onClick={() => {
              actions.send(chosen);
              setPicked(new Set());
            }}
          >
            {t('createSeveral', { count: chosen.length })}
          </Button>
        </div>
      )}
    </>
  );
}
