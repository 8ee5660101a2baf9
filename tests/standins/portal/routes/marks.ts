/** Statuses as pages show them; T10 leaves the word out. */
import type { PortalStatus } from '../data/types.ts';
import type { StatusMark } from '../models.ts';
import type { Presenter } from '../present.ts';
import { statusWords } from '../wording.ts';

export const statusKeys = Object.keys(statusWords) as PortalStatus[];

export const statusMark = (presenter: Presenter, key: PortalStatus): StatusMark => ({ key, word: presenter.has('T10') ? null : presenter.word(statusWords[key]) });

export const legendOf = (presenter: Presenter): { key: PortalStatus; word: string }[] =>
  statusKeys.map((key) => ({ key, word: presenter.word(statusWords[key]) }));

