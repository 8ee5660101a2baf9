/**
 * The ledger's own names of its rows: drawn, and yet in the order of time. A row with a name by chance goes to a page of
 * its own in every index of that name; rows that come together then share their pages, and a commit of fifty bookings
 * writes less than half as much to the disk. They are names and not secrets: a link's token is never one of them.
 */
import { randomUUID } from 'node:crypto';
import type { Instant } from '../../lib/domain/booking.ts';

/** Hexadecimal digits of the milliseconds since 1970 UTC; enough for five centuries. */
const TIME_DIGITS = 11;
/** Of these, eight are drawn; the first is for what comes in one millisecond, so that counting up never reaches the time. */
const TAIL_DIGITS = 9;
const DRAWN_DIGITS = 8;

let time = '';
let latest: Instant = 0;
let tail = 0;

/**
 * Twenty hexadecimal digits. Within this process each is greater than the one before, also when the clock was set back;
 * another process draws its own tail in each millisecond, and what it drew as well is refused as a double.
 */
export function newReference(now: Instant): string {
  if (now > latest) {
    latest = now;
    time = now.toString(16).padStart(TIME_DIGITS, '0');
    tail = Number.parseInt(randomUUID().slice(0, DRAWN_DIGITS), 16);
  } else tail += 1;
  return time + tail.toString(16).padStart(TAIL_DIGITS, '0');
}
