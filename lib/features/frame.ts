/** @returns a function that does `work` once before the next frame, however often it is called until then */
export function oncePerFrame(document: Document, work: () => void, signal: AbortSignal): () => void {
  let waiting = false;
  return () => {
    if (waiting || signal.aborted) return;
    waiting = true;
    document.defaultView?.requestAnimationFrame(() => {
      waiting = false;
      if (!signal.aborted) work();
    });
  };
}
