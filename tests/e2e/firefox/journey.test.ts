/** The whole journey of issue A in Firefox, with the very build that ships there (U1 to U26 hold in every browser). */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { setStage, type Stage } from '../../journey/play.ts';
import { story } from '../../journey/story.ts';
import { launchFirefox } from './launch.ts';

const extension = join(import.meta.dirname, '../../../.output/firefox-mv3');

// The steps are one story, told in its order: each starts where the one before ended.
for (const look of ['classic', 'react'] as const) describe(`the journey in Firefox on the ${look} look of the portal`, { shuffle: false }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ headless: true, look, onChecked: () => undefined, browser: { launch: launchFirefox, extension } });
  });
  afterAll(async () => {
    await stage?.close();
  });
  for (const step of story) it(`${step.id} ${step.who}: ${step.title}`, () => step.play(stage.scene));
});
