/**
 * IRIS and its MGR, from public pages only (portal.md): nobody here has seen the application. A label is
 * `verified` when a stored page says it, `secondHand` when a description of a picture does, `guessed` when
 * no source has it. Booking-form labels are all guessed (portal.md § 4).
 */
import type { Alternative, PortalProfile } from '../profile.ts';
import { dateShapes, saveWays, type Role } from '../shapes.ts';

type Evidence = Pick<Alternative, 'origin' | 'source' | 'date'>;

const seen = (origin: Evidence['origin'], source: string, date: string): Evidence => ({ origin, source, date });
const procedure = seen('verified', 'S0 (procédure et Annexe 1)', '2020-04-17');
const picture = seen('secondHand', 'S0 (description des images)', '2020-04-17');
const wikiList = seen('verified', 'S5 (Mes réservations de ressources)', '2018-06-20');
const wikiReact = seen('verified', 'S12 (formulaire voisin)', '2020-07-03');
const wikiSignIn = seen('verified', 'S19 (Foire aux questions)', '2020-01-01');
const wikiLegend = seen('verified', 'S7 (Réserver une ressource)', '2015-12-03');
const guess = seen('guessed', 'portal.md §§ 4, 5 et 12', '2026-11-21');

const role = (name: Role, names: string[], evidence: Evidence): Alternative => ({ by: 'role', role: name, names, ...evidence });
const label = (names: string[], evidence: Evidence): Alternative => ({ by: 'label', names, ...evidence });
const text = (names: string[], evidence: Evidence): Alternative => ({ by: 'text', names, ...evidence });
const near = (name: Role, names: string[], evidence: Evidence): Alternative => ({ by: 'near', role: name, names, ...evidence });
const selector = (value: string, evidence: Evidence): Alternative => ({ by: 'selector', selector: value, ...evidence });

/** Something to press: a button, else a link, else whatever carries the words. */
const pressed = (names: string[], evidence: Evidence): Alternative[] => [
  role('button', names, evidence),
  role('link', names, evidence),
  text(names, guess),
];

/** A control of a form: by its label, else beside the words. */
const control = (names: string[], kind: Role = 'field', evidence: Evidence = guess): Alternative[] => [label(names, evidence), near(kind, names, guess)];

/** Something that may be split into several controls in a box of that name (T4). */
const group = (names: string[]): Alternative[] => [label(names, guess), role('region', names, guess), near('field', names, guess)];

const column = (names: string[]): Alternative[] => [role('columnheader', names, guess), text(names, guess)];

const words = {
  number: ['Numéro', 'Numéro de réservation', 'No de réservation', 'N° de réservation', 'No', 'N°', 'No réservation', 'Réservation n°'],
  resource: ['Ressource', 'Ressources', 'Ressource(s)', 'Salle', 'Salles', 'Salle(s)', 'Nom de la ressource', 'Ressource réservée', 'Ressources réservées'],
  title: ['Titre de la rencontre', 'Titre', 'Titre de la réservation', 'Nom de la rencontre', 'Nom de la réservation', 'Objet', 'Sujet', 'Objet de la rencontre'],
  establishment: ['Établissement', 'Établissement demandeur', 'Installation', 'Organisation'],
  requester: ['Demandeur', 'Demandeuse', 'Demandé par', 'Réservé par', 'Créé par', 'Créateur', 'Nom du demandeur', 'Organisateur'],
  email: ['Courriel', 'Courriel du demandeur', 'Adresse courriel', 'Adresse de courriel'],
  date: ['Date', 'Date de la rencontre', 'Date de la réservation', 'Date de début', 'Quand', 'Date et heure'],
  start: ['Heure de début', 'Début', 'Commence à', 'De', 'Date et heure de début', 'Heure du début'],
  end: ['Heure de fin', 'Fin', 'Se termine à', 'À', 'Date de fin', 'Date et heure de fin', 'Heure de la fin'],
  duration: ['Durée', 'Durée de la rencontre', 'Durée de la réservation'],
  freeText: ['Commentaires', 'Commentaire', 'Notes', 'Note', 'Remarques', 'Remarque', 'Description', 'Description complète', 'Informations complémentaires', 'Détails'],
  status: ['Statut', 'État', 'Statut de la réservation', 'État de la réservation'],
};

