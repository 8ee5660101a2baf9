/** What a piece of work leaves on the heap of this program, and what it makes on its way. */
import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** One sample in so many bytes, on average. */
const INTERVAL = 512;

interface Node {
  selfSize: number;
  children: Node[];
}
const sizeOf = ({ selfSize, children }: Node): number => children.reduce((sum, child) => sum + sizeOf(child), selfSize);

/** Bytes, after everything that nobody holds is gone. */
function heapNow(): number {
  // What one collection frees may have held more.
  for (let turn = 0; turn < 3; turn += 1) collect();
  return process.memoryUsage().heapUsed;
}

/** @returns bytes that what `work` gives holds, beyond what was there before */
export function keptBy<T>(work: () => T): number {
  const before = heapNow();
  const held = [work()];
  const kept = heapNow() - before;
  held.length = 0;
  return kept;
}

/** @returns bytes that were made while `work` ran, whether anybody still holds them or not; by sampling */
export function madeBy(work: () => unknown): number {
  const session = new Session();
  session.connect();
  let made = Number.NaN;
  session.post('HeapProfiler.startSampling', { samplingInterval: INTERVAL, includeObjectsCollectedByMajorGC: true, includeObjectsCollectedByMinorGC: true });
  work();
  session.post('HeapProfiler.stopSampling', (_error, { profile }) => {
    made = sizeOf(profile.head);
  });
  session.disconnect();
  return made;
}
