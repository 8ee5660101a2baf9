/**
 * The cards of presets.ts speak French, as their documents do. Their sentences that people read elsewhere than in the
 * options stand here in English. A sentence that an administrator has written is data, and is said as it was written.
 */
const english: Readonly<Record<string, string>> = {
  // S0
  'Démarrer la rencontre Zoom': 'Start the Zoom meeting',
  'Fermer tous les micros des participants': 'Mute all participants',
  'Assigner la personne qui présente comme présentateur': 'Make the person who presents a presenter',
  'À la toute fin, mettre fin à la rencontre': 'At the very end, end the meeting',
  // S1
  'Arriver un peu avant les participants': 'Arrive shortly before the participants',
  'Participants → «\u00a0Revendiquer le rôle d’hôte\u00a0» → saisir la clé hôte': 'Participants → “Claim host” → enter the host key',
  'Obligatoire\u00a0: «\u00a0Sécurité\u00a0» → «\u00a0Activez la salle d’attente\u00a0»': 'Required: “Security” → “Enable waiting room”',
  'Télécharger l’enregistrement dans les 24 heures': 'Download the recording within 24 hours',
  'Canal #zoom': '#zoom channel',
  'Demander une formation de 30 minutes': 'Ask for a 30-minute training session',
  'Devenir hôte en trois étapes (vidéo)': 'Become the host in three steps (video, in French)',
  // S2
  'Respecter la charte informatique, le droit à l’image et les droits d’auteur si la rencontre est enregistrée': 'If the meeting is recorded, respect the IT charter, image rights and copyright',
  'Zoom de l’UVSQ': 'UVSQ’s Zoom',
  // S3
  'Lancer un test de pré-appel': 'Run a pre-call test',
  'Donner le numéro et le code d’accès aux personnes sans équipement': 'Give people without equipment the telephone number and the access code',
  // S4
  'Évaluer l’opportunité d’une rencontre virtuelle et convenir du moment': 'Judge whether a virtual meeting is suitable, and agree on the time',
  'Solliciter le consentement verbal de l’usager': 'Ask for the user’s verbal consent',
  'Convenir d’une alternative en cas de problème technique\u00a0: avoir son numéro de téléphone': 'Agree on a fallback for a technical problem: have their telephone number',
  'Admettre chaque personne de la salle d’attente en temps opportun': 'Admit each person from the waiting room at the right time',
  'Noter au dossier que la consultation s’est faite en télésanté et que le consentement a été obtenu': 'Note in the user’s file that the consultation took place by telehealth and that consent was given',
  'Zoom du réseau': 'The network’s Zoom',
  'Installer l’application': 'Install the application',
};

/**
 * @param words a line of a card's checklist, or the label of one of its links
 * @returns the same in the reader's language, where the line is still the preset's own
 */
export const cardWordsIn = (language: 'fr' | 'en', words: string): string => (language === 'en' && Object.hasOwn(english, words) ? english[words] : undefined) ?? words;
