import { onTestFinished } from 'vitest';
import { startWorld } from './world.ts';
import type { World, WorldOptions } from './world.ts';

/** A world for the test that starts it, closed when that is over, however it ends. */
export async function startOwnWorld(options: WorldOptions = {}): Promise<World> {
  const world = await startWorld(options);
  onTestFinished(() => world.close());
  return world;
}
