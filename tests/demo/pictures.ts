/** `npm run pictures`: makes the pictures of README.md and of docs/guides from the demo, so that they show what ships. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openPopup, showToCreate } from '../journey/approver.ts';
import { setStage } from '../journey/play.ts';
import { fillFacts } from '../journey/representative.ts';
import { meeting, type Scene } from '../journey/scene.ts';
import { story } from '../journey/story.ts';
import { NOW, settings } from '../lib/samples.ts';
import { launchOwnPages, type OwnPages } from '../setup/own-pages.ts';
import { popupStates } from '../setup/popup-states.ts';
import { usageStores, usageWorker } from '../setup/usage-scene.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs', 'pictures');
const POPUP = { width: 420, height: 640 };
mkdirSync(folder, { recursive: true });
if (spawnSync('wxt', ['build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) throw new Error('The extension could not be built.');

/** One picture in the light, one in the dark. @param clip from the top, as much of the page as this */
async function take(page: Page, name: string, clip?: { width: number; height: number }): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const file = colorScheme === 'light' ? `${name}.png` : `${name}-dark.png`;
    // Colours change gradually: the picture is of the end.
    await page.screenshot({ path: join(folder, file), animations: 'disabled', ...(clip === undefined ? {} : { fullPage: true, clip: { x: 0, y: 0, ...clip } }) });
    console.log(`docs/pictures/${file}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** The story of the demo, stopped wherever there is something to show. */
async function takeStory(scene: Scene): Promise<void> {
  const played = new Set<string>();
  const play = async (until: string): Promise<void> => {
    for (const step of story) {
      if (played.has(step.id)) continue;
      await step.play(scene);
      played.add(step.id);
      if (step.id === until) return;
    }
  };
  await play('2-use');
  await take(scene.julieTab, 'representative', { width: 1265, height: 2400 });
  await play('3-refused');
  await fillFacts(scene.julieTab);
  await take(scene.julieTab, 'representative-form', { width: 1265, height: 1400 });
  await play('5-request');
  await take(scene.shown, 'approver-requests');
  await play('5-approved');
  const popup = await openPopup(scene);
  await showToCreate(popup);
  await take(popup, 'approver');
  await popup.close();
  await play('6-created');
  const planned = await openPopup(scene);
  await planned.getByRole('tab', { name: /Planifiées/u }).click();
  await planned.getByRole('listitem').filter({ hasText: meeting.name }).getByText('Planifiée', { exact: true }).first().waitFor();
  await take(planned, 'approver-planned');
  await planned.close();
  const requests = await scene.julie.openOwn('popup.html');
  await requests.setViewportSize(POPUP);
  await requests.getByRole('listitem').filter({ hasText: meeting.name }).getByText('Planifiée', { exact: true }).first().waitFor();
  await take(requests, 'representative-requests');
  const options = await scene.sylvie.openOwn('options.html');
  await options.getByRole('heading').first().waitFor();
  await options.getByRole('link', { name: 'Services', exact: true }).click();
  await options.getByRole('link', { name: /Licence ZOOM Web5000/u }).first().click();
  await options.getByLabel(/^Capacité/u).waitFor();
  await take(options, 'admin');
  await options.getByRole('link', { name: 'Portail', exact: true }).click();
  await options.getByRole('heading', { level: 1, name: 'Portail' }).waitFor();
  await take(options, 'admin-portal');
}

/** What the story does not come to: the first day, the day of a meeting, a year of use, the help. */
async function takeOwnPages(pages: OwnPages): Promise<void> {
  const wide = { width: 1100, height: 800 };
  const local = { settings: settings() };
  const welcome = await pages.open('welcome.html', { stores: { local }, now: NOW, viewport: wide });
  await welcome.getByRole('heading', { level: 2, name: 'Votre rôle' }).waitFor();
  await take(welcome, 'welcome');
  const today = popupStates['today'];
  const host = await pages.open('popup.html', { stores: today?.stores ?? {}, now: NOW, viewport: { ...POPUP, height: 900 } });
  await host.getByRole('tab', { name: /Aujourd’hui/u }).click();
  await take(host, 'host-today');
  const usage = await pages.open('options.html#usage', { stores: usageStores(), now: NOW, worker: usageWorker(), viewport: { width: 1100, height: 900 } });
  await usage.getByRole('heading', { name: 'Emporter' }).waitFor();
  await take(usage, 'admin-usage', { width: 1100, height: 1115 });
  const help = await pages.open('help.html', { stores: { local }, now: NOW, viewport: wide });
  await help.getByRole('heading', { level: 1 }).waitFor();
  await take(help, 'help');
}

const stage = await setStage({ headless: true, onChecked: () => undefined });
try {
  await takeStory(stage.scene);
} finally {
  await stage.close();
}
const pages = await launchOwnPages();
try {
  await takeOwnPages(pages);
} finally {
  await pages.close();
}
