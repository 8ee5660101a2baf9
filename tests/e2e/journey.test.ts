/** The whole journey of issue A in the real browser, with the very build that ships. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { setStage, type Stage } from '../journey/play.ts';
import { story } from '../journey/story.ts';

// The steps are one story, told in its order: each starts where the one before ended.
for (const look of ['classic', 'react'] as const) describe(`the journey on the ${look} look of the portal`, { shuffle: false }, () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ headless: true, look, onChecked: () => undefined });
  });
  afterAll(async () => {
    await stage?.close();
  });
  for (const step of story) it(`${step.id} ${step.who}: ${step.title}`, () => step.play(stage.scene));
});
