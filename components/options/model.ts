/**
 * What the options page edits. Each change shows at once and is stored a moment later; what cannot be stored
 * stays on the page, as typed, until it is put right (drafts). A change is a function of the settings, so that
 * another window's change in the same second is not undone by ours.
 *
 *   typed ──valid──▶ pending ──(a moment)──▶ save ──▶ stored signal ──▶ every page
 *     └──invalid──▶ draft with its sentence          └─ failed: stays pending, « Réessayer »
 */
import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals';
import type { Settings } from '../../lib/state/settings.ts';

export type Change = (settings: Settings) => Settings;
export type SaveState = 'idle' | 'saving' | 'saved' | 'failed';

/** What stands in a field while it differs from what is stored. */
export interface Draft {
  text: string;
  invalid: boolean;
}

/** Something was removed or replaced, and can be taken back. */
export interface Undoable {
  /** What was done, already in words. */
  sentence: string;
  undo: Change;
  /** The offer ends with the next change: taking it back then would take back more than what it says. */
  onlyNow?: boolean;
}

export interface OptionsModel {
  /** Stored settings with the changes that are on their way. */
  settings: ReadonlySignal<Settings>;
  saveState: ReadonlySignal<{ state: SaveState; turn: number }>;
  drafts: ReadonlySignal<ReadonlyMap<string, Draft>>;
  undoable: ReadonlySignal<Undoable | null>;
  /** Something typed is not stored: on its way, refused by the browser, or to be corrected. */
  isUnsaved: ReadonlySignal<boolean>;
  change(change: Change): void;
  /** Does now what would be stored in a moment. Rejects never; a failure is in `saveState`. */
  flush(): Promise<void>;
  setDraft(path: string, draft: Draft | null): void;
  /** Forgets what was typed in a field, in all fields under a path that ends with a dot, or anywhere (empty). */
  dropDrafts(prefix: string): void;
  /** Makes a change that can be taken back. */
  changeUndoably(change: Change, undoable: Undoable): void;
  undo(): void;
  forgetUndo(): void;
}

export interface ModelPorts {
  stored: ReadonlySignal<Settings | null>;
  /** What stands in for settings that are not read yet. */
  initial: Settings;
  save(next: Settings): Promise<void>;
  /** Runs once after the pause of a person who types. @returns how to call it off */
  later(run: () => void): () => void;
}

export function createOptionsModel({ stored, initial, save, later }: ModelPorts): OptionsModel {
  const base = signal(stored.peek() ?? initial);
  const pending = signal<readonly Change[]>([]);
  const settings = computed(() => pending.value.reduce((value, change) => change(value), base.value));
  const saveState = signal<{ state: SaveState; turn: number }>({ state: 'idle', turn: 0 });
  const drafts = signal<ReadonlyMap<string, Draft>>(new Map());
  const undoable = signal<Undoable | null>(null);
  const isUnsaved = computed(() => pending.value.length > 0 || [...drafts.value.values()].some(({ invalid }) => invalid));
  let callOff: (() => void) | null = null;
  let writing: Promise<void> = Promise.resolve();

  let isWriting = false;
  let heard = false;

  // Our own write comes back through `stored`, sometimes before `save` answers: it counts once the changes leave `pending`.
  effect(() => {
    const value = stored.value;
    if (value === null) return;
    if (isWriting) heard = true;
    else base.value = value;
  });

  const say = (state: SaveState) => {
    saveState.value = { state, turn: saveState.peek().turn + 1 };
  };

  const write = async (): Promise<void> => {
    const changes = pending.peek();
    if (changes.length === 0) return;
    const next = changes.reduce((value, change) => change(value), base.peek());
    say('saving');
    isWriting = true;
    heard = false;
    try {
      await save(next);
      batch(() => {
        base.value = (heard ? stored.peek() : null) ?? next;
        pending.value = pending.peek().slice(changes.length);
        say('saved');
      });
    } catch {
      say('failed');
    } finally {
      isWriting = false;
    }
  };

  const flush = (): Promise<void> => {
    callOff?.();
    callOff = null;
    writing = writing.then(write);
    return writing;
  };

  const change = (next: Change): void => {
    pending.value = [...pending.peek(), next];
    callOff?.();
    callOff = later(() => void flush());
  };

  const setDraft = (path: string, draft: Draft | null): void => {
    const old = drafts.peek().get(path);
    if (draft === null ? old === undefined : old?.text === draft.text && old.invalid === draft.invalid) return;
    const next = new Map(drafts.peek());
    if (draft === null) next.delete(path);
    else next.set(path, draft);
    drafts.value = next;
  };

  const changeUndoably = (next: Change, offer: Undoable): void => {
    change(next);
    undoable.value = offer;
  };

  return {
    settings,
    saveState,
    drafts,
    undoable,
    isUnsaved,
    change: (next) => {
      if (undoable.peek()?.onlyNow === true) undoable.value = null;
      change(next);
    },
    flush,
    setDraft,
    dropDrafts: (prefix) => {
      const isUnder = (path: string): boolean => prefix === '' || path === prefix || (prefix.endsWith('.') && path.startsWith(prefix));
      drafts.value = new Map([...drafts.peek()].filter(([path]) => !isUnder(path)));
    },
    changeUndoably,
    undo: () => {
      const last = undoable.peek();
      undoable.value = null;
      if (last !== null) change(last.undo);
    },
    forgetUndo: () => {
      undoable.value = null;
    },
  };
}
