/** The popup's clicks about one portal: opening the assistant, copying what to send for help. */
import type { PortalModel } from '../../lib/state/model.ts';
import { readPortalDiagnostic } from '../../lib/state/read-diagnostic.ts';
import { askStructure, askWorker, ownVersion } from '../../lib/state/worker-calls.ts';
import type { PortalWords } from '../portals/words.ts';

/** @returns what to say of it */
export async function openCalibration(portal: PortalModel, t: PortalWords): Promise<string> {
  try {
    const answer = await askWorker({ type: 'calibration.open', portal: portal.id });
    return answer.ok ? t('calibrateOpened') : t(`calibrate_${answer.why}`);
  } catch {
    return t('calibrate_silent');
  }
}

/** @returns what to say of it */
export async function copyDiagnostic(portal: PortalModel, t: PortalWords): Promise<string> {
  try {
    const { text, isWhole } = await readPortalDiagnostic(portal, ownVersion(), () => askStructure(portal.id));
    await navigator.clipboard.writeText(text);
    return t(isWhole ? 'diagnosticCopied' : 'diagnosticCopiedPart');
  } catch {
    return t('diagnosticNotCopied');
  }
}
