/** When a changing page is looked at: before its next frame is drawn, once, unless our looks take too much of its time. */
import { createShare } from './share.ts';

export interface LookPorts {
  document: Document;
  /** Milliseconds of a clock that only goes forward. */
  clock(): number;
  signal: AbortSignal;
}

/**
 * Once a frame; a hidden tab draws no frames, so there a task stands in, also when it is hidden before the frame. It
 * listens as long as the signal lets it: to come and go with each frame would cost more than all that is done in it.
 */
function framesOf(document: Document, work: () => void, signal: AbortSignal): () => void {
  const window = document.defaultView;
  let frame: number | null = null;
  const once = (): void => {
    if (frame === null) return;
    window?.cancelAnimationFrame(frame);
    frame = null;
    work();
  };
  document.addEventListener('visibilitychange', once, { signal });
  return () => {
    if (!window || document.visibilityState !== 'visible') setTimeout(work, 0);
    else frame = window.requestAnimationFrame(once);
  };
}

/** @returns what asks for a look: one is taken before the next frame, however often it is asked for until then */
export function lookWithFrame({ document, clock, signal }: LookPorts, look: () => void): () => void {
  const share = createShare(clock);
  let isAwaited = false;
  const take = (): void => {
    isAwaited = false;
    if (!signal.aborted) share.spend(look);
  };
  const onNextFrame = framesOf(document, take, signal);
  return () => {
    if (isAwaited || signal.aborted) return;
    isAwaited = true;
    const rest = share.rest();
    if (rest > 0) setTimeout(take, rest);
    else onNextFrame();
  };
}
