/** What each kind of page must show to be taken for one, unless the profile says otherwise. Data for kind.ts. */
import type { PageKind } from './page.ts';

/**
 * Anchors, and what is understood as a whole: `grid` a table of hours, `rows` a list with its columns,
 * `nothing` a list that says it is empty, `pair:…` a label with its value beside it.
 */
export const landmarkNames = [
  'account', 'pageTitle', 'criteria', 'resourceTree', 'applyFilter', 'legend', 'pageSize', 'save', 'approve', 'reject', 'password',
  'resource', 'title', 'date', 'start', 'freeText',
  'grid', 'rows', 'nothing', 'pair:status', 'pair:resource', 'pair:number', 'pair:title', 'pair:start', 'pair:date',
] as const;
export type Landmark = (typeof landmarkNames)[number];

export interface Landmarks {
  all: readonly Landmark[];
  /** At least one of these, when there are any. */
  any: readonly Landmark[];
  none: readonly Landmark[];
}

/** One of each list is enough. A calendar has no grid before a resource is chosen: there Annexe 1 starts. */
export const knownLandmarks: Record<PageKind, readonly Landmarks[]> = {
  signIn: [{ all: ['password'], any: [], none: ['account'] }],
  form: [{ all: ['save', 'title'], any: ['start', 'date'], none: [] }],
  calendar: [
    { all: ['grid'], any: [], none: [] },
    { all: ['criteria'], any: ['applyFilter', 'pageTitle'], none: ['rows', 'nothing'] },
  ],
  list: [{ all: [], any: ['rows', 'nothing'], none: [] }],
  detail: [
    { all: ['pair:status', 'pair:resource'], any: ['pair:start', 'pair:date'], none: [] },
    { all: ['pair:status', 'pair:number'], any: ['pair:start', 'pair:date'], none: [] },
  ],
};
