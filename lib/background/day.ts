/**
 * The day of the conference, as a person's clicks: start, end, a link by hand, the history, the use. What the
 * companion answers is parsed and bounded (companion.ts); a start link is opened and forgotten (Z50).
 */
import { bookingOfLedger } from '../contract/answer.ts';
import { dayAnswer, endAnswer, licenceAnswer, startAnswer, type LinkRequest } from '../contract/day.ts';
import { usageAnswer } from '../contract/usage.ts';
import type { AskProblem, Asked, DayReadAnswer, HistoryAnswer, LicenceOfWorker, UsageOfWorker } from '../messages/answers.ts';
import { ledgerStore, withBooking } from '../state/ledger-store.ts';
import { viewsOf, type Sources } from '../state/view.ts';
import { askCompanion, newRequestId, type CompanionFailure, type CompanionPorts } from './companion.ts';

/** The companion's own words for what a booking's state does not allow; what is not here keeps the way's problem. */
const codes: Record<string, AskProblem> = {
  not_found: 'notFound',
  no_conference: 'noConference',
  has_conference: 'hasConference',
  not_started: 'notStarted',
  licence_busy: 'licenceBusy',
  zoom_silent: 'zoomSilent',
  repeated: 'repeated',
  forbidden: 'role',
  too_early: 'tooEarly',
  slot_over: 'slotOver',
  key_shown: 'keyShown',
  room_busy: 'roomBusy',
  own_slot: 'ownSlot',
  no_holder_address: 'noHolderAddress',
  no_address: 'noEmail',
  already_asked: 'alreadyAsked',
  slot_closed: 'slotClosed',
  decided: 'decided',
};

export const refusalOf = ({ problem, code, detail }: CompanionFailure): Asked<never> => ({ ok: false, code: codes[code ?? ''] ?? problem, detail });

/** Under which name the companion knows a booking: it may have heard of it before its number was known. */
export function pathOf(key: string, sources: Sources, action = ''): string {
  const view = viewsOf(sources).find((candidate) => candidate.key === key);
  return `v1/bookings/${encodeURIComponent(view?.ledger?.key ?? key)}${action}`;
}

/** « Démarrer »: the link goes into a tab and nowhere else. @param open opens an address in a tab of its own */
export async function startConference(ports: CompanionPorts, key: string, sources: Sources, open: (link: string) => Promise<unknown>): Promise<Asked> {
  const answer = await askCompanion(ports, { method: 'POST', path: pathOf(key, sources, '/start'), id: newRequestId() }, startAnswer);
  if (!answer.ok) return refusalOf(answer);
  await open(answer.value.link);
  return { ok: true };
}

/** « Mettre fin », confirmed. 202: Zoom was asked; that it has ended is seen in the booking's steps (Z54). */
export async function endConference(ports: CompanionPorts, key: string, sources: Sources): Promise<Asked> {
  const body = JSON.stringify({ confirmed: true });
  const answer = await askCompanion(ports, { method: 'POST', path: pathOf(key, sources, '/end'), id: newRequestId(), body }, endAnswer);
  return answer.ok ? { ok: true } : refusalOf(answer);
}

/** Asks for, or changes, one booking, and takes over what the companion answers. */
async function askBooking(ports: CompanionPorts, request: { method: 'GET' | 'POST'; path: string; body?: string }): Promise<HistoryAnswer> {
  const answer = await askCompanion(ports, { ...request, id: newRequestId() }, bookingOfLedger);
  if (!answer.ok) return refusalOf(answer);
  await ledgerStore.update((known) => withBooking(known, answer.value));
  return { ok: true, booking: answer.value };
}

/** A conference made by hand (Z90). */
export const enterLink = (ports: CompanionPorts, key: string, link: LinkRequest, sources: Sources): Promise<HistoryAnswer> =>
  askBooking(ports, { method: 'POST', path: pathOf(key, sources, '/link'), body: JSON.stringify(link) });

/** One booking with its hours: reçu, créée, courriel remis (F13). */
export const readHistory = (ports: CompanionPorts, key: string, sources: Sources): Promise<HistoryAnswer> =>
  askBooking(ports, { method: 'GET', path: pathOf(key, sources) });

/** The use of a service by establishment, as the ledger knows it. @param period ISO instants in UTC */
export async function readUsage(ports: CompanionPorts, period: { service: string; from: string; to: string }): Promise<UsageOfWorker> {
  const query = new URLSearchParams({ service: period.service, from: period.from, to: period.to });
  const answer = await askCompanion(ports, { method: 'GET', path: `v1/usage?${query.toString()}`, id: newRequestId() }, usageAnswer);
  return answer.ok ? { ok: true, usage: answer.value } : refusalOf(answer);
}

/** What Zoom holds of one conference beside what its card asks, at the hour of the click (F06). */
export async function readDay(ports: CompanionPorts, key: string, sources: Sources): Promise<DayReadAnswer> {
  const answer = await askCompanion(ports, { method: 'GET', path: pathOf(key, sources, '/day'), id: newRequestId() }, dayAnswer);
  return answer.ok ? { ok: true, day: answer.value } : refusalOf(answer);
}

/** What is live on a service's licence, as Zoom says it now. */
export async function readLicence(ports: CompanionPorts, service: string): Promise<LicenceOfWorker> {
  const answer = await askCompanion(ports, { method: 'GET', path: `v1/licence?${new URLSearchParams({ service }).toString()}`, id: newRequestId() }, licenceAnswer);
  return answer.ok ? { ok: true, licence: answer.value } : refusalOf(answer);
}
