/**
 * One page of a portal, as far as every feature needs it: what kind of page it is, and where its anchors are. What is
 * read of it, and how it is written to, are functions of this (read/, write.ts, fill.ts, filter.ts): who needs them
 * takes them in, so that no page is given what it has no use for. Nothing is remembered between two calls, since the
 * page may be redrawn at any moment.
 */
import type { Instant } from '../domain/booking.ts';
import type { Roster } from '../domain/roster.ts';
import type { ServiceCard } from '../services/card.ts';
import { areaOf } from './area.ts';
import { needOf, type AnchorName } from './anchors.ts';
import { findAnchor, MissingAnchor, type Found } from './find.ts';
import { kindOf } from './kind.ts';
import { remembering } from './memo.ts';
import type { PageKind } from './page.ts';
import type { PortalProfile } from './profile.ts';
import type { ReadContext } from './read/context.ts';

export { MissingAnchor } from './find.ts';
export type { AnchorName } from './anchors.ts';

export interface ViewOptions {
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

export interface View extends ReadContext {
  /** Null for a page that is none of ours, or not understood. */
  kind(): PageKind | null;
  /** The anchor's first match, in its part of the page; null when there is none. */
  find(anchor: AnchorName): HTMLElement | null;
  findAll(anchor: AnchorName): HTMLElement[];
  /** Twins that cannot be told apart: nothing may be written there. */
  isAmbiguous(anchor: AnchorName): boolean;
  /** @throws {MissingAnchor} */
  require(anchor: AnchorName): HTMLElement;
}

export function openView(options: ViewOptions): View {
  const found = (anchor: AnchorName): Found => remembering(() => findAnchor(view, anchor, areaOf(view, needOf(anchor).area)));
  const find = (anchor: AnchorName): HTMLElement | null => found(anchor).elements[0] ?? null;
  // One object for all that is asked of the page: what was learnt by one question then serves the next (memo.ts).
  const view: View = {
    ...options,
    kind: () => kindOf(view, view.url()),
    find,
    findAll: (anchor) => found(anchor).elements,
    isAmbiguous: (anchor) => found(anchor).health === 'several',
    require(anchor) {
      const element = find(anchor);
      if (!element) throw new MissingAnchor(anchor);
      return element;
    },
  };
  return view;
}
