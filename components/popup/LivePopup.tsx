import { useComputed } from '@preact/signals';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Live } from '../../lib/state/live.ts';
import { popupShortcut } from '../../lib/state/own-pages.ts';
import { wordsOf } from './context.ts';
import { Popup } from './Popup.tsx';
import { isTabId } from './tabs.ts';
import { useActions } from './use-actions.ts';

/** How long « Lecture en cours » is believed, in milliseconds; after that the notices say why nothing came. */
const READING_MAXIMUM = 10_000;

export interface LivePopupProps {
  live: Live;
  place?: 'popup' | 'panel';
  /** The address's part after `#`: a tab to open, and `+print` to print it at once. */
  hash?: string;
}

/** The popup over the live stores: what is cached shows at once, then it is refreshed. */
export function LivePopup({ live, place = 'popup', hash = '' }: LivePopupProps) {
  const language = useComputed(() => live.model.value.language).value;
  const t = useMemo(() => wordsOf(language), [language]);
  const { actions, said, silent } = useActions(t, language, place);
  const [waiting, setWaiting] = useState(true);
  const [shortcut, setShortcut] = useState<string | null>(null);
  const [tab = '', then] = hash.replace(/^#/u, '').split('+');
  useEffect(() => {
    actions.refresh();
    popupShortcut().then(setShortcut, () => undefined);
    const timer = setTimeout(() => setWaiting(false), READING_MAXIMUM);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (then === 'print') globalThis.print();
  }, []);
  const model = live.model.value;
  const isUnread = model.portals.some(({ state, checked }) => state === 'never' && checked === null);
  return (
    <Popup
      model={model}
      actions={actions}
      said={said}
      silent={silent}
      loading={waiting && isUnread && !silent}
      place={place}
      tab={isTabId(tab) ? tab : undefined}
      shortcut={shortcut}
    />
  );
}
