/** In the page: how long the watcher's own callbacks hold the thread, whichever way they are called. */
export interface OwnTime {
  /** The longest callback since the last reset, milliseconds. */
  longest: number;
  reset(): void;
}

type Callback = (...values: never[]) => unknown;

/** To be called before any watcher is loaded; the page keeps its own functions from before. */
export function measureOwnTime(): OwnTime {
  const own: OwnTime = { longest: 0, reset: () => { own.longest = 0; } };
  const timed = <Work extends Callback>(work: Work): Work =>
    function (this: unknown, ...values: never[]) {
      const began = performance.now();
      try {
        return work.apply(this, values);
      } finally {
        own.longest = Math.max(own.longest, performance.now() - began);
      }
    } as Work;
  const { requestAnimationFrame: frame, setTimeout: timer, MutationObserver: Native } = globalThis;
  const listen = EventTarget.prototype.addEventListener;
  globalThis.requestAnimationFrame = (work) => frame(timed(work));
  globalThis.setTimeout = ((work: Callback, ...rest: never[]) => timer(timed(work), ...rest)) as unknown as typeof setTimeout;
  globalThis.MutationObserver = class extends Native {
    constructor(work: MutationCallback) {
      super(timed(work));
    }
  };
  EventTarget.prototype.addEventListener = function (
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ) {
    listen.call(this, type, type === 'animationstart' && typeof listener === 'function' ? timed(listener) : listener, options);
  };
  return own;
}
