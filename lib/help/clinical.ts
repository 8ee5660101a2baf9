import type { ServiceHelp } from './topic.ts';

/** S4: a guide for a professional who meets a user of the network. Nothing clinical is asked for or kept. */
export const clinicalHelp: ServiceHelp = {
  source: 'S4',
  title: { fr: 'La rencontre clinique virtuelle', en: 'The virtual clinical meeting' },
  lead: {
    fr: 'Un guide pas à pas, avec les phrases à dire. Passerelle n’enregistre rien de clinique : ni nom d’usager, ni consentement, ni note.',
    en: 'A step-by-step guide, with the sentences to say. Passerelle stores nothing clinical: no user’s name, no consent, no note.',
  },
  signed: null,
  sections: [
    {
      id: 'prealables',
      title: { fr: 'Préalables', en: 'Before anything else' },
      kind: 'points',
      topics: [
        { rows: ['S4-01', 'S4-03'], text: { fr: 'Seule une licence Zoom télésanté convient à un usage clinique. Un compte gratuit ou Zoom Pro n’est pas autorisé, et la licence partagée de 5 000 ne l’est pas non plus.', en: 'Only a télésanté Zoom licence suits clinical use. A free or Zoom Pro account is not authorised, nor is the shared 5,000 licence.' } },
        { rows: ['S4-02'], text: { fr: 'Le jugement professionnel décide si une rencontre virtuelle convient ; Passerelle conseille, elle ne bloque pas.', en: 'Professional judgement decides whether a virtual meeting is suitable; Passerelle advises, it does not block.' } },
        { rows: ['S4-04'], text: { fr: 'Activez votre licence, et servez-vous toujours du courriel qui lui est associé.', en: 'Activate your licence, and always use the e-mail that goes with it.' } },
        { rows: ['S4-05', 'S4-06'], text: { fr: 'Installez l’application, si votre établissement le permet :', en: 'Install the application, if your establishment allows it:' }, link: 'download' },
        { rows: ['S4-07'], text: { fr: 'Sinon, le navigateur suffit, de préférence Chrome : Débuter, Planifier ou Démarrer.', en: 'Otherwise the browser is enough, preferably Chrome: Débuter, Planifier or Démarrer.' }, link: 'access' },
        { rows: ['S4-08'], text: { fr: 'Faites une simulation avec un collègue.', en: 'Rehearse with a colleague.' } },
      ],
    },
    {
      id: 'evaluer',
      title: { fr: 'Étape 1 : convenir de la rencontre', en: 'Step 1: agreeing on the meeting' },
      kind: 'steps',
      topics: [
        { rows: ['S4-09'], text: { fr: 'Appelez l’usager comme d’habitude : une rencontre virtuelle convient-elle, et quand ?', en: 'Call the user as usual: is a virtual meeting suitable, and when?' } },
        { rows: ['S4-10'], text: { fr: 'Prenez son téléphone et son courriel dans votre propre dossier. Passerelle ne les garde pas.', en: 'Take their telephone and e-mail in your own file. Passerelle does not keep them.' } },
        {
          rows: ['S4-11', 'S4-16'],
          text: { fr: 'Demandez le consentement verbal. Par exemple :', en: 'Ask for verbal consent. For example:' },
          copy: {
            fr: 'Ce que nous nous dirons pendant la rencontre restera confidentiel. L’outil est sûr, mais aucun échange électronique n’est sans risque : installez-vous dans un endroit où personne ne peut vous entendre. La rencontre ne sera pas enregistrée et ne servira à rien d’autre. Est-ce clair pour vous, et êtes-vous d’accord ?',
            en: 'What we say during the meeting will stay confidential. The tool is safe, but no electronic exchange is without risk: please settle where nobody can hear you. The meeting will not be recorded and will serve no other purpose. Is this clear to you, and do you agree?',
          },
        },
        { rows: ['S4-12', 'S4-13', 'S4-14', 'S4-15'], text: { fr: 'Il faut à l’usager une connexion Internet et un téléphone, une tablette ou un ordinateur avec caméra et micro ; un proche peut l’aider. Il n’a pas besoin de licence Zoom.', en: 'The user needs an Internet connection and a telephone, tablet or computer with a camera and microphone; a relative may help. They need no Zoom licence.' } },
      ],
    },
    {
      id: 'preparer',
      title: { fr: 'Étape 2 : préparer', en: 'Step 2: preparing' },
      kind: 'steps',
      topics: [
        { rows: ['S4-17'], text: { fr: 'Dans l’application, cliquez sur « Programmer ».', en: 'In the application, click “Programmer” (Schedule).' } },
        { rows: ['S4-20'], text: { fr: 'Sur le site, cliquez sur « Planifier ».', en: 'On the site, click “Planifier” (Schedule).' } },
        { rows: ['S4-18', 'S4-19', 'S4-22'], text: { fr: 'Copiez l’invitation, avec la date, l’heure et la durée, et collez-la dans votre courriel à l’usager.', en: 'Copy the invitation, with the date, time and length, and paste it into your e-mail to the user.' } },
        { rows: ['S4-21'], text: { fr: 'Une rencontre tout de suite ? Votre licence nominative le permet (« Nouvelle réunion » ou « Démarrer ») ; une licence partagée, non, car elle demande une approbation.', en: 'A meeting right now? Your nominative licence allows it (“Nouvelle réunion” or “Démarrer”); a shared licence does not, since it needs an approval.' } },
        { rows: ['S4-23'], text: { fr: 'Au téléphone, dictez le numéro par groupes de chiffres, puis le code secret.', en: 'On the telephone, read the number out in groups of digits, then the passcode.' } },
      ],
    },
    {
      id: 'realiser',
      title: { fr: 'Étape 3 : la rencontre', en: 'Step 3: the meeting' },
      kind: 'steps',
      topics: [
        { rows: ['S4-24', 'S4-25'], text: { fr: 'Chacun arrive dans la salle d’attente : faites entrer chaque personne au bon moment.', en: 'Everybody arrives in the waiting room: admit each person at the right time.' } },
        { rows: ['S4-26'], text: { fr: 'Plan B obligatoire : convenez d’un numéro où rappeler si la connexion se perd.', en: 'Plan B required: agree on a number to call back if the connection is lost.' } },
      ],
    },
    {
      id: 'apres',
      title: { fr: 'Étape 4 : après', en: 'Step 4: afterwards' },
      kind: 'steps',
      topics: [
        {
          rows: ['S4-27'],
          text: { fr: 'Dans la note au dossier de l’usager, inscrivez par exemple :', en: 'In the note to the user’s file, write for example:' },
          copy: { fr: 'Consultation réalisée en télésanté. Consentement verbal de l’usager obtenu.', en: 'Consultation held by telehealth. Verbal consent of the user obtained.' },
        },
        { rows: ['S4-28', 'S4-29'], text: { fr: 'Tous les documents pour les professionnels :', en: 'All the documents for professionals:' }, link: 'help' },
      ],
    },
  ],
};
