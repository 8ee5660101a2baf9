import { useComputed } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Live } from '../../lib/state/live.ts';
import { wordsOf } from './context.ts';
import { Popup } from './Popup.tsx';
import { useActions } from './use-actions.ts';

/** How long « Lecture en cours » is believed, in milliseconds; after that the notices say why nothing came. */
const READING_MAXIMUM = 10_000;

/** The popup over the live stores: what is cached shows at once, then it is refreshed. */
export function LivePopup({ live }: { live: Live }) {
  const language = useComputed(() => live.model.value?.language ?? 'fr').value;
  const t = useMemo(() => wordsOf(language), [language]);
  const { actions, said, silent } = useActions(t);
  const [waiting, setWaiting] = useState(true);
  useEffect(() => {
    actions.refresh();
    const timer = setTimeout(() => setWaiting(false), READING_MAXIMUM);
    return () => clearTimeout(timer);
  }, []);
  const model = live.model.value;
  if (model === null) return null;
  const isUnread = model.portals.some(({ state, checked }) => state === 'never' && checked === null);
  return <Popup model={model} actions={actions} said={said} silent={silent} loading={waiting && isUnread && !silent} />;
}
