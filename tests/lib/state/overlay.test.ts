import { describe, expect, it } from 'vitest';
import { iris } from '../../../lib/portal/profiles/iris.ts';
import { presets } from '../../../lib/services/presets.ts';
import { establishments } from '../../../lib/services/roster.ts';
import { defaultNotifications } from '../../../lib/state/alert-settings.ts';
import { toOverlaySettings } from '../../../lib/state/overlay.ts';
import type { Settings } from '../../../lib/state/settings.ts';
import { booking, NINE } from '../features/fixtures.ts';

const settings: Settings = {
  version: 1,
  language: 'auto',
  person: { name: 'Julie', email: 'julie@exemple.ca', role: 'representative', establishmentId: 'cisss-iles' },
  portals: [],
  cards: [...presets],
  roster: establishments.map((establishment) => ({ ...establishment, representative: { name: 'Autre Personne', email: 'autre@exemple.ca', phone: null, irisCode: null, position: null } })),
  companion: { address: 'https://compagnon.exemple.ca' },
  alerts: { everyMinutes: 5, notifications: defaultNotifications() },
  disabledFeatures: ['report'],
};
const requester = { name: 'Zoé Untel', email: 'zoe@exemple.ca' };
const readings = [{ bookings: [booking({ requester, reason: 'raison tue' })], complete: true, from: null, to: null, at: NINE, source: 'list' as const }];

describe('what a content script receives', () => {
  const told = toOverlaySettings(settings, 'iris', iris, readings, 'fr-CA', '.po-panel{}');

  it('is what the overlay needs: cards, roster, one’s own name, the profile and the bookings', () => {
    expect(told).toMatchObject({ portal: 'iris', language: 'fr', person: settings.person, disabledFeatures: ['report'], styles: '.po-panel{}', profile: { id: 'iris' } });
    expect([told.cards.length, told.roster.length, told.readings[0]?.bookings[0]?.start]).toEqual([presets.length, 9, NINE]);
  });

  it('says nobody else’s name, and not where the companion is', () => {
    expect(JSON.stringify(told)).not.toMatch(/Autre Personne|autre@|Untel|zoe@|raison tue|compagnon\.exemple/u);
  });

  it('U7 writes each capacity as its reader does, so that no page needs a formatter of its own as it loads', () => {
    expect(told.capacities['web5000']).toEqual({ number: '5\u00a0000', words: '5\u00a0000 participants' });
    expect(toOverlaySettings({ ...settings, language: 'en' }, 'iris', iris, [], 'fr-CA', '').capacities['web5000']).toEqual({ number: '5,000', words: '5,000 participants' });
    expect(Object.keys(told.capacities)).toEqual(presets.map(({ id }) => id));
  });

  it('speaks the browser’s language unless one was chosen', () => {
    expect([told.words.close, toOverlaySettings(settings, 'iris', iris, [], 'en-US', '.po-panel{}').words.close]).toEqual(['Fermer', 'Close']);
    expect(toOverlaySettings(settings, 'iris', iris, [], 'en-US', '.po-panel{}').language).toBe('en');
    expect(toOverlaySettings({ ...settings, language: 'fr' }, 'iris', iris, [], 'en-US', '.po-panel{}').language).toBe('fr');
  });
});
