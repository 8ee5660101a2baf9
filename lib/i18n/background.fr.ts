/** What the icon of the extension says, in French first. */
import type { Dictionary } from './translate.ts';

export const backgroundFr = {
  product: 'Passerelle',
  requests: { one: '{count}\u00a0demande à approuver', other: '{count}\u00a0demandes à approuver' },
  atLeast: { one: 'Au moins {count}\u00a0demande à approuver', other: 'Au moins {count}\u00a0demandes à approuver' },
  noRequest: 'Aucune demande à approuver',
  late: { one: 'dont {count}\u00a0attend depuis plus de deux jours ouvrables', other: 'dont {count}\u00a0attendent depuis plus de deux jours ouvrables' },
  readAt: 'Portail lu {when}',
  neverRead: 'Portail pas encore lu',
  signedOut: 'Portail fermé\u00a0: ouvrez-le et connectez-vous',
  unreachable: 'Portail injoignable',
  stale: 'Le portail n’a pas été lu depuis trop longtemps',
  partial: 'Liste du portail lue en partie\u00a0: aucune demande dans cette partie',
  needsTab: 'Le portail ne se lit que dans un onglet\u00a0: aucune demande connue du compagnon',
  notUnderstood: 'Liste du portail non comprise\u00a0: ouvrez Passerelle',
  permissionMissing: 'Permission manquante pour lire le portail\u00a0: ouvrez les options',
  queued: { one: 'Compagnon injoignable\u00a0: {count}\u00a0envoi attend', other: 'Compagnon injoignable\u00a0: {count}\u00a0envois attendent' },
  refused: { one: '{count}\u00a0envoi refusé\u00a0: ouvrez Passerelle', other: '{count}\u00a0envois refusés\u00a0: ouvrez Passerelle' },
} satisfies Dictionary;
