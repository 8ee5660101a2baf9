/** The popup's clicks about one portal: opening the assistant, copying what to send for help. */
import { healthStore } from '../../lib/state/health-store.ts';
import type { PortalModel } from '../../lib/state/model.ts';
import { portalDiagnostic } from '../../lib/state/portal-diagnostic.ts';
import { profilesStore, profileWith } from '../../lib/state/profiles-store.ts';
import { loadSettings } from '../../lib/state/settings-store.ts';
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
    const [health, profiles, settings, structure] = await Promise.all([healthStore.load(), profilesStore.load(), loadSettings(), askStructure(portal.id)]);
    await navigator.clipboard.writeText(portalDiagnostic({ health, portal: portal.id, profile: profileWith(profiles, portal), version: ownVersion(), disabled: settings.disabledFeatures, structure }));
    return t(structure === null ? 'diagnosticCopiedPart' : 'diagnosticCopied');
  } catch {
    return t('diagnosticNotCopied');
  }
}
