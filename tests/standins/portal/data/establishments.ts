/** The nine establishments (portal.md § 10); the ninth is inferred. */
import type { Establishment } from './types.ts';

export const establishments: readonly Establishment[] = [
  { id: 'chu-quebec', name: 'CHU de Québec – Université Laval', short: 'CHU de Québec - UL' },
  { id: 'iucpq', name: 'Institut universitaire de cardiologie et de pneumologie de Québec – Université Laval', short: 'IUCPQ - UL' },
  { id: 'ciusss-capitale-nationale', name: 'CIUSSS de la Capitale-Nationale', short: 'CIUSSS de la Capitale-Nationale' },
  { id: 'cisss-chaudiere-appalaches', name: 'CISSS de Chaudière-Appalaches', short: 'CISSS de Chaudière-Appalaches' },
  { id: 'cisss-bas-saint-laurent', name: 'CISSS du Bas-Saint-Laurent', short: 'CISSS du Bas-Saint-Laurent' },
  { id: 'cisss-cote-nord', name: 'CISSS de la Côte-Nord', short: 'CISSS de la Côte-Nord' },
  { id: 'cisss-gaspesie', name: 'CISSS de la Gaspésie', short: 'CISSS de la Gaspésie' },
  { id: 'cisss-iles', name: 'CISSS des Îles', short: 'CISSS des Îles' },
  { id: 'clsc-naskapi', name: 'CLSC Naskapi', short: 'CLSC Naskapi' },
];

export function establishmentNamed(id: string): Establishment {
  const found = establishments.find((one) => one.id === id);
  if (!found) throw new Error(`No such establishment: ${id}`);
  return found;
}
