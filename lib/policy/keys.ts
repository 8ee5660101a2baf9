/** The parts of the settings that an organisation may set, and where each lies in them. */
import type { Settings } from '../state/settings.ts';

export const policyKeys = ['language', 'role', 'establishmentId', 'companionAddress', 'portals', 'cards', 'roster', 'everyMinutes', 'disabledFeatures', 'keepDays'] as const;
export type PolicyKey = (typeof policyKeys)[number];

interface Lens {
  get(settings: Settings): unknown;
  /** The value was judged by the schema of its place. */
  set(settings: Settings, value: unknown): Settings;
}

const person = (part: 'role' | 'establishmentId'): Lens => ({
  get: (settings) => settings.person[part],
  set: (settings, value) => ({ ...settings, person: { ...settings.person, [part]: value } }),
});
const whole = (part: 'language' | 'portals' | 'cards' | 'roster' | 'disabledFeatures'): Lens => ({
  get: (settings) => settings[part],
  set: (settings, value) => ({ ...settings, [part]: value }),
});

export const lenses: Readonly<Record<PolicyKey, Lens>> = {
  language: whole('language'),
  role: person('role'),
  establishmentId: person('establishmentId'),
  companionAddress: {
    get: (settings) => settings.companion.address,
    set: (settings, value) => ({ ...settings, companion: { ...settings.companion, address: value as string | null } }),
  },
  portals: whole('portals'),
  cards: whole('cards'),
  roster: whole('roster'),
  everyMinutes: {
    get: (settings) => settings.alerts.everyMinutes,
    set: (settings, value) => ({ ...settings, alerts: { ...settings.alerts, everyMinutes: value as number } }),
  },
  disabledFeatures: whole('disabledFeatures'),
  keepDays: {
    get: (settings) => settings.privacy?.keepDays,
    set: (settings, value) => ({ ...settings, privacy: { ...settings.privacy, keepDays: value as number } }),
  },
};
