/** `npm run pictures`: makes the pictures of README.md from the demo, so that they show what ships. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPopup, showToCreate } from '../journey/approver.ts';
import { setStage } from '../journey/play.ts';
import { fillFacts } from '../journey/representative.ts';
import { story } from '../journey/story.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
if (spawnSync('wxt', ['build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) throw new Error('The extension could not be built.');

/** One picture in the light, one in the dark. */
async function take(page: Page, name: string, clip?: { width: number; height: number }): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const path = join(folder, colorScheme === 'light' ? `${name}.png` : `${name}-dark.png`);
    // Colours change gradually: the picture is of the end.
    await page.screenshot({ path, animations: 'disabled', ...(clip === undefined ? {} : { fullPage: true, clip: { x: 0, y: 0, ...clip } }) });
    console.log(`docs/pictures/${colorScheme === 'light' ? name : `${name}-dark`}.png`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

const stage = await setStage({ headless: true, onChecked: () => undefined });
try {
  const { scene } = stage;
  const play = async (until: string): Promise<void> => {
    for (const step of story) {
      if (played.has(step.id)) continue;
      await step.play(scene);
      played.add(step.id);
      if (step.id === until) return;
    }
  };
  const played = new Set<string>();
  await play('2-use');
  await take(scene.julieTab, 'representative', { width: 1265, height: 2400 });
  await play('3-refused');
  await fillFacts(scene.julieTab);
  await take(scene.julieTab, 'representative-form', { width: 1265, height: 1400 });
  await play('5-approved');
  const popup = await openPopup(scene);
  await showToCreate(popup);
  await take(popup, 'approver');
  await popup.close();
  const options = await scene.sylvie.openOwn('options.html');
  await options.getByRole('heading').first().waitFor();
  await options.getByRole('link', { name: 'Services', exact: true }).click();
  await options.getByRole('link', { name: /Licence ZOOM Web5000/u }).first().click();
  await options.getByLabel(/^Capacité/u).waitFor();
  await take(options, 'admin');
} finally {
  await stage.close();
}
