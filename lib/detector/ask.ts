/** Asks the worker, which may be gone for a moment: the browser has just ended it, or it is not up yet. */
import type { ContentMessage } from '../messages/content.ts';

/** How long after each question that nobody answered it is put again, in milliseconds; then it is given up. */
const PAUSES = [300, 1500, 6000] as const;

export interface AskPorts {
  /** Rejects, or answers nothing at all, when the worker is gone. */
  send(message: ContentMessage): Promise<unknown>;
  wait(milliseconds: number): Promise<void>;
}

/**
 * For questions only: what is asked twice must do no more than what is asked once.
 * @param signal puts no question again
 * @returns the worker's answer, null when there was none in the end
 */
export const asking = ({ send, wait }: AskPorts, signal: AbortSignal) => async (message: ContentMessage): Promise<unknown> => {
  for (const pause of [...PAUSES, null]) {
    const answer = await send(message).catch(() => undefined);
    if (answer !== undefined || pause === null) return answer ?? null;
    await wait(pause);
    if (signal.aborted) break;
  }
  return null;
};
