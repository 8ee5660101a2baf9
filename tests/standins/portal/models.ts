/** What each page shows, as plain data: the classic look writes it as HTML, the react look gets it as JSON. */
import type { PortalStatus } from './data/types.ts';
import type { Trait } from './options.ts';
import type { Words } from './wording.ts';

export interface Link {
  label: string;
  path: string;
}

/** What surrounds every page. */
export interface Frame {
  words: Words;
  /** Null on the sign-in page. */
  user: { name: string; role: string; establishment: string } | null;
  menu: { label: string; path: string | null; current: boolean; entries: Link[] }[];
  token: string;
  notice: string | null;
  traits: Trait[];
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

export type DateShape = 'text' | 'isoSeconds' | 'splitSelects' | 'durationUnit';

export interface FormPage {
  kind: 'form';
  title: string;
  number: string | null;
  status: StatusMark | null;
  action: string;
  shape: DateShape;
  multiple: boolean;
  resources: { id: string; label: string; group: string; selected: boolean }[];
  meetingTitle: string;
  department: string;
  date: string;
  /** Minutes since midnight. */
  start: number;
  end: number;
  comments: string;
  requester: string;
  email: string;
  errors: string[];
  back: string;
  removal: string | null;
}

export interface DetailPage {
  kind: 'detail';
  title: string;
  number: string;
  status: StatusMark;
  fields: { label: string; value: string; long?: true }[];
  history: string[];
  back: string;
  edit: string | null;
  removal: string | null;
  /** T9 on: a form with these hidden fields. */
  decision: { action: string; hidden: [string, string][] } | null;
}

export interface RemovalPage {
  kind: 'removal';
  title: string;
  number: string;
  action: string;
  reasons: string[];
  back: string;
  errors: string[];
}

export interface SignInPage {
  kind: 'signIn';
  title: string;
  action: string;
  hidden: [string, string][];
  user: string;
  forgotten: string;
  errors: string[];
}

/** Everything simple: account pages, information, trouble. */
export interface SimplePage {
  kind: 'simple';
  title: string;
  paragraphs: string[];
  table: { heads: string[]; rows: string[][] } | null;
  /** « + » at the end of an arrow in the react look, a button « Créer » in the classic one. */
  add: string | null;
  links: Link[];
}

export type Page = CalendarPage | ListPage | FormPage | DetailPage | RemovalPage | SignInPage | SimplePage;
export interface FullPage {
  frame: Frame;
  page: Page;
}
