import type { ServiceHelp } from './topic.ts';

/** S3: the web conference of a health portal, where nothing is made at Zoom. */
export const healthPortalHelp: ServiceHelp = {
  source: 'S3',
  title: { fr: 'La web conférence du portail de santé', en: 'The health portal’s web conference' },
  lead: {
    fr: 'Tout se fait dans le navigateur, sur ordinateur, tablette ou téléphone.',
    en: 'Everything happens in the browser, on a computer, a tablet or a telephone.',
  },
  signed: null,
  sections: [
    {
      id: 'planifier',
      title: { fr: 'Planifier', en: 'Planning' },
      kind: 'steps',
      topics: [
        { rows: ['S3-08', 'S3-26'], text: { fr: 'Connectez-vous à votre portail : Communication et collaboratif, puis Web conférence. Il n’y a pas de second compte.', en: 'Sign in to your portal: Communication et collaboratif, then Web conférence. There is no second account.' }, link: 'portal' },
        { rows: ['S3-09', 'S3-16'], text: { fr: 'Choisissez « Planifier une conférence », puis la date et l’heure ; ou laissez-la ouverte, sans date.', en: 'Choose “Planifier une conférence”, then the date and time; or leave it open, without a date.' } },
        { rows: ['S3-10'], text: { fr: 'Votre salle personnelle est permanente : son lien et son code ne changent pas.', en: 'Your personal room is permanent: its link and its code do not change.' } },
        { rows: ['S3-15'], text: { fr: 'Donnez un nom à la conférence. Un code d’entrée est facultatif.', en: 'Give the conference a name. An entry code is optional.' } },
        { rows: ['S3-11', 'S3-12'], text: { fr: 'Dans le compositeur d’invitation, ajoutez les adresses avec Entrée ou +, ou collez une liste : elle est découpée pour vous et reste dans votre navigateur.', en: 'In the invitation composer, add addresses with Enter or +, or paste a list: it is split for you and stays in your browser.' } },
        { rows: ['S3-13'], text: { fr: 'Par texto : le bouton ouvre la messagerie de votre propre téléphone ; Passerelle n’envoie aucun texto.', en: 'By text message: the button opens your own telephone’s messaging; Passerelle sends none.' } },
        { rows: ['S3-17', 'S3-18'], text: { fr: 'Ajoutez un message personnel si vous voulez, et envoyez plus tard si ce n’est pas prêt : le brouillon vous attend.', en: 'Add a personal message if you like, and send later if it is not ready: the draft waits for you.' } },
        { rows: ['S3-05', 'S3-14', 'S3-19', 'S3-20'], text: { fr: 'Le numéro de téléphone et le code d’accès sont dans l’invitation dès le départ : nul besoin d’entrer dans la conférence pour les trouver, ni d’équipement pour qui appelle.', en: 'The telephone number and access code are in the invitation from the start: no need to enter the conference to find them, nor equipment for those who call.' } },
        { rows: ['S3-22'], text: { fr: 'La conférence s’ouvre d’elle-même à l’heure.', en: 'The conference opens by itself at its hour.' } },
      ],
    },
    {
      id: 'rejoindre',
      title: { fr: 'Rejoindre', en: 'Joining' },
      kind: 'steps',
      topics: [
        { rows: ['S3-25'], text: { fr: 'Lancez le test de pré-appel : il dit si votre débit suffit.', en: 'Run the pre-call test: it says whether your connection is fast enough.' } },
        { rows: ['S3-27'], text: { fr: 'Cliquez sur « Rejoindre la conférence », identifiez-vous par « Connexion Portail Régional », puis cliquez de nouveau sur « Rejoindre la conférence ».', en: 'Click “Rejoindre la conférence”, identify yourself with “Connexion Portail Régional”, then click “Rejoindre la conférence” again.' } },
        { rows: ['S3-28'], text: { fr: 'Choisissez webcam ou micro seulement : cela se décide dans la conférence, non ici.', en: 'Choose webcam or microphone only: this is decided in the conference, not here.' } },
      ],
    },
    {
      id: 'pendant',
      title: { fr: 'Pendant la conférence', en: 'During the conference' },
      intro: { fr: 'Ces gestes se font dans la conférence même ; Passerelle n’y intervient pas.', en: 'These are done in the conference itself; Passerelle takes no part in them.' },
      kind: 'points',
      more: true,
      topics: [
        { rows: ['S3-03', 'S3-04'], text: { fr: 'Vidéo, écran, documents et tableau blanc : tout le monde voit et entend la même chose au même moment.', en: 'Video, screen, documents and whiteboard: everybody sees and hears the same thing at the same time.' } },
        { rows: ['S3-29', 'S3-30'], text: { fr: 'La barre de droite a des icônes ; la première déroule leur nom, et Identité dit qui vous êtes.', en: 'The bar on the right has icons; the first one shows their names, and Identité says who you are.' } },
        { rows: ['S3-31'], text: { fr: 'Participants : invitez encore quelqu’un. L’invitation de Passerelle peut aussi être rouverte et copiée.', en: 'Participants: invite somebody else. Passerelle’s invitation can also be reopened and copied.' } },
        { rows: ['S3-32'], text: { fr: 'Discussions : messages aux participants, chez la plateforme.', en: 'Discussions: messages to the participants, on the platform.' } },
        { rows: ['S3-33'], text: { fr: 'Options de partage : écran, pointeur, fichiers.', en: 'Options de partage: screen, pointer, files.' } },
        { rows: ['S3-34'], text: { fr: 'Paramètres : micro, caméra et réseau.', en: 'Paramètres: microphone, camera and network.' } },
      ],
    },
    {
      id: 'problemes',
      title: { fr: 'Si cela ne marche pas', en: 'If it does not work' },
      kind: 'points',
      topics: [
        { rows: ['S3-23'], text: { fr: 'Passerelle dit d’abord ce qu’elle comprend de la page (« Copier le diagnostic »). Si la plateforme elle-même refuse, videz le cache et les témoins de ce site dans votre navigateur, puis réessayez.', en: 'Passerelle first says what it understands of the page (“Copy the diagnostic”). If the platform itself refuses, clear this site’s cache and cookies in your browser, then try again.' } },
        { rows: ['S3-24'], text: { fr: 'La plateforme ne fonctionne pas dans Chrome sur iPhone ou iPad : prenez Safari. Passerelle, elle, ne s’installe pas sur un téléphone.', en: 'The platform does not work in Chrome on iPhone or iPad: use Safari. Passerelle itself cannot be installed on a telephone.' } },
      ],
    },
  ],
};
