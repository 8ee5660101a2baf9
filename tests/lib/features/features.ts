/** All features of the overlay, wherever they run. */
import type { Feature } from '../../../lib/features/feature.ts';
import { parts } from '../../../lib/features/index.ts';

export async function allFeatures(): Promise<Feature[]> {
  const loaded = await Promise.all(Object.values(parts).map((load) => load()));
  return [...new Set(loaded.flatMap(({ features }) => features))];
}
