/** The processor's time of the extension's own process: its worker, its pages, the page that reads a portal's list. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A process may end while it is looked at.
    return '';
  }
};

const parentOf = (id: number): number => Number(/^PPid:\s*(\d+)/mu.exec(read(`/proc/${id}/status`))?.[1] ?? 0);

function descendsFrom(id: number, ancestor: number): boolean {
  for (let current = id; current > 1; current = parentOf(current)) if (current === ancestor) return true;
  return false;
}

const processesWith = (argument: string): number[] => readdirSync('/proc').map(Number).filter((id) => Number.isInteger(id) && read(`/proc/${id}/cmdline`).includes(argument) && descendsFrom(id, process.pid));

/** Of the browser that this program started with the extension; it may run other browsers at the same time. */
function extensionProcesses(extension: string): number[] {
  const browsers = new Set(processesWith(`--load-extension=${extension}`));
  return processesWith('--extension-process').filter((id) => [...browsers].some((browser) => descendsFrom(id, browser)));
}

/**
 * @param extension the folder that the browser was started with
 * @returns milliseconds on a core since the processes began, all threads; null where the system does not say
 */
export function processorTime(extension: string): number | null {
  if (process.platform !== 'linux') return null;
  let nanoseconds = 0;
  for (const id of extensionProcesses(extension)) {
    for (const thread of readdirSync(`/proc/${id}/task`)) nanoseconds += Number(read(`/proc/${id}/task/${thread}/schedstat`).split(' ')[0] ?? 0);
  }
  return nanoseconds / 1e6;
}
