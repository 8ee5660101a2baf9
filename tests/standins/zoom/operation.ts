/** What an operation of the API is: path, label of rate, scope, and its answer. */
import type { Account } from './account.ts';
import type { Conference } from './conference.ts';
import type { Label } from './limits.ts';
import type { Pages } from './lists.ts';
import type { Answer } from './refusal.ts';

export interface Call {
  param(name: string): string;
  query: URLSearchParams;
  body: unknown;
}

export interface Operation {
  name: string;
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  path: string;
  label: Label;
  scope: string;
  /** Writes of one host are never let in two at a time. */
  write?: true;
  answer(call: Call): Answer;
}

export interface Surroundings {
  account: Account;
  page: Pages;
  url(): string;
  /** A fresh key of a start link. */
  zak(conference: Conference): string;
}
