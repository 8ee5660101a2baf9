/** What the figures were measured on, and whether the machine is quiet enough to measure anything. */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';

/** Over this much work by others on one core, figures say more of the others than of us (reliability.md D.6). */
export const LOAD_MAXIMUM = 0.8;
const PATIENCE_SECONDS = 90;

export interface Machine {
  cores: number;
  processor: string;
  memoryGigabytes: number;
  node: string;
  browser: string | null;
  load: number;
}

function browserVersion(): string | null {
  try {
    return execFileSync(process.env['BROWSER_PATH'] ?? 'chromium', ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

export function describeMachine(): Machine {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    browser: browserVersion(),
    load: loadavg()[0] ?? 0,
  };
}

/** Waits for others to finish, for a while. @returns the load of the last minute */
export async function waitForQuiet(say: (sentence: string) => void): Promise<number> {
  for (let waited = 0; waited < PATIENCE_SECONDS; waited += 15) {
    const load = loadavg()[0] ?? 0;
    if (load <= LOAD_MAXIMUM) return load;
    if (waited === 0) say(`The machine is at work (load ${load.toFixed(2)}): waiting up to ${PATIENCE_SECONDS} s for quiet.`);
    await wait(15_000);
  }
  return loadavg()[0] ?? 0;
}
