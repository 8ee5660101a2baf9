/** Installations, owners and resources. Verified: the CCT's two nodes, the licence's two names, the numbers 1, 4, 3, 7 and 12. The rest is invented. */
import type { Installation, Owner, Resource } from './types.ts';

export const LICENCE = 'licence-web5000';

/** « salle » and « Solution logicielle » are documented words; the other seven names are invented (portal.md § 7). */
export const resourceTypes = [
  'Salle', 'Chariot de visioconférence', 'Équipement informatique', 'Équipement audiovisuel', 'Véhicule',
  'Bureau', 'Matériel de formation', 'Solution logicielle', 'Autre',
] as const;

export const characteristics = ['Écran ou projecteur', 'Prise de visioconférence', 'Accès universel', 'Tableau interactif', 'Téléphone mains libres'] as const;

export const installations: readonly Installation[] = [
  { id: 'cct', establishmentId: 'chu-quebec', treeName: 'CHU de Québec – UL – CCT', gridName: 'CHU de Québec - UL - CCT' },
  { id: 'chul', establishmentId: 'chu-quebec', treeName: 'CHU de Québec - UL - CHUL', gridName: 'CHU de Québec - UL - CHUL' },
  { id: 'hsfa', establishmentId: 'chu-quebec', treeName: 'CHU de Québec-UL - HSFA', gridName: 'CHU de Québec-UL - HSFA' },
  { id: 'iucpq', establishmentId: 'iucpq', treeName: 'IUCPQ - UL', gridName: 'IUCPQ - UL' },
  { id: 'laurier', establishmentId: 'ciusss-capitale-nationale', treeName: 'CIUSSS-CN - Centre administratif', gridName: 'CIUSSS-CN - Centre administratif' },
  { id: 'levis', establishmentId: 'cisss-chaudiere-appalaches', treeName: 'CISSS-CA - Hôtel-Dieu de Lévis', gridName: 'CISSS-CA - Hôtel-Dieu de Lévis' },
  { id: 'rimouski', establishmentId: 'cisss-bas-saint-laurent', treeName: 'CISSS-BSL - Hôpital régional de Rimouski', gridName: 'CISSS-BSL - Hôpital régional de Rimouski' },
  { id: 'baie-comeau', establishmentId: 'cisss-cote-nord', treeName: 'CISSS-CN - Baie-Comeau', gridName: 'CISSS-CN - Baie-Comeau' },
  { id: 'sept-iles', establishmentId: 'cisss-cote-nord', treeName: 'CISSS-CN - Sept-Îles', gridName: 'CISSS-CN - Sept-Îles' },
  { id: 'gaspe', establishmentId: 'cisss-gaspesie', treeName: 'CISSS-G - Hôpital de Gaspé', gridName: 'CISSS-G - Hôpital de Gaspé' },
  { id: 'iles', establishmentId: 'cisss-iles', treeName: 'CISSS des Îles - Hôpital de l’Archipel', gridName: 'CISSS des Îles - Hôpital de l’Archipel' },
  { id: 'naskapi', establishmentId: 'clsc-naskapi', treeName: 'CLSC Naskapi - Kawawachikamach', gridName: 'CLSC Naskapi - Kawawachikamach' },
  // Invented: where the other four services of the documents are booked, so that all five stand side by side.
  { id: 'visio', establishmentId: 'chu-quebec', treeName: 'Services de visioconférence', gridName: 'Services de visioconférence' },
];

const owner = (id: string, installationId: string, name: string): Owner => ({ id, installationId, name });
export const owners: readonly Owner[] = [
  owner('cct-logiciel', 'cct', 'Solution logicielle'),
  owner('chul-dri', 'chul', 'DRI - CHUL'),
  owner('chul-enseignement', 'chul', 'Enseignement'),
  owner('hsfa-enseignement', 'hsfa', 'Enseignement'),
  ...installations.slice(3).map((one) => owner(`${one.id}-dst`, one.id, 'Direction des services techniques')),
];

type Extra = Partial<Pick<Resource, 'treeName' | 'type' | 'characteristics' | 'description' | 'active' | 'approvers'>>;
function resource(id: string, number: string, ownerId: string, name: string, capacity: number, extra: Extra = {}): Resource {
  return { id, number, ownerId, name, treeName: name, type: 'Salle', capacity, characteristics: [], description: '', active: true, approvers: [], ...extra };
}

