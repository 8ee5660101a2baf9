/** The diagnostic of a portal, gathered in one way for the popup, the options and the portal's own page (U26, C4). */
import { healthStore } from './health-store.ts';
import { portalDiagnostic } from './portal-diagnostic.ts';
import { profilesStore, profileWith } from './profiles-store.ts';
import { loadSettings } from './settings-store.ts';

export interface ReadDiagnostic {
  /** What is copied. */
  text: string;
  /** False: no page of the portal is open, so that its structure is not in it. */
  isWhole: boolean;
}

/**
 * From what is stored, so that it is the same text wherever it is asked for.
 * @param portal of the settings
 * @param version of the extension
 * @param readStructure the masked outline of a page of the portal (lib/portal/structure.ts); null when none is open
 */
export async function readPortalDiagnostic(
  portal: { id: string; name: string },
  version: string,
  readStructure: () => Promise<string | null>,
): Promise<ReadDiagnostic> {
  const [health, profiles, settings, structure] = await Promise.all([healthStore.load(), profilesStore.load(), loadSettings(), readStructure()]);
  const profile = profileWith(profiles, portal);
  const text = portalDiagnostic({ health, portal: portal.id, profile, version, disabled: settings.disabledFeatures, structure });
  return { text, isWhole: structure !== null };
}
