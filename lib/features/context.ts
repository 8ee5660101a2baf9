/** What a feature is given; see feature.ts. One context stands for one page, in one language, with one set of settings. */
import type { ReadonlySignal } from '@preact/signals';
import type { OverlayTranslate } from '../../components/overlay/texts.ts';
import type { Instant, Reading } from '../domain/booking.ts';
import type { Language } from '../i18n/translate.ts';
import type { ContentMessage } from '../messages/content.ts';
import type { Gate } from '../portal/guard.ts';
import type { PageKind, ResourceRow } from '../portal/page.ts';
import type { ReportHealth } from '../portal/health.ts';
import type { View } from '../portal/view.ts';
import type { OverlaySettings } from '../state/overlay.ts';
import type { Drafts } from './drafts.ts';

/** A feature that stopped, with what it missed on the page. */
export interface Failure {
  feature: string;
  anchor: string;
}

/** The rows of resources; what they hold is null when the page does not say its day. */
export interface PageGrid {
  rows: Omit<ResourceRow, 'bookings'>[];
  reading: Reading | null;
}

export interface OverlayContext {
  portal: View;
  /** Null for a page that is not understood. */
  kind: PageKind | null;
  settings: OverlaySettings;
  /** The grid as it is since the last redraw: read once for all features. Null where there is none. */
  grid(): PageGrid | null;
  /** What the page says of bookings; null where it says nothing of them. */
  reading(): Reading | null;
  /** The anchors of this kind of page, or of what it may be; those that may be absent only when they are there. */
  health: ReportHealth;
  /** What the worker knows of bookings besides this page; changes while the page stands. */
  known: ReadonlySignal<readonly Reading[]>;
  failures: ReadonlySignal<readonly Failure[]>;
  language: Language;
  translate: OverlayTranslate;
  drafts: Drafts;
  /** Absent where nothing stood on the page before its own listeners. */
  gate: Gate | undefined;
  /** The tab's own storage, for what must outlive a reload: never about people. */
  storage(): Storage;
  now(): Instant;
  /** To the worker. Never throws: a worker that cannot be reached answers null. */
  send(message: ContentMessage): Promise<unknown>;
  /** Asks the worker anew what it knows; {@link known} then changes. */
  refresh(): Promise<void>;
  /** Calls back at once, then after each redraw of the portal, at most once a frame. */
  onRedraw(callback: () => void, signal: AbortSignal): void;
  /**
   * Calls back once the page has come to rest, at first and after each redraw: in an idle moment, within two seconds.
   * @returns what asks for it once more
   */
  onCalm(callback: () => void | Promise<void>, signal: AbortSignal): () => void;
  /** Tells of a node of ours that stands in the page until the signal: when the portal throws it away, that is seen to at once. */
  onPlace(host: HTMLElement, signal: AbortSignal): void;
  /** Says that a feature stopped, and logs it once. */
  fail(failure: Failure): void;
  /** What was said to be wrong is so no more. */
  mend(failure: Failure): void;
}
