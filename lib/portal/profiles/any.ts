/**
 * A portal of which nothing is known: no address, no anchor. Calibration is laid over it (layer.ts). What it holds
 * is what any booking page of Québec may be expected to write: the words of a status, the shapes of dates.
 */
import type { PortalProfile } from '../profile.ts';
import { dateShapes, saveWays } from '../shapes.ts';

const guess = { origin: 'guessed', source: 'any portal', date: '2026-11-22' } as const;

export const anyPortal: PortalProfile = {
  id: 'any',
  name: 'Autre portail',
  version: 1,
  pages: [],
  anchors: {
    // A page that asks for a password is nobody's list: the badge must say « ? » and not 0.
    password: [{ by: 'selector', selector: 'input[type="password"]', ...guess }],
  },
  statuses: [
    { status: 'approved', names: ['Approuvée', 'Approuvé', 'Acceptée', 'Accepté', 'Confirmée', 'Confirmé', 'Approved', 'Confirmed'], ...guess },
    { status: 'cancelled', names: ['Annulée', 'Annulé', 'Cancelled', 'Canceled'], ...guess },
    { status: 'pending', names: ['À approuver', 'En attente', 'En attente d’approbation', 'À valider', 'Demandée', 'Pending'], ...guess },
    { status: 'rejected', names: ['Rejetée', 'Rejeté', 'Refusée', 'Refusé', 'Rejected'], ...guess },
    { status: 'toConfirm', names: ['À confirmer', 'To confirm'], ...guess },
  ],
  dates: dateShapes.filter((shape) => shape !== 'monthFirst').map((shape) => ({ shape, ...guess })),
  saves: saveWays.map((way) => ({ way, ...guess })),
};
