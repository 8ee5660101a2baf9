/** The calibration assistant, put into a portal's page on demand: wiring only. */
import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { showAssistant } from '../components/calibration/show.tsx';
import { createAssistant } from '../lib/calibration/assistant.ts';
import type { CalibrationStart } from '../lib/calibration/ports.ts';
import { toLocal } from '../lib/domain/time.ts';
import type { CalibrationAnswer } from '../lib/messages/answers.ts';
import type { ContentMessage } from '../lib/messages/content.ts';
import { lookWithFrame } from '../lib/portal/look-frames.ts';
import { observePage } from '../lib/portal/observe.ts';
import { waitFor } from '../lib/portal/wait.ts';

/** Where a running assistant is known by, in this script's own world: a second click on « Calibrer » brings it to the front. */
const place = globalThis as typeof globalThis & { passerelleCalibration?: { focus(): void } };
/** A page of the dry run that is not itself by then is told as it is, in milliseconds. */
const PATIENCE = 10_000;

export default defineUnlistedScript(async () => {
  if (place.passerelleCalibration) return place.passerelleCalibration.focus();
  place.passerelleCalibration = { focus: () => undefined };
  const send = (message: ContentMessage): Promise<unknown> => browser.runtime.sendMessage(message).catch(() => null);
  const start = (await send({ type: 'calibration.start' })) as CalibrationStart | null;
  if (start === null || !('progress' in start)) {
    delete place.passerelleCalibration;
    return;
  }
  const end = new AbortController();
  const { signal } = end;
  signal.addEventListener('abort', () => delete place.passerelleCalibration);
  /** What was kept last: a page that is left waits for nothing. */
  let keeping: Promise<unknown> = Promise.resolve();

  const assistant = createAssistant(start, {
    document,
    url: () => location.href,
    now: () => Date.now(),
    clock: () => performance.now(),
    today: () => toLocal(Date.now()).date,
    keep: (progress) => {
      keeping = send({ type: 'calibration.keep', progress });
    },
    save: async (progress) => {
      const answer = (await send({ type: 'calibration.save', patch: progress.patch })) as CalibrationAnswer | null;
      return answer !== null && 'ok' in answer && answer.ok;
    },
    go: (path) => {
      void keeping.then(() => {
        const isHere = new URL(path, location.href).href.split('#')[0] === location.href.split('#')[0];
        location.assign(path);
        // Another place of the same page is no load: the dry run needs one.
        if (isHere) location.reload();
      });
    },
    settled: async (holds) => void (await waitFor(document, () => (holds() ? true : null), { timeout: PATIENCE, signal })),
    close: () => {
      void send({ type: 'calibration.close' });
      end.abort();
    },
  });
  place.passerelleCalibration = showAssistant(document, start, assistant, signal);
  const ports = { document, clock: () => performance.now(), signal };
  observePage({ ...ports, onChange: lookWithFrame(ports, assistant.redrawn), onStorm: () => undefined });
  for (const type of ['scroll', 'resize']) addEventListener(type, assistant.moved, { capture: true, passive: true, signal });
  // What goes, what is only styled and what is ours is not told as a change of the page, and moves what stands below it.
  const resized = new ResizeObserver(assistant.moved);
  for (const box of [document.documentElement, document.body]) resized.observe(box);
  signal.addEventListener('abort', () => resized.disconnect());
  for (const type of ['popstate', 'hashchange']) addEventListener(type, assistant.redrawn, { signal });
});
