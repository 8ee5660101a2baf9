/**
 * Every label of the portal. VERIFIED ones are those of portal.md (its label table names the source of each);
 * INVENTED ones stand where no source exists. README.md repeats both lists.
 */
import type { PortalStatus } from './data/types.ts';

export const verified = {
  myBookings: 'Mes réservations',
  newBooking: 'Nouvelle réservation',
  myAccount: 'Mon compte',
  resources: 'Ressources',
  catalogue: 'Gestion des ressources',
  users: 'Gestion des utilisateurs',
  preferences: 'Mes préférences',
  pageTitle: 'Mes réservations de ressource',
  criteria: 'Critères',
  characteristics: 'Caractéristiques',
  applyFilter: 'Appliquer le filtre',
  resetFilters: 'Réinitialiser les filtres',
  search: 'Rechercher',
  legend: 'Légende',
  all24: 'Voir 24h',
  saveAndClose: 'Enregistrer et Fermer',
  remove: 'Supprimer',
  forgotten: 'Mot de passe oublié',
  newUser: 'Nouvel utilisateur',
  installations: 'Installations',
  resourceType: 'Type de ressource',
  number: 'Numéro',
  general: 'Informations générales',
  create: 'Créer',
  history: 'Historique',
} as const;

export const invented = {
  product: 'IRIS',
  productLong: 'Interface Intégrée de Réservation des Systèmes',
  signIn: 'Connexion',
  userCode: 'Code d’utilisateur',
  password: 'Mot de passe',
  enter: 'Se connecter',
  signOut: 'Déconnexion',
  saveFilters: 'Sauvegarder les filtres',
  unfold: 'Développer',
  searchTree: 'Rechercher une ressource',
  calendarMode: 'Mode calendrier',
  listMode: 'Mode liste',
  previousDay: 'Jour précédent',
  nextDay: 'Jour suivant',
  today: 'Aujourd’hui',
  show: 'Afficher',
  officeHours: 'Heures de bureau',
  info: 'Informations sur la ressource',
  book: 'Réserver',
  types: 'Types de ressources',
  asApprover: 'Réservations dont vous êtes approbateur',
  asCreator: 'Réservations dont vous êtes le créateur',
  period: 'Période',
  day: 'Jour',
  week: 'Semaine',
  month: 'Mois',
  between: 'Période donnée',
  from: 'Du',
  to: 'Au',
  status: 'Statut',
  perPage: 'Réservations par page',
  consult: 'Consulter',
  resource: 'Ressource',
  resourcesField: 'Ressource(s)',
  title: 'Titre',
  meetingTitle: 'Titre de la rencontre',
  department: 'Département',
  establishment: 'Établissement',
  requester: 'Demandeur',
  email: 'Courriel',
  date: 'Date',
  start: 'Heure de début',
  end: 'Heure de fin',
  listStart: 'Début',
  listEnd: 'Fin',
  action: 'Action',
  comments: 'Commentaires',
  yearPart: 'Année',
  hourPart: 'Heure',
  minutePart: 'Minutes',
  duration: 'Durée',
  unit: 'Unité',
  cancelForm: 'Annuler',
  modify: 'Modifier',
  back: 'Retour',
  approve: 'Approuver',
  reject: 'Rejeter',
  reason: 'Raison de l’annulation',
  save: 'Enregistrer',
  previous: 'Précédent',
  next: 'Suivant',
  nothing: 'Aucune réservation ne correspond aux critères.',
  noResource: 'Aucune ressource sélectionnée. Ouvrez la section « Critères » et cochez des ressources.',
  noSuchPage: 'Page introuvable',
} as const;

/** In the order of the documented filter (portal.md § 5). */
export const statusWords: Record<PortalStatus, string> = {
  approved: 'Approuvée',
  cancelled: 'Annulée',
  pending: 'À approuver',
  rejected: 'Rejetée',
  toConfirm: 'À confirmer',
};

/** Verified for videoconferences, assumed for resources (portal.md § 6). */
export const cancellationReasons = ['Rencontre annulée', 'Rencontre replanifiée', 'Participant(s) non présent(s)', 'Problème technique (non résolu)'] as const;

export const words = { ...verified, ...invented };
export type Words = { [Key in keyof typeof words]: string };

export const months = ['Janvier', 'Février', 'Mars', 'Avril', 'Mai', 'Juin', 'Juillet', 'Août', 'Septembre', 'Octobre', 'Novembre', 'Décembre'] as const;
export const weekdays = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'] as const;

/** Messages of the portal; all invented. */
export const messages = {
  badSignIn: 'Code d’utilisateur ou mot de passe invalide.',
  titleMissing: 'Veuillez inscrire le titre de la rencontre.',
  resourceMissing: 'Veuillez choisir une ressource.',
  dateInvalid: 'La date ou l’heure est invalide.',
  endBeforeStart: 'L’heure de fin doit être après l’heure de début.',
  saved: (number: string) => `La réservation n° ${number} a été enregistrée.`,
  approved: (number: string) => `La réservation n° ${number} a été approuvée.`,
  rejected: (number: string) => `La réservation n° ${number} a été rejetée.`,
  cancelled: (number: string) => `La réservation n° ${number} a été annulée.`,
  filtersSaved: 'Vos filtres ont été sauvegardés.',
  reasonMissing: 'Veuillez choisir une raison.',
  notYours: 'Vous n’avez pas les droits requis pour cette action.',
  notPending: 'Cette réservation n’est plus à approuver.',
  stale: 'Votre session a expiré ou la page est périmée. Rechargez la page et recommencez.',
  trouble: 'Une erreur est survenue. Veuillez réessayer plus tard ou communiquer avec votre CCT.',
  missing: 'La page demandée n’existe pas ou a été déplacée.',
  passwordHelp: 'Communiquez avec le pilote IRIS de votre établissement pour obtenir un nouveau mot de passe.',
} as const;
