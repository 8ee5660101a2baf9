/** Reads the booking form in any of its date shapes (T4), the way a portal does: crudely. */
import { isResource } from '../data/resources.ts';
import { isDate, toInstant } from '../data/time.ts';
import type { DateShape } from '../models.ts';
import type { Presenter } from '../present.ts';
import { messages } from '../wording.ts';

export interface FormFields {
  number: string | null;
  resources: string[];
  title: string;
  department: string;
  comments: string;
  requester: string;
  email: string;
  /** Null when it cannot be read. */
  start: number | null;
  end: number | null;
}

export const shapeOf = (presenter: Presenter): DateShape =>
  (['isoSeconds', 'splitSelects', 'durationUnit'] as const).find((shape) => presenter.has(`T4:${shape}`)) ?? 'text';

/** `09:00` in minutes, or null. */
function clock(text: string | null): number | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/u.exec(text ?? '') ?? [];
  return hours === undefined || Number(hours) > 24 || Number(minutes) > 59 ? null : Number(hours) * 60 + Number(minutes);
}

function minutesOf(fields: URLSearchParams, name: string, shape: DateShape): number | null {
  if (shape === 'isoSeconds') return /^\d+$/u.test(fields.get(name) ?? '') ? Number(fields.get(name)) / 60 : null;
  if (shape === 'splitSelects') return clock(`${fields.get(`${name}_heure`)}:${fields.get(`${name}_minute`)?.padStart(2, '0')}`);
  return clock(fields.get(name));
}

const unitMinutes: Record<string, number> = { minutes: 1, heures: 60, jours: 1440 };

/** The times of the form; null where one cannot be read. */
export function timesOf(fields: URLSearchParams, shape: DateShape): { start: number | null; end: number | null } {
  const part = (name: string): string => (fields.get(name) ?? '').padStart(2, '0');
  const date = shape === 'splitSelects' ? `${fields.get('annee')}-${part('mois')}-${part('jour')}` : fields.get('date') ?? '';
  const start = minutesOf(fields, 'debut', shape);
  const length = Number(fields.get('duree')) * (unitMinutes[fields.get('duree_unite') ?? ''] ?? Number.NaN);
  const end = shape === 'durationUnit' ? (start === null || !Number.isFinite(length) ? null : start + length) : minutesOf(fields, 'fin', shape);
  if (!isDate(date)) return { start: null, end: null };
  return { start: start === null ? null : toInstant(date, start), end: end === null ? null : toInstant(date, end) };
}

export function readForm(fields: URLSearchParams, shape: DateShape): FormFields {
  const text = (name: string): string => (fields.get(name) ?? '').trim();
  return {
    number: text('numero') || null,
    resources: fields.getAll('ressource').filter(isResource),
    title: text('titre'),
    department: text('departement'),
    comments: text('commentaires').replace(/\r\n/gu, '\n'),
    requester: text('demandeur'),
    email: text('courriel'),
    ...timesOf(fields, shape),
  };
}

/** All that the portal itself asks for: a resource, a title, and an end after the start. */
export function errorsOf(form: FormFields): string[] {
  const errors: string[] = [];
  if (form.resources.length === 0) errors.push(messages.resourceMissing);
  if (form.title === '') errors.push(messages.titleMissing);
  if (form.start === null || form.end === null) errors.push(messages.dateInvalid);
  else if (form.end <= form.start) errors.push(messages.endBeforeStart);
  return errors;
}
