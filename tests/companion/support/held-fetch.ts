/** Zoom that takes as long as a test wants over a creation. */

export interface HeldFetch {
  fetch: typeof globalThis.fetch;
  /** Resolves when a creation is on its way. */
  reached: Promise<void>;
  /** Lets it go to Zoom. */
  release(): void;
  /** Creations that were sent. */
  sent(): number;
}

export function holdCreation(): HeldFetch {
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let sent = 0;
  return {
    reached: reached.promise,
    release: () => released.resolve(),
    sent: () => sent,
    fetch: async (input, init) => {
      if (init?.method === 'POST' && /\/(?:webinars|meetings)$/u.test(input instanceof Request ? input.url : String(input))) {
        sent += 1;
        reached.resolve();
        await released.promise;
      }
      return fetch(input, init);
    },
  };
}
