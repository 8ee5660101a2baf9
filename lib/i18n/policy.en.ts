/** English twin of policy.fr.ts. */
import type { Text } from './translate.ts';
import type { policyFr } from './policy.fr.ts';

export const policyEn = {
  managed: 'Managed by your organisation',
  problemTitle: 'Part of your organisation’s policy is ignored',
  problemMore: 'These values are of the wrong type or unknown: {keys}. Tell the person who manages your computer; the rest applies.',
  title_language: 'Language',
  text_language: 'auto, fr or en',
  title_role: 'Role',
  text_role: 'representative, approver, host or admin',
  title_establishmentId: 'Establishment',
  text_establishmentId: 'Identifier of an establishment of the list, for instance cisss-cote-nord',
  title_companionAddress: 'Companion’s address',
  text_companionAddress: 'The companion’s https address',
  title_portals: 'Portals',
  text_portals: 'Booking portals: at least id and origin (https://…)',
  title_cards: 'Services',
  text_cards: 'Service cards; a card that ships with the extension (web5000, shared-room, nominative-300, health-portal, clinical) names only what it changes',
  title_roster: 'Establishments',
  text_roster: 'Establishments that share the services: at least id and name',
  title_everyMinutes: 'Minutes between two readings',
  text_everyMinutes: 'From 1 to 120',
  title_disabledFeatures: 'Features switched off',
  text_disabledFeatures: 'Identifiers of the features to switch off on the portal’s pages',
  title_keepDays: 'Days kept',
  text_keepDays: 'Days, from 1 to 365, after which the traces kept in the browser are erased',
  title_locked: 'Fixed values',
  text_locked: 'Names of the values that people cannot change. Without this list every value given here is fixed; a value that is not in the list is a default only',
  title_skipWelcome: 'No welcome page',
  text_skipWelcome: 'Do not open the welcome page on installation',
} satisfies { [Key in keyof typeof policyFr]: Text };
