/** The overlay, got beside the detector by a page that shows something of ours: wiring only. Whoever has this run starts it. */
import { browser } from 'wxt/browser';
import { takeLink, type Link } from '../../lib/detector/link.ts';
import { parts } from '../../lib/features/index.ts';
import { startOverlay } from '../../lib/features/overlay.ts';
import { watchRoute } from '../../lib/features/route.ts';
import { sayUpdated } from '../../lib/features/updated.tsx';
import type { ContentMessage, WorkerMessage } from '../../lib/messages/content.ts';

function begin({ gate, signal, ask, isOrphan }: Link): void {
  const send = (message: ContentMessage): Promise<unknown> => (isOrphan() ? Promise.resolve(null) : browser.runtime.sendMessage(message));
  signal.addEventListener('abort', () => {
    // A newer copy of this script takes over by itself; only an extension that is gone has to be said.
    if (isOrphan()) sayUpdated(document, navigator.language, () => performance.now());
  });
  void startOverlay(
    {
      document,
      url: () => location.href,
      storage: () => sessionStorage,
      now: () => Date.now(),
      clock: () => performance.now(),
      whenIdle: (work) => void requestIdleCallback(work, { timeout: 500 }),
      gate,
      // All else that is sent is said as it happens, and some of it must not be said twice.
      send: (message) => (message.type === 'overlay.start' ? ask(message) : send(message)),
      onSettingsChanged(callback, until) {
        const listen = (message: unknown): void => {
          if ((message as WorkerMessage | null)?.type === 'settings.changed') callback();
        };
        browser.runtime.onMessage.addListener(listen);
        until.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listen));
      },
      onRoute: (callback, until) => watchRoute(window, callback, until),
    },
    parts,
    signal,
  );
}

const link = takeLink();
if (link !== null && !link.signal.aborted) begin(link);
