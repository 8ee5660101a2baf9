/**
 * A block of ours that stays where it belongs, however often the portal redraws the page: the same nodes
 * are put back, so that nothing typed in them is lost, and the person keeps their place.
 */
import { createMount, type Mount } from '../../components/overlay/mount.ts';
import { place as placeIn, type Where } from '../portal/place.ts';
import { isOurs } from '../portal/roots.ts';
import type { Failure, OverlayContext } from './context.ts';
import { keepPresses } from './presses.ts';

/**
 * Put back this often in this long at one address, a block is in a tug-of-war with the portal: it then stays away until
 * the address changes, and says so. A person who leafs through a portal that never loads anew is no such war.
 */
export const PLACINGS_MAXIMUM = 40;
export const PLACINGS_MILLISECONDS = 10_000;

export interface Block extends Mount {
  /** Looks at once whether it stands where it belongs, when something else than a redraw has changed that. */
  keep(): void;
}

const isThere = (host: HTMLElement, where: Where): boolean => {
  if ('inside' in where) return where.inside.contains(host);
  const [line, step] = 'after' in where ? ([where.after, 'nextElementSibling'] as const) : ([where.before, 'previousElementSibling'] as const);
  // Another block of ours may stand in between: two that belong to one place must not push each other away.
  let next = line[step];
  while (next !== null && !next.contains(host) && isOurs(next)) next = next[step];
  return line.isConnected && next !== null && next.contains(host);
};

/**
 * @param name of the block, in one word
 * @param where looked up at each redraw; null takes the block away until there is a place again
 */
export function keepBlock(context: OverlayContext, name: string, where: () => Where | null, signal: AbortSignal): Block {
  const mount = createMount(context.portal.document, name, context.language, signal);
  const isBack = keepPresses(mount, signal);
  let placing = new AbortController();
  let placings: number[] = [];
  let address = context.portal.url();
  let focused: HTMLElement | null = null;
  mount.host.addEventListener('focusin', () => { focused = mount.shadow.activeElement as HTMLElement | null; }, { signal });
  // A node that is thrown away loses the focus just before it goes; one that still stands then was left by the person.
  mount.host.addEventListener('focusout', () => queueMicrotask(() => { if (mount.host.isConnected && mount.shadow.activeElement === null) focused = null; }), { signal });
  const tugOfWar: Failure = { feature: name, anchor: 'redrawn too often' };
  /** What was counted at another address says nothing of this one. */
  const forgetOther = (): void => {
    if (address === context.portal.url()) return;
    address = context.portal.url();
    placings = [];
    context.mend(tugOfWar);
  };
  const keep = (): void => {
    const place = where();
    if (place !== null && mount.host.isConnected && isThere(mount.host, place)) return;
    const kept = focused;
    placing.abort();
    forgetOther();
    if (place === null || placings.length >= PLACINGS_MAXIMUM) return;
    const now = context.now();
    placings = [...placings.filter((at) => now - at < PLACINGS_MILLISECONDS), now];
    if (placings.length >= PLACINGS_MAXIMUM) return context.fail(tugOfWar);
    placing = new AbortController();
    const until = AbortSignal.any([signal, placing.signal]);
    placeIn(mount.host, place, until);
    context.onPlace(mount.host, until);
    isBack();
    const { activeElement, body } = context.portal.document;
    if (kept !== null && (activeElement === null || activeElement === body)) kept.focus({ preventScroll: true });
  };
  context.onRedraw(keep, signal);
  return { ...mount, keep };
}
