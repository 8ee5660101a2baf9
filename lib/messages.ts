/**
 * Every message between the parts of the extension, as one map; parsed at the border, sender checked.
 * A content script is as trustworthy as its page: it may only report facts and ask for its settings.
 */
import * as z from 'zod/mini';
import { cancellationReasons } from './contract/event.ts';
import type { BookingOfLedger } from './contract/answer.ts';
import { linkRequest, type DayAnswer, type LicenceAnswer } from './contract/day.ts';
import { roomDecision, roomRequest, slotAnswer, slotRequest, type HostKeyAnswer, type RoomRequestEntry, type SlotRequestEntry, type StaysAnswer } from './contract/rooms.ts';
import { emailAddress, identifier, instantText, line, paragraph, webAddress } from './contract/primitives.ts';
import { usagePageRequest, type UsageAnswer, type UsageBooking, type UsagePageAnswer } from './contract/usage.ts';
import { progress } from './calibration/progress.ts';
import { bookingDoubts, bookingStatuses } from './domain/booking.ts';
import { pageKinds } from './portal/page.ts';
import { profilePatch } from './portal/profile.ts';
import type { DeliveryProblem } from './state/outbox-store.ts';

const instant = z.number().check(z.int(), z.minimum(0), z.maximum(8.64e15));
const shortText = z.string().check(z.maxLength(10_000));

const facts = z.lazy(() => z.strictObject({
  name: line(200),
  participants: z.number().check(z.int(), z.minimum(1), z.maximum(100_000)),
  presenter: z.strictObject({ name: line(200), email: z.nullable(emailAddress) }),
}));

export const bookingMessage = z.lazy(() => z.strictObject({
  portal: identifier,
  number: z.nullable(line(64)),
  resource: z.string().check(z.maxLength(300)),
  serviceId: z.nullable(identifier),
  title: z.nullable(shortText),
  facts: z.nullable(facts),
  establishment: z.nullable(z.string().check(z.maxLength(300))),
  establishmentId: z.nullable(identifier),
  requester: z.nullable(z.strictObject({ name: z.string().check(z.maxLength(300)), email: z.nullable(emailAddress) })),
  start: instant,
  end: instant,
  status: z.enum(bookingStatuses),
  page: z.nullable(webAddress),
  reason: z.nullable(paragraph(1000)),
  planB: z.optional(z.nullable(line(300))),
  doubts: z.optional(z.array(z.enum(bookingDoubts)).check(z.maxLength(bookingDoubts.length))),
}));

export const readingMessage = z.lazy(() => z.strictObject({
  bookings: z.array(bookingMessage).check(z.maxLength(20_000)),
  complete: z.boolean(),
  from: z.nullable(instant),
  to: z.nullable(instant),
  at: instant,
  source: z.enum(['grid', 'list', 'form', 'companion']),
}));

/** What a page says: a booking that cannot be one (a title of a megabyte) is left out, and the reading is then only part. */
export const pageReading = z.lazy(() => z.pipe(
  z.strictObject({ ...readingMessage._zod.innerType.shape, bookings: z.array(z.unknown()).check(z.maxLength(20_000)) }),
  z.transform((reading) => {
    const bookings = reading.bookings.flatMap((booking) => bookingMessage.safeParse(booking).data ?? []);
    return { ...reading, bookings, complete: reading.complete && bookings.length === reading.bookings.length };
  }),
));

const anchorReport = z.lazy(() => z.strictObject({
  anchor: z.string().check(z.maxLength(100)),
  health: z.enum(['found', 'several', 'fallback', 'missing']),
  matches: z.number().check(z.int(), z.minimum(0)),
  /** Which of the profile's alternatives found it. */
  alternative: z.optional(z.number().check(z.int(), z.minimum(0))),
}));

