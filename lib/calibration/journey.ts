/**
 * The journey as it is taught: for each kind of page, what the assistant asks to be shown, in this order. An anchor
 * of a form is found inside the form, and the form by what saves it: that comes first.
 */
import type { AnchorName } from '../portal/anchors.ts';
import type { PageKind } from '../portal/page.ts';

/** What the person is asked to click on: it decides what is taken for chosen around the pointer. */
export type Sort = 'press' | 'field' | 'text' | 'box';

export interface Step {
  anchor: AnchorName;
  sort: Sort;
  /** Asked of everyone; the others only of a person who wants them. */
  asked: boolean;
}

/** The pages of the journey, in the order of the dry run. A page that asks for a password is known by its field. */
export const journeyPages = ['calendar', 'form', 'list', 'detail'] as const satisfies readonly PageKind[];
export type JourneyPage = (typeof journeyPages)[number];
export const isJourneyPage = (page: PageKind | null): page is JourneyPage => page !== null && (journeyPages as readonly PageKind[]).includes(page);

const asked = (sort: Sort, ...anchors: AnchorName[]): Step[] => anchors.map((anchor) => ({ anchor, sort, asked: true }));
const more = (sort: Sort, ...anchors: AnchorName[]): Step[] => anchors.map((anchor) => ({ anchor, sort, asked: false }));

export const journey: Record<JourneyPage, readonly Step[]> = {
  calendar: [
    ...asked('press', 'criteria', 'applyFilter', 'saveFilters'),
    ...more('box', 'resourceTree', 'gridBooking'),
    ...more('text', 'dayHeading', 'pageTitle', 'characteristics', 'legend'),
    ...more('press', 'account'),
  ],
  form: [
    ...asked('press', 'save'),
    ...asked('field', 'title', 'resource', 'date', 'start', 'end', 'duration', 'freeText'),
    ...more('field', 'durationUnit', 'requester', 'email', 'establishment', 'number'),
    ...more('press', 'account'),
  ],
  list: [
    ...asked('text', 'columnStatus', 'columnResource', 'columnTitle', 'columnDate', 'columnStart', 'columnEnd', 'columnDuration', 'columnNumber', 'columnRequester', 'columnEstablishment'),
    ...more('text', 'columnEmail', 'columnFreeText', 'emptyList', 'pageTitle'),
    ...more('field', 'pageSize', 'search', 'onlyToApprove'),
    ...more('press', 'nextPage', 'previousPage', 'account'),
  ],
  detail: [
    ...asked('text', 'status', 'resource', 'title', 'date', 'start', 'end', 'duration', 'number', 'freeText'),
    ...more('text', 'requester', 'email', 'establishment'),
    ...more('press', 'approve', 'reject', 'account'),
  ],
};

export const stepOf = (page: JourneyPage, anchor: AnchorName): Step | null => journey[page].find((step) => step.anchor === anchor) ?? null;
