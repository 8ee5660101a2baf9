/** A person's teaching laid over a profile. Pure, and free of any schema library. */
import type { AnchorName } from './anchors.ts';
import { toLabel } from './names.ts';
import type { PortalProfile, ProfilePatch, StatusName } from './profile.ts';

/** The patch's words, then the base's that the patch does not give to another status. */
function layerStatuses(base: readonly StatusName[], patch: readonly StatusName[]): StatusName[] {
  const taken = new Set(patch.flatMap(({ names }) => names.map(toLabel)));
  const kept = base.flatMap((entry) => {
    const names = entry.names.filter((name) => !taken.has(toLabel(name)));
    return names.length === 0 ? [] : [{ ...entry, names }];
  });
  return [...patch, ...kept];
}

/** Whether a person said that the portal has no such anchor: it is not looked for, and not said to be missing. */
export const isAbsent = ({ anchors }: Pick<PortalProfile, 'anchors'>, anchor: AnchorName): boolean => anchors[anchor]?.length === 0;

/**
 * What a patch names takes the place of what the base says of it, and nothing else: an anchor that a person
 * taught is never looked for by the words that were wrong, and one that is absent stays as an
 * empty list. The version is both, `1.3`, in the name of the health.
 */
export function layerProfile(base: PortalProfile, patch: ProfilePatch): PortalProfile {
  const kinds = new Set(patch.pages.map(({ kind }) => kind));
  return {
    id: patch.id,
    name: patch.name,
    version: base.version,
    taught: patch.version,
    pages: [...patch.pages, ...base.pages.filter(({ kind }) => !kinds.has(kind))],
    anchors: { ...base.anchors, ...patch.anchors },
    statuses: layerStatuses(base.statuses, patch.statuses),
    dates: patch.dates ?? base.dates,
    saves: patch.saves ?? base.saves,
  };
}

/** « 1 », or « 1.3 » when something was taught over it: for people and for the diagnostic. */
export const versionOf = ({ version, taught }: Pick<PortalProfile, 'version' | 'taught'>): string => (taught === undefined ? String(version) : `${String(version)}.${String(taught)}`);
