/** Issue F in the real browser: the five services side by side, each with the whole life of a booking, from the form to afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lives, type Life } from '../../journey/lives/cards.ts';
import { setLifeStage } from '../../journey/lives/scene.ts';
import { phases } from '../../journey/lives/story.ts';

const LONG = 300_000;
type Stage = Awaited<ReturnType<typeof setLifeStage>>;

// As the portal's own server draws it, and as a program does in the page: every step on both, in the order of a life.
for (const look of ['classic', 'react'] as const) describe(`the life of a booking of each service on the ${look} look`, { shuffle: false }, () => {
  let stage: Stage;
  let held: string[] = [];
  beforeAll(async () => {
    stage = await setLifeStage({ headless: true, look, onChecked: (sentence) => held.push(sentence) });
  }, LONG);
  afterAll(async () => {
    await stage?.close();
  });

  // The clock never goes back: each phase is played for one service after the other, and each step starts where the one before ended.
  const play = (phase: number) => async (life: Life): Promise<void> => {
    held = [];
    for (const step of phases[phase] ?? []) {
      const before = held.length;
      await step.play(stage.scene, life);
      expect(held.length, `${step.id} ${step.title}`).toBeGreaterThan(before);
    }
  };
  it.each(lives)('S0-14 S0-15 S0-22 S0-24 S0-25 S1-30 S2-20 S2-24 S3-16 S4-26 $id is booked in the portal, and what its card makes of it stands ready', play(0), LONG);
  it.each(lives)('S0-31 S0-32 $id is reminded of the day before, where the companion holds it', play(1), LONG);
  it.each(lives)('S0-19 S0-28 S0-29 S0-30 S1-05 S1-07 S1-43 S3-22 S4-24 $id has its day: the run sheet, whoever opens it, its end, and how many came', play(2), LONG);
  it.each(lives)('S1-40 S2-23 S4-16 $id keeps its recording for as long as the card says', play(3), LONG);

  it('S3-09 S1-48 the popup leads to each service’s help and to the portal where it is booked', async () => {
    const { julie } = stage.scene;
    const popup = await julie.openOwn('popup.html');
    await popup.getByText('Services et aide').click();
    const [help] = await Promise.all([julie.context.waitForEvent('page'), popup.getByRole('link', { name: /^Aide\s*: Salle Zoom Opteos$/u }).click()]);
    await help.getByRole('heading', { level: 1, name: 'La salle Zoom partagée' }).waitFor();
    expect(help.url()).toContain('help.html#shared-room');
    await Promise.all([help.close(), popup.close()]);
  }, LONG);

  it('has no other phase', () => {
    expect(phases).toHaveLength(4);
  });
});
