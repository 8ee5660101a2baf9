/** The popup's services: where to book them, and where help is, in French first. */
import type { Dictionary } from './translate.ts';

export const servicesFr = {
  services: 'Services et aide',
  help: 'Aide',
  helpOf: 'Aide\u00a0: {service}',
  book: 'Réserver dans {portal}',
  bookOf: 'Réserver dans {portal}\u00a0: {service}',
  write: 'Écrire au soutien',
  writeOf: 'Écrire au soutien\u00a0: {service}',
  factCapacity: { one: '{count}\u00a0participant au plus', other: '{count}\u00a0participants au plus' },
  factNoApproval: 'sans approbation',
  factKeptDays: { one: 'enregistrement gardé {count}\u00a0jour', other: 'enregistrement gardé {count}\u00a0jours' },
  factKeptHours: { one: 'enregistrement gardé {count}\u00a0heure', other: 'enregistrement gardé {count}\u00a0heures' },
  factNeverRecorded: 'jamais enregistrée',
  factStaffRecords: 'seul le personnel enregistre dans le nuage',
  number: 'Numéro de la rencontre',
  passcode: 'Code secret',
} as const satisfies Dictionary;

export type ServicesWords = { [Key in keyof typeof servicesFr]: Dictionary[string] };
