/** What the options page asks of the browser and of the worker. */
import type { CalibrationOutcome, CheckOutcome, OptionsActions } from '../../components/options/context.ts';
import { browser } from 'wxt/browser';
import { readPortalDiagnostic } from '../../lib/state/read-diagnostic.ts';
import { askPermission, askStructure, askWorker, ownVersion, WorkerSilent } from '../../lib/state/worker-calls.ts';

/** Two requests to the companion, each with its own time limit. */
const PATIENCE = 40_000;

/** A worker that does not answer says so. */
async function orUnanswered(asked: Promise<CalibrationOutcome>): Promise<CalibrationOutcome> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof WorkerSilent) return { ok: false, why: 'silent' };
    throw error;
  }
}

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

export const optionsActions: Omit<OptionsActions, 'discardDamaged' | 'diagnostic'> = {
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
  askNotifications: () => browser.permissions.request({ permissions: ['notifications'] }).catch(() => false),
  showExample: () => askWorker({ type: 'alerts.example' }).then(({ shown }) => shown, () => false),
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
  calibrate: (portal) => orUnanswered(askWorker({ type: 'calibration.open', portal })),
  portalDiagnostic: (portal) => readPortalDiagnostic(portal, ownVersion(), () => askStructure(portal.id)),
  setProfile: (portal, patch) => orUnanswered(askWorker({ type: 'profile.set', portal, patch })),
  copy: (text) => navigator.clipboard.writeText(text).then(() => true, () => false),
};
