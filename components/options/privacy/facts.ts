/** What the privacy section tells of; the tests compare both lists with the manifest and the code. */

/** Kinds of data that the extension keeps. */
export const stores = ['settings', 'key', 'readings', 'queue', 'sightings', 'checklists', 'invitations', 'drafts', 'typed', 'health', 'waits', 'damaged'] as const;

/** Every permission of any of our manifests. */
export const permissions = ['storage', 'alarms', 'scripting', 'contextMenus', 'offscreen', 'notifications', 'sidePanel'] as const;
