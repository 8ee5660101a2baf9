/**
 * One page of a portal, as the features see it. The only door to the portal's own nodes: reading gives
 * plain objects, writing goes as a person would. Nothing is remembered between two calls, since the page
 * may be redrawn at any moment.
 */
import type { Booking, Instant } from '../domain/booking.ts';
import type { Roster } from '../domain/roster.ts';
import type { ServiceCard } from '../services/card.ts';
import { areaOf } from './area.ts';
import { needOf, type AnchorName } from './anchors.ts';
import { findAnchor, MissingAnchor, type Found } from './find.ts';
import { reportHealth } from './health.ts';
import { kindOf } from './kind.ts';
import { remembering } from './memo.ts';
import type { AnchorReport, BookingForm, PageKind } from './page.ts';
import { lineOf, place, type Where } from './place.ts';
import type { PortalProfile } from './profile.ts';
import type { ReadContext } from './read/context.ts';
import { readDetail } from './read/detail.ts';
import { readForm } from './read/form.ts';
import { readGrid, type GridReading } from './read/grid.ts';
import { readList, type ListReading } from './read/list.ts';
import { writeControl, type WriteResult } from './write.ts';

export { MissingAnchor } from './find.ts';
export type { AnchorName } from './anchors.ts';
export type { GridReading } from './read/grid.ts';
export type { ListReading } from './read/list.ts';
export type { WriteResult } from './write.ts';
export type { Where } from './place.ts';

export interface PortalOptions {
  /** Identifier of the portal in the settings; it names the portal of every booking read. */
  id: string;
  document: Document;
  /** The page's address now: it changes without a load on some portals. */
  url(): string;
  profile: PortalProfile;
  cards: readonly ServiceCard[];
  roster: Roster;
  /** Milliseconds since 1970 UTC. */
  now(): Instant;
}

/** Texts of a booking form that may be written. */
export type WritableField = 'title' | 'freeText';

export interface Portal extends ReadContext {
  /** Null for a page that is none of ours, or not understood. */
  kind(): PageKind | null;
  /** The anchor's first match, in its part of the page; null when there is none. */
  find(anchor: AnchorName): HTMLElement | null;
  findAll(anchor: AnchorName): HTMLElement[];
  /** Twins that cannot be told apart: nothing may be written there. */
  isAmbiguous(anchor: AnchorName): boolean;
  /** @throws {MissingAnchor} */
  require(anchor: AnchorName): HTMLElement;
  /** The line that a field stands on, to put ours after it; null when the field is missing. */
  fieldOf(anchor: AnchorName): HTMLElement | null;
  /** Puts a node of ours into the page until the signal; a row of a table gets a row around it. */
  place(own: HTMLElement, where: Where, signal: AbortSignal): void;
  /** Null when the page has no grid, or does not say its day. */
  readGrid(): GridReading | null;
  readList(): ListReading | null;
  /** Null when there is no booking form, or its title or date are not found. */
  readForm(): BookingForm | null;
  readDetail(): Booking | null;
  /** Nothing is written when the field is missing or there are several of it (better no write than a wrong one). */
  writeForm(field: WritableField, text: string): WriteResult;
  /** The anchors of this kind of page; those that may be absent only when they are there. */
  health(): AnchorReport[];
}

export function openPortal(options: PortalOptions): Portal {
  const found = (anchor: AnchorName): Found => remembering(() => findAnchor(portal, anchor, areaOf(portal, needOf(anchor).area)));
  const find = (anchor: AnchorName): HTMLElement | null => found(anchor).elements[0] ?? null;
  const kind = (): PageKind | null => kindOf(portal, portal.url());
  // One object for all that is asked of the page: what was learnt by one question then serves the next (memo.ts).
  const portal: Portal = {
    ...options,
    kind,
    find,
    findAll: (anchor) => found(anchor).elements,
    isAmbiguous: (anchor) => found(anchor).health === 'several',
    require(anchor) {
      const element = find(anchor);
      if (!element) throw new MissingAnchor(anchor);
      return element;
    },
    fieldOf(anchor) {
      const element = find(anchor);
      return element && remembering(() => lineOf(element));
    },
    place,
    readGrid: () => readGrid(portal),
    readList: () => readList(portal),
    readForm: () => readForm(portal),
    readDetail: () => readDetail(portal),
    writeForm(field, text) {
      const { elements, health } = found(field);
      const [control] = elements;
      if (!control) return { written: false, reason: 'missing' };
      return elements.length > 1 || health === 'several' ? { written: false, reason: 'several' } : writeControl(control, text);
    },
    health: () => reportHealth(portal, kind()),
  };
  return portal;
}