/** From a content script; the portal is the sender's, never the message's. */
export const contentMessage = z.lazy(() => z.discriminatedUnion('type', [
  /** Answer: {@link import('./state/overlay.ts').OverlaySettings} or null when this page is no portal of ours. */
  z.strictObject({ type: z.literal('overlay.start') }),
  /** Answer: the {@link import('./portal/signs.ts').Sign}s of this portal, or null when this page is none of ours. */
  z.strictObject({ type: z.literal('overlay.signs') }),
  /** The page shows enough of them, or is of a kind: it wants these scripts of ours (wxt.parts.ts). Answered once they have run. */
  z.strictObject({ type: z.literal('overlay.parts'), files: z.array(z.string().check(z.regex(/^overlay(?:-[a-z-]{1,40})?\.js$/u))).check(z.minLength(1), z.maxLength(10)) }),
  z.strictObject({
    type: z.literal('overlay.reading'),
    reading: pageReading,
    /** Services whose own row the page shows, so that hours without booking are free and not filtered out. */
    shown: z.optional(z.array(identifier).check(z.maxLength(50))),
  }),
  z.strictObject({
    type: z.literal('overlay.health'),
    page: z.nullable(z.enum(pageKinds)),
    anchors: z.array(anchorReport).check(z.maxLength(200)),
    /** Features that stopped, with the anchor they missed. */
    failures: z.array(z.strictObject({ feature: identifier, anchor: z.string().check(z.maxLength(100)) })).check(z.maxLength(50)),
  }),
  /** « Copier le diagnostic » in the page. Answer: its text (lib/state/portal-diagnostic.ts). */
  z.strictObject({ type: z.literal('overlay.diagnostic') }),
  /** A booking with its facts was saved in the portal: becomes `booking.requested`. */
  z.strictObject({ type: z.literal('overlay.saved'), booking: bookingMessage }),
  /** To be told when a slot is freed, or no longer (F04). */
  z.strictObject({ type: z.literal('overlay.wait'), serviceId: identifier, start: instant, end: instant, wait: z.boolean() }),
  /** From the assistant. Answer: {@link import('./calibration/ports.ts').CalibrationStart}, or null when this tab is not the one it was opened in. */
  z.strictObject({ type: z.literal('calibration.start') }),
  z.strictObject({ type: z.literal('calibration.keep'), progress }),
  /** Puts what was taught in force. Answers {@link CalibrationAnswer}. */
  z.strictObject({ type: z.literal('calibration.save'), patch: profilePatch }),
  z.strictObject({ type: z.literal('calibration.close') }),
]));
export type ContentMessage = z.infer<typeof contentMessage>;

/** A booking by its identity (lib/domain/identity.ts). */
const bookingKey = z.string().check(z.maxLength(800));
/** Bookings that one message may name. */
export const KEYS_MAXIMUM = 100;
const bookingKeys = z.lazy(() => z.array(bookingKey).check(z.minLength(1), z.maxLength(KEYS_MAXIMUM)));

