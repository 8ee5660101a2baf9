/** What each page shows, as plain data: the classic look writes it as HTML, the react look gets it as JSON. */
import type { CalendarPage, Link, ListPage, StatusMark } from './models-views.ts';
import type { Trait } from './options.ts';
import type { Words } from './wording.ts';

export type * from './models-views.ts';

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
