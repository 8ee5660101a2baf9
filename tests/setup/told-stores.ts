/** Which row of the privacy page tells of each store of the extension (docs/privacy.md, components/options/privacy/facts.ts). */
import type { stores } from '../../components/options/privacy/facts.ts';

export const toldStores: Record<string, (typeof stores)[number] | 'nothing personal'> = {
  settings: 'settings', 'settings.damaged': 'damaged', key: 'key', readings: 'readings', ledger: 'readings', pastMeetings: 'readings', outbox: 'queue', sightings: 'sightings', unnumbered: 'sightings',
  checklists: 'checklists', typed: 'typed', invitations: 'invitations', health: 'health', waits: 'waits', alertLog: 'waits',
  // The popup's habits, the portal's addresses and profiles, the clock's offset, what the icon shows and when all was put right say nothing of anybody.
  popup: 'settings', listAddresses: 'nothing personal', profiles: 'nothing personal', calibration: 'nothing personal', clockOffset: 'nothing personal', badge: 'nothing personal', settled: 'nothing personal',
};
