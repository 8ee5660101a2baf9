/** What our own pages (popup, options, welcome) say to the worker; parsed at the border, sender checked. What it answers: answers.ts. */
import * as z from 'zod/mini';
import { linkRequest } from '../contract/day.ts';
import { cancellationReasons } from '../contract/event.ts';
import { identifier, instantText } from '../contract/primitives.ts';
import { roomDecision, roomRequest, slotAnswer, slotRequest } from '../contract/rooms.ts';
import { usagePageRequest } from '../contract/usage.ts';
import { profilePatch } from '../portal/profile.ts';

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
