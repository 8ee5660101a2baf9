/** What the program knows, outside its nodes: they are thrown away and made again, this stays. */
import type { FullPage } from '../../models.ts';

/** Every control's value, as a form would send it. */
export type Fields = Record<string, string[]>;

export interface State {
  full: FullPage | null;
  path: string;
  fields: Fields;
  /** A new number throws all nodes of the page away. */
  generation: number;
  /** T7; null: not asked yet. */
  free: boolean | null;
  /** T2: a saving is under way. */
  saving: boolean;
  /** T12: the form may be seen. */
  shown: boolean;
}

export const state: State = { full: null, path: '', fields: {}, generation: 0, free: null, saving: false, shown: true };

let draw = (): void => {};
export const onChange = (listener: () => void): void => {
  draw = listener;
};

export function change(part: Partial<State>): void {
  Object.assign(state, part);
  draw();
}

export const values = (name: string): string[] => state.fields[name] ?? [];
export const value = (name: string): string => values(name)[0] ?? '';

export const setField = (name: string, next: string[]): void => change({ fields: { ...state.fields, [name]: next } });

export const toggle = (name: string, one: string): void => {
  const now = values(name);
  setField(name, now.includes(one) ? now.filter((each) => each !== one) : [...now, one]);
};

export const hasTrait = (trait: string): boolean => (state.full?.frame.traits as string[] | undefined)?.includes(trait) ?? false;
