/**
 * Policy over user over default (habit 21). A value of the policy is fixed, unless the policy lists what is fixed
 * (`locked`) and leaves it out: then it is only the default, until the person sets their own. Pure.
 */
import type { Settings } from '../state/settings.ts';
import { complete } from './complete.ts';
import { lenses, policyKeys, type PolicyKey } from './keys.ts';
import { controlSchemas, valueSchemas } from './schema.ts';

export interface Policy {
  values: Readonly<Partial<Record<PolicyKey, unknown>>>;
  locked: ReadonlySet<PolicyKey>;
  skipWelcome: boolean;
  /** Keys whose value is of a wrong kind, or that nobody knows: ignored, and reported in the options. */
  problems: readonly string[];
}

export const noPolicy: Policy = { values: {}, locked: new Set(), skipWelcome: false, problems: [] };

const isKey = (name: string): name is PolicyKey => policyKeys.some((key) => key === name);

/** Two members of one list with one identifier would be edited as one. */
const isRepeated = (value: unknown): boolean => {
  if (!Array.isArray(value)) return false;
  const ids = value.flatMap((member: unknown) => (typeof member === 'object' && member !== null && 'id' in member ? [member.id] : []));
  return new Set(ids).size !== ids.length;
};

/** Reads what the browser gives. Never throws. */
export function readPolicy(raw: unknown): Policy {
  if (typeof raw !== 'object' || raw === null) return noPolicy;
  const values: Partial<Record<PolicyKey, unknown>> = {};
  const problems: string[] = [];
  let locked: readonly PolicyKey[] | null = null;
  let skipWelcome = false;
  for (const [name, value] of Object.entries(raw)) {
    if (isKey(name)) {
      const parsed = valueSchemas()[name].safeParse(complete(name, value));
      if (parsed.success && !isRepeated(parsed.data)) values[name] = parsed.data;
      else problems.push(name);
    } else if (name === 'locked') {
      const parsed = controlSchemas.locked.safeParse(value);
      if (parsed.success) locked = parsed.data;
      else problems.push(name);
    } else if (name === 'skipWelcome') {
      const parsed = controlSchemas.skipWelcome.safeParse(value);
      if (parsed.success) skipWelcome = parsed.data;
      else problems.push(name);
    } else {
      problems.push(name);
    }
  }
  // A list that cannot be read frees nothing: what the policy sets stays fixed.
  const fixed = locked ?? policyKeys.filter((key) => key in values);
  return { values, locked: new Set(fixed), skipWelcome, problems };
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const isUntouched = (key: PolicyKey, stored: Settings, defaults: Settings): boolean => same(lenses[key].get(stored), lenses[key].get(defaults));

/** The settings in force: what the person stored, with the policy laid over it. */
export function withPolicy(stored: Settings, policy: Policy, defaults: Settings): Settings {
  let settings = stored;
  for (const key of policyKeys) {
    if (!(key in policy.values)) continue;
    if (policy.locked.has(key) || isUntouched(key, stored, defaults)) settings = lenses[key].set(settings, policy.values[key]);
  }
  return settings;
}

/**
 * What is to be stored of settings that a page wrote: nothing that is the policy's own, so that the person's values
 * are back when the policy goes, and nothing that the policy fixes, whatever asked for it.
 */
export function withoutPolicy(next: Settings, stored: Settings, policy: Policy, defaults: Settings): Settings {
  let settings = next;
  for (const key of policyKeys) {
    const { get, set } = lenses[key];
    const isSuggestion = key in policy.values && isUntouched(key, stored, defaults) && same(get(next), policy.values[key]);
    if (policy.locked.has(key) || isSuggestion) settings = set(settings, get(stored));
  }
  return settings;
}
