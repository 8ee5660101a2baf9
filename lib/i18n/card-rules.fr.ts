/** What the overlay says of one service and not of another, in French first. */
import type { Dictionary } from './translate.ts';

export const cardRulesFr = {
  showNext: 'Cliquez sur une heure libre de sa ligne et réservez comme pour une autre ressource.',

  planB: 'Plan B, si la connexion se perd',
  planBHint: 'Par exemple «\u00a0par téléphone\u00a0». N’inscrivez ni nom ni numéro d’usager\u00a0: la réservation est lue par d’autres.',
  errorPlanB: 'Inscrivez ce que vous ferez si la connexion se perd, par exemple «\u00a0par téléphone\u00a0».',
  errorPlanBLong: 'Le plan B est trop long\u00a0: {maximum} caractères au plus.',
  charter: 'La rencontre est enregistrée\u00a0: je respecte la charte informatique, le droit à l’image et les droits d’auteur',
  errorCharter: 'Cochez la charte, puisque la rencontre est enregistrée.',

  factsRoom: 'Renseignements pour le créneau de la salle',
  factsElsewhere: 'Renseignements pour la web conférence',
  factNameHintShown: 'Il paraît dans la réservation.',
  factEmailHintReach: 'Il sert à joindre cette personne le jour même.',

  noteRoom: 'Réserver ne crée pas de réunion\u00a0: la salle existe.',
  noteElsewhere: 'Aucune réunion n’est créée chez Zoom\u00a0: la conférence se fait sur le portail de santé.',
  noteNominative: 'Cette licence est à votre nom\u00a0: aucune réservation n’est nécessaire.',
  noteApproval: 'C’est une demande\u00a0: un approbateur y répond.',
  noteArrive: { one: 'Arrivez {count} minute avant\u00a0: ce temps est réservé avec le vôtre.', other: 'Arrivez {count} minutes avant\u00a0: ce temps est réservé avec le vôtre.' },
  noteHostStarts: 'Une personne du CCT démarre la rencontre.',
  noteHostKey: 'La clé d’hôte n’est montrée qu’à la personne qui tient le créneau, peu avant.',
  noteOpensItself: 'La conférence s’ouvre d’elle-même à l’heure.',
  noteWaitingOff: 'Il n’y a pas de salle d’attente.',
  noteWaitingThenOn: 'En arrivant, activez la salle d’attente\u00a0: c’est obligatoire.',
  noteWaitingOn: 'La salle d’attente est toujours activée.',
  noteNeverRecorded: 'La rencontre n’est jamais enregistrée.',
  noteKeptHours: { one: 'L’enregistrement disparaît après {count} heure.', other: 'L’enregistrement disparaît après {count} heures.' },
  noteKeptDays: { one: 'L’enregistrement disparaît après {count} jour.', other: 'L’enregistrement disparaît après {count} jours.' },

  adviceClinical: 'Ce nom semble clinique («\u00a0{word}\u00a0»). Cette licence n’est pas autorisée pour rencontrer des usagers\u00a0: prenez une licence Zoom télésanté.',
  adviceNeutral: 'Choisissez un nom neutre, sans nom d’usager\u00a0: d’autres lisent la réservation.',
  advicePlanB: 'Le plan B semble contenir un numéro ou une adresse. Retirez-le\u00a0: d’autres lisent la réservation.',
  adviceEmail: 'L’adresse {email} n’est pas une adresse professionnelle attendue ({list}).',
} as const satisfies Dictionary;

export type CardRulesTexts = { [Key in keyof typeof cardRulesFr]: Dictionary[string] };
