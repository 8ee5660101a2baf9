/** What the assistant shows: one view at a time, as plain data. The components draw it and know no portal. */
import type { BookingStatus } from '../domain/booking.ts';
import type { JourneyPage, Sort } from './journey.ts';
import type { Stability } from './propose.ts';
import type { Outcome } from './progress.ts';
import type { ElementSort } from './walk.ts';

/** An element in words: what it is, what it says. */
export interface Shown {
  sort: ElementSort;
  said: string;
}

export type ItemState = 'found' | 'fallback' | 'several' | 'missing' | 'absent' | 'unseen';

/** One anchor of the page's plan. */
export interface PlanItem {
  anchor: string;
  state: ItemState;
  matches: number;
  /** Shown by a person in this calibration or an earlier one. */
  taught: boolean;
  /** Asked of everyone. */
  asked: boolean;
}

export interface WayView {
  stability: Stability;
  /** The words or the selector by which it is found. */
  by: string;
  matches: number;
  exact: boolean;
}

export interface StatusWord {
  word: string;
  /** Rows of the page that say it. */
  count: number;
  status: BookingStatus | null;
}

export type View =
  /** Which page is it? */
  | { name: 'page'; recognised: JourneyPage | null }
  | { name: 'plan'; page: JourneyPage; items: PlanItem[]; left: number; outcome: Outcome; words: number }
  | { name: 'ask'; page: JourneyPage; anchor: string; sort: Sort; at: number; of: number; picking: boolean; under: Shown | null }
  | { name: 'ways'; page: JourneyPage; anchor: string; picked: Shown; ways: WayView[]; chosen: number | null; outcome: Outcome | null }
  | { name: 'statuses'; page: JourneyPage; words: StatusWord[] }
  | { name: 'trying'; page: JourneyPage }
  | { name: 'end'; outcomes: Outcome[]; unseen: JourneyPage[]; saved: boolean; failed: boolean };

/** In the window's own pixels. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface AssistantState {
  view: View;
  /** What is highlighted on the page. */
  frame: Frame | null;
  canUndo: boolean;
  /** The panel stands at the start of the line, out of the way of what is to be shown. */
  atStart: boolean;
}

/** What a click or a key in the assistant asks for. */
export interface AssistantActions {
  choosePage(page: JourneyPage): void;
  /** Back to the question which page this is. */
  otherPage(): void;
  /** Asks for what is missing, one after the other. */
  begin(): void;
  ask(anchor: string): void;
  /** Lets the person use the portal; a second call goes on picking. */
  pick(on: boolean): void;
  pointAt(x: number, y: number): void;
  chooseAt(x: number, y: number): void;
  scroll(x: number, y: number, dx: number, dy: number): void;
  /** A key while picking; false when it means nothing here. */
  key(key: string, shift: boolean): boolean;
  choosePicked(): void;
  way(index: number): void;
  /** Takes the box around what was chosen. */
  widen(): void;
  accept(): void;
  again(): void;
  skip(): void;
  absent(): void;
  undo(): void;
  plan(): void;
  statuses(): void;
  setStatus(word: string, status: BookingStatus | null): void;
  dryRun(): void;
  save(): void;
  moveAside(): void;
  close(): void;
}
