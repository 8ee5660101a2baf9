import type { Text } from './translate.ts';
import type { backgroundFr } from './background.fr.ts';

export const backgroundEn = {
  product: 'Passerelle',
  requests: { one: '{count} request to approve', other: '{count} requests to approve' },
  atLeast: { one: 'At least {count} request to approve', other: 'At least {count} requests to approve' },
  noRequest: 'No request to approve',
  late: { one: '{count} of them waiting for more than two working days', other: '{count} of them waiting for more than two working days' },
  readAt: 'Portal read {when}',
  neverRead: 'Portal not read yet',
  signedOut: 'Portal closed: open it and sign in',
  unreachable: 'Portal out of reach',
  stale: 'The portal has not been read for too long',
  partial: 'The portal’s list was read in part: no request in that part',
  needsTab: 'The portal can only be read in a tab: no request known to the companion',
  notUnderstood: 'The portal’s list is not understood: open Passerelle',
  permissionMissing: 'Permission to read the portal is missing: open the options',
  queued: { one: 'Companion out of reach: {count} event waits', other: 'Companion out of reach: {count} events wait' },
  refused: { one: '{count} event refused: open Passerelle', other: '{count} events refused: open Passerelle' },
} satisfies { [Key in keyof typeof backgroundFr]: Text };
