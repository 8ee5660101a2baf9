import type { ServiceHelp } from './topic.ts';

/** S2: the service sheet of the nominative licences. */
export const nominative300Help: ServiceHelp = {
  source: 'S2',
  title: { fr: 'La licence nominative de 300 participants', en: 'The nominative 300-participant licence' },
  lead: {
    fr: 'Une licence à votre nom : rien à réserver, rien à faire approuver.',
    en: 'A licence in your own name: nothing to book, nothing to have approved.',
  },
  signed: null,
  sections: [
    {
      id: 'fiche',
      title: { fr: 'Fiche du service', en: 'Service sheet' },
      kind: 'points',
      topics: [
        { rows: ['S2-01', 'S2-06'], text: { fr: 'Pour qui : personnel enseignant, de recherche et de soutien, étudiantes et étudiants. Tout le monde peut organiser, avec son identifiant de l’établissement.', en: 'For whom: teaching, research and support staff, students. Everybody can organise, with their establishment’s sign-in.' } },
        { rows: ['S2-02'], text: { fr: 'Hébergement : externe, chez Zoom. Les données de la rencontre sont tenues par l’éditeur, hors du Québec.', en: 'Hosting: external, at Zoom. The meeting’s data are held by the publisher, outside Québec.' } },
        { rows: ['S2-03'], text: { fr: 'Heures : tous les jours, jour et nuit.', en: 'Hours: every day, round the clock.' } },
        { rows: ['S2-05'], text: { fr: 'Accès :', en: 'Access:' }, link: 'access' },
        { rows: ['S2-07', 'S2-27'], text: { fr: 'Les participants n’ont besoin que du lien : ni compte ni mot de passe à créer.', en: 'Participants need the link only: no account or password to create.' } },
        { rows: ['S2-24'], text: { fr: 'Vous êtes autonome : aucune approbation.', en: 'You are on your own: no approval.' } },
        { rows: ['S2-26'], text: { fr: 'Connectez-vous toujours avec votre adresse professionnelle.', en: 'Always sign in with your work address.' } },
        { rows: ['S2-32'], text: { fr: 'Autres services possibles :', en: 'Other possible services:' }, link: 'alternatives' },
        {
          rows: ['S2-33'],
          text: {
            fr: 'Niveau de service : si Zoom est en panne, la reprise dépend de Zoom. Passerelle distingue « Compagnon injoignable » (notre serveur) de « Zoom ne répond pas » (le leur).',
            en: 'Service level: when Zoom is down, recovery depends on Zoom. Passerelle tells “Companion out of reach” (our server) from “Zoom does not answer” (theirs).',
          },
        },
      ],
    },
    {
      id: 'limites',
      title: { fr: 'Limites', en: 'Limits' },
      kind: 'points',
      topics: [
        { rows: ['S2-20', 'S2-21'], text: { fr: '300 participants au plus. Au-delà, réservez la licence partagée de 5 000.', en: '300 participants at most. Beyond that, book the shared 5,000 licence.' } },
        { rows: ['S2-16'], text: { fr: 'Pour un groupe d’étude ou un projet en équipe, cette licence suffit : laissez la grande licence aux grandes rencontres.', en: 'For a study group or a team project this licence is enough: leave the large licence to large meetings.' } },
        { rows: ['S2-09', 'S2-22'], text: { fr: 'L’enregistrement se fait sur votre poste ou dans le nuage, en MP4 ; seul le personnel enregistre dans le nuage.', en: 'Recording is local or in the cloud, as MP4; only staff record to the cloud.' } },
        { rows: ['S2-23'], text: { fr: 'Un enregistrement dans le nuage disparaît après 60 jours : téléchargez-le avant.', en: 'A cloud recording is gone after 60 days: download it before.' } },
        { rows: ['S2-25'], text: { fr: 'Si vous enregistrez : charte informatique, droit à l’image et droits d’auteur s’appliquent.', en: 'If you record: the IT charter, image rights and copyright apply.' }, link: 'charter' },
      ],
    },
    {
      id: 'usages',
      title: { fr: 'Ce que l’on en fait', en: 'What it is used for' },
      more: true,
      kind: 'points',
      topics: [
        { rows: ['S2-04', 'S2-15', 'S2-18'], text: { fr: 'Réunion, classe virtuelle, séance de travail : choisissez les options qui conviennent au genre de rencontre.', en: 'Meeting, virtual class, working session: choose the options that suit the kind of meeting.' } },
        { rows: ['S2-14'], text: { fr: 'Cours hybride : réservez aussi la salle dans le portail, et mettez le même titre aux deux réservations.', en: 'Hybrid class: book the room in the portal too, and give both bookings the same title.' } },
        { rows: ['S2-17'], text: { fr: 'Entretien ou comité de sélection : salle d’attente activée, pas d’enregistrement, et un titre neutre, car la grille est vue de tous.', en: 'Interview or selection committee: waiting room on, no recording, and a neutral title, as everybody sees the grid.' } },
        { rows: ['S2-19'], text: { fr: 'Formation à distance : le rapport de présence se trouve chez Zoom, sous Rapports.', en: 'Remote training: the attendance report is at Zoom, under Reports.' } },
        { rows: ['S2-08'], text: { fr: 'Partage d’écran, annotation et sondages se préparent et se font dans Zoom ; Passerelle n’y touche pas.', en: 'Screen sharing, annotation and polls are prepared and done in Zoom; Passerelle does not touch them.' } },
        { rows: ['S2-10'], text: { fr: 'Salles de répartition : l’hôte les prépare dans Zoom, au besoin avec un fichier CSV des groupes.', en: 'Breakout rooms: the host prepares them in Zoom, if need be with a CSV file of the groups.' } },
        { rows: ['S2-11'], text: { fr: 'Moodle : l’activité Zoom d’un cours se crée dans Moodle. Passerelle n’en crée pas.', en: 'Moodle: a course’s Zoom activity is created in Moodle. Passerelle creates none.' } },
      ],
    },
    {
      id: 'materiel',
      title: { fr: 'Avant de commencer', en: 'Before you start' },
      kind: 'points',
      topics: [
        { rows: ['S2-28'], text: { fr: 'Il faut un micro et, pour être vu, une caméra. Essayez-les avant, sur zoom.us/test.', en: 'You need a microphone and, to be seen, a camera. Try them beforehand at zoom.us/test.' } },
        { rows: ['S2-29'], text: { fr: 'Un ordinateur ou un téléphone intelligent convient.', en: 'A computer or a smartphone will do.' } },
        { rows: ['S2-30'], text: { fr: 'Activation, Moodle, questions fréquentes et centre d’aide :', en: 'Activation, Moodle, frequent questions and help centre:' }, link: 'help' },
        { rows: ['S2-31'], text: { fr: 'Un problème technique : ouvrez un billet d’assistance.', en: 'A technical problem: open a support ticket.' }, link: 'ticket' },
      ],
    },
  ],
};
