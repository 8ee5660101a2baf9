import type { ServiceHelp } from './topic.ts';

/** S0: the procedure of the CCT and its annex, step by step. */
export const web5000Help: ServiceHelp = {
  source: 'S0',
  title: { fr: 'Réserver la licence Zoom de 5 000 participants', en: 'Booking the 5,000-participant Zoom licence' },
  lead: {
    fr: 'Une seule licence pour neuf établissements : elle se réserve dans IRIS, comme une salle.',
    en: 'One licence for nine establishments: it is booked in IRIS, like a room.',
  },
  signed: '2020-04-17',
  sections: [
    {
      id: 'designation',
      title: { fr: 'Avant la première fois', en: 'Before the first time' },
      kind: 'steps',
      topics: [
        {
          rows: ['S0-05', 'S0-07'],
          text: {
            fr: 'Votre établissement désigne une personne, idéalement de la direction générale, et si possible une personne qui la remplace.',
            en: 'Your establishment designates one person, ideally from general management, and if possible a substitute.',
          },
        },
        {
          rows: ['S0-08', 'S0-09', 'S0-10'],
          text: {
            fr: '« Demander un accès », à la page d’accueil de Passerelle, prépare le courriel au CCT : votre nom, votre courriel et votre téléphone, ou votre code d’utilisateur IRIS si vous en avez un.',
            en: '“Request access”, on Passerelle’s welcome page, prepares the e-mail to the CCT: your name, e-mail and telephone, or your IRIS user code if you have one.',
          },
        },
        {
          rows: ['S0-11'],
          text: {
            fr: 'Le CCT crée votre compte IRIS ou ajoute les accès à votre compte. Cela se fait dans IRIS ; Passerelle ne donne aucun droit, elle en suit seulement l’état (demandé, créé, actif, retiré).',
            en: 'The CCT creates your IRIS account or adds the rights to yours. This is done in IRIS; Passerelle grants no right, it only keeps track of the state (requested, created, active, removed).',
          },
        },
        {
          rows: ['S0-12'],
          text: { fr: 'La présente procédure vous est envoyée ; vous pouvez aussi l’imprimer d’ici.', en: 'Read this procedure; you can print it from here.' },
        },
      ],
    },
    {
      id: 'afficher',
      title: { fr: 'Afficher la licence (Annexe 1)', en: 'Showing the licence (Annex 1)' },
      intro: {
        fr: 'Dans « Mes réservations de ressource », le bouton « Afficher la licence ZOOM » de Passerelle fait ces gestes pour vous, en un clic. À la main :',
        en: 'On “Mes réservations de ressource”, Passerelle’s “Show the ZOOM licence” button does this for you in one click. By hand:',
      },
      kind: 'steps',
      topics: [
        { rows: ['S0-37', 'S0-38', 'S0-43'], text: { fr: 'Ouvrez « Critères » si la section est fermée.', en: 'Open “Critères” if the section is closed.' } },
        {
          rows: ['S0-39'],
          text: { fr: 'Cliquez sur le triangle devant l’installation « CHU de Québec – UL – CCT ».', en: 'Click the triangle before the installation “CHU de Québec – UL – CCT”.' },
        },
        { rows: ['S0-40'], text: { fr: 'Cochez « Solution logicielle ». Ne touchez pas aux autres cases.', en: 'Tick “Solution logicielle”. Leave the other boxes as they are.' } },
        { rows: ['S0-41'], text: { fr: 'Sauvegardez les filtres si vous voulez retrouver la licence la prochaine fois.', en: 'Save the filters if you want to find the licence again next time.' } },
        {
          rows: ['S0-42', 'S0-44', 'S0-46'],
          text: {
            fr: 'Appuyez sur « Appliquer le filtre ». La licence apparaît dans la grille ; sa capacité y est 1, parce qu’une seule rencontre peut l’utiliser à la fois.',
            en: 'Press “Appliquer le filtre”. The licence appears in the grid; its capacity there is 1, because only one meeting can use it at a time.',
          },
        },
      ],
    },
    {
      id: 'reserver',
      title: { fr: 'Réserver', en: 'Booking' },
      kind: 'steps',
      topics: [
        {
          rows: ['S0-45', 'S0-14'],
          text: { fr: 'Cliquez sur une heure libre de la licence et réservez comme pour une autre ressource.', en: 'Click a free hour of the licence and book as you would any other resource.' },
        },
        {
          rows: ['S0-15'],
          text: {
            fr: 'Inscrivez le nom exact de la rencontre : c’est lui que Zoom affichera (200 caractères au plus).',
            en: 'Enter the exact name of the meeting: it is what Zoom will show (200 characters at most).',
          },
        },
        {
          rows: ['S0-16', 'S0-17', 'S0-18'],
          text: {
            fr: 'Inscrivez le nombre de participants estimés et la personne qui présentera : elle sera assignée comme présentatrice dans Zoom.',
            en: 'Enter the estimated number of participants and who will present: that person is made a presenter in Zoom.',
          },
        },
        {
          rows: ['S0-06', 'S0-21'],
          text: {
            fr: 'Regardez l’usage de votre établissement et les conflits que Passerelle indique : la licence est à neuf établissements.',
            en: 'Look at your establishment’s use and at the conflicts that Passerelle shows: nine establishments share the licence.',
          },
        },
        {
          rows: ['S0-22', 'S0-23', 'S0-24', 'S0-25'],
          text: {
            fr: 'Enregistrez. C’est une demande : le CCT l’approuve, crée la rencontre, et vous recevez le lien par courriel.',
            en: 'Save. It is a request: the CCT approves it, creates the meeting, and you receive the link by e-mail.',
          },
        },
        {
          rows: ['S0-26'],
          text: {
            fr: 'C’est vous qui invitez les participants. « Copier l’invitation » vous donne le texte complet.',
            en: 'You are the one who invites the participants. “Copy the invitation” gives you the whole text.',
          },
        },
      ],
    },
    {
      id: 'rappel',
      title: { fr: 'La veille et le jour même', en: 'The day before and the day itself' },
      kind: 'points',
      topics: [
        {
          rows: ['S0-31', 'S0-32', 'S0-33'],
          text: {
            fr: 'Un courriel de rappel arrive une journée avant. Si l’activité a lieu, ne faites rien. Si elle est annulée, cliquez sur le lien du courriel et confirmez.',
            en: 'A reminder arrives one day before. If the activity takes place, do nothing. If it is cancelled, click the link in the e-mail and confirm.',
          },
        },
        {
          rows: ['S0-34', 'S0-35'],
          text: {
            fr: 'L’approbateur est avisé et la rencontre Zoom est annulée. Annulez aussi la réservation dans IRIS.',
            en: 'The approver is told and the Zoom meeting is cancelled. Cancel the booking in IRIS as well.',
          },
        },
        {
          rows: ['S0-19', 'S0-28', 'S0-29', 'S0-30'],
          text: {
            fr: 'Une personne du CCT démarre la rencontre, ferme les micros et y met fin. Il n’y a pas de salle d’attente, à cause du grand nombre de participants.',
            en: 'Someone from the CCT starts the meeting, mutes the microphones and ends it. There is no waiting room, because of the large number of participants.',
          },
        },
        {
          rows: ['S0-27'],
          text: {
            fr: 'Le mot de passe de la licence n’est donné à personne : neuf établissements s’en servent.',
            en: 'The licence’s password is given to nobody: nine establishments use it.',
          },
        },
      ],
    },
    {
      id: 'aide',
      title: { fr: 'Besoin d’aide', en: 'Getting help' },
      kind: 'points',
      topics: [
        {
          rows: ['S0-13'],
          text: {
            fr: 'Écrivez au soutien et joignez le diagnostic (« Copier le diagnostic ») : il dit ce que Passerelle voit de la page, sans aucun nom ni aucune donnée de réservation.',
            en: 'Write to support and attach the diagnostic (“Copy the diagnostic”): it says what Passerelle sees of the page, without any name or booking data.',
          },
        },
        {
          rows: ['S0-36'],
          text: {
            fr: 'Procédure du CCT du RUISSS de l’Université Laval signée le 17 avril 2020. La date est celle du document ; le présent texte en reprend les règles dans nos mots.',
            en: 'Procedure of the CCT of the RUISSS of Université Laval, signed on April 17, 2020. The date is the document’s; this text gives its rules in our own words.',
          },
        },
      ],
    },
  ],
};
