import type { ServiceCard } from './card.ts';

/** S2: the nominative Zoom licences of the UVSQ: each organiser has one and needs no approval. */
export const nominative300: ServiceCard = {
  id: 'nominative-300',
  source: 'S2',
  name: 'Licence nominative de 300',
  aliases: ['Licence Zoom nominative', 'Zoom Webconférence', 'Licence ZOOM nominative 300 participants'],
  installation: null,
  treeNode: null,
  capacity: 300,
  // A person's own licence is not shared: it holds one meeting of that person.
  concurrency: 1,
  access: 'nominative',
  approval: 'none',
  invitations: 'organiser',
  secret: 'never',
  // S2-23: sixty days in the cloud, then gone.
  recordingHours: 1440,
  clinical: false,
  required: { name: true, participants: true, presenter: true, planB: false },
  bufferBefore: 0,
  bufferAfter: 0,
  availableFrom: null,
  availableUntil: null,
  quota: { unit: 'count', period: 'fiscalYear', total: null, at80: 'nothing', at100: 'nothing' },
  rules: {
    kind: 'meeting',
    waitingRoom: 'optional',
    startMode: 'organiser',
    muteOnEntry: false,
    hostVideo: false,
    participantVideo: false,
    recording: 'none',
    authenticationRequired: false,
    practiceSession: false,
  },
  checklist: ['Respecter la charte informatique, le droit à l’image et les droits d’auteur si la rencontre est enregistrée'],
  links: [{ purpose: 'access', label: 'Zoom de l’UVSQ', address: 'https://uvsq-fr.zoom.us' }],
  support: null,
  note: 'Autonomie complète de la personne, avec son adresse professionnelle. Les participants n’ont besoin que du lien. Seuls les personnels enregistrent dans le nuage.',
};
