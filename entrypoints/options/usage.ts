/** What the section « Utilisation » asks of the browser and of the worker. */
import { computed } from '@preact/signals';
import type { UsagePorts } from '../../components/options/usage/ports.ts';
import { followTogether } from '../../lib/state/follow.ts';
import { readingsStore } from '../../lib/state/readings-store.ts';
import { askWorker, WorkerSilent } from '../../lib/state/worker-calls.ts';

/** A year of bookings comes by pages, each with its own time limit. */
const PATIENCE = 120_000;

async function orSilent<T>(asked: Promise<T>): Promise<T | { ok: false; code: 'silent'; detail: null }> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WorkerSilent) return { ok: false, code: 'silent', detail: null };
    throw error;
  }
}

function save(fileName: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

export async function startUsagePorts(): Promise<UsagePorts> {
  const { values } = await followTogether({ readings: readingsStore });
  return {
    readings: computed(() => values.value.readings),
    // Without a worker the readings stay as they are; the ledger's answer says that it is silent.
    refresh: () => askWorker({ type: 'refresh' }).then(() => undefined, () => undefined),
    readLedger: (period) => orSilent(askWorker({ type: 'usage.bookings', ...period }, PATIENCE)),
    makePage: (request) => orSilent(askWorker({ type: 'usage.page', request }, PATIENCE)),
    save,
  };
}
