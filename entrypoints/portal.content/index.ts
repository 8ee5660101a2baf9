/** The overlay on a portal's pages: wiring only. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { features } from '../../lib/features/index.ts';
import { startOverlay } from '../../lib/features/overlay.ts';
import { sayUpdated } from '../../lib/features/updated.tsx';
import { portalHosts } from '../../lib/portal/hosts.ts';

export default defineContentScript({
  matches: portalHosts.matches,
  excludeMatches: portalHosts.exclude,
  runAt: 'document_idle',
  cssInjectionMode: 'manual',
  main(ctx) {
    const isOrphan = (): boolean => browser.runtime?.id === undefined;
    ctx.onInvalidated(() => {
      // A newer copy of this script takes over by itself; only an extension that is gone has to be said.
      if (isOrphan()) sayUpdated(document, navigator.language, () => performance.now());
    });
    // Nothing tells an old script that its extension was updated: asking does.
    for (const type of ['focus', 'visibilitychange', 'pointerdown', 'keydown']) {
      window.addEventListener(type, () => ctx.isInvalid, { capture: true, passive: true, signal: ctx.signal });
    }
    return startOverlay(
      {
        document,
        url: () => location.href,
        storage: () => sessionStorage,
        now: () => Date.now(),
        clock: () => performance.now(),
        version: browser.runtime.getManifest().version,
        send: (message) => (ctx.isInvalid ? Promise.resolve(null) : browser.runtime.sendMessage(message)),
        onSettingsChanged(callback, signal) {
          const listen = (message: unknown): void => {
            if ((message as { type?: unknown } | null)?.type === 'settings.changed') callback();
          };
          browser.runtime.onMessage.addListener(listen);
          signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listen));
        },
        onRoute: (callback) => ctx.addEventListener(window, 'wxt:locationchange', callback),
      },
      features,
      ctx.signal,
    );
  },
});
