/**
 * A policy says what matters and leaves out the rest: windows' policy editors know no « nothing », and nobody
 * types forty fields for one card. What is left out is filled in here; the settings' schema then judges the whole.
 */
import { presets } from '../services/presets.ts';
import type { PolicyKey } from './keys.ts';

type Member = Record<string, unknown>;

const isRecord = (value: unknown): value is Member => typeof value === 'object' && value !== null && !Array.isArray(value);
const each = (value: unknown, fill: (member: Member) => unknown): unknown => {
  if (!Array.isArray(value)) return value;
  return value.map((member: unknown) => (isRecord(member) ? fill(member) : member));
};

/** Empty words stand for « nothing ». */
const withoutEmpty = (member: Member): Member => Object.fromEntries(Object.entries(member).map(([key, value]) => [key, value === '' && key !== 'note' ? null : value]));

const designated = (value: unknown): unknown =>
  (isRecord(value) ? { email: null, phone: null, irisCode: null, position: null, ...withoutEmpty(value) } : (value ?? null));

const establishment = (member: Member): Member => ({
  aliases: [], weight: 1, fixed: null, state: 'active', browserOnly: false, certain: true,
  ...withoutEmpty(member),
  representative: designated(member['representative']),
  substitute: designated(member['substitute']),
});

/** A card of one of the five presets changes what it names of it; any other card has to be whole. */
const card = (member: Member): Member => ({ ...presets.find(({ id }) => id === member['id']), ...withoutEmpty(member) });

const portal = (member: Member): Member => ({ name: member['id'], listPath: null, enabled: true, ...withoutEmpty(member) });

export function complete(key: PolicyKey, value: unknown): unknown {
  if (key === 'roster') return each(value, establishment);
  if (key === 'cards') return each(value, card);
  if (key === 'portals') return each(value, portal);
  return value;
}
