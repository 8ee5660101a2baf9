/** Statuses in addresses, class names and icons; shared with the programs of the react look. */
import type { PortalStatus } from './data/types.ts';

/** As they stand in addresses and class names. */
export const statusCodes: Record<PortalStatus, string> = {
  approved: 'approuvee',
  cancelled: 'annulee',
  pending: 'a-approuver',
  rejected: 'rejetee',
  toConfirm: 'a-confirmer',
};

/** Icons of the legend; invented (the documented list is cut, portal.md § 3.5). */
export const statusIcons: Record<PortalStatus, string> = { approved: '✓', cancelled: '–', pending: '?', rejected: '✕', toConfirm: '!' };
