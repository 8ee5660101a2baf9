/** Stands before the page's own listeners, since it was there first; whoever guards the saves listens through it. */
import type { Gate } from '../portal/guard.ts';
import { saveEvents } from '../portal/save-events.ts';

/** Opens the gate at the window's capture phase; without a listener every event just passes. */
export function openGate(window: Window, signal: AbortSignal): Gate {
  const listeners = new Set<(event: Event) => void>();
  for (const type of saveEvents) {
    window.addEventListener(type, (event) => { for (const listener of listeners) listener(event); }, { capture: true, signal });
  }
  return (listener, until) => {
    if (until.aborted) return;
    listeners.add(listener);
    until.addEventListener('abort', () => listeners.delete(listener), { once: true });
  };
}