/** From our own pages (popup, options, welcome): sender has our origin and no page of a site. */
export const pageMessage = z.lazy(() => z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('refresh') }),
  /** Sends each booking (by lib/domain/identity key) to the companion after the seconds of undo. */
  z.strictObject({ type: z.literal('send'), keys: bookingKeys }),
  z.strictObject({ type: z.literal('undo'), keys: bookingKeys }),
  z.strictObject({
    type: z.literal('cancel'),
    key: bookingKey,
    cancellation: z.enum(cancellationReasons),
  }),
  /** « Vérifier »: answers {@link CompanionCheck}. */
  z.strictObject({ type: z.literal('companion.verify') }),
  /** Pastes a person's key, `<key id>:<whsec_…>`; kept apart from the settings. Answers {@link CompanionCheck}. */
  z.strictObject({ type: z.literal('companion.key'), key: z.string().check(z.maxLength(200)) }),
  /** Removes the person's key from this browser. */
  z.strictObject({ type: z.literal('companion.forgetKey') }),
  /** Tries the waiting events again now, and those that were refused, of these bookings. */
  z.strictObject({ type: z.literal('retry'), keys: bookingKeys }),
  /** Takes the refused events of these bookings off the queue. */
  z.strictObject({ type: z.literal('dismiss'), keys: bookingKeys }),
  /** Whether the worker lives (U17). Answers {@link PingAnswer}. */
  z.strictObject({ type: z.literal('worker.ping') }),
  /** Shows a notification as the alerts would, so that a person sees that it works. Answers {@link ShownAnswer}. */
  z.strictObject({ type: z.literal('alerts.example') }),
  /** A one-time code against which this browser's own new key is enrolled. Answers {@link CompanionCheck}. */
  z.strictObject({ type: z.literal('companion.enrol'), code: z.string().check(z.maxLength(100)) }),
  /** « Renouveler ma clé »: a new key in place of this one, without an administrator. Answers {@link CompanionCheck}. */
  z.strictObject({ type: z.literal('companion.renew') }),
  /** Fetches the start link and opens it in a tab; it is neither answered nor stored (Z50). Answers {@link Asked}. */
  z.strictObject({ type: z.literal('day.start'), key: bookingKey }),
  /** Ends the conference for everybody, once a person confirmed it (Z53). The proof is in the history. Answers {@link Asked}. */
  z.strictObject({ type: z.literal('day.end'), key: bookingKey, confirmed: z.literal(true) }),
  /** A conference that was made by hand while Zoom's API was down (Z90). Answers {@link HistoryAnswer}. */
  z.strictObject({ type: z.literal('day.link'), key: bookingKey, link: linkRequest }),
  /** One booking as the companion knows it now, with its hours (F13). Answers {@link HistoryAnswer}. */
  z.strictObject({ type: z.literal('history'), key: bookingKey }),
  /** What the ledger knows of the use of a service. Answers {@link UsageOfWorker}. */
  z.strictObject({ type: z.literal('usage'), service: identifier, from: instantText, to: instantText }),
  /** The bookings behind it, all pages of them (issue E, 2). Answers {@link UsageBookingsOfWorker}. */
  z.strictObject({ type: z.literal('usage.bookings'), service: identifier, from: instantText, to: instantText }),
  /** The companion's page to print, for some minutes. Answers {@link UsagePageOfWorker}. */
  z.strictObject({ type: z.literal('usage.page'), request: usagePageRequest }),
  /** What Zoom holds of the conference beside what the card asks, and what is live, asked at the click (F06). Answers {@link DayReadAnswer}. */
  z.strictObject({ type: z.literal('day.read'), key: bookingKey }),
  /** « Qui tient la licence maintenant ? », asked of Zoom by the companion; for people of the CCT. Answers {@link LicenceOfWorker}. */
  z.strictObject({ type: z.literal('licence.now'), service: identifier }),
  /** « Révéler la clé d’hôte » (S1-05): answered to whoever clicked, once, and kept nowhere. Answers {@link HostKeyOfWorker}. */
  z.strictObject({ type: z.literal('hostKey.reveal'), key: bookingKey, despite: z.boolean() }),
  /** What this person asked for and was asked for (F05). Answers {@link SlotsOfWorker}. */
  z.strictObject({ type: z.literal('slots.read') }),
  /** « Demander ce créneau ». Answers {@link Asked}. */
  z.strictObject({ type: z.literal('slots.ask'), request: slotRequest }),
  /** Keeps or cedes it. Answers {@link Asked}. */
  z.strictObject({ type: z.literal('slots.answer'), id: identifier, answer: slotAnswer }),
  /** Requests of permanent rooms: everybody's for whoever decides, one's own otherwise (S1-35). Answers {@link RoomRequestsOfWorker}. */
  z.strictObject({ type: z.literal('rooms.read') }),
  z.strictObject({ type: z.literal('rooms.ask'), request: roomRequest }),
  z.strictObject({ type: z.literal('rooms.decide'), id: identifier, decision: roomDecision }),
  /** How long each person stayed, of which a file is made (S1-43). Answers {@link StaysOfWorker}. */
  z.strictObject({ type: z.literal('stays.read'), key: bookingKey }),
  /** Opens the assistant on a page of the portal; only for an administrator. Answers {@link CalibrationAnswer}. */
  z.strictObject({ type: z.literal('calibration.open'), portal: identifier }),
  /** « Copier le diagnostic »: how the portal's open page is built. Answers {@link StructureAnswer}. */
  z.strictObject({ type: z.literal('portal.structure'), portal: identifier }),
  /** Puts an imported profile in force for a portal; null: the one that ships. Answers {@link CalibrationAnswer}. */
  z.strictObject({ type: z.literal('profile.set'), portal: identifier, patch: z.nullable(profilePatch) }),
]));
export type PageMessage = z.infer<typeof pageMessage>;

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

/** From the worker to the content scripts of the portal's tabs. */
export type WorkerMessage = { type: 'settings.changed' };
