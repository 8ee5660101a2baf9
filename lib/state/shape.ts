/**
 * What a store of ours may hold, asked without a schema: zod makes a class of each schema before it checks anything, and a
 * worker that is started for one look at a portal would make them all, each time. For what crosses a border there is zod.
 */
export type Is<T> = (value: unknown) => value is T;

export const isText: Is<string> = (value) => typeof value === 'string';
export const isNumber: Is<number> = (value): value is number => Number.isFinite(value);
export const isBoolean: Is<boolean> = (value) => typeof value === 'boolean';
export const isRecord: Is<Record<string, unknown>> = (value): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

export const oneOf = <T>(values: readonly T[]): Is<T> => (value): value is T => values.some((known) => known === value);
export const orNull = <T>(is: Is<T>): Is<T | null> => (value): value is T | null => value === null || is(value);
export const orAbsent = <T>(is: Is<T>): Is<T | undefined> => (value): value is T | undefined => value === undefined || is(value);
export const listOf = <T>(is: Is<T>): Is<T[]> => (value): value is T[] => Array.isArray(value) && value.every(is);
export const recordOf = <T>(is: Is<T>): Is<Record<string, T>> => (value): value is Record<string, T> => isRecord(value) && Object.values(value).every(is);

/** An object with these parts; further ones are let be. */
export const shape = <T extends object>(parts: { [Name in keyof T]-?: Is<T[Name]> }): Is<T> => {
  const names = Object.keys(parts) as (keyof T)[];
  return (value): value is T => isRecord(value) && names.every((name) => parts[name]((value as Partial<T>)[name]));
};
