/** Which profile reads which portal: the built-in one, or nothing at all, with what was taught laid over it. */
import type { PortalProfile } from '../portal/profile.ts';
import { profilesStore, profileWith } from '../state/profiles-store.ts';
import type { PortalSetting } from '../state/settings.ts';

export const profileOf = async (portal: PortalSetting): Promise<PortalProfile> => profileWith(await profilesStore.load(), portal);
