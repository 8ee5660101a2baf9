/** What a policy may hold: the same schemas as the settings themselves, so that the two cannot drift apart. */
import * as z from 'zod/mini';
import { settings } from '../state/settings.ts';
import { policyKeys, type PolicyKey } from './keys.ts';

/** By key, what the settings take at that place. */
export function valueSchemas(): Readonly<Record<PolicyKey, z.ZodMiniType>> {
  const { shape } = settings._zod.innerType;
  return {
    language: shape.language,
    role: shape.person.shape.role,
    establishmentId: shape.person.shape.establishmentId,
    companionAddress: shape.companion.shape.address,
    portals: shape.portals,
    cards: shape.cards,
    roster: shape.roster,
    everyMinutes: shape.alerts.shape.everyMinutes,
    disabledFeatures: shape.disabledFeatures,
    keepDays: shape.privacy.def.innerType.shape.keepDays,
  };
}

/** Besides values: what may not be changed, and whether the welcome page stays away. */
export const controlSchemas = {
  locked: z.lazy(() => z.array(z.enum(policyKeys))),
  skipWelcome: z.boolean(),
} as const;
