import type { updatedFr } from './updated.fr.ts';

export const updatedEn: typeof updatedFr = {
  updated: 'The extension was updated: reload the page.',
  close: 'Close',
};
