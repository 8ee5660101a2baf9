/** The permissions of the Zoom application, by name (zoom.md § 1.2 and § 4). */
import type { ConferenceKind } from './types.ts';

const users = ['user:read:user:admin', 'user:read:settings:admin'];

/** Reading, listing and deleting are needed for both kinds: a conference may be converted in Zoom (Z32). */
const always = ['meeting', 'webinar'].flatMap((kind) => [`${kind}:read:${kind}:admin`, `${kind}:read:list_${kind}s:admin`, `${kind}:delete:${kind}:admin`]);

const ofKind: Record<ConferenceKind, string[]> = {
  meeting: ['meeting:write:meeting:admin', 'meeting:update:meeting:admin', 'meeting:update:status:admin', 'meeting:read:list_past_participants:admin'],
  webinar: [
    'webinar:write:webinar:admin', 'webinar:update:webinar:admin', 'webinar:update:status:admin', 'webinar:write:panelist:admin',
    'webinar:read:list_panelists:admin', 'webinar:read:list_past_participants:admin',
  ],
};

/** What a shared room takes besides: its host key is changed, its recordings are told of. */
const ofRooms = ['user:update:user:admin', 'cloud_recording:read:list_recording_files:admin'];

export function neededScopes(kinds: readonly ConferenceKind[], hasRooms = false): string[] {
  const needed = new Set([...users, ...(hasRooms ? ofRooms : []), ...always, ...kinds.flatMap((kind) => ofKind[kind])]);
  return [...needed].toSorted();
}

/** Applications made before the granular scopes have one for reading and one for writing. */
const classicOf = (scope: string): string => {
  const [family, verb] = scope.split(':');
  return family === 'cloud_recording' ? 'recording:read:admin' : `${family}:${verb === 'read' ? 'read' : 'write'}:admin`;
};

/** @returns the needed scopes that neither a granular nor a classic one covers (Z24) */
export const missingScopes = (granted: readonly string[], kinds: readonly ConferenceKind[], hasRooms = false): string[] =>
  neededScopes(kinds, hasRooms).filter((scope) => !granted.includes(scope) && !granted.includes(classicOf(scope)));
