import { beforeEach, describe, expect, it } from 'vitest';
import { resetBrowser } from '../browser.ts';
import { emptyPatch } from '../../../lib/calibration/patch.ts';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { healthStore } from '../../../lib/state/health-store.ts';
import { portalDiagnostic } from '../../../lib/state/portal-diagnostic.ts';
import { profilesStore, profileWith } from '../../../lib/state/profiles-store.ts';
import { readPortalDiagnostic } from '../../../lib/state/read-diagnostic.ts';
import { saveSettings } from '../../../lib/state/settings-store.ts';
import { NOW, settings } from '../samples.ts';

const portal = { id: 'iris', name: 'IRIS' };

describe('U26 C4 the diagnostic of a portal, gathered', () => {
  beforeEach(resetBrowser);

  it('U26 is printed from what is stored: health, what was taught, features off', async () => {
    const health = { iris: { form: { page: 'form' as const, anchors: [{ anchor: 'save', health: 'missing' as const, matches: 0 }], failures: [], at: NOW } } };
    await healthStore.update(() => health);
    await profilesStore.update(() => ({ iris: { patch: { ...emptyPatch(iris, portal), version: 4 }, at: NOW } }));
    await saveSettings(settings({ disabledFeatures: ['usage-panel'] }));
    const profile = profileWith(await profilesStore.load(), portal);
    expect(await readPortalDiagnostic(portal, '1.2.3', () => Promise.resolve('path /reservations'))).toEqual({
      text: portalDiagnostic({ health, portal: 'iris', profile, version: '1.2.3', disabled: ['usage-panel'], structure: 'path /reservations' }), isWhole: true,
    });
  });

  it('U26 says that it is a part when no page of the portal is open', async () => {
    expect(await readPortalDiagnostic(portal, '1.2.3', () => Promise.resolve(null))).toEqual({ text: expect.stringMatching(/structure: no page of the portal is open$/u), isWhole: false });
  });
});
