/** Whose licence at Zoom a service is held on, as `ZOOM_HOSTS` says. */

/** In place of a holder: the licence is nominative, each requester's own (S2-20, S4-04). */
export const OWN_LICENCE = 'demandeur';

/** @returns the holder of a service, {@link OWN_LICENCE}, or null when none is configured */
export type LicenceOf = (serviceId: string) => string | null;

/** `*` is the holder of every service without one of its own. */
export const licenceOf = (hosts: Readonly<Record<string, string>>): LicenceOf => (serviceId) => hosts[serviceId] ?? hosts['*'] ?? null;

/** Every holder that is configured by name, once. */
export const namedHolders = (hosts: Readonly<Record<string, string>>): string[] => [...new Set(Object.values(hosts))].filter((host) => host !== OWN_LICENCE);