const [screen, outlet, access, board, phone] = characteristics;
const chul: readonly Resource[] = [
  resource('bureau-1', 'T-1104', 'chul-dri', 'Bureau polyvalent', 4, { type: 'Bureau', characteristics: [phone] }),
  resource('bureau-2', 'T-1108', 'chul-dri', 'Bureau polyvalent', 3, { type: 'Bureau', characteristics: [phone] }),
  resource('bureau-3', 'T-1112', 'chul-dri', 'Bureau polyvalent', 7, { type: 'Bureau', characteristics: [phone, screen] }),
  resource('chul-1', 'T-1210', 'chul-dri', 'Salle de conférence A', 24, { characteristics: [screen, outlet, access] }),
  resource('chul-2', 'T-1212', 'chul-dri', 'Salle de conférence B', 16, { characteristics: [screen, access] }),
  resource('chul-3', 'T-1220', 'chul-dri', 'Salle de rencontre DRI', 10, { characteristics: [screen, phone] }),
  resource('chul-4', 'T-1222', 'chul-dri', 'Salle de formation informatique', 12, { characteristics: [screen, board], approvers: ['admin'] }),
  resource('chul-5', 'PORT-031', 'chul-dri', 'Portable de prêt 31', 1, { type: 'Équipement informatique' }),
  resource('chul-6', 'PORT-032', 'chul-dri', 'Portable de prêt 32', 1, { type: 'Équipement informatique' }),
  resource('chul-7', 'PROJ-008', 'chul-dri', 'Projecteur portatif', 1, { type: 'Équipement audiovisuel' }),
  resource('chul-8', 'CHAR-002', 'chul-dri', 'Chariot de visioconférence 2', 1, { type: 'Chariot de visioconférence', characteristics: [outlet] }),
  resource('chul-9', 'VEH-114', 'chul-dri', 'Véhicule de service 114', 5, { type: 'Véhicule', approvers: ['admin'] }),
  resource('chul-e1', 'R-0125', 'chul-enseignement', 'Amphithéâtre', 180, { characteristics: [screen, outlet, access], approvers: ['admin'] }),
  resource('chul-e2', 'R-0131', 'chul-enseignement', 'Salle de simulation', 14, { characteristics: [screen] }),
  resource('hsfa-1', 'A0-110', 'hsfa-enseignement', 'Auditorium', 120, { characteristics: [screen, outlet, access] }),
  resource('hsfa-2', 'A0-114', 'hsfa-enseignement', 'Salle de cours', 30, { characteristics: [screen, board] }),
];

/** The same three rooms everywhere: enough for a full year on every installation. */
const elsewhere: readonly Resource[] = installations.slice(3).filter(({ id }) => id !== 'visio').flatMap((one) => [
  resource(`${one.id}-1`, '101', `${one.id}-dst`, 'Salle du conseil', 20, { characteristics: [screen, outlet, access] }),
  resource(`${one.id}-2`, '205', `${one.id}-dst`, 'Salle multifonctionnelle', 40, { characteristics: [screen, access] }),
  resource(`${one.id}-3`, '212', `${one.id}-dst`, 'Salle de rencontre', 8, { characteristics: [phone] }),
]);

/** The other four services, under the names of their cards; saved as approved at once, since none of them is approved (S2-24). */
const services: readonly Resource[] = [
  resource('shared-room', 'ZOOM-SALLE', 'visio-dst', 'Salle Zoom Opteos', 1, { type: 'Solution logicielle' }),
  resource('nominative-300', 'ZOOM-300', 'visio-dst', 'Licence nominative de 300', 1, { type: 'Solution logicielle' }),
  resource('health-portal', 'WEBCONF', 'visio-dst', 'Web conférence du portail de santé', 1, { type: 'Solution logicielle' }),
  resource('clinical', 'ZOOM-TELESANTE', 'visio-dst', 'Rencontre clinique Zoom télésanté', 1, { type: 'Solution logicielle' }),
];

export const resources: readonly Resource[] = [
  resource(LICENCE, 'ZOOM-5000', 'cct-logiciel', 'Licence ZOOM Web 5000 participants', 1, {
    treeName: 'Licence Web 5000 participants (ZOOM Web5000)',
    type: 'Solution logicielle',
    description: 'Licence temporaire, gérée par le CCT. Inscrire le nom exact de la rencontre, le nombre de participants estimés et le nom de la personne qui présentera.',
    approvers: ['approbateur'],
  }),
  ...chul,
  ...elsewhere,
  ...services,
];

const found = <T extends { id: string }>(kind: string, all: readonly T[], id: string): T => {
  const one = all.find((each) => each.id === id);
  if (!one) throw new Error(`No such ${kind}: ${id}`);
  return one;
};
export const resourceOf = (id: string): Resource => found('resource', resources, id);
export const ownerOf = (id: string): Owner => found('owner', owners, id);
export const installationOf = (id: string): Installation => found('installation', installations, id);
export const isResource = (id: string): boolean => resources.some((one) => one.id === id);
