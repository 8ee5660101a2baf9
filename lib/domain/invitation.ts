/**
 * The invitation that the requester forwards (F15, S0-25, S0-26, S4-18, S4-19): for a screen, for a telephone, and in
 * plain words; text and HTML. It can hold no secret of the licence: there is no place for one, and a start link is refused.
 */
import type { Instant } from './booking.ts';
import { invitationTexts } from './invitation-texts.ts';
import { colonIn, withKeptSpaces } from './kept-spaces.ts';
import { formatDuration, formatRange, type Language } from './time-text.ts';

export const voices = ['screen', 'telephone', 'simple'] as const;
export type Voice = (typeof voices)[number];
/** Characters of a personal message (S3-17). */
export const MESSAGE_MAXIMUM = 1000;

export interface InvitationFacts {
  name: string;
  start: Instant;
  end: Instant;
  joinLink: string;
  /** Zoom's number of the conference; null when people only use the link. */
  conferenceId: string | null;
  passcode: string | null;
  /** Telephone numbers, as the contract's conference has them; empty when the account has none. */
  dialIn: readonly { number: string; country: string }[];
  /** Null when it is not known. */
  presenter: string | null;
  language: Language;
  /** The posts of these guests may not install Zoom (S4-06). */
  browserOnly?: boolean;
  /** Whether people wait until they are let in (S1-34, S4-24). */
  waitingRoom?: boolean;
  /** Which of the three voices (F15); all of them when not given, dial-in by default (S3-19). */
  voices?: readonly Voice[];
  /** The organiser's own words (S3-17): plain text, {@link MESSAGE_MAXIMUM} characters at most. */
  message?: string;
}

/** A line of the invitation: words, a value after a label, or a link after a label. */
type Row = { text: string } | { label: string; value: string } | { label: string; link: string };
interface Section {
  title: string | null;
  rows: Row[];
}

const NBSP = '\u00a0';
const TEST_LINK = 'https://zoom.us/test';

/** A number as it is said: « 123 456 7890 » (3-3-4), nine digits 3-3-3, eleven 3-4-4 as Zoom writes them; else as it is. */
export function groupDigits(number: string): string {
  const digits = number.replace(/[\s-]/gu, '');
  const sizes: Record<number, RegExp> = { 9: /^(\d{3})(\d{3})(\d{3})$/u, 10: /^(\d{3})(\d{3})(\d{4})$/u, 11: /^(\d{3})(\d{4})(\d{4})$/u };
  return sizes[digits.length]?.exec(digits)?.slice(1).join(NBSP) ?? number;
}

/** « +1 438 809 7799 »; a number of another country stays as it is written. */
export function groupTelephone(number: string): string {
  const national = /^\+?1[\s.-]?((?:[\s().-]*\d){10})$/u.exec(number.trim())?.[1]?.replace(/\D/gu, '');
  return national === undefined ? number : `+1${NBSP}${groupDigits(national)}`;
}

/** Each sign apart, capitals said: « k, 7, R majuscule ». */
const spell = (passcode: string, capital: string): string =>
  [...passcode].map((sign) => (/\p{Lu}/u.test(sign) ? `${sign}${NBSP}${capital}` : sign)).join(/^\d+$/u.test(passcode) ? ' ' : ', ');

/**
 * The link for guests, or an error: a start link opens the conference as its host (S0-27, zoom.md § 2).
 * @throws {TypeError} when it is not an https address (or http on loopback, for trials), or is a start link
 */
function guestLink(link: string): string {
  const url = new URL(link);
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback)) throw new TypeError('The join link is not a web address.');
  if (/^\/s\//u.test(url.pathname) || url.searchParams.has('zak')) throw new TypeError('This is a start link, not a join link.');
  return url.href;
}

/** What opens the conference as its host, in whatever somebody typed or pasted (S0-27). */
const START_LINK = /\S*(?:zoom\.(?:us|com)\/s\/|\bzak=)\S*/giu;

/** Whether a text holds a start link, or the token of one. */
export const hasStartLink = (text: string): boolean => text.search(START_LINK) >= 0;

const withoutStartLinks = (text: string): string => text.replace(START_LINK, '…');

/** A name on one line, whatever is in it: it must not look like another line of the invitation. What must not be parted, as « 9 h 30 », is not. */
const oneLine = (text: string): string => withoutStartLinks(text).replace(/(?:[^\S\u00a0]|\p{Cc})+/gu, ' ').trim();

/** Each line of the personal message, without what is more than allowed; a link in it stays words. */
const messageRows = (message: string): Row[] =>
  [...message.normalize('NFC')].slice(0, MESSAGE_MAXIMUM).join('').split(/[\r\n\u2028\u2029]+/u).map(oneLine).filter((line) => line !== '').map((text) => ({ text }));

