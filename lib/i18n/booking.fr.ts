/** What the overlay says of a booking while it is asked for: the share, the right size, another moment. */
import type { Dictionary } from './translate.ts';

export const bookingFr = {
  gauge: 'Votre établissement\u00a0: {used} sur {share}',
  gaugeNone: 'Votre établissement\u00a0: {used}',
  gaugeAll: 'Tous les établissements\u00a0: {used} sur {share}',
  gaugeAllNone: 'Tous les établissements\u00a0: {used}',
  gaugeUnapproved: 'rien d’approuvé de lu',
  gaugeRequested: { one: ', {requested} demandée', other: ', {requested} demandées' },
  gaugeOver: ', dépassement\u00a0: {over}',
  gaugeService: '{service}. {gauge}',
  gaugeShow: 'Voir le tableau',
  gaugeHide: 'Masquer le tableau',

  shareAfter: 'Après cette demande\u00a0: {used} sur {share}',
  shareAfterNone: 'Après cette demande\u00a0: {used}',
  shareOf: '{who}, {period}.',
  shareOver: 'Part dépassée\u00a0: {over}.',
  shareLeft: 'Il restera {left}.',
  shareReason: 'Un motif est demandé\u00a0: l’approbateur le lira.',
  shareRefused: 'Cette demande n’est pas acceptée\u00a0: {used} sur {share} pour {who}. Choisissez une durée plus courte ou un autre moment.',
  shareRefusedNote: 'Cette demande n’est pas acceptée. Choisissez une durée plus courte ou un autre moment.',
  shareSupport: 'Pour une exception, écrivez à {support}.',

  cardEnough: '{card} suffit',
  cardEnoughMore: { one: '{count} participant y a sa place, et «\u00a0{service}\u00a0» reste libre pour un autre établissement.', other: '{count} participants y ont leur place, et «\u00a0{service}\u00a0» reste libre pour un autre établissement.' },
  cardNoBooking: 'Elle ne demande aucune approbation.',
  cardMaybe: '{card} suffirait sans doute.',
  licenceNamed: 'La {name}',
  otherNamed: '«\u00a0{name}\u00a0»',
  keepAnyway: 'Garder quand même',
  kept: 'Vous la gardez\u00a0: dites pourquoi ci-dessous.',
  errorKeep: '{card} suffit. Choisissez «\u00a0Garder quand même\u00a0» et dites pourquoi, ou laissez cette licence libre.',
  reason: 'Motif',
  reasonHint: 'Au moins {minimum} caractères. L’approbateur le lira.',
  errorReason: 'Donnez un motif d’au moins {minimum} caractères\u00a0: l’approbateur le lira.',
  errorReasonLong: 'Le motif est trop long\u00a0: {maximum} caractères au plus.',

  estimatePast: { one: 'Votre dernière\u00a0: {percent} de l’estimé\u00a0; suggestion {suggestion}.', other: 'Vos {count} dernières\u00a0: {percent} de l’estimé\u00a0; suggestion {suggestion}.' },
  estimateUse: 'Inscrire {suggestion}',

  rehearsal: 'Répétition proposée\u00a0: {when}, avec {card}.',
  rehearsalHint: 'Trente minutes pour essayer le son, l’image et les rôles. Elle ne compte pas dans votre part et tombe avec la rencontre.',
  rehearsalWrite: 'Inscrire cette répétition dans la réservation',
  cardWithin: 'la {name}',

  blackout: 'Personne du CCT ne peut démarrer une rencontre ce jour-là ({dates}).',
  blackoutDays: 'du {from} au {to}',

  alternatives: 'Moments libres',
  alternativesRead: 'D’après ce que Passerelle connaît\u00a0; le portail décide.',
  alternativeService: '{card}, à la même heure',
  alternativeFilled: 'Le formulaire est rempli\u00a0: {when}.',
  alternativeFailed: 'Le portail n’a pas pris ce moment. Rien n’a été changé\u00a0: choisissez-le vous-même.',
  alternativeUndo: 'Remettre mon choix',
  alternativeUndone: 'Votre choix est remis comme avant.',
  alternativeUndoFailed: 'Le portail n’a pas tout repris. Vérifiez la date et les heures.',

  wait: 'M’avertir si cette plage se libère',
  waiting: 'Passerelle vous avertira si cette plage se libère\u00a0: il le voit quand le calendrier de ce jour est ouvert dans ce navigateur.',
  waitStop: 'Ne plus m’avertir',
} as const satisfies Dictionary;

export type BookingTexts = { [Key in keyof typeof bookingFr]: Dictionary[string] };
