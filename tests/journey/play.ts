/** Opens the world and the three people's browsers for the story. */
import { startWorld, type World, type WorldOptions } from '../setup/world.ts';
import { prepare, type Scene } from './scene.ts';

export interface Stage {
  world: World;
  scene: Scene;
  close(): Promise<void>;
}

/** @param onChecked hears each sentence that was found true · @param browser another one than Chromium */
export async function setStage(options: { headless: boolean; look?: 'classic' | 'react'; onChecked: (sentence: string) => void; browser?: Pick<WorldOptions, 'launch' | 'extension'> }): Promise<Stage> {
  const world = await startWorld({ ...options.browser, headless: options.headless, portal: { look: options.look ?? 'classic' } });
  try {
    const { date } = prepare(world, Date.now());
    const [julie, marc, sylvie] = await Promise.all([world.open('julie'), world.open('marc'), world.open('sylvie')]);
    const julieTab = await julie.context.newPage();
    const scene: Scene = { world, look: options.look ?? 'classic', julie, julieTab, marc, sylvie, date, number: '', shown: julieTab, checked: options.onChecked };
    return { world, scene, close: () => world.close() };
  } catch (error) {
    await world.close();
    throw error;
  }
}
