/** The booking form: « Nouvelle réservation », a click on the grid, « Modifier ». No label of it is documented (portal.md § 4). */
import { installationOf, ownerOf } from '../data/resources.ts';
import { firstStatus } from '../data/store.ts';
import { isDate, toInstant, toLocal } from '../data/time.ts';
import type { PortalBooking } from '../data/types.ts';
import type { FormPage } from '../models.ts';
import { messages } from '../wording.ts';
import { mayChange, resourcesOf } from './access.ts';
import { errorsOf, readForm, shapeOf, timesOf, type FormFields } from './form-fields.ts';
import { statusMark } from './marks.ts';
import { calendarPath, goWith, say, type MemberVisit, type Result, type Route } from './route.ts';

function formPage(visit: MemberVisit, form: FormFields, booking: PortalBooking | undefined, errors: string[]): Result {
  const { presenter, user } = visit;
  const { words } = presenter;
  const start = toLocal(form.start ?? toInstant(toLocal(visit.portal.now()).date, 540));
  const end = form.end === null ? start.minutes + 60 : start.minutes + (form.end - (form.start ?? form.end)) / 60_000;
  const page: FormPage = {
    kind: 'form',
    title: booking ? `${words.modify} n° ${booking.number}` : words.newBooking,
    number: booking?.number ?? null,
    status: booking ? statusMark(presenter, booking.status) : null,
    action: '/reservations/enregistrer',
    shape: shapeOf(presenter),
    multiple: presenter.has('T6'),
    resources: resourcesOf(user).map((one) => ({
      id: one.id,
      label: presenter.fullName(one.name === 'Bureau polyvalent' ? `${one.name} (${one.number})` : one.name),
      group: presenter.fullName(`${installationOf(ownerOf(one.ownerId).installationId).gridName} - ${ownerOf(one.ownerId).name}`),
      selected: form.resources.includes(one.id),
    })),
    meetingTitle: form.title,
    department: form.department,
    date: start.date,
    start: start.minutes,
    end,
    comments: form.comments,
    requester: form.requester,
    email: form.email,
    errors: errors.map(presenter.word),
    back: booking ? `/reservations/${booking.number}` : `${calendarPath}?mode=calendrier&date=${start.date}`,
    removal: booking ? `/reservations/${booking.number}/supprimer` : null,
  };
  return { page, status: errors.length > 0 ? 400 : 200 };
}

function newForm(visit: MemberVisit): Result {
  const { query, portal, user } = visit;
  const asked = query.get('date') ?? '';
  const now = toLocal(portal.now());
  const date = isDate(asked) ? asked : now.date;
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/u.exec(query.get('heure') ?? '') ?? [];
  const start = hours === undefined ? Math.min(23 * 60, Math.max(540, Math.ceil(now.minutes / 60) * 60)) : Number(hours) * 60 + Number(minutes);
  const form: FormFields = {
    number: null,
    resources: query.getAll('ressource'),
    title: '', department: '', comments: '',
    requester: user.name,
    email: user.email,
    start: toInstant(date, start),
    end: toInstant(date, start + 60),
  };
  return formPage(visit, form, undefined, []);
}

function editForm(visit: MemberVisit): Result {
  const booking = visit.portal.store.find(visit.parameter);
  if (!booking) return say(visit.presenter, visit.presenter.words.noSuchPage, messages.missing, 404);
  if (!mayChange(visit.user, booking)) return say(visit.presenter, visit.presenter.words.modify, messages.notYours, 403);
  return formPage(visit, { ...booking, resources: [...booking.resources] }, booking, []);
}

async function save(visit: MemberVisit): Promise<Result> {
  const { portal, user, presenter } = visit;
  const form = readForm(visit.fields, shapeOf(presenter));
  const booking = form.number === null ? undefined : portal.store.find(form.number);
  if (form.number !== null && (!booking || !mayChange(user, booking))) return say(presenter, presenter.words.modify, messages.notYours, 403);
  const errors = errorsOf(form);
  if (errors.length > 0 || form.start === null || form.end === null) return formPage(visit, form, booking, errors);
  const { resources, title, department, comments, start, end } = { ...form, start: form.start, end: form.end };
  const kept = { resources, title, department, comments, start, end, requester: form.requester || user.name, email: form.email || user.email };
  if (booking) {
    // A change goes back to the approver (portal.md § 6 does not say; invented).
    Object.assign(booking, kept, { status: firstStatus(form.resources) });
    booking.history.push({ at: portal.now(), by: user.name, act: 'Modification' });
  }
  const saved = booking ?? portal.store.add({ ...kept, author: user.code }, portal.now());
  await portal.mailer.send(booking ? 'modified' : 'created', saved);
  return goWith(visit, presenter.word(messages.saved(saved.number)), `${calendarPath}?mode=calendrier&date=${toLocal(saved.start).date}`);
}

/** T7: says only whether it is free, for ✔ or ✘. */
function availability({ portal, query, presenter }: MemberVisit): Result {
  const { start, end } = timesOf(query, shapeOf(presenter));
  const valid = start !== null && end !== null && end > start;
  return { data: { libre: valid && portal.isFree(query.getAll('ressource'), start, end, query.get('numero') || null) } };
}

export const formRoutes: Route[] = [
  { method: 'get', path: '/reservations/nouvelle', access: 'members', handle: newForm },
  { method: 'get', path: '/reservations/:number/modifier', access: 'members', handle: editForm },
  { method: 'post', path: '/reservations/enregistrer', access: 'members', handle: save },
  { method: 'get', path: '/disponibilite', access: 'members', handle: availability },
];

