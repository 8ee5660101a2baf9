/**
 * How the two scripts of a page meet: the detector stands on every page of a portal from its first moment, the
 * overlay is loaded into the same isolated world where it is needed. No page can see this world.
 */
import type { ContentMessage } from '../messages/content.ts';
import type { Gate } from '../portal/guard.ts';

export interface Link {
  /** Hears of a save before any listener of the page. */
  gate: Gate;
  /** The script has been replaced by a newer one, or its extension is gone. */
  signal: AbortSignal;
  /** Puts a question to the worker, which may be gone for a moment (ask.ts). */
  ask(message: ContentMessage): Promise<unknown>;
  /** Whether the extension is gone, or was updated: nothing of it can be asked any more. */
  isOrphan(): boolean;
}

const KEY = Symbol.for('passerelle.link');
const world = globalThis as { [KEY]?: Link };

export function offerLink(link: Link): void {
  world[KEY] = link;
}

/** @returns null when no detector stands here, or when an overlay has taken its link before */
export function takeLink(): Link | null {
  const link = world[KEY] ?? null;
  delete world[KEY];
  return link;
}
