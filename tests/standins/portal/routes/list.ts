/** « Mes réservations de ressource », list mode (portal.md § 3.2). Addresses and columns are invented. */
import { establishmentNamed } from '../data/establishments.ts';
import { resourceOf, resourceTypes } from '../data/resources.ts';
import { addDays, addMonths, isDate, toInstant, toLocal } from '../data/time.ts';
import type { PortalBooking } from '../data/types.ts';
import type { ListPage, ListRow } from '../models.ts';
import type { Presenter } from '../present.ts';
import { statusCodes } from '../status-codes.ts';
import { isApprover, mayApprove, resourcesOf } from './access.ts';
import { legendOf, statusKeys, statusMark } from './marks.ts';
import { calendarPath, type MemberVisit, type Result } from './route.ts';

const perPageChoices = [10, 20, 30, 50, 100];
const periods = ['jour', 'semaine', 'mois', 'periode'] as const;
type Period = (typeof periods)[number];

/** Without a date, nothing past is listed (portal.md § 11). @returns first day and the day after the last */
function spanOf(period: Period, date: string, from: string, to: string): [string, string] {
  if (period === 'jour') return [date, addDays(date, 1)];
  if (period === 'semaine') return [date, addDays(date, 7)];
  if (period === 'mois') return [date, addMonths(date, 1)];
  return [from, addDays(to < from ? from : to, 1)];
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** « Rechercher » looks at the resource, the title and the department (portal.md § 3.2). */
const holds = (booking: PortalBooking, keyword: string): boolean =>
  [booking.number, booking.title, booking.department, ...booking.resources.map((id) => resourceOf(id).name)].some((text) => fold(text).includes(fold(keyword)));

function rowOf(presenter: Presenter, booking: PortalBooking): ListRow {
  return {
    number: booking.number,
    path: `/reservations/${booking.number}`,
    resource: booking.resources.map((id) => presenter.name(resourceOf(id).name)).join(', '),
    title: presenter.has('T8') ? null : presenter.name(booking.title),
    establishment: presenter.name(establishmentNamed(booking.establishmentId).name),
    requester: presenter.name(booking.requester),
    start: presenter.moment(booking.start),
    end: presenter.moment(booking.end),
    status: statusMark(presenter, booking.status),
  };
}

/** 1 … 4 5 6 … 20 */
function pagesOf(query: URLSearchParams, current: number, last: number): ListPage['pages'] {
  const shown = new Set([1, current - 1, current, current + 1, last].filter((one) => one >= 1 && one <= last));
  return [...shown].sort((a, b) => a - b).map((one) => {
    const address = new URLSearchParams(query);
    address.set('page', String(one));
    return { label: String(one), path: `${calendarPath}?${address}`, current: one === current };
  });
}

export function listPage(visit: MemberVisit): Result {
  const { presenter, query, user, portal } = visit;
  const given = (name: string, otherwise: string): string => (isDate(query.get(name) ?? '') ? query.get(name) ?? otherwise : otherwise);
  const date = given('date', toLocal(portal.now()).date);
  const period = periods.find((one) => one === query.get('periode')) ?? 'mois';
  const [from, until] = spanOf(period, date, given('du', date), given('au', addMonths(date, 1)));
  const types = query.getAll('type');
  const codes = query.getAll('statut');
  const perPage = perPageChoices.find((one) => String(one) === query.get('parPage')) ?? 20;
  const keyword = (query.get('motCle') ?? '').trim();
  const [asApprover, asCreator] = [query.get('approbateur') === '1', query.get('createur') === '1'];
  // Until a status is chosen, what is cancelled or rejected stays out of the way.
  const statuses = statusKeys.filter((key) => (codes.length > 0 ? codes.includes(statusCodes[key]) : key !== 'cancelled' && key !== 'rejected'));
  const visible = new Set(resourcesOf(user).map((one) => one.id));
  const found = portal.store.between(toInstant(from, 0), toInstant(until, 0)).filter(
    (one) =>
      one.resources.some((id) => visible.has(id)) &&
      statuses.includes(one.status) &&
      (types.length === 0 || one.resources.some((id) => types.includes(resourceOf(id).type))) &&
      (!asApprover || mayApprove(user, one)) &&
      (!asCreator || one.author === user.code) &&
      (keyword === '' || holds(one, keyword)),
  );
  const last = Math.max(1, Math.ceil(found.length / perPage));
  const current = Math.min(last, Math.max(1, Number(query.get('page')) || 1));
  const first = (current - 1) * perPage;
  const page: ListPage = {
    kind: 'list',
    title: presenter.words.pageTitle,
    calendar: `${calendarPath}?mode=calendrier`,
    types: resourceTypes.map((value) => ({ label: presenter.word(value), value, checked: types.includes(value) })),
    asApprover: isApprover(user) ? asApprover : null,
    asCreator,
    period,
    date,
    from,
    to: addDays(until, -1),
    statuses: legendOf(presenter).map((one) => ({ ...one, checked: statuses.includes(one.key) })),
    perPage,
    perPageChoices,
    keyword,
    withTitles: !presenter.has('T8'),
    rows: found.slice(first, first + perPage).map((one) => rowOf(presenter, one)),
    total: found.length,
    summary: found.length === 0 ? '0' : `${first + 1} à ${Math.min(first + perPage, found.length)} sur ${found.length}`,
    pages: pagesOf(query, current, last),
    legend: legendOf(presenter),
  };
  return { page };
}
