/** Accounts of the stand-in. People, codes and passwords are invented; nothing here opens anything real. */
import type { Role, User } from './types.ts';

/** Simple on purpose: README.md and the command line print it. */
export const PASSWORD = 'iris2020';

const user = (code: string, name: string, role: Role, establishmentId: string, phone: string): User => ({
  code,
  password: PASSWORD,
  name,
  email: `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/gu, '.')}@exemple.test`,
  phone,
  role,
  establishmentId,
});

export const users: readonly User[] = [
  user('representante', 'Julie Gagnon', 'representative', 'cisss-cote-nord', '418 555-0126'),
  user('representant2', 'Étienne Lavoie', 'representative', 'cisss-bas-saint-laurent', '418 555-0135'),
  user('representante3', 'Catherine Bouchard', 'representative', 'chu-quebec', '418 555-0141'),
  user('representant4', 'Mathieu Côté', 'representative', 'iucpq', '418 555-0152'),
  user('representante5', 'Isabelle Fortin', 'representative', 'ciusss-capitale-nationale', '418 555-0163'),
  user('representant6', 'François Poulin', 'representative', 'cisss-chaudiere-appalaches', '418 555-0174'),
  user('representante7', 'Nadine Cyr', 'representative', 'cisss-gaspesie', '418 555-0185'),
  user('representant8', 'Réjean Vigneau', 'representative', 'cisss-iles', '418 555-0196'),
  user('representante9', 'Sarah Morin', 'representative', 'clsc-naskapi', '418 555-0107'),
  user('approbateur', 'Marc Pelletier', 'approver', 'chu-quebec', '418 555-0110'),
  user('admin', 'Sylvie Tremblay', 'admin', 'chu-quebec', '418 555-0111'),
];

export const roleNames: Record<Role, string> = {
  representative: 'Utilisateur régulier',
  approver: 'Gestionnaire de ressources',
  admin: 'Pilote IRIS',
};

export function userOf(code: string): User {
  const found = users.find((one) => one.code === code);
  if (!found) throw new Error(`No such user: ${code}`);
  return found;
}
