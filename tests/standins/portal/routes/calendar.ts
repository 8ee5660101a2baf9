/** « Mes réservations de ressource », calendar mode: « Critères », the hour grid, « Légende » (portal.md § 3.3). */
import { establishmentNamed } from '../data/establishments.ts';
import { characteristics, installationOf, isResource, owners } from '../data/resources.ts';
import { addDays, isDate, toClock, toLocal } from '../data/time.ts';
import type { PortalBooking, Resource } from '../data/types.ts';
import type { CalendarPage, GridBooking, GridRow, TreeNode } from '../models.ts';
import type { Presenter } from '../present.ts';
import { messages } from '../wording.ts';
import { installationsOf, resourcesOf } from './access.ts';
import { legendOf, statusMark } from './marks.ts';
import { calendarPath, goWith, listPath, type MemberVisit, type Result, type Route } from './route.ts';

/** « Heures de bureau » 8 h to 16 h (portal.md § 3.3). */
const OFFICE: [number, number] = [8, 15];

function treeOf({ user, session, presenter }: MemberVisit): TreeNode[] {
  const ticked = new Set(session.ticked.resources);
  const seen = resourcesOf(user);
  return installationsOf(user).map((installation) => {
    const children = owners.filter((one) => one.installationId === installation.id).map((owner): TreeNode => {
      const leaves = seen
        .filter((one) => one.ownerId === owner.id)
        .map((one): TreeNode => ({ id: one.id, label: presenter.fullName(one.treeName), checked: ticked.has(one.id), children: [] }));
      return { id: owner.id, label: presenter.fullName(owner.name), checked: leaves.every((one) => one.checked), children: leaves };
    });
    return { id: installation.id, label: presenter.fullName(installation.treeName), checked: children.every((one) => one.checked), children };
  });
}

function gridBooking(presenter: Presenter, booking: PortalBooking, date: string): GridBooking {
  const start = toLocal(booking.start);
  const end = toLocal(booking.end);
  return {
    number: booking.number,
    path: `/reservations/${booking.number}`,
    title: presenter.has('T8') ? null : presenter.name(booking.title),
    establishment: presenter.name(establishmentNamed(booking.establishmentId).name),
    time: `${toClock(start.minutes)} - ${toClock(end.minutes)}`,
    from: start.date < date ? 0 : start.minutes,
    to: end.date > date ? 1440 : end.minutes,
    status: statusMark(presenter, booking.status),
  };
}

function groupsOf(visit: MemberVisit, date: string): CalendarPage['groups'] {
  const { presenter, session } = visit;
  const shown = resourcesOf(visit.user).filter(
    (one) => session.filter.resources.includes(one.id) && session.filter.characteristics.every((each) => one.characteristics.includes(each)),
  );
  const held = visit.portal.store.ofDay(date).filter((one) => one.status !== 'cancelled' && one.status !== 'rejected');
  const rowOf = (resource: Resource): GridRow => ({
    id: resource.id,
    name: presenter.name(resource.name),
    capacity: resource.capacity,
    infoPath: `/ressources/${resource.id}`,
    bookings: held.filter((one) => one.resources.includes(resource.id)).map((one) => gridBooking(presenter, one, date)),
  });
  return owners.flatMap((owner) => {
    const rows = shown.filter((one) => one.ownerId === owner.id).map(rowOf);
    const label = `${installationOf(owner.installationId).gridName} - ${owner.name}`;
    return rows.length > 0 ? [{ label: presenter.fullName(label), count: rows.length, rows }] : [];
  });
}

export function calendarPage(visit: MemberVisit): Result {
  const { presenter, query, portal, session } = visit;
  const today = toLocal(portal.now()).date;
  const asked = query.get('date') ?? '';
  const date = isDate(asked) ? asked : today;
  const allHours = query.get('heures') === '24';
  const at = (day: string, all = allHours): string => `${calendarPath}?mode=calendrier&date=${day}${all ? '&heures=24' : ''}`;
  return {
    page: {
      kind: 'calendar',
      title: presenter.words.pageTitle,
      date,
      dayHead: presenter.dayHead(date),
      previous: at(addDays(date, -1)),
      next: at(addDays(date, 1)),
      today: at(today),
      list: listPath,
      hours: allHours ? [0, 23] : OFFICE,
      allHours,
      hoursSwitch: { label: allHours ? presenter.words.officeHours : presenter.words.all24, path: at(date, !allHours) },
      criteriaOpen: session.criteriaOpen,
      tree: treeOf(visit),
      characteristics: characteristics.map((one) => ({ label: presenter.word(one), value: one, checked: session.ticked.characteristics.includes(one) })),
      groups: groupsOf(visit, date),
      legend: legendOf(presenter),
    },
  };
}

/** « Appliquer le filtre », « Sauvegarder les filtres », « Réinitialiser les filtres ». */
function changeFilter(visit: MemberVisit): Result {
  const { fields, session, portal, user } = visit;
  const operation = fields.get('operation');
  const chosen = { resources: fields.getAll('noeud').filter(isResource), characteristics: fields.getAll('caracteristique') };
  session.criteriaOpen = fields.get('ouvert') === '1';
  const date = fields.get('date') ?? '';
  const back = `${calendarPath}?mode=calendrier&date=${isDate(date) ? date : ''}${fields.get('heures') === '24' ? '&heures=24' : ''}`;
  session.ticked = operation === 'reinitialiser' ? { resources: [], characteristics: [] } : chosen;
  if (operation === 'sauvegarder') {
    portal.store.savedFilters.set(user.code, chosen);
    return goWith(visit, messages.filtersSaved, back);
  }
  session.filter = session.ticked;
  return { go: back };
}

export const calendarRoutes: Route[] = [
  { method: 'post', path: `${calendarPath}/filtre`, access: 'members', handle: changeFilter },
];
