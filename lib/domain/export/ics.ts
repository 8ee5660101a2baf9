/**
 * Calendar files (RFC 5545, RFC 5546; U22): hours in UTC, which every calendar shows by its own clock (Z76), lines folded
 * at 75 bytes, a stable UID and a SEQUENCE that grows, so that a second import changes the entry instead of adding one.
 */
import type { Instant } from '../booking.ts';

export interface CalendarEntry {
  /** Constant over the life of the booking; see {@link calendarUid}. */
  uid: string;
  /** From 0; higher after each change. */
  sequence: number;
  name: string;
  start: Instant;
  end: Instant;
  status: 'confirmed' | 'tentative' | 'cancelled';
  /** The link for guests; null when there is none (yet). */
  link: string | null;
  /** Lines under the name. */
  lines: readonly string[];
  /** RFC 5546 wants one in what is published; left out when no e-mail is known. */
  organizer: { name: string; email: string } | null;
}

const LINE_BYTES = 75;
const encoder = new TextEncoder();

/** The identity of a booking as a UID: only signs that every calendar keeps. */
export const calendarUid = (key: string): string => `${key.replace(/[^A-Za-z0-9.~-]/gu, (sign) => `_${String(sign.codePointAt(0))}_`)}@passerelle.cct`;

/** `20261124T140000Z` */
const stampOf = (instant: Instant): string => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/gu, '');

/** One line of TEXT: control signs are spaces, line ends are `\n`. */
const textOf = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/gu, ' ')
    .replace(/[\\;,]/gu, '\\$&')
    .replace(/\n/gu, '\\n');

/** A parameter's value: quotes cannot be written in one. */
const parameterOf = (text: string): string => `"${text.toWellFormed().replace(/[\u0000-\u001f\u007f"]/gu, ' ')}"`;

/** Cuts a line after at most 75 bytes, never inside a character; what follows begins with a space. */
function fold(line: string): string {
  const pieces: string[] = [];
  let [piece, size] = ['', 0];
  for (const sign of line) {
    const bytes = encoder.encode(sign).length;
    if (size + bytes > LINE_BYTES) {
      pieces.push(piece);
      [piece, size] = [' ', 1];
    }
    piece += sign;
    size += bytes;
  }
  return [...pieces, piece].join('\r\n');
}

const statuses = { confirmed: 'CONFIRMED', tentative: 'TENTATIVE', cancelled: 'CANCELLED' } as const;

function eventLines(entry: CalendarEntry, now: Instant): string[] {
  const { organizer, link } = entry;
  const lines = link === null ? entry.lines : [link, ...entry.lines];
  return [
    'BEGIN:VEVENT',
    `UID:${entry.uid}`,
    `SEQUENCE:${String(entry.sequence)}`,
    `DTSTAMP:${stampOf(now)}`,
    `DTSTART:${stampOf(entry.start)}`,
    `DTEND:${stampOf(entry.end)}`,
    `SUMMARY:${textOf(entry.name)}`,
    `STATUS:${statuses[entry.status]}`,
    ...(organizer === null ? [] : [`ORGANIZER;CN=${parameterOf(organizer.name)}:mailto:${organizer.email}`]),
    ...(link === null ? [] : [`LOCATION:${textOf(link)}`, `URL:${link}`]),
    ...(lines.length === 0 ? [] : [`DESCRIPTION:${textOf(lines.join('\n'))}`]),
    'END:VEVENT',
  ];
}

/** One calendar has one METHOD for all that it holds. */
const calendarLines = (method: 'PUBLISH' | 'CANCEL', entries: readonly CalendarEntry[], now: Instant): string[] =>
  entries.length === 0
    ? []
    : ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Passerelle//Extension//FR', 'CALSCALE:GREGORIAN', `METHOD:${method}`, ...entries.flatMap((entry) => eventLines(entry, now)), 'END:VCALENDAR'];

/**
 * @param now DTSTAMP
 * @returns the file: what stands as one calendar with METHOD:PUBLISH, what was cancelled as another with METHOD:CANCEL
 * (RFC 5545, 3.4 allows several in a row); save it as `text/calendar;charset=utf-8`
 */
export function printIcs(entries: readonly CalendarEntry[], now: Instant): string {
  const cancelled = entries.filter(({ status }) => status === 'cancelled');
  const standing = entries.filter(({ status }) => status !== 'cancelled');
  const lines = [...calendarLines('PUBLISH', standing, now), ...calendarLines('CANCEL', cancelled, now)];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
