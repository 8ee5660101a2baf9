/** Judges what the engine found, read and wrote on a mutated page against the stamps and against what the page held. */
import { anchorNames, needOf, type AnchorName } from '../../../../lib/portal/anchors.ts';
import { readCriteria } from '../../../../lib/portal/criteria.ts';
import { fillBooking } from '../../../../lib/portal/fill.ts';
import { guardSaves } from '../../../../lib/portal/guard.ts';
import type { PageKind } from '../../../../lib/portal/page.ts';
import type { Portal } from '../../../../lib/portal/portal.ts';
import { findSquare } from '../../../../lib/portal/tree.ts';
import { normalise } from '../../../../lib/domain/text.ts';
import type { Booking } from '../../../../lib/domain/booking.ts';
import { web5000 } from '../../../../lib/services/web5000.ts';
import { all, FIELD } from './page.ts';
import { TRUTH } from './truth.ts';

export interface Tally {
  right: number;
  fallback: number;
  missing: number;
  several: number;
  /** Pages taken for none of ours: nothing is found on them, and nothing is written. */
  unknown: number;
  wrong: string[];
  written: string[];
}
export const noTally = (): Tally => ({ right: 0, fallback: 0, missing: 0, several: 0, unknown: 0, wrong: [], written: [] });

const at = (day: number, hour: number, minute = 0): number => Date.UTC(2026, 10, day, hour + 5, minute);
const licence = 'Licence ZOOM Web 5000 participants';

type Known = Pick<Booking, 'number' | 'resource' | 'title' | 'establishmentId' | 'start' | 'end' | 'status'> & { requester?: string };
/** Every booking that any fixture shows. */
const bookings: Known[] = [
  { number: '104200', resource: licence, title: 'Forum des cadres', establishmentId: 'cisss-cote-nord', requester: 'Julie Gagnon', start: at(24, 9), end: at(24, 10, 30), status: 'pending' },
  { number: '104201', resource: licence, title: 'Assemblée', establishmentId: 'chu-quebec', requester: 'Marc Pelletier', start: at(24, 13), end: at(24, 15), status: 'approved' },
  { number: '104202', resource: 'Bureau polyvalent', title: 'Comité', establishmentId: 'chu-quebec', start: at(24, 10), end: at(24, 12), status: 'approved' },
  { number: '104203', resource: 'Bureau polyvalent', title: 'Autre', establishmentId: 'iucpq', requester: 'Mathieu Côté', start: at(24, 10, 15), end: at(24, 11), status: 'cancelled' },
];

const isSame = (read: string | null | undefined, truth: string | null | undefined): boolean => read === null || read === undefined || normalise(read) === normalise(truth ?? '');

/** What of a booking is not as it truly is; null parts are unread, not wrong. */
function faultsOf(booking: Booking): string[] {
  // One that was read without its number is known by its hour and its resource.
  const isAlike = ({ start, resource }: Known): boolean =>
    booking.number === null && start === booking.start && normalise(booking.resource).includes(normalise(resource));
  const truth = bookings.find(({ number }) => number === booking.number) ?? bookings.find(isAlike);
  if (!truth) return [`booking ${String(booking.number)} at ${new Date(booking.start).toISOString()}`];
  const faults: string[] = [];
  if (booking.start !== truth.start || booking.end !== truth.end) faults.push('hours');
  if (booking.status !== 'unknown' && booking.status !== truth.status) faults.push('status');
  if (booking.establishmentId !== null && booking.establishmentId !== truth.establishmentId) faults.push('establishment');
  if (!normalise(booking.resource).includes(normalise(truth.resource))) faults.push('resource');
  if (booking.title !== null && !normalise(booking.title).startsWith(normalise(truth.title ?? '')) && !normalise(truth.title ?? '').startsWith(normalise(booking.title).replace(/(?:…|\.\.\.)$/u, ''))) faults.push(`title « ${booking.title} »`);
  if (truth.requester !== undefined && !isSame(booking.requester?.name, truth.requester) && booking.requester?.name !== booking.requester?.email) faults.push('requester');
  return faults.map((fault) => `${fault} of ${String(truth.number)}`);
}

