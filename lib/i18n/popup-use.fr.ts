/** What the popup says of an establishment's use beside a request (F02), in French first. */
import type { Dictionary, Text } from './translate.ts';

export const popupUseFr = {
  useLabel: 'Utilisation et part de l’établissement',
  useNow: 'Utilisé\u00a0: {used} sur {share}',
  useNowNone: 'Utilisé\u00a0: {used}, aucun quota fixé',
  useAfter: 'après cette demande\u00a0: {after}',
  useOver: 'part dépassée\u00a0: {over}',
  useOthers: 'avec {others} d’autres demandes en attente',
  useAtLeast: 'au moins {value}',
  useBookings: { one: '{count}\u00a0réservation', other: '{count}\u00a0réservations' },
  usePeriod: 'Du {from} au {to}.',
  useSources: 'D’après {sources}.',
  useSource_portal: 'le portail lu {when}',
  useSource_companion: 'le compagnon lu {when}',
  useAnd: ' et ',
  useUnread: 'rien de lu',
  useUnreadPart: 'Une partie seulement a été lue, et rien d’approuvé n’y paraît.',
  useWhy_unread: 'Utilisation\u00a0: — (ni le portail ni le compagnon n’ont été lus)',
  useWhy_establishment: 'Utilisation\u00a0: — (on ne sait pas de quel établissement vient la demande)',
  useWhy_card: 'Utilisation\u00a0: — (ce service n’est plus dans les options)',
} satisfies Dictionary;

export type PopupUseTexts = { [Key in keyof typeof popupUseFr]: Text };
