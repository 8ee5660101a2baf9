/** « Mon compte » and the « i » of a resource: simple pages, there so that the portal is whole. */
import { installationOf, isResource, ownerOf, resourceOf, resources } from '../data/resources.ts';
import { roleNames, users } from '../data/users.ts';
import type { SimplePage } from '../models.ts';
import { messages } from '../wording.ts';
import { installationsOf, isManager } from './access.ts';
import { calendarPath, say, type MemberVisit, type Result, type Route } from './route.ts';

const simple = (page: Omit<SimplePage, 'kind'>): Result => ({ page: { kind: 'simple', ...page } });
const managersOnly = (handle: (visit: MemberVisit) => Result) => (visit: MemberVisit): Result =>
  isManager(visit.user) ? handle(visit) : say(visit.presenter, visit.presenter.words.myAccount, messages.notYours, 403);

function catalogue({ presenter }: MemberVisit): Result {
  const { words } = presenter;
  const rows = resources.map((one) => [one.number, presenter.fullName(one.name), presenter.fullName(installationOf(ownerOf(one.ownerId).installationId).gridName), presenter.word(one.type), one.active ? 'Oui' : 'Non']);
  return simple({ title: words.catalogue, paragraphs: [], table: { heads: [words.number, 'Nom', 'Installation', words.resourceType, 'Active'], rows }, add: words.create, links: [] });
}

function people({ presenter }: MemberVisit): Result {
  const { words } = presenter;
  const rows = users.map((one) => [one.code, presenter.fullName(one.name), presenter.word(roleNames[one.role]), one.email, installationsOf(one).map((each) => presenter.fullName(each.gridName)).slice(0, 2).join(', ')]);
  return simple({ title: words.users, paragraphs: [], table: { heads: [words.userCode, 'Nom', 'Profil', words.email, words.installations], rows }, add: words.newUser, links: [] });
}

function preferences({ presenter, user }: MemberVisit): Result {
  const { words } = presenter;
  const rows = [['Nom', presenter.fullName(user.name)], [words.email, user.email], ['Téléphone', user.phone], [words.officeHours, '08:00 - 16:00']];
  return simple({ title: words.preferences, paragraphs: [], table: { heads: ['Préférence', 'Valeur'], rows }, add: null, links: [] });
}

function information({ presenter, parameter }: MemberVisit): Result {
  if (!isResource(parameter)) return say(presenter, presenter.words.noSuchPage, messages.missing, 404);
  const { words } = presenter;
  const one = resourceOf(parameter);
  const rows = [
    [words.number, one.number],
    [words.resourceType, presenter.word(one.type)],
    ['Installation', presenter.fullName(installationOf(ownerOf(one.ownerId).installationId).gridName)],
    ['Propriétaire', presenter.fullName(ownerOf(one.ownerId).name)],
    ['Nombre de places', String(one.capacity)],
    [words.characteristics, one.characteristics.map(presenter.word).join(', ') || 'Aucune'],
  ];
  const links = [{ label: words.book, path: `/reservations/nouvelle?ressource=${one.id}` }, { label: words.back, path: calendarPath }];
  return simple({ title: presenter.fullName(one.treeName), paragraphs: one.description === '' ? [] : [one.description], table: { heads: [words.general, ''], rows }, add: null, links });
}

export const accountRoutes: Route[] = [
  { method: 'get', path: '/compte/ressources', access: 'members', handle: managersOnly(catalogue) },
  { method: 'get', path: '/compte/utilisateurs', access: 'members', handle: managersOnly(people) },
  { method: 'get', path: '/compte/preferences', access: 'members', handle: preferences },
  { method: 'get', path: '/ressources/:number', access: 'members', handle: information },
];
