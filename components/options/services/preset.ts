/** The original of a card, if it is one of the five (services.md). */
import { presets } from '../../../lib/services/presets.ts';
import type { ServiceCard } from '../../../lib/services/card.ts';

export const presetOf = ({ id }: ServiceCard): ServiceCard | undefined => presets.find((preset) => preset.id === id);

/** The same value, whatever the order of its keys. */
function sameValue(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  const [before, after] = [one, other] as Record<string, unknown>[];
  return keys.length === Object.keys(other).length && keys.every((key) => sameValue(before?.[key], after?.[key]));
}

export function isChanged(card: ServiceCard): boolean {
  const preset = presetOf(card);
  return preset !== undefined && !sameValue(card, preset);
}