const holdsAcross = (outer: Element, inner: Element): boolean => {
  for (let node: Node | null = inner; node; node = node.parentNode ?? (node as ShadowRoot).host ?? null) if (node === outer) return true;
  return false;
};

/** Whether an element is the stamped one, or says no more than it does around or inside it. */
function isTrue(element: Element, anchor: string, page: Document): boolean {
  return all(page, `[${TRUTH}~="${anchor}"]`).some((stamped) => stamped === element || (wordsOf(stamped) === wordsOf(element) && wordsOf(element) !== '' && (holdsAcross(stamped, element) || holdsAcross(element, stamped))));
}
const wordsOf = (element: Element): string => (element.textContent ?? '').replace(/[\s:*]+/gu, '');

/** An element in a few words, for the report. */
const sketch = (element: Element): string => `<${[element.localName, ...[...element.attributes].map(({ name, value }) => `${name}=${value}`)].join(' ')}>${wordsOf(element)}`.slice(0, 160);

/** Told by the values that come of them, since the element alone says little. */
const byValue: readonly AnchorName[] = ['gridBooking', 'grid', 'gridDay', 'legend', 'dayHeading', 'emptyList', 'characteristics'];

function judgeAnchors(portal: Portal, kind: PageKind, tally: Tally): void {
  for (const report of portal.health()) {
    if (report.health === 'missing') tally.missing += 1;
    else if (report.health === 'several') tally.several += 1;
  }
  for (const anchor of anchorNames) {
    const need = needOf(anchor);
    if (!need.pages.includes(kind) || byValue.includes(anchor) || (kind === 'detail' && need.area === 'form')) continue;
    const report = portal.health().find((one) => one.anchor === anchor);
    if (!report || report.health === 'missing' || report.health === 'several') continue;
    // T6: a form may have several lists of resources; all are read, and none is written to.
    if (anchor === 'resource' && report.matches > 1) {
      tally.several += 1;
      continue;
    }
    const strays = portal.findAll(anchor).filter((element) => !isTrue(element, anchor, portal.document));
    if (strays.length > 0) tally.wrong.push(`${anchor}: ${sketch(strays[0]!)}`);
    else tally[report.health === 'found' ? 'right' : 'fallback'] += 1;
  }
}

function judgeReading(portal: Portal, kind: PageKind, tally: Tally, held: Held): void {
  const wrong = (fault: string): void => void tally.wrong.push(`read ${fault}`);
  if (kind === 'list') {
    const list = portal.readList();
    list?.reading.bookings.flatMap(faultsOf).forEach(wrong);
    if (list?.reading.complete === true && list.reading.bookings.length !== 3) wrong(`a whole list of ${String(list.reading.bookings.length)}`);
  } else if (kind === 'calendar') {
    portal.readGrid()?.reading.bookings.flatMap(faultsOf).forEach(wrong);
    const { node, installation } = readCriteria(portal, web5000);
    const square = node && findSquare(node);
    if (square && held.hasSquare && !isTrue(square, 'licenceSquare', portal.document)) wrong('another square');
    if (square && !held.hasSquare) wrong('a square that is not there');
    const line = installation && findSquare(installation);
    if (line && !isTrue(line, 'installation', portal.document)) wrong('another installation');
  } else if (kind === 'detail') {
    const booking = portal.readDetail();
    if (booking) faultsOf(booking).forEach(wrong);
  } else if (kind === 'form') {
    const form = portal.readForm();
    if (!form) return;
    if (form.resource !== null && normalise(form.resource) !== normalise(licence)) wrong(`resource « ${form.resource} »`);
    if (form.title !== null && form.title !== 'Forum') wrong(`title « ${form.title} »`);
    if (form.freeText !== null && form.freeText !== '') wrong(`free text « ${form.freeText} »`);
    if (form.start !== null && form.start !== at(24, 9)) wrong('start');
    if (form.end !== null && form.end !== at(24, 10, 30)) wrong('end');
    if (!isSame(form.requester, 'Julie Tremblay')) wrong(`requester « ${String(form.requester)} »`);
    if (!isSame(form.email, 'julie@exemple.ca')) wrong('email');
    if (form.number !== null) wrong('number');
  }
}