function sectionsOf(facts: InvitationFacts): Section[] {
  const { language, passcode, dialIn, conferenceId } = facts;
  const words = invitationTexts[language];
  const spoken = conferenceId === null ? null : groupDigits(conferenceId);
  const head: Row[] = [
    { label: words.when, value: `${formatRange(facts.start, facts.end, language)} (${words.zone})` },
    { label: words.duration, value: formatDuration(facts.end - facts.start, language) },
    ...(facts.presenter === null ? [] : [{ label: words.presenter, value: facts.presenter }]),
  ];
  const screen: Row[] = [
    { label: words.open, link: guestLink(facts.joinLink) },
    ...(passcode === null ? [] : [{ label: words.passcode, value: passcode }]),
    { text: words.noAccount },
    { text: facts.browserOnly === true ? words.browserOnly : words.application },
    { label: words.test, link: TEST_LINK },
  ];
  const telephone: Row[] = [
    ...dialIn.map(({ number, country }) => ({ label: words.dial, value: `${groupTelephone(number)} (${country})` })),
    ...(spoken === null ? [] : [{ label: words.enter, value: spoken }]),
    ...(passcode !== null && /^\d+$/u.test(passcode) ? [{ label: words.enterPasscode, value: passcode }] : []),
  ];
  const dictate: Row[] = [
    ...(spoken === null ? [] : [{ label: words.number, value: spoken }]),
    ...(passcode === null ? [] : [{ label: words.passcode, value: spell(passcode, words.capital) }]),
  ];
  const wanted = facts.voices ?? voices;
  // The plain words say « click the link »: it stands above them where the screen's voice does not bring it.
  const simple: Row[] = [
    ...(wanted.includes('screen') ? [] : [{ label: words.open, link: guestLink(facts.joinLink) }]),
    ...[...words.simpleSteps, facts.waitingRoom === true ? words.simpleAdmitted : words.simpleWait].map((text) => ({ text })),
  ];
  return [
    { title: null, rows: [...messageRows(facts.message ?? ''), ...head] },
    ...(wanted.includes('screen') ? [{ title: words.screen, rows: screen }] : []),
    ...(wanted.includes('telephone') && dialIn.length > 0 ? [{ title: words.telephone, rows: telephone }] : []),
    ...(wanted.includes('telephone') && dictate.length > 0 ? [{ title: words.dictate, rows: dictate }] : []),
    ...(wanted.includes('simple') ? [{ title: words.simple, rows: simple }] : []),
  ];
}

/** Whether whoever comes is let in by a person: from the start (S4-24), or once the host has turned it on (S1-34). */
export const hasWaitingRoom = (rule: 'off' | 'offThenOn' | 'optional' | 'on' | undefined): boolean => rule === 'on' || rule === 'offThenOn';

const escapeHtml = (text: string): string =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;').replace(/'/gu, '&#39;');


function printRow(row: Row, language: Language): string {
  if ('text' in row) return row.text;
  return `${row.label}${colonIn(language)} ${'link' in row ? row.link : oneLine(row.value)}`;
}

function printRowHtml(row: Row, language: Language): string {
  if ('text' in row) return escapeHtml(row.text);
  const value = 'link' in row ? `<a href="${escapeHtml(row.link)}">${escapeHtml(row.link)}</a>` : `<strong>${escapeHtml(oneLine(row.value))}</strong>`;
  return `${escapeHtml(row.label)}${language === 'fr' ? '&nbsp;' : ''}: ${value}`;
}

/**
 * @returns the same words twice: `text` with plain line ends, `html` as one element to paste or to mail
 * @throws {TypeError} when the link is none for guests
 */
export function printInvitation(facts: InvitationFacts): { text: string; html: string } {
  const { language } = facts;
  const sections = sectionsOf(facts);
  const name = oneLine(facts.name);
  const blocks = sections.map(({ title, rows }) => [...(title === null ? [] : [title.toLocaleUpperCase(language)]), ...rows.map((row) => printRow(row, language))].join('\n'));
  const html = sections.map(({ title, rows }) => {
    const heading = title === null ? '' : `<h3>${escapeHtml(title)}</h3>`;
    return `${heading}<ul>${rows.map((row) => `<li>${printRowHtml(row, language)}</li>`).join('')}</ul>`;
  });
  return {
    text: [name, ...blocks].join('\n\n'),
    html: `<div lang="${language === 'fr' ? 'fr-CA' : 'en-CA'}"><h2>${escapeHtml(withKeptSpaces(name))}</h2>${html.join('')}</div>`,
  };
}
