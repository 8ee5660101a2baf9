/**
 * What the content scripts of a portal's page and the worker say to each other; parsed at the border, sender checked.
 * A content script is as trustworthy as its page: it may only report facts and ask for its settings.
 */
import * as z from 'zod/mini';
import { progress } from '../calibration/progress.ts';
import { emailAddress, identifier, line, paragraph, webAddress } from '../contract/primitives.ts';
import { bookingDoubts, bookingStatuses } from '../domain/booking.ts';
import { pageKinds } from '../portal/page.ts';
import { profilePatch } from '../portal/profile.ts';

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
  /** Answer: {@link import('../state/overlay.ts').OverlaySettings} or null when this page is no portal of ours. */
  z.strictObject({ type: z.literal('overlay.start') }),
  /** Answer: the {@link import('../portal/signs.ts').Sign}s of this portal, or null when this page is none of ours. */
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
  /** From the assistant. Answer: {@link import('../calibration/ports.ts').CalibrationStart}, or null when this tab is not the one it was opened in. */
  z.strictObject({ type: z.literal('calibration.start') }),
  z.strictObject({ type: z.literal('calibration.keep'), progress }),
  /** Puts what was taught in force. Answers {@link CalibrationAnswer}. */
  z.strictObject({ type: z.literal('calibration.save'), patch: profilePatch }),
  z.strictObject({ type: z.literal('calibration.close') }),
]));
export type ContentMessage = z.infer<typeof contentMessage>;

/** From the worker to the content scripts of the portal's tabs. */
export type WorkerMessage = { type: 'settings.changed' };
