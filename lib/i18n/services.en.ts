import type { ServicesWords } from './services.fr.ts';

export const servicesEn: ServicesWords = {
  services: 'Services and help',
  help: 'Help',
  helpOf: 'Help: {service}',
  book: 'Book in {portal}',
  bookOf: 'Book in {portal}: {service}',
  write: 'Write to support',
  writeOf: 'Write to support: {service}',
  factCapacity: { one: '{count} participant at most', other: '{count} participants at most' },
  factNoApproval: 'no approval',
  factKeptDays: { one: 'recording kept {count} day', other: 'recording kept {count} days' },
  factKeptHours: { one: 'recording kept {count} hour', other: 'recording kept {count} hours' },
  factNeverRecorded: 'never recorded',
  factStaffRecords: 'only staff record to the cloud',
  number: 'Meeting number',
  passcode: 'Passcode',
};
