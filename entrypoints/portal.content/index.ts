/** On every page of a portal from its first moment: keeps the gate, and gets the overlay where it is wanted. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { asking } from '../../lib/detector/ask.ts';
import { openGate } from '../../lib/detector/gate.ts';
import { offerLink } from '../../lib/detector/link.ts';
import { offerParts } from '../../lib/detector/parts.ts';
import { startDetector } from '../../lib/detector/start.ts';
import type { ContentMessage } from '../../lib/messages/content.ts';
import { portalHosts } from '../../lib/portal/hosts.ts';

export default defineContentScript({
  matches: portalHosts.matches,
  excludeMatches: portalHosts.exclude,
  runAt: 'document_start',
  main(ctx) {
    // Nothing tells an old script that its extension was updated: asking does.
    for (const type of ['focus', 'visibilitychange', 'pointerdown', 'keydown']) {
      window.addEventListener(type, () => ctx.isInvalid, { capture: true, passive: true, signal: ctx.signal });
    }
    const send = (message: ContentMessage): Promise<unknown> => (ctx.isInvalid ? Promise.resolve(null) : browser.runtime.sendMessage(message));
    const ask = asking({ send, wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)) }, ctx.signal);
    offerParts((files) => ask({ type: 'overlay.parts', files }));
    offerLink({ gate: openGate(window, ctx.signal), signal: ctx.signal, ask, isOrphan: () => browser.runtime?.id === undefined });
    startDetector(
      {
        document,
        clock: () => performance.now(),
        whenIdle: (work) => void requestIdleCallback(work, { timeout: 1000 }),
        ask,
        load: () => import('./overlay.ts'),
        onMessage(callback, signal) {
          browser.runtime.onMessage.addListener(callback);
          signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(callback));
        },
      },
      ctx.signal,
    );
  },
});
