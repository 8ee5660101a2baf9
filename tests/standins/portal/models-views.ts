/** The two ways of seeing bookings, calendar and list, and what they are made of. */
import type { PortalStatus } from './data/types.ts';

export interface Link {
  label: string;
  path: string;
}

export interface StatusMark {
  key: PortalStatus;
  /** Null with T10: a class or an icon only. */
  word: string | null;
}

export interface TreeNode {
  id: string;
  label: string;
  checked: boolean;
  /** Empty for a resource. */
  children: TreeNode[];
}

export interface GridBooking {
  number: string;
  path: string;
  title: string | null;
  establishment: string;
  /** `09:00 - 10:30` */
  time: string;
  /** Minutes of the shown day, cut at its ends. */
  from: number;
  to: number;
  status: StatusMark;
}

export interface GridRow {
  id: string;
  name: string;
  capacity: number;
  infoPath: string;
  bookings: GridBooking[];
}

export interface CalendarPage {
  kind: 'calendar';
  title: string;
  date: string;
  dayHead: string;
  previous: string;
  next: string;
  today: string;
  list: string;
  /** The first and the last hour column. */
  hours: [number, number];
  allHours: boolean;
  hoursSwitch: Link;
  criteriaOpen: boolean;
  tree: TreeNode[];
  characteristics: { label: string; value: string; checked: boolean }[];
  groups: { label: string; count: number; rows: GridRow[] }[];
  legend: { key: PortalStatus; word: string }[];
}

export interface ListRow {
  number: string;
  path: string;
  resource: string;
  /** Null with T8. */
  title: string | null;
  establishment: string;
  requester: string;
  start: string;
  end: string;
  status: StatusMark;
}

export interface ListPage {
  kind: 'list';
  title: string;
  calendar: string;
  types: { label: string; value: string; checked: boolean }[];
  /** Null: not an approver. */
  asApprover: boolean | null;
  asCreator: boolean;
  period: 'jour' | 'semaine' | 'mois' | 'periode';
  date: string;
  from: string;
  to: string;
  statuses: { key: PortalStatus; word: string; checked: boolean }[];
  perPage: number;
  perPageChoices: number[];
  keyword: string;
  withTitles: boolean;
  rows: ListRow[];
  total: number;
  /** « 1 à 20 sur 134 » */
  summary: string;
  pages: { label: string; path: string; current: boolean }[];
  legend: { key: PortalStatus; word: string }[];
}
