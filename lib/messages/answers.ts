/** What the worker answers to our own pages. */
import type { BookingOfLedger } from '../contract/answer.ts';
import type { DayAnswer, LicenceAnswer } from '../contract/day.ts';
import type { HostKeyAnswer, RoomRequestEntry, SlotRequestEntry, StaysAnswer } from '../contract/rooms.ts';
import type { UsageAnswer, UsageBooking, UsagePageAnswer } from '../contract/usage.ts';
import type { DeliveryProblem } from '../state/outbox-store.ts';

/** Why a booking was not put on its way. `full`: the queue is at its bound. */
export type SendRefusal = 'unknown' | 'ownRequest' | 'notApproved' | 'incomplete' | 'underway' | 'role' | 'full';

/** What `send`, `undo`, `cancel`, `retry` and `dismiss` answer, by booking. */
export interface SendAnswer {
  accepted: string[];
  refused: { key: string; why: SendRefusal }[];
}

/** What the messages about calibration answer; `tab`: no page of the portal could be opened. */
export type CalibrationAnswer = { ok: true } | { ok: false; why: 'role' | 'portal' | 'permission' | 'tab' };

/** The masked outline of a portal's open page (lib/portal/structure.ts); null: no page of it is open. */
export interface StructureAnswer {
  structure: string | null;
}

/** What `refresh` answers: the work has begun; its results arrive through the stores. */
export interface RefreshAnswer {
  started: true;
}

/** What « Vérifier » found; `sentence` is a key of the texts, never free text of the companion. */
export interface CompanionCheck {
  ok: boolean;
  code: (typeof checkCodes)[number];
  name?: string;
  role?: string;
  /** For `clock`: how far this post is ahead of the companion, in milliseconds; below zero it is behind. */
  ahead?: number;
}

/** Each has `check_<code>` and `check_<code>More` in the options' texts. */
export const checkCodes = [
  'ok', 'noAddress', 'noKey', 'keyMalformed', 'unreachable', 'notCompanion', 'keyUnknown', 'keyRevoked', 'clock', 'refused',
  'codeMalformed', 'codeUnknown', 'codeUsed', 'codeExpired', 'tooMany', 'tooOldBrowser', 'tooOldCompanion',
] as const;

/** What `worker.ping` answers. */
export interface PingAnswer {
  alive: true;
  /** Of the extension that the worker runs; another than the page's: it was updated, reload. */
  version: string;
}

/** What `alerts.example` answers; false: the browser does not allow it. */
export interface ShownAnswer {
  shown: boolean;
}

/** Why the companion did not do what was asked: the way to it, or the booking's state. Each code has a sentence (lib/i18n/day). */
export type AskProblem =
  | DeliveryProblem
  | 'notFound'
  | 'noConference'
  | 'hasConference'
  | 'notStarted'
  | 'licenceBusy'
  | 'zoomSilent'
  | 'repeated'
  | 'role'
  | 'tooEarly'
  | 'slotOver'
  | 'keyShown'
  | 'roomBusy'
  | 'notHolder'
  | 'ownSlot'
  | 'noHolderAddress'
  | 'noEmail'
  | 'alreadyAsked'
  | 'slotClosed'
  | 'decided';

/** An answer from the companion, or why there is none; `detail` is the companion's own sentence, to be shown as text. */
export type Asked<More = object> = ({ ok: true } & More) | { ok: false; code: AskProblem; detail: string | null };

/** What `history` and `day.link` answer: the booking with its steps and their hours (F13). */
export type HistoryAnswer = Asked<{ booking: BookingOfLedger }>;

/** What `usage` answers. */
export type UsageOfWorker = Asked<{ usage: UsageAnswer }>;

/** What `usage.bookings` answers; `at` is the companion's hour. */
export type UsageBookingsOfWorker = Asked<{ bookings: UsageBooking[]; at: string }>;

/** What `usage.page` answers. */
export type UsagePageOfWorker = Asked<{ page: UsagePageAnswer }>;

/** What `day.read` answers. */
export type DayReadAnswer = Asked<{ day: DayAnswer }>;

/** What `licence.now` answers: what is live at Zoom; what the portals show stands in the model (lib/domain/licence-now.ts). */
export type LicenceOfWorker = Asked<{ licence: LicenceAnswer }>;

/** What `hostKey.reveal` answers: to be shown, and forgotten with the page. */
export type HostKeyOfWorker = Asked<{ shown: HostKeyAnswer }>;

/** What `slots.read` answers; kept by the page that asked, in no store. */
export type SlotsOfWorker = Asked<{ slots: SlotRequestEntry[] }>;

/** What `rooms.read` answers; kept by the page that asked, in no store. */
export type RoomRequestsOfWorker = Asked<{ requests: RoomRequestEntry[] }>;

/** What `stays.read` answers; kept in no store. */
export type StaysOfWorker = Asked<{ stays: StaysAnswer }>;

/** What a message that this sender may not send, or that is none of ours, is answered. */
export interface Refused {
  refused: 'sender' | 'message';
}
