/** The overlay, loaded beside the detector into a page that shows something of ours: wiring only. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeLink } from '../lib/detector/link.ts';
import { features } from '../lib/features/index.ts';
import { startOverlay } from '../lib/features/overlay.ts';
import { watchRoute } from '../lib/features/route.ts';
import { sayUpdated } from '../lib/features/updated.tsx';
import type { WorkerMessage } from '../lib/messages.ts';

export default defineUnlistedScript(() => {
  const link = takeLink();
  if (link === null || link.signal.aborted) return;
  const { gate, signal, isOrphan } = link;
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
      version: browser.runtime.getManifest().version,
      gate,
      send: (message) => (isOrphan() ? Promise.resolve(null) : browser.runtime.sendMessage(message)),
      onSettingsChanged(callback, until) {
        const listen = (message: unknown): void => {
          if ((message as WorkerMessage | null)?.type === 'settings.changed') callback();
        };
        browser.runtime.onMessage.addListener(listen);
        until.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listen));
      },
      onRoute: (callback, until) => watchRoute(window, callback, until),
    },
    features,
    signal,
  );
});