export const iris: PortalProfile = {
  id: 'iris',
  name: 'IRIS, module de gestion des ressources (MGR)',
  version: 1,
  pages: [
    { kind: 'signIn', paths: ['*connexion*', '*login*'], ...guess },
    { kind: 'form', paths: ['*reservation*nouvelle*', '*nouvelle*reservation*', '*reservation*modifier*'], ...guess },
    { kind: 'list', paths: ['*liste*'], ...guess },
    { kind: 'calendar', paths: ['*calendrier*', '*ressources*'], ...guess },
  ],
  anchors: {
    account: [role('link', ['Mon compte', 'Mes Réservations', 'Nouvelle réservation'], wikiList), role('button', ['Mon compte', 'Mes Réservations', 'Nouvelle réservation'], guess), role('menuitem', ['Mon compte', 'Mes Réservations', 'Nouvelle réservation'], guess)],
    pageTitle: [role('heading', ['Mes réservations de ressources'], wikiList), role('heading', ['Mes réservations de ressource'], picture)],
    criteria: [role('button', ['Critères'], procedure), role('region', ['Critères'], procedure), role('heading', ['Critères'], procedure), role('link', ['Critères'], procedure), text(['Critères'], guess)],
    resourceTree: [role('tree', ['Ressources', 'Salles', 'Ressource'], picture), selector('[role="tree"]', guess)],
    characteristics: [role('region', ['Caractéristiques'], picture), role('heading', ['Caractéristiques'], picture), role('button', ['Caractéristiques'], guess), text(['Caractéristiques'], guess)],
    saveFilters: pressed(['Sauvegarder les filtres', 'Sauvegarder le filtre', 'Enregistrer les filtres', 'Enregistrer le filtre', 'Sauvegarder mes filtres', 'Conserver les filtres'], guess),
    applyFilter: [...pressed(['Appliquer le filtre'], procedure), ...pressed(['Appliquer les filtres', 'Appliquer', 'Filtrer'], guess)],
    legend: [role('tab', ['Légende'], wikiLegend), role('region', ['Légende'], wikiLegend), role('button', ['Légende'], guess), role('heading', ['Légende'], guess), text(['Légende'], guess)],
    dayHeading: [role('heading', ['lundi…', 'mardi…', 'mercredi…', 'jeudi…', 'vendredi…', 'samedi…', 'dimanche…'], guess)],
    gridBooking: [selector('[data-booking], .booking, .reservation, [class*="booking" i], [class*="reservation" i]', guess)],
    pageSize: control(['Réservations par page', 'Nombre de réservations par page', 'Nombre par page', 'Par page', 'Résultats par page', 'Lignes par page', 'Afficher'], 'combobox'),
    search: [...control(['Rechercher'], 'textbox', wikiList), ...control(['Recherche', 'Mot clé', 'Mots clés'], 'textbox')],
    nextPage: pressed(['Suivant', 'Suivante', 'Page suivante', '›', '»', '>'], guess),
    previousPage: pressed(['Précédent', 'Précédente', 'Page précédente', '‹', '«'], guess),
    emptyList: [text(['Aucune réservation…', 'Aucun résultat…', 'Aucun enregistrement…'], guess)],
    onlyToApprove: control(['Réservations dont vous êtes approbateur', 'Seulement les réservations que j’approuve', 'Réservations que j’approuve', 'Dont je suis approbateur', 'Je suis approbateur', 'À approuver par moi'], 'checkbox'),
    columnNumber: column([...words.number, '#', 'Réservation']),
    columnResource: column(words.resource),
    columnTitle: column(words.title),
    columnEstablishment: column(words.establishment),
    columnRequester: column(words.requester),
    columnEmail: column(words.email),
    columnDate: column([...words.date, 'Jour', 'Journée', 'Période', 'Date et heures']),
    columnStart: column(words.start),
    columnEnd: column(words.end),
    columnDuration: column(words.duration),
    columnFreeText: column(words.freeText),
    columnStatus: column(words.status),
    save: [
      ...pressed(['Enregistrer et Fermer'], wikiReact),
      ...pressed(['Enregistrer', 'Enregistrer la réservation', 'Sauvegarder', 'Sauvegarder et fermer', 'Soumettre', 'Soumettre la demande', 'Réserver', 'Confirmer la réservation', 'Créer la réservation', 'Enregistrer et nouveau'], guess),
    ],
    number: control(words.number),
    resource: group(words.resource),
    title: control(words.title, 'textbox'),
    establishment: control(words.establishment),
    date: group(words.date),
    start: group(words.start),
    end: group(words.end),
    duration: group(words.duration),
    durationUnit: control(['Unité', 'Unité de durée', 'Unité de temps', 'Unités'], 'combobox'),
    freeText: control(words.freeText, 'textbox'),
    requester: control(words.requester),
    email: control(words.email),
    status: control(words.status),
    approve: pressed(['Approuver', 'Approuver la réservation', 'Accepter'], guess),
    reject: pressed(['Rejeter', 'Rejeter la réservation', 'Refuser'], guess),
    password: [selector('input[type="password"]', guess)],
    forgottenPassword: [role('link', ['Mot de passe oublié'], wikiSignIn), role('button', ['Mot de passe oublié…'], guess), text(['Mot de passe oublié…'], guess)],
  },
  statuses: [
    { status: 'approved', names: ['Approuvée', 'Approuvé', 'Approuvées'], ...wikiList },
    { status: 'cancelled', names: ['Annulée', 'Annulé', 'Annulées'], ...wikiList },
    { status: 'pending', names: ['À approuver', 'En attente d’approbation', 'À valider'], ...wikiList },
    { status: 'rejected', names: ['Rejetée', 'Rejeté', 'Refusée', 'Refusé'], ...wikiList },
    { status: 'toConfirm', names: ['À confirmer'], ...wikiList },
  ],
  // No source says how IRIS writes dates (portal.md § 12, j): every shape of Québec's portals is read.
  dates: dateShapes.filter((shape) => shape !== 'monthFirst').map((shape) => ({ shape, ...guess })),
  saves: saveWays.map((way) => ({ way, ...guess })),
};
