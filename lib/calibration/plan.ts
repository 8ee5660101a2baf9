/** The plan of one page: each anchor that it may have, how well it is found now, and what is asked for next. Looks only. */
import { needOf, type AnchorName } from '../portal/anchors.ts';
import { areaOf } from '../portal/area.ts';
import { findAnchor } from '../portal/find.ts';
import { remembering } from '../portal/memo.ts';
import type { Portal } from '../portal/portal.ts';
import { findGrid } from '../portal/read/hours.ts';
import { readPairs } from '../portal/read/pairs.ts';
import { gridBookings } from './grid-booking.ts';
import { journey, type JourneyPage } from './journey.ts';
import type { Progress } from './progress.ts';
import { isPair } from './propose.ts';
import type { ItemState, PlanItem } from './views.ts';

function stateOf(portal: Portal, page: JourneyPage, anchor: AnchorName): { state: ItemState; matches: number } {
  if (isPair(page, anchor)) return readPairs(portal).has(anchor) ? { state: 'found', matches: 1 } : { state: 'missing', matches: 0 };
  if (anchor === 'gridBooking') {
    const matches = gridBookings(portal).length;
    return { state: matches > 0 ? 'found' : 'missing', matches };
  }
  const { health, elements } = findAnchor(portal, anchor, areaOf(portal, needOf(anchor).area));
  return { state: health, matches: elements.length };
}

/** A booking lasts until an hour, or for a time: one of the two is enough. */
const eitherOf: readonly (readonly AnchorName[])[] = [['end', 'duration'], ['columnEnd', 'columnDuration']];

/** What the journey can do without on this kind of page: its absence is no fault. */
const isSpared = (anchor: AnchorName, found: ReadonlySet<string>): boolean =>
  eitherOf.some((pair) => pair.includes(anchor) && pair.some((other) => other !== anchor && found.has(other)));

/** A grid without its day says nothing of when: the text that says it must then be shown. */
const lacksDay = (portal: Portal): boolean => findGrid(portal) !== null && portal.readGrid() === null;

const days: ReadonlySet<AnchorName> = new Set(['date', 'columnDate']);

/** The day stands with the hour: nobody is asked to show a field or a column of its own for it. */
function saysDay(portal: Portal, page: JourneyPage): boolean {
  if (page === 'list') return (portal.readList()?.reading.bookings.length ?? 0) > 0;
  return page === 'detail' ? portal.readDetail() !== null : page === 'form' && (portal.readForm()?.start ?? null) !== null;
}

export function planOf(portal: Portal, page: JourneyPage, { patch }: Progress): PlanItem[] {
  return remembering(() => {
    const isDated = saysDay(portal, page);
    const items = journey[page].map(({ anchor, asked: isAsked }): PlanItem => {
      const taught = patch.anchors[anchor];
      const { state, matches } = taught?.length === 0 ? { state: 'absent' as const, matches: 0 } : stateOf(portal, page, anchor);
      const isElsewhere = days.has(anchor) && state === 'missing' && isDated;
      const asked = (isAsked && !isElsewhere) || (anchor === 'dayHeading' && lacksDay(portal));
      // The way that a person chose is no lesser way.
      return { anchor, state: taught !== undefined && state === 'fallback' ? 'found' : state, matches, taught: taught !== undefined, asked };
    });
    const found = new Set(items.filter(({ state }) => state === 'found' || state === 'fallback').map(({ anchor }) => anchor));
    return items.map((item) => (isSettled(item) || !isSpared(item.anchor as AnchorName, found) ? item : { ...item, asked: false }));
  });
}

const isSettled = ({ state }: PlanItem): boolean => state === 'found' || state === 'fallback' || state === 'absent';

/** What is still to be shown, in order; what was skipped is not asked for again. */
export function toAsk(items: readonly PlanItem[], page: JourneyPage, { skipped }: Progress): AnchorName[] {
  return items
    .filter((item) => item.asked && !isSettled(item) && !(skipped[page] ?? []).includes(item.anchor))
    .map(({ anchor }) => anchor as AnchorName);
}
