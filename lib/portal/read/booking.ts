/** From what a row, a cell or a page says to a `Booking`. Null means « the page does not say ». */
import type { Booking, BookingDoubt, BookingStatus, Instant, Person } from '../../domain/booking.ts';
import { parseDetails } from '../../domain/details.ts';
import type { ReadContext } from './context.ts';
import { cardOf, establishmentOf } from './known.ts';

export interface RawBooking {
  resource: string;
  number?: string | null;
  title?: string | null;
  establishment?: string | null;
  requester?: string | null;
  email?: string | null;
  freeText?: string | null;
  start: Instant;
  end: Instant;
  status: BookingStatus;
  /** As the page writes it, perhaps relative. */
  link?: string | null;
  /** Known where it was read; a cut text is seen here. */
  doubts?: readonly (BookingDoubt | false)[];
}

const isCut = (text: string | null | undefined): boolean => /(?:…|\.\.\.)\s*$/u.test(text ?? '');

function doubtsOf(raw: RawBooking): BookingDoubt[] {
  const doubts = [...(raw.doubts ?? []), isCut(raw.title) && ('titleCut' as const), isCut(raw.resource) && ('resourceCut' as const)];
  return [...new Set(doubts.filter((doubt) => doubt !== false))];
}

/** A page may hold anything: what is longer than any name is cut. */
const NAME_MAXIMUM = 300;
const NUMBER_MAXIMUM = 64;
const TITLE_MAXIMUM = 10_000;

const said = (text: string | null | undefined, maximum = NAME_MAXIMUM): string | null => {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed.slice(0, maximum);
};

const EMAIL = /[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/u;

/** « Tremblay, Julie <julie@exemple.ca> » and a separate address both occur. */
export function toPerson(name: string | null | undefined, email: string | null | undefined): Person | null {
  const text = said(name);
  const address = EMAIL.exec(said(email) ?? '')?.[0] ?? EMAIL.exec(text ?? '')?.[0] ?? null;
  const bare = said((text ?? '').replace(EMAIL, '').replace(/[<>()]/gu, ' ').replace(/\s+/gu, ' '));
  return bare === null && address === null ? null : { name: bare ?? address ?? '', email: address };
}

const toPage = (link: string | null | undefined, base: string): string | null => {
  if (!link || /^\s*(?:javascript:|#)/iu.test(link)) return null;
  try {
    const url = new URL(link, base);
    return /^https?:$/u.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
};

/** @returns null when the hours make no sense */
export function toBooking(context: ReadContext, raw: RawBooking): Booking | null {
  if (!(raw.end > raw.start)) return null;
  const details = raw.freeText ? parseDetails(raw.freeText) : null;
  const establishment = said(raw.establishment) ?? details?.establishment ?? null;
  const doubts = doubtsOf(raw);
  return {
    portal: context.id,
    number: (raw.number ?? '').trim().length > NUMBER_MAXIMUM ? null : said(raw.number),
    resource: raw.resource.slice(0, NAME_MAXIMUM),
    serviceId: cardOf(context, raw.resource)?.id ?? null,
    title: said(raw.title, TITLE_MAXIMUM),
    facts: details?.facts ?? null,
    establishment,
    establishmentId: establishment === null ? null : (establishmentOf(context, establishment)?.id ?? null),
    requester: toPerson(raw.requester, raw.email),
    start: raw.start,
    end: raw.end,
    status: raw.status,
    page: toPage(raw.link, context.url()),
    reason: details?.reason ?? null,
    ...(details?.planB ? { planB: details.planB } : {}),
    ...(doubts.length === 0 ? {} : { doubts }),
  };
}
