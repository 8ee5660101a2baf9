/** What the portal itself calls its things. */
import type { AnchorName } from '../portal/anchors.ts';
import type { PortalProfile } from '../portal/profile.ts';

/** The first label that the profile knows an anchor by. */
export const nameIn = (profile: PortalProfile, anchor: AnchorName): string => {
  const alternative = profile.anchors[anchor]?.find((one) => 'names' in one);
  return alternative !== undefined && 'names' in alternative ? (alternative.names[0] ?? anchor) : anchor;
};
