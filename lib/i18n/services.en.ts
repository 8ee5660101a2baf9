import type { ServicesWords } from './services.fr.ts';

export const servicesEn: ServicesWords = {
  services: 'Services and help',
  help: 'Help',
  helpOf: 'Help: {service}',
  book: 'Book in {portal}',
  bookOf: 'Book in {portal}: {service}',
  write: 'Write to support',
  writeOf: 'Write to support: {service}',
  number: 'Meeting number',
  passcode: 'Passcode',
};
