/** One booking: its page, the approver's decision (T9), and its cancelling with one of four reasons. */
import { establishmentNamed } from '../data/establishments.ts';
import { resourceOf } from '../data/resources.ts';
import type { PortalBooking, User } from '../data/types.ts';
import type { DetailPage } from '../models.ts';
import { cancellationReasons, messages } from '../wording.ts';
import { mayApprove, mayChange } from './access.ts';
import { statusMark } from './marks.ts';
import { goWith, listPath, say, type MemberVisit, type Result, type Route } from './route.ts';

const withBooking = (act: (visit: MemberVisit, booking: PortalBooking) => Result | Promise<Result>) => (visit: MemberVisit): Result | Promise<Result> => {
  const booking = visit.portal.store.find(visit.parameter);
  return booking ? act(visit, booking) : say(visit.presenter, visit.presenter.words.noSuchPage, messages.missing, 404);
};

function note(visit: MemberVisit, booking: PortalBooking, act: string, by: User): void {
  booking.history.push({ at: visit.portal.now(), by: by.name, act });
}

function detail(visit: MemberVisit, booking: PortalBooking): Result {
  const { presenter, user, session } = visit;
  const { words } = presenter;
  const own = mayChange(user, booking);
  const fields: DetailPage['fields'] = [
    { label: words.resourcesField, value: booking.resources.map((id) => presenter.fullName(resourceOf(id).name)).join('\n') },
    { label: words.meetingTitle, value: presenter.fullName(booking.title) },
    { label: words.department, value: presenter.fullName(booking.department) },
    { label: words.establishment, value: presenter.fullName(establishmentNamed(booking.establishmentId).name) },
    { label: words.requester, value: presenter.fullName(booking.requester) },
    { label: words.email, value: booking.email },
    { label: words.listStart, value: presenter.moment(booking.start) },
    { label: words.listEnd, value: presenter.moment(booking.end) },
    { label: words.comments, value: booking.comments, long: true },
    ...(booking.reason === null ? [] : [{ label: words.reason, value: presenter.word(booking.reason) }]),
  ];
  const page: DetailPage = {
    kind: 'detail',
    title: presenter.word(`Réservation de ressource n° ${booking.number}`),
    number: booking.number,
    status: statusMark(presenter, booking.status),
    fields,
    history: booking.history.map((line) => `${presenter.moment(line.at)} – ${presenter.word(line.act)} – ${presenter.name(line.by)}`),
    back: listPath,
    edit: own ? `/reservations/${booking.number}/modifier` : null,
    removal: own ? `/reservations/${booking.number}/supprimer` : null,
    decision:
      booking.status === 'pending' && mayApprove(user, booking)
        ? { action: `/reservations/${booking.number}/decision`, hidden: [['jeton', session.token], ['numero', booking.number], ['version', String(booking.history.length)]] }
        : null,
  };
  return { page };
}

async function decide(visit: MemberVisit, booking: PortalBooking): Promise<Result> {
  const { presenter, fields, user } = visit;
  if (!mayApprove(user, booking)) return say(presenter, presenter.words.approve, messages.notYours, 403);
  const approved = fields.get('decision') === 'approuver';
  if (booking.status !== 'pending' || fields.get('version') !== String(booking.history.length) || (!approved && fields.get('decision') !== 'rejeter')) {
    return say(presenter, presenter.words.approve, messages.notPending, 400);
  }
  booking.status = approved ? 'approved' : 'rejected';
  note(visit, booking, approved ? 'Approbation' : 'Rejet', user);
  await visit.portal.mailer.send(approved ? 'approved' : 'rejected', booking);
  return goWith(visit, presenter.word((approved ? messages.approved : messages.rejected)(booking.number)), `/reservations/${booking.number}`);
}

function removalPage(visit: MemberVisit, booking: PortalBooking, errors: string[]): Result {
  const { presenter } = visit;
  if (!mayChange(visit.user, booking)) return say(presenter, presenter.words.remove, messages.notYours, 403);
  return {
    status: errors.length > 0 ? 400 : 200,
    page: {
      kind: 'removal',
      title: presenter.word(`${presenter.words.remove} la réservation n° ${booking.number}`),
      number: booking.number,
      action: `/reservations/${booking.number}/supprimer`,
      reasons: cancellationReasons.map(presenter.word),
      back: `/reservations/${booking.number}`,
      errors: errors.map(presenter.word),
    },
  };
}

async function remove(visit: MemberVisit, booking: PortalBooking): Promise<Result> {
  const reason = cancellationReasons[Number(visit.fields.get('raison') ?? -1)];
  if (reason === undefined || !mayChange(visit.user, booking)) return removalPage(visit, booking, [messages.reasonMissing]);
  booking.status = 'cancelled';
  booking.reason = reason;
  note(visit, booking, 'Annulation', visit.user);
  await visit.portal.mailer.send('cancelled', booking);
  return goWith(visit, visit.presenter.word(messages.cancelled(booking.number)), `/reservations/${booking.number}`);
}

export const bookingRoutes: Route[] = [
  { method: 'get', path: '/reservations/:number', access: 'members', handle: withBooking(detail) },
  { method: 'post', path: '/reservations/:number/decision', access: 'members', handle: withBooking(decide) },
  { method: 'get', path: '/reservations/:number/supprimer', access: 'members', handle: withBooking((visit, booking) => removalPage(visit, booking, [])) },
  { method: 'post', path: '/reservations/:number/supprimer', access: 'members', handle: withBooking(remove) },
];