/** Writes both texts and looks at every field of the page. */
function judgeWriting(portal: Portal, tally: Tally): void {
  const before = new Map(all(portal.document, FIELD).map((field) => [field, (field as HTMLInputElement).value]));
  const filled = fillBooking(portal, { start: at(25, 13), end: at(25, 14, 30), serviceId: null });
  const told = { title: portal.writeForm('title', 'ÉCRIT-TITRE'), freeText: portal.writeForm('freeText', 'ÉCRIT-TEXTE') };
  for (const field of all(portal.document, FIELD)) {
    const { value } = field as HTMLInputElement;
    if (value === before.get(field)) continue;
    const stamps = (field.getAttribute(TRUTH) ?? '').split(' ');
    const isRight = stamps.some((stamp) => filled !== null && /^(?:date|start|end)$/u.test(stamp)) || (value === 'ÉCRIT-TITRE' && stamps.includes('title')) || (value === 'ÉCRIT-TEXTE' && stamps.includes('freeText'));
    if (!isRight) tally.written.push(`« ${value} » into ${sketch(field)}`);
  }
  for (const [name, result] of Object.entries(told)) {
    const field = all(portal.document, `[${TRUTH}~=${name}]`)[0] as HTMLInputElement | undefined;
    if (result.written && field?.value !== (name === 'title' ? 'ÉCRIT-TITRE' : 'ÉCRIT-TEXTE')) tally.written.push(`${name} said to be written and is not`);
  }
}

/** Nothing but a button that saves is ever asked about; once the guard says no, no button is out of use. */
function judgeGuard(portal: Portal, tally: Tally): void {
  const end = new AbortController();
  let asked = false;
  guardSaves(portal, () => { asked = true; return { allow: false }; }, end.signal);
  for (const button of all(portal.document, 'button,input[type=button],input[type=submit],[onclick],a[href]')) {
    asked = false;
    const stop = (event: Event): void => event.preventDefault();
    button.addEventListener('click', stop);
    button.click();
    button.removeEventListener('click', stop);
    if (asked && !all(portal.document, `[${TRUTH}~=save]`).some((save) => holdsAcross(save, button)) && !isTrue(button, 'save', portal.document) && !isCopyOfSave(button, portal.document)) tally.wrong.push(`guarded ${sketch(button)}`);
    if ((button as HTMLButtonElement).disabled === true && !button.hasAttribute('disabled')) tally.wrong.push('a button out of use');
  }
  end.abort();
}
const isCopyOfSave = (button: Element, page: Document): boolean => all(page, `[${TRUTH}~=save]`).some((save) => wordsOf(save) === wordsOf(button) && (save as HTMLInputElement).value === (button as HTMLInputElement).value);

export interface Held {
  /** The tree shows the square of the licence, and does not fetch it late. */
  hasSquare: boolean;
}

/** @param truth the kind of page it truly is; null for a page that is none of ours */
export function judge(portal: Portal, truth: PageKind | null, tally: Tally, held: Held): void {
  const kind = portal.kind();
  if (kind !== truth && kind !== null) tally.wrong.push(`taken for ${kind}`);
  if (kind === null || kind !== truth) {
    if (truth !== null) tally.unknown += 1;
  } else {
    judgeAnchors(portal, kind, tally);
    judgeReading(portal, kind, tally, held);
    if (kind === 'form') judgeGuard(portal, tally);
  }
  // A feature writes only on a form; what would happen is looked at on every page, however it is understood.
  if (kind === 'form') judgeWriting(portal, tally);
}
