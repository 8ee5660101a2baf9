import type { ServiceCard } from './card.ts';

/** S3: the web conference of the PACA health portal: a platform of its own, where nothing is made at Zoom. */
export const healthPortal: ServiceCard = {
  id: 'health-portal',
  source: 'S3',
  name: 'Web conférence du portail de santé',
  aliases: ['Web conférence', 'Web conférence du Portail de santé PACA'],
  installation: null,
  treeNode: null,
  // Not in the document: a starting value, to be set by who runs the portal.
  capacity: 100,
  // Each person has a room of their own (S3-10); the document knows no common limit.
  concurrency: 1000,
  access: 'nominative',
  approval: 'none',
  // S3-17: the platform writes to the guests by itself; it can be put off (S3-18).
  invitations: 'system',
  secret: 'never',
  recordingHours: null,
  clinical: false,
  required: { name: true, participants: true, presenter: true, planB: false },
  bufferBefore: 0,
  bufferAfter: 0,
  availableFrom: null,
  availableUntil: null,
  quota: { unit: 'count', period: 'fiscalYear', total: null, at80: 'nothing', at100: 'nothing' },
  rules: {
    kind: 'none',
    waitingRoom: 'optional',
    startMode: 'automatic',
    muteOnEntry: false,
    hostVideo: false,
    participantVideo: false,
    recording: 'none',
    authenticationRequired: false,
    practiceSession: false,
  },
  checklist: ['Lancer un test de pré-appel', 'Donner le numéro et le code d’accès aux personnes sans équipement'],
  links: [],
  support: null,
  note: 'Tout se passe sur le Web, sans installation. Ne fonctionne pas dans Chrome sous iOS. La capacité n’est pas dans le document\u00a0: à vérifier.',
};
