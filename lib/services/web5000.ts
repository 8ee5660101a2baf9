import type { ServiceCard } from './card.ts';

/** S0: the shared licence of the CCT of the RUISSS Laval, procedure signed 2020-04-17. */
export const web5000: ServiceCard = {
  id: 'web5000',
  source: 'S0',
  name: 'Licence ZOOM Web5000',
  // S0-44: one document, two spellings.
  aliases: ['Licence ZOOM Web 5000 participants', 'Licence Web 5000 participants (ZOOM Web5000)', 'Licence Web 5000 participants', 'ZOOM Web5000', 'Web5000'],
  installation: 'CHU de Québec – UL – CCT',
  treeNode: 'Solution logicielle',
  capacity: 5000,
  concurrency: 1,
  access: 'shared',
  approval: 'always',
  invitations: 'requester',
  secret: 'never',
  recordingHours: null,
  clinical: false,
  required: { name: true, participants: true, presenter: true, planB: false },
  bufferBefore: 0,
  bufferAfter: 0,
  // « Temporairement disponible » (S0-02), but the document gives no date.
  availableFrom: null,
  availableUntil: null,
  // The document asks for a judicious use and states no quota (S0-21): the CCT sets the total.
  quota: { unit: 'hours', period: 'fiscalYear', total: null, at80: 'warn', at100: 'askReason' },
  rules: {
    // Webinar or large meeting: the document does not say (zoom.md § 3).
    kind: 'auto',
    waitingRoom: 'off',
    startMode: 'host',
    muteOnEntry: true,
    hostVideo: false,
    participantVideo: false,
    recording: 'none',
    authenticationRequired: false,
    practiceSession: false,
  },
  checklist: [
    'Démarrer la rencontre Zoom',
    'Fermer tous les micros des participants',
    'Assigner la personne qui présente comme présentateur',
    'À la toute fin, mettre fin à la rencontre',
  ],
  links: [],
  support: 'soutien@telesantechudequebec.ca',
  note: 'Licence partagée par neuf établissements\u00a0: il est important d’en faire une utilisation judicieuse. Le mot de passe de la licence n’est jamais donné.',
};
