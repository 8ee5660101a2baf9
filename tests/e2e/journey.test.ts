/** The whole journey of issue A in the real browser, with the very build that ships. */
import { afterAll, beforeAll, describe, it } from 'vitest';
import { setStage, type Stage } from '../journey/play.ts';
import { story } from '../journey/story.ts';

describe.each(['classic', 'react'] as const)('the journey on the %s look of the portal', (look) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ headless: true, look, onChecked: () => undefined });
  });
  afterAll(async () => {
    await stage?.close();
  });
  // The steps are one story: each starts where the one before ended.
  for (const step of story) it(`${step.id} ${step.who}: ${step.title}`, () => step.play(stage.scene));
});
