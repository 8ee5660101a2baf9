/** Which profile reads which portal. Other portals are taken for the same product until one of their own is imported. */
import type { PortalProfile } from '../portal/profile.ts';
import { iris } from '../portal/profiles/iris.ts';
import type { PortalSetting } from '../state/settings.ts';

export const profileOf = (portal: PortalSetting): PortalProfile => ({ ...iris, id: portal.id });
