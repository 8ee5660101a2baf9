import type { ComponentChildren } from 'preact';
import type { BookingView } from '../../lib/state/view.ts';
import { classes } from '../ui/classes.ts';
import { usePopup } from './context.ts';
import { nameOf } from './names.ts';

/** One booking in a list; the arrows bring the focus here (use-keyboard.ts), Enter opens it in the portal. */
export function Item({ view, kind, children }: { view: BookingView; kind?: string; children: ComponentChildren }) {
  const { t } = usePopup();
  return (
    <li class={classes('pa-popup-item', kind)} data-entry={view.key} tabIndex={-1} aria-label={nameOf(view, t)}>
      {children}
    </li>
  );
}
