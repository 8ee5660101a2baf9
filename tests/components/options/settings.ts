/** Settings to test with: the presets and the nine establishments, without the browser's store. */
import { establishments } from '../../../lib/services/roster.ts';
import { presets } from '../../../lib/services/presets.ts';
import { defaultNotifications } from '../../../lib/state/alert-settings.ts';
import type { Settings } from '../../../lib/state/settings.ts';

export const settingsForTests = (): Settings => ({
  version: 1,
  language: 'fr',
  person: { name: null, email: null, role: 'representative', establishmentId: null },
  portals: [{ id: 'iris', name: 'IRIS', origin: 'https://www.irisreservation.ca', listPath: null, enabled: true }],
  cards: structuredClone([...presets]),
  roster: structuredClone([...establishments]),
  companion: { address: null },
  alerts: { everyMinutes: 5, notifications: defaultNotifications() },
  disabledFeatures: [],
});
