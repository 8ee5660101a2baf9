import type { ServiceHelp } from './topic.ts';

/** S1: the shared permanent room, opened with the host key. */
export const sharedRoomHelp: ServiceHelp = {
  source: 'S1',
  title: { fr: 'La salle Zoom partagée', en: 'The shared Zoom room' },
  lead: {
    fr: 'Une salle qui existe toujours : vous réservez un créneau, puis vous en prenez l’animation avec la clé d’hôte.',
    en: 'A room that is always there: you book a slot, then take charge of it with the host key.',
  },
  signed: null,
  sections: [
    {
      id: 'resume',
      title: { fr: 'En bref', en: 'In short' },
      kind: 'steps',
      topics: [
        { rows: ['S1-01', 'S1-02', 'S1-27', 'S1-28'], text: { fr: 'Regardez si le créneau est libre, puis réservez-le : les autres voient alors qu’il est pris.', en: 'See whether the slot is free, then book it: the others then see that it is taken.' } },
        { rows: ['S1-03', 'S1-23'], text: { fr: 'Rejoignez le canal de la salle : les annonces s’y trouvent.', en: 'Join the room’s channel: announcements are there.' }, link: 'channel' },
        { rows: ['S1-04', 'S1-05'], text: { fr: 'Quinze minutes avant, Passerelle vous montre le lien et, une seule fois, la clé d’hôte. Elle change après chaque usage.', en: 'Fifteen minutes before, Passerelle shows you the link and, once only, the host key. It changes after each use.' } },
        { rows: ['S1-06', 'S1-07', 'S1-32'], text: { fr: 'Entrez dans la salle : Participants, puis « Revendiquer le rôle d’hôte », puis la clé.', en: 'Enter the room: Participants, then “Claim host” (“Revendiquer le rôle d’hôte”), then the key.' }, link: 'video' },
        { rows: ['S1-08', 'S1-34'], text: { fr: 'Obligatoire : Sécurité, puis « Activez la salle d’attente ». Le lien de la salle est connu de beaucoup de gens.', en: 'Required: Security, then “Enable waiting room” (“Activez la salle d’attente”). Many people know the room’s link.' } },
      ],
    },
    {
      id: 'comprendre',
      title: { fr: 'Bien comprendre la salle', en: 'Understanding the room' },
      kind: 'points',
      more: true,
      topics: [
        { rows: ['S1-09', 'S1-30', 'S1-31'], text: { fr: 'Réserver ne crée pas de réunion : vous utilisez la salle qui existe. Son lien et son numéro se copient depuis votre réservation.', en: 'Booking creates no meeting: you use the room that exists. Its link and number can be copied from your booking.' } },
        { rows: ['S1-10'], text: { fr: 'Personne n’a besoin d’un compte Zoom pour participer.', en: 'Nobody needs a Zoom account to take part.' } },
        { rows: ['S1-11'], text: { fr: 'Sans animateur, on ne peut ni enregistrer, ni gérer la salle d’attente, ni couper les micros, ni partager l’écran.', en: 'Without a host nobody can record, run the waiting room, mute others or share a screen.' } },
        { rows: ['S1-12'], text: { fr: 'Sans abonnement Pro, une réunion s’arrête après 40 minutes ; le compagnon avertit si le compte de la salle est gratuit.', en: 'Without a Pro plan a meeting stops after 40 minutes; the companion warns when the room’s account is free.' } },
        { rows: ['S1-13'], text: { fr: 'Une seule réunion à la fois : d’où l’agenda.', en: 'One meeting at a time: hence the calendar.' } },
        { rows: ['S1-14'], text: { fr: 'Il suffit d’installer le logiciel Zoom et d’avoir la clé :', en: 'All you need is the Zoom program and the key:' }, link: 'download' },
        { rows: ['S1-16', 'S1-22', 'S1-25'], text: { fr: 'La salle d’attente est désactivée au départ, sinon personne n’entrerait, pas même vous. Arrivez quelques minutes avant pour l’activer ; la réservation peut prévoir ce temps.', en: 'The waiting room is off at first, or nobody could come in, not even you. Arrive a few minutes early to turn it on; the booking can allow for it.' } },
        { rows: ['S1-18', 'S1-24', 'S1-26'], text: { fr: 'À l’arrivée, micros coupés et vidéo fermée ; vous redonnez la parole.', en: 'On arrival, microphones are muted and video is off; you give the floor.' } },
      ],
    },
    {
      id: 'animer',
      title: { fr: 'Pendant la réunion', en: 'During the meeting' },
      intro: { fr: 'Ces gestes se font dans Zoom ; Passerelle n’y intervient pas.', en: 'These are done in Zoom; Passerelle takes no part in them.' },
      kind: 'points',
      more: true,
      topics: [
        { rows: ['S1-15', 'S1-39'], text: { fr: 'Enregistrer : dans le nuage, l’enregistrement continue même si vous perdez la connexion ; sur votre poste, il s’arrête avec elle.', en: 'Record: in the cloud, the recording goes on even if you lose your connection; on your computer it stops with it.' } },
        { rows: ['S1-17'], text: { fr: 'Petits groupes : Zoom, Salles de répartition ; l’hôte les ouvre.', en: 'Small groups: Zoom, Breakout rooms; the host opens them.' } },
        { rows: ['S1-19'], text: { fr: 'Sortir une personne : Participants, son nom, Plus, Supprimer.', en: 'Remove a person: Participants, their name, More, Remove.' } },
        { rows: ['S1-20'], text: { fr: 'Mettre en vedette : Participants, son nom, Plus, Mettre en vedette.', en: 'Spotlight: Participants, their name, More, Spotlight.' } },
        { rows: ['S1-21'], text: { fr: 'Mode focus : Plus, Démarrer le mode focus, si le compte l’a.', en: 'Focus mode: More, Start focus mode, if the account has it.' } },
        { rows: ['S1-42'], text: { fr: 'Tableaux blancs : enregistrez-les avant de quitter, dans Zoom ; Passerelle ne peut pas les récupérer.', en: 'Whiteboards: save them before you leave, in Zoom; Passerelle cannot fetch them.' } },
      ],
    },
    {
      id: 'apres',
      title: { fr: 'Après', en: 'Afterwards' },
      kind: 'points',
      topics: [
        { rows: ['S1-40', 'S1-41'], text: { fr: 'Vous avez 24 heures pour télécharger l’enregistrement. Un courriel vous donne le lien dès qu’il est prêt, un autre quatre heures avant la fin : aucun compte partagé à ouvrir.', en: 'You have 24 hours to download the recording. An e-mail gives you the link as soon as it is ready, another four hours before the end: no shared account to open.' } },
        { rows: ['S1-43', 'S1-44', 'S1-46'], text: { fr: 'Présence et inscriptions : le compte Zoom en garde les rapports (Rapports, Utilisation ou Réunion), utiles en formation. Passerelle ne garde que des nombres ; le CCT en tire, dans « Historique », la durée de présence de chacun, sans aucun nom.', en: 'Attendance and registrations: the Zoom account keeps the reports (Reports, Usage or Meeting), useful for training. Passerelle keeps numbers only; from “History”, the CCT takes the time that each person was present, without any name.' } },
        { rows: ['S1-45'], text: { fr: 'Une réunion manque à la liste ? Changez l’intervalle de dates.', en: 'A meeting is missing from Zoom’s report? Change the range of dates.' } },
        { rows: ['S1-47'], text: { fr: 'Le reste est au centre d’aide de Zoom.', en: 'The rest is in Zoom’s help centre.' }, link: 'help' },
      ],
    },
    {
      id: 'propre',
      title: { fr: 'Avoir sa propre salle', en: 'Having a room of one’s own' },
      kind: 'points',
      more: true,
      topics: [
        { rows: ['S1-35', 'S1-36'], text: { fr: 'Pour un usage régulier, demandez une salle permanente : son nom, et si la vidéo est ouverte, si les micros sont coupés à l’arrivée, si un compte Zoom est exigé.', en: 'For regular use, ask for a permanent room: its name, and whether video is on, microphones are muted on arrival, and a Zoom account is required.' } },
        { rows: ['S1-37'], text: { fr: 'Pour un usage ponctuel, la salle partagée suffit d’ordinaire. Sinon, dites pourquoi : la raison va à qui approuve.', en: 'For occasional use the shared room usually does. If not, say why: the reason goes to whoever approves.' } },
        { rows: ['S1-38'], text: { fr: 'Une salle à soi ne dispense pas de réserver son créneau : le compte reste le même.', en: 'A room of one’s own still needs a booked slot: the account is the same.' } },
      ],
    },
    {
      id: 'aide',
      title: { fr: 'Aide et formation', en: 'Help and training' },
      kind: 'points',
      topics: [
        { rows: ['S1-29', 'S1-48'], text: { fr: 'Un conflit d’agenda ? « Demander ce créneau » pose poliment la question à qui le tient. Sinon, le canal.', en: 'A clash? “Ask for this slot” puts the question politely to whoever holds it. Otherwise, the channel.' }, link: 'channel' },
        { rows: ['S1-49'], text: { fr: 'Formation individuelle de 30 minutes :', en: 'Individual training of 30 minutes:' }, link: 'training' },
        { rows: ['S1-50', 'S1-33'], text: { fr: 'Autres formations et vidéos :', en: 'Other training and videos:' }, link: 'video' },
        { rows: ['S1-51'], text: { fr: 'Autres outils de visioconférence :', en: 'Other conference tools:' }, link: 'alternatives' },
      ],
    },
    {
      id: 'gestion',
      title: { fr: 'Pour qui gère la salle', en: 'For those who run the room' },
      kind: 'points',
      more: true,
      topics: [
        { rows: ['S1-52', 'S1-55'], text: { fr: 'Le compagnon se connecte à Zoom comme application : aucun mot de passe n’est partagé, et seule l’équipe qui gère le service tient ses secrets.', en: 'The companion signs in to Zoom as an application: no password is shared, and only the team that runs the service holds its secrets.' } },
        { rows: ['S1-53'], text: { fr: 'Le rôle « Accès enregistrements » et son groupe se règlent dans Zoom : Administrateur, Gestion des utilisateurs.', en: 'The “recordings access” role and its group are set in Zoom: Admin, User management.' } },
        { rows: ['S1-54'], text: { fr: 'Associer un compte et lui donner le rôle d’organisateur se fait aussi dans Zoom.', en: 'Linking an account and giving it the organiser role is also done in Zoom.' } },
        { rows: ['S1-56'], text: { fr: 'Les secrets sont dans l’environnement du compagnon, à garder dans le coffre de l’organisation. « companion check » dit lesquels manquent.', en: 'Secrets are in the companion’s environment, to be kept in the organisation’s vault. “companion check” says which are missing.' } },
        { rows: ['S1-57'], text: { fr: 'Le compagnon envoie lui-même ses courriels ; un automate extérieur n’est pas nécessaire.', en: 'The companion sends its own e-mails; no outside automation is needed.' } },
        { rows: ['S1-58', 'S1-59'], text: { fr: 'Avant de démarrer, le compagnon regarde si une réunion est en cours et dit à qui est le créneau. Une réunion commencée sans réservation est signalée.', en: 'Before starting, the companion looks whether a meeting is live and says whose slot it is. A meeting started without a booking is reported.' } },
      ],
    },
  ],
};
