/** Asks for the signs of this portal, waits for them on the page, then gets the overlay: once. */
import type { ContentMessage, WorkerMessage } from '../messages/content.ts';
import type { Sign } from '../portal/sign.ts';
import { detect, type DetectPorts } from './detect.ts';

export interface DetectorPorts extends DetectPorts {
  /** @returns null when nobody answers: the page is left as it is (ask.ts) */
  ask(message: ContentMessage): Promise<unknown>;
  /** Gets the overlay into this page. Rejects when the worker is gone. */
  load(): Promise<unknown>;
  /** What the worker tells this tab. */
  onMessage(callback: (message: unknown) => void, signal: AbortSignal): void;
}

const isSigns = (answer: unknown): answer is Sign[] => Array.isArray(answer);

/** A page that is still being written has no body to look at. */
const whenParsed = (document: Document, signal: AbortSignal): Promise<void> =>
  document.readyState === 'loading'
    ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', () => resolve(), { once: true, signal }))
    : Promise.resolve();

/** @param signal takes the detector out of the page */
export function startDetector(ports: DetectorPorts, signal: AbortSignal): void {
  let isLoaded = false;
  let round = new AbortController();
  const begin = async (): Promise<void> => {
    round.abort();
    round = new AbortController();
    const until = AbortSignal.any([signal, round.signal]);
    const signs = await ports.ask({ type: 'overlay.signs' });
    await whenParsed(ports.document, until);
    if (until.aborted || isLoaded || !isSigns(signs)) return;
    detect(signs, ports, () => {
      isLoaded = true;
      ports.load().catch(() => {
        isLoaded = false;
      });
    }, until);
  };

  ports.onMessage((message) => {
    // What is looked for may have been taught anew; an overlay that is loaded sees to it itself.
    if (!isLoaded && (message as WorkerMessage | null)?.type === 'settings.changed') void begin();
  }, signal);
  void begin();
}
