/** The running portal: its memory, its switches, its sessions. One object, handed to every route. */
import { createHash } from 'node:crypto';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { isFree, type SavedFilter, type Store } from './data/store.ts';
import type { User } from './data/types.ts';
import type { Mailer } from './mail.ts';
import type { Look, RecordedRequest, Trait } from './options.ts';
import { createPresenter, type Presenter } from './present.ts';

export interface Session {
  id: string;
  /** T14: the token of every form. */
  token: string;
  user: User | null;
  /** What this browser chose with `?look=`. */
  look: Look | null;
  /** What the grid shows. */
  filter: SavedFilter;
  /** What is ticked in « Critères »: saved perhaps, not yet applied. */
  ticked: SavedFilter;
  criteriaOpen: boolean;
  /** A sentence for the next page. */
  notice: string | null;
}

export interface Portal {
  store: Store;
  mailer: Mailer;
  seed: number;
  secure: boolean;
  now(): number;
  look: Look;
  traits: ReadonlySet<Trait>;
  presenter(): Presenter;
  sessions: Map<string, Session>;
  openSession(user: User | null, look: Look | null, filter: SavedFilter): Session;
  requests: RecordedRequest[];
  trouble: { status: ContentfulStatusCode; left: number };
  isFree(resources: readonly string[], start: number, end: number, except: string | null): boolean;
}

type Given = Pick<Portal, 'store' | 'mailer' | 'seed' | 'secure' | 'now' | 'look' | 'traits'>;

export function createPortal(given: Given): Portal {
  let opened = 0;
  const sessions = new Map<string, Session>();
  // From the seed, so that two runs send the very same bytes (a test compares request bodies).
  const secret = (purpose: string): string => createHash('sha256').update(`${given.seed}:${purpose}:${opened}`).digest('hex').slice(0, 32);
  const portal: Portal = {
    ...given,
    sessions,
    requests: [],
    trouble: { status: 500, left: 0 },
    presenter: () => createPresenter(portal.traits),
    openSession: (user, look, filter) => {
      opened += 1;
      const session: Session = { id: secret('session'), token: secret('token'), user, look, filter, ticked: filter, criteriaOpen: false, notice: null };
      sessions.set(session.id, session);
      return session;
    },
    isFree: (resources, start, end, except) => isFree(given.store, resources, start, end, except),
  };
  return portal;
}
