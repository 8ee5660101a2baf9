import type { ServiceCard } from './card.ts';

/** S4: a virtual meeting of a professional with a user of the network, on a télésanté licence. */
export const clinical: ServiceCard = {
  id: 'clinical',
  source: 'S4',
  name: 'Rencontre clinique Zoom télésanté',
  aliases: ['Licence Zoom télésanté', 'Rencontre virtuelle Zoom', 'Licence Zoom Télésanté (usage clinique)'],
  installation: null,
  treeNode: null,
  // Not in the document: a starting value, to be set by the network.
  capacity: 100,
  concurrency: 1,
  access: 'nominative',
  approval: 'none',
  invitations: 'organiser',
  secret: 'never',
  recordingHours: null,
  clinical: true,
  // S4-26: an alternative in case of a technical problem is always agreed on.
  required: { name: true, participants: true, presenter: true, planB: true },
  bufferBefore: 0,
  bufferAfter: 0,
  availableFrom: null,
  availableUntil: null,
  quota: { unit: 'count', period: 'fiscalYear', total: null, at80: 'nothing', at100: 'nothing' },
  rules: {
    kind: 'meeting',
    waitingRoom: 'on',
    startMode: 'organiser',
    muteOnEntry: false,
    hostVideo: true,
    participantVideo: true,
    // S4-16: « la rencontre ne sera pas enregistrée ».
    recording: 'none',
    authenticationRequired: false,
    practiceSession: false,
  },
  checklist: [
    'Évaluer l’opportunité d’une rencontre virtuelle et convenir du moment',
    'Solliciter le consentement verbal de l’usager',
    'Convenir d’une alternative en cas de problème technique\u00a0: avoir son numéro de téléphone',
    'Admettre chaque personne de la salle d’attente en temps opportun',
    'Noter au dossier que la consultation s’est faite en télésanté et que le consentement a été obtenu',
  ],
  links: [
    { purpose: 'access', label: 'Zoom du réseau', address: 'https://msss.zoom.us' },
    { purpose: 'download', label: 'Installer l’application', address: 'https://msss.zoom.us/download' },
    { purpose: 'help', label: 'Réseau québécois de la télésanté', address: 'https://telesante.quebec' },
  ],
  support: null,
  note: 'Seule une licence Zoom télésanté est autorisée\u00a0: ni compte gratuit, ni Zoom Pro. La capacité n’est pas dans le document\u00a0: à vérifier.',
};
