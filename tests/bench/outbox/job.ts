/** What every contender is given: many jobs that are due, and a way to take one, do nothing, and note it as done. */
export interface Queue {
  /** Puts that many due jobs there; not timed. */
  fill(count: number): Promise<void>;
  /** Takes and finishes jobs one by one, several at a time, until none is due. @returns how many were done here */
  drain(): Promise<number>;
  close(): Promise<void>;
}

/** As many at a time as each of the libraries does by itself or is told to. */
export const AT_ONCE = 10;

/** As large as what an effect of ours speaks of. */
export const PAYLOAD = { text: 'x'.repeat(800) };

/** @param one takes and finishes one job; false: there was none */
export async function drainWith(atOnce: number, one: () => Promise<boolean>): Promise<number> {
  let done = 0;
  await Promise.all(Array.from({ length: atOnce }, async () => {
    while (await one()) done += 1;
  }));
  return done;
}
