/**
 * A browser gives no click to a control that left the page between press and release, though the very same node is back under
 * the pointer: what a portal renews in that moment loses the press (U20). Ours is then carried out.
 */
import type { Mount } from '../../components/overlay/mount.ts';

/** What a pointer presses, and what the space bar does. */
const PRESSED = { pointerup: 'button,label,summary,input,a[href]', keyup: 'button,summary,input[type=checkbox],input[type=radio]' } as const;
type End = keyof typeof PRESSED;

const isPress = (event: Event): boolean => ('key' in event ? event.key === ' ' : (event as PointerEvent).button === 0);

function controlOf(event: Event, end: End): HTMLElement | null {
  const target = event.composedPath()[0] as Node | undefined;
  return isPress(event) && target?.nodeType === 1 ? (target as Element).closest<HTMLElement>(PRESSED[end]) : null;
}

/** @returns to be called when the block had been thrown away and is back in the page */
export function keepPresses({ host }: Pick<Mount, 'host'>, signal: AbortSignal): () => void {
  let wasAway = false;
  let clicks = 0;

  const begin = (event: Event, end: End): void => {
    const control = controlOf(event, end);
    if (control === null || (event as KeyboardEvent).repeat) return;
    wasAway = false;
    const over = new AbortController();
    const until = { capture: true, passive: true, signal: AbortSignal.any([signal, over.signal]) };
    const release = (released: Event): void => {
      over.abort();
      if (!wasAway || controlOf(released, end) !== control) return;
      const heard = clicks;
      // The browser's own click, when it comes, comes within this very task.
      setTimeout(() => {
        if (clicks === heard && !signal.aborted) control.click();
      });
    };
    host.ownerDocument.addEventListener(end, release, until);
    host.ownerDocument.addEventListener('pointercancel', () => over.abort(), until);
  };

  const listening = { capture: true, passive: true, signal };
  host.addEventListener('pointerdown', (event) => begin(event, 'pointerup'), listening);
  host.addEventListener('keydown', (event) => begin(event, 'keyup'), listening);
  host.addEventListener('click', () => { clicks += 1; }, listening);
  return () => {
    wasAway = true;
  };
}
