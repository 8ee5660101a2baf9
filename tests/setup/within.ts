/** Nothing of a story waits without end: what hangs is named, long before the test that waits for it is given up. */

const LONGEST = 60_000;

/** @param what is waited for, as in « the companion's rest » @throws when `work` has not ended in time; it is left to itself then */
export async function within<T>(what: string, work: Promise<T>, milliseconds = LONGEST): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} did not come within ${milliseconds} ms.`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
