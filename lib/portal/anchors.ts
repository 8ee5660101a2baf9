/**
 * What the journey needs to find on a portal's pages. The list is the engine's; how each is found is the
 * profile's. `several` says that finding more than one is no fault; `area` narrows where it is looked for.
 */
import type { PageKind } from './page.ts';

export type Area = 'page' | 'criteria' | 'form' | 'list';

export interface AnchorNeed {
  pages: readonly PageKind[];
  area: Area;
  /** More than one match is as it should be. */
  several?: true;
  /** May be made of several controls, all of one label (T4); two labels of that name cannot be told apart. */
  group?: true;
  /** What every alternative finds, not only the first: one way of saving that is left out would pass the guard. */
  every?: true;
  /** Its absence is no fault; why, stands beside it. */
  optional?: true;
  /** Hidden while « Critères » is folded: no fault then. */
  inPanel?: true;
  /** What is never it, though it says the same words: the label of a filter is no column. */
  not?: string;
}

const notColumn = 'label,legend,dt,option,nav *,fieldset *';

const need = <T extends Record<string, AnchorNeed>>(needs: T): T => needs;

export const anchors = need({
  account: { pages: ['calendar', 'list', 'form', 'detail'], area: 'page', several: true, optional: true }, // not every portal has it
  pageTitle: { pages: ['calendar', 'list'], area: 'page', several: true, optional: true }, // not every portal has it
  criteria: { pages: ['calendar'], area: 'page' },
  resourceTree: { pages: ['calendar'], area: 'criteria', optional: true }, // a folded panel may hold nothing yet
  characteristics: { pages: ['calendar'], area: 'criteria', optional: true }, // not every portal has it
  saveFilters: { pages: ['calendar'], area: 'page', inPanel: true },
  applyFilter: { pages: ['calendar'], area: 'page', inPanel: true },
  legend: { pages: ['calendar'], area: 'page', several: true, optional: true }, // not every portal has it
  dayHeading: { pages: ['calendar'], area: 'page', several: true, optional: true }, // the page may say its day in another way
  grid: { pages: ['calendar'], area: 'page', optional: true }, // a calendar without resources has none
  gridDay: { pages: ['calendar'], area: 'page', optional: true }, // a calendar without resources has none
  gridBooking: { pages: ['calendar'], area: 'page', several: true, optional: true }, // a day may be free
  pageSize: { pages: ['list'], area: 'page', optional: true }, // not every portal has it
  search: { pages: ['list'], area: 'page', several: true, optional: true }, // not every portal has it
  nextPage: { pages: ['list'], area: 'page', several: true, optional: true }, // the last page has none
  previousPage: { pages: ['list'], area: 'page', several: true, optional: true }, // the first page has none
  emptyList: { pages: ['list'], area: 'page', optional: true }, // shown by an empty list only
  onlyToApprove: { pages: ['list'], area: 'page', optional: true }, // shown to approvers only
  columnNumber: { pages: ['list'], area: 'list', not: notColumn, optional: true }, // not every portal has it
  columnResource: { pages: ['list'], area: 'list', not: notColumn },
  columnTitle: { pages: ['list'], area: 'list', not: notColumn, optional: true }, // trait T8
  columnEstablishment: { pages: ['list'], area: 'list', not: notColumn, optional: true }, // not every portal has it
  columnRequester: { pages: ['list'], area: 'list', not: notColumn, optional: true }, // not every portal has it
  columnEmail: { pages: ['list'], area: 'list', not: notColumn, optional: true }, // not every portal has it
  columnDate: { pages: ['list'], area: 'list', not: notColumn, optional: true }, // another shape of date stands instead
  columnStart: { pages: ['list'], area: 'list', not: notColumn, optional: true }, // another shape of date stands instead
  columnEnd: { pages: ['list'], area: 'list', not: notColumn, optional: true }, // another shape of date stands instead
  columnDuration: { pages: ['list'], area: 'list', not: notColumn, optional: true }, // another shape of date stands instead
  columnFreeText: { pages: ['list'], area: 'list', not: notColumn, optional: true }, // not every portal has it
  columnStatus: { pages: ['list'], area: 'list', not: notColumn },
  save: { pages: ['form'], area: 'page', several: true, every: true },
  number: { pages: ['form', 'detail'], area: 'form', optional: true }, // a new booking has none
  resource: { pages: ['form', 'detail'], area: 'form', several: true },
  title: { pages: ['form', 'detail'], area: 'form' },
  establishment: { pages: ['form', 'detail'], area: 'form', optional: true }, // not every portal has it
  date: { pages: ['form', 'detail'], area: 'form', group: true, optional: true }, // another shape of date stands instead
  start: { pages: ['form', 'detail'], area: 'form', group: true },
  end: { pages: ['form', 'detail'], area: 'form', group: true, optional: true }, // another shape of date stands instead
  duration: { pages: ['form', 'detail'], area: 'form', group: true, optional: true }, // another shape of date stands instead
  durationUnit: { pages: ['form'], area: 'form', optional: true }, // another shape of date stands instead
  freeText: { pages: ['form', 'detail'], area: 'form' },
  requester: { pages: ['form', 'detail'], area: 'form', optional: true }, // not every portal has it
  email: { pages: ['form', 'detail'], area: 'form', optional: true }, // not every portal has it
  status: { pages: ['detail'], area: 'form' },
  approve: { pages: ['detail'], area: 'page', optional: true }, // shown to approvers only
  reject: { pages: ['detail'], area: 'page', optional: true }, // shown to approvers only
  password: { pages: ['signIn'], area: 'page', several: true },
  forgottenPassword: { pages: ['signIn'], area: 'page', optional: true }, // not every portal has it
});

export type AnchorName = keyof typeof anchors;
export const anchorNames = Object.keys(anchors) as AnchorName[];
export const needOf = (anchor: AnchorName): AnchorNeed => anchors[anchor];
