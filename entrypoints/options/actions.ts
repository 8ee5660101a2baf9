/** What the options page asks of the browser and of the worker. */
import type { CheckOutcome, OptionsActions } from '../../components/options/context.ts';
import { askPermission, askWorker, WorkerSilent } from '../../lib/state/worker-calls.ts';

/** Two requests to the companion, each with its own time limit. */
const PATIENCE = 40_000;

/** A worker that does not answer is a finding like the others. */
async function orSilent(check: Promise<CheckOutcome>): Promise<CheckOutcome> {
  try {
    return await check;
  } catch (error) {
    if (error instanceof WorkerSilent) return { ok: false, code: 'silent' };
    throw error;
  }
}

function download(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}

export const optionsActions: Omit<OptionsActions, 'discardDamaged'> = {
  askPermission: async (portal) => {
    try {
      return (await askPermission(portal)) ? 'granted' : 'refused';
    } catch {
      // The browser refuses to ask for a host that the manifest does not name as optional.
      return 'impossible';
    }
  },
  verify: () => orSilent(askWorker({ type: 'companion.verify' })),
  enrol: (code) => orSilent(askWorker({ type: 'companion.enrol', code }, PATIENCE)),
  renewKey: () => orSilent(askWorker({ type: 'companion.renew' }, PATIENCE)),
  saveKey: (key) => orSilent(askWorker({ type: 'companion.key', key })),
  forgetKey: async () => {
    try {
      await askWorker({ type: 'companion.forgetKey' });
      return true;
    } catch (error) {
      if (error instanceof WorkerSilent) return false;
      throw error;
    }
  },
  download,
};
