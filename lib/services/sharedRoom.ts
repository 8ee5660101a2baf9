import type { ServiceCard } from './card.ts';

/** S1: the shared permanent room of Opteos, opened by whoever holds the slot with the host key. */
export const sharedRoom: ServiceCard = {
  id: 'shared-room',
  source: 'S1',
  name: 'Salle Zoom Opteos',
  aliases: ['Salle de réunion Opteos', 'Salle de réunion Zoom Opteos', 'La salle de réunion Opteos'],
  installation: null,
  treeNode: null,
  // Not in the document: what a Pro plan holds without an extension. The plan itself is documented.
  capacity: 100,
  concurrency: 1,
  access: 'shared',
  approval: 'none',
  invitations: 'requester',
  secret: 'timedReveal',
  recordingHours: 24,
  clinical: false,
  required: { name: true, participants: true, presenter: true, planB: false },
  bufferBefore: 0,
  bufferAfter: 0,
  availableFrom: null,
  availableUntil: null,
  quota: { unit: 'hours', period: 'month', total: null, at80: 'nothing', at100: 'nothing' },
  rules: {
    // S1-30: a booking makes no meeting, the existing room is used.
    kind: 'permanent',
    // S1-22: on from the start, nobody could come in to turn it off.
    waitingRoom: 'offThenOn',
    startMode: 'hostKey',
    muteOnEntry: true,
    hostVideo: false,
    participantVideo: false,
    recording: 'cloud',
    authenticationRequired: false,
    practiceSession: false,
  },
  checklist: [
    'Arriver un peu avant les participants',
    'Participants → «\u00a0Revendiquer le rôle d’hôte\u00a0» → saisir la clé hôte',
    'Obligatoire\u00a0: «\u00a0Sécurité\u00a0» → «\u00a0Activez la salle d’attente\u00a0»',
    'Télécharger l’enregistrement dans les 24 heures',
  ],
  links: [
    { purpose: 'channel', label: 'Canal #zoom', address: 'https://chat.opteos.fr/opteos/channels/zoom' },
    { purpose: 'training', label: 'Demander une formation de 30 minutes', address: 'https://chat.opteos.fr/channel/visio' },
    { purpose: 'video', label: 'Devenir hôte en trois étapes (vidéo)', address: 'https://tube.koweb.fr/w/v5LWTUQebsZgt4unenAnSQ' },
  ],
  support: null,
  note: 'Réserver ne crée pas de réunion\u00a0: la salle existe déjà. Une seule réunion à la fois. La capacité n’est pas dans le document\u00a0: à vérifier.',
};
