/** One page of a portal with all that can be done with it: for whoever meets any kind of page (the worker, the assistant). */
import type { Booking } from '../domain/booking.ts';
import { reportHealth } from './calendar-health.ts';
import type { AnchorReport, BookingForm } from './page.ts';
import { readDetail } from './read/detail.ts';
import { readForm } from './read/form.ts';
import { readGrid, type GridReading } from './read/grid.ts';
import { readList, type ListReading } from './read/list.ts';
import { openView, type View, type ViewOptions } from './view.ts';
import { writeForm, type WritableField, type WriteResult } from './write.ts';

export { MissingAnchor, type AnchorName } from './view.ts';
export type { GridReading } from './read/grid.ts';
export type { ListReading } from './read/list.ts';

export interface Portal extends View {
  /** Null when the page has no grid, or does not say its day. */
  readGrid(): GridReading | null;
  readList(): ListReading | null;
  /** Null when there is no booking form, or its title or date are not found. */
  readForm(): BookingForm | null;
  readDetail(): Booking | null;
  writeForm(field: WritableField, text: string): WriteResult;
  /** The anchors of this kind of page; those that may be absent only when they are there. */
  health(): AnchorReport[];
}

export function openPortal(options: ViewOptions): Portal {
  const view = openView(options);
  return Object.assign(view, {
    readGrid: () => readGrid(view),
    readList: () => readList(view),
    readForm: () => readForm(view),
    readDetail: () => readDetail(view),
    writeForm: (field: WritableField, text: string) => writeForm(view, field, text),
    health: () => reportHealth(view, view.kind()),
  });
}
