/** Random class names of the react look: a salt per load, so that nobody can lean on them. */
import { createHash } from 'node:crypto';

const renamed = (name: string, salt: string): string => `c${createHash('sha256').update(`${salt}:${name}`).digest('hex').slice(0, 7)}`;

export const renameClasses = (css: string, salt: string): string => css.replace(/\.(-?[a-z][\w-]*)(?=[\s,:.{>[)])/gu, (_, name: string) => `.${renamed(name, salt)}`);

/** From our name to the one of this load. */
export function classNames(css: string, salt: string): Record<string, string> {
  const names = [...css.matchAll(/\.(-?[a-z][\w-]*)(?=[\s,:.{>[)])/gu)].map((match) => match[1] ?? '');
  return Object.fromEntries([...new Set(names)].map((name) => [name, renamed(name, salt)]));
}
