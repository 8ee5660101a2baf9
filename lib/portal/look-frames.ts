/** When a changing page is worked on: before its next frame is drawn, once; and when it is looked at: unless our looks take too much of its time. */
import { createShare } from './share.ts';

export interface LookPorts {
  document: Document;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  signal: AbortSignal;
}

/**
 * A hidden tab draws no frames, so there a task stands in, also when it is hidden before the frame. It listens as long
 * as the signal lets it: to come and go with each frame would cost more than all that is done in it.
 * @returns what does `work` once before the next frame, however often it is called until then
 */
export function oncePerFrame(document: Document, work: () => void, signal: AbortSignal): () => void {
  const window = document.defaultView;
  let frame: number | null = null;
  let isAwaited = false;
  const once = (): void => {
    if (!isAwaited) return;
    isAwaited = false;
    if (frame !== null) window?.cancelAnimationFrame(frame);
    frame = null;
    if (!signal.aborted) work();
  };
  document.addEventListener('visibilitychange', once, { signal });
  return () => {
    if (isAwaited || signal.aborted) return;
    isAwaited = true;
    if (!window || document.visibilityState !== 'visible') setTimeout(once, 0);
    else frame = window.requestAnimationFrame(once);
  };
}

/** @returns what asks for a look: one is taken before the next frame, however often it is asked for until then */
export function lookWithFrame({ document, clock, signal }: LookPorts, look: () => void): () => void {
  const share = createShare(clock);
  let isResting = false;
  const take = (): void => {
    isResting = false;
    if (!signal.aborted) share.spend(look);
  };
  const onNextFrame = oncePerFrame(document, take, signal);
  return () => {
    if (isResting || signal.aborted) return;
    const rest = share.rest();
    if (rest <= 0) return onNextFrame();
    isResting = true;
    setTimeout(take, rest);
  };
}
