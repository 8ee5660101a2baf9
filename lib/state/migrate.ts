/** How a stored object of an older version becomes one of today's; pure, so that every step is tested alone. */
import { isRecord } from './shape.ts';

/** From the version of its key to the next one. */
export type Migrations = Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>>;

/**
 * Raises a stored value step by step to `target`. A value without a usable version, or of a newer
 * version than this extension knows, is returned as it is: the schema then says what can be kept.
 */
export function migrate(stored: unknown, migrations: Migrations, target: number): unknown {
  if (!isRecord(stored)) return stored;
  let value = stored;
  for (let version = value['version']; typeof version === 'number' && version < target; version = value['version']) {
    const step = migrations[version];
    if (step === undefined) return value;
    const next = { ...step(value), version: version + 1 };
    value = next;
  }
  return value;
}

/**
 * Keeps each part of a damaged object that still holds, and takes the others from `fallback`, so that
 * one wrong field does not cost an admin the whole of the settings.
 * @param isValid whether the object with this one part replaced is still an object of today's schema
 */
export function salvage<T extends object>(stored: unknown, fallback: T, isValid: (candidate: T) => boolean): { value: T; lost: string[] } {
  if (!isRecord(stored)) return { value: fallback, lost: Object.keys(fallback) };
  let value = fallback;
  const lost: string[] = [];
  for (const part of Object.keys(fallback)) {
    const candidate = { ...value, [part]: stored[part] };
    if (isValid(candidate)) value = candidate;
    else lost.push(part);
  }
  return { value, lost };
}
