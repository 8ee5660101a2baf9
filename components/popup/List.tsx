import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { BookingView } from '../../lib/state/view.ts';
import { Button } from '../ui/Button.tsx';
import { usePopup } from './context.ts';

/**
 * Cards drawn at once: more than anybody looks through, and quick to open with a thousand bookings. The rest comes at a
 * press (or an arrow below the last): a list that is drawn only where it is looked at would be cut for the browser's own
 * search, for assistive tools and on paper, and `content-visibility` cuts the rings of focus.
 */
const CARDS_AT_ONCE = 50;
/** Cards of the first frame: more than a popup shows without scrolling. The others follow at once behind them. */
const CARDS_FIRST = 5;

/** Bookings as cards; a long list goes on at a press. @param whole for what may be printed as soon as it is drawn */
export function List({ views, card, whole = false }: { views: readonly BookingView[]; card: (view: BookingView) => JSX.Element; whole?: boolean }) {
  const { t } = usePopup();
  const [shown, setShown] = useState(CARDS_AT_ONCE);
  const [isFirst, setFirst] = useState(!whole);
  // An effect runs once the frame before it is on its way to the screen.
  useEffect(() => setFirst(false), []);
  const left = views.length - shown;
  return (
    <>
      <ul class="pa-popup-list">{views.slice(0, isFirst ? CARDS_FIRST : shown).map(card)}</ul>
      {left > 0 && (
        <p class="pa-popup-more">
          <Button onClick={() => setShown(shown + CARDS_AT_ONCE)}>{t('showMore', { count: Math.min(left, CARDS_AT_ONCE), total: views.length })}</Button>
        </p>
      )}
    </>
  );
}
