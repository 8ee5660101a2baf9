import type { BookingView } from '../../lib/state/view.ts';
import { Icon } from '../ui/Icon.tsx';
import { usePopup } from './context.ts';
import { nameOf } from './names.ts';

/** A word up to this long keeps the mark of the link on its own line. */
const KEPT_MAXIMUM = 20;

/** The booking's name; a click opens it in the portal, where everything is decided (S0-22). */
export function Title({ view, id }: { view: BookingView; id?: string }) {
  const { t } = usePopup();
  const name = nameOf(view, t);
  const { page } = view.booking;
  const [, head = '', last = name] = /^(.*\s)(\S+)$/su.exec(name) ?? [];
  return (
    <h3 class="pa-popup-title" {...(id === undefined ? {} : { id })} dir="auto">
      {page === null ? (
        name
      ) : (
        <a href={page} target="_blank" rel="noopener noreferrer">
          {head}
          <span class={last.length > KEPT_MAXIMUM ? undefined : 'pa-popup-last'}>
            {last}
            <Icon name="external" />
          </span>
          <span class="pa-hidden"> {t('opensPortal')}</span>
        </a>
      )}
    </h3>
  );
}
