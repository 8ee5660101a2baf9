/** Tells the worker what the page says and how well it is understood, only when that has changed. */
import { effect } from '@preact/signals';
import type { ContentMessage } from '../messages/content.ts';
import type { OverlayContext } from './context.ts';
import type { Feature } from './feature.ts';
import type { AnchorReport, PageKind } from '../portal/page.ts';
import { toReadingMessage } from './reading-message.ts';
import { suspect } from './suspicion.ts';

/** What is well is told again this often, in milliseconds, by a page that is looked at: when an anchor was last well is known to that. */
const SLOT = 600_000;

/** A page that is not recognised any more is told as what it seems to be: there its missing anchors are named. */
function healthOf({ portal, kind, health }: OverlayContext): { page: PageKind | null; anchors: AnchorReport[] } {
  const page = kind ?? suspect(portal, null, health)?.page ?? null;
  return { page, anchors: health(portal, page) };
}

export const report: Feature = {
  id: 'report',
  pages: ['calendar', 'list', 'form', 'detail', 'signIn', 'unknown'],
  start(context, signal) {
    const { kind, failures, send } = context;
    const told = new Map<string, string>();
    const tell = (message: ContentMessage, content: unknown): void => {
      const text = JSON.stringify(content);
      if (told.get(message.type) === text) return;
      told.set(message.type, text);
      void send(message);
    };
    const look = (): void => {
      const page = context.reading();
      if (page !== null) {
        const reading = toReadingMessage(page);
        const shown = [...new Set((kind === 'calendar' ? context.grid()?.rows : [])?.flatMap(({ serviceId }) => serviceId ?? []))];
        tell({ type: 'overlay.reading', reading, ...(shown.length === 0 ? {} : { shown }) }, { ...reading, at: 0, shown });
      }
      const health = { ...healthOf(context), failures: [...failures.peek()] };
      tell({ type: 'overlay.health', ...health }, { ...health, slot: Math.floor(context.now() / SLOT) });
    };
    const soon = context.onCalm(look, signal);
    // A person may leave sooner than that: the last look must not be lost.
    window.addEventListener('pagehide', look, { signal });
    signal.addEventListener('abort', effect(() => {
      if (failures.value.length > 0) soon();
    }));
  },
};
