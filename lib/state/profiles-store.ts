/** What was taught of each portal: laid over its profile wherever a profile is needed. By portal of the settings. */
import * as z from 'zod/mini';
import type { Instant } from '../domain/booking.ts';
import { layerProfile } from '../portal/layer.ts';
import { profilePatch, type PortalProfile, type ProfilePatch } from '../portal/profile.ts';
import { anyPortal } from '../portal/profiles/any.ts';
import { iris } from '../portal/profiles/iris.ts';
import { stored, type Stored } from './stored.ts';

export type { ProfilePatch } from '../portal/profile.ts';

export interface TaughtProfile {
  patch: ProfilePatch;
  /** When it was put in force here. */
  at: Instant;
}
export type Profiles = Record<string, TaughtProfile>;

const entry = z.lazy(() => z.object({ patch: profilePatch, at: z.number() }));

/** One that no longer holds is left out: its portal then has the profile that it would have without. */
function readProfiles(raw: unknown): Profiles {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(Object.entries(raw).flatMap(([portal, value]) => {
    const parsed = entry.safeParse(value);
    return parsed.success ? [[portal, parsed.data] as const] : [];
  }));
}

export const profilesStore: Stored<Profiles> = stored('local', 'profiles', readProfiles);

/** The profiles that ship, by their own id; anything else is the one of which nothing is known. */
export const baseOf = (patch: Pick<ProfilePatch, 'base'> | undefined): PortalProfile => (patch === undefined || patch.base.id === iris.id ? iris : anyPortal);

/** The profile of a portal of the settings. A portal of which nothing was said is taken for the same product. */
export function profileWith(profiles: Profiles, portal: { id: string; name: string }): PortalProfile {
  const taught = profiles[portal.id]?.patch;
  const base = baseOf(taught);
  return taught === undefined ? { ...base, id: portal.id } : layerProfile(base, { ...taught, id: portal.id, name: portal.name });
}
