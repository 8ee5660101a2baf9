/**
 * `npm run demo`: builds the extension, starts everything on loopback, and either opens three browsers for people
 * to try, or (without a display, or with --headless) plays the whole journey and leaves a picture of each step.
 * `--service <id>` plays the whole life of one booking of one service of the documents instead (`web5000`, `shared-room`,
 * `nominative-300`, `health-portal`, `clinical`): from the form to the day before, the day itself, and what is left afterwards.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { setStage, type Stage } from '../journey/play.ts';
import { lives, type Life } from '../journey/lives/cards.ts';
import { setLifeStage } from '../journey/lives/scene.ts';
import { phases } from '../journey/lives/story.ts';
import { story } from '../journey/story.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { PASSWORD, people } from '../setup/world.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'out', 'demo');
const headless = process.argv.includes('--headless') || (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']);
const look = process.argv.includes('--react') ? 'react' : 'classic';
const serviceAt = process.argv.indexOf('--service');
const service = serviceAt < 0 ? null : process.argv[serviceAt + 1];
const life = lives.find(({ id }) => id === service);
if (service !== null && life === undefined) {
  console.error(`There is no service « ${service ?? ''} »: give ${lives.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function build(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('wxt', ['build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    child.on('error', reject);
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The extension could not be built: run `npm run build` to see why.'))));
  });
}

interface Played {
  /** Also the name of its picture. */
  id: string;
  who: string;
  title: string;
  play(): Promise<void>;
}

/** Of a page that is taller than its window, all of it: without a bar at its side. */
async function takePicture(page: Page, file: string, whole: boolean): Promise<void> {
  const size = page.viewportSize();
  if (whole && size !== null) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  }
  await page.screenshot({ path: file, animations: 'disabled' });
  if (whole && size !== null) await page.setViewportSize(size);
}

/** @param shown the page worth a picture after each step @returns whether every step held */
async function playAll(steps: readonly Played[], shown: () => Page, notes: string[], whole: boolean): Promise<boolean> {
  for (const step of steps) {
    const since = performance.now();
    notes.length = 0;
    process.stdout.write(`\n${step.id}  ${step.who}: ${step.title}\n`);
    let trouble: unknown;
    try {
      await step.play();
    } catch (error) {
      trouble = error;
    }
    for (const note of notes) console.log(`   ✔ ${note}`);
    await takePicture(shown(), join(out, `${step.id}.png`), whole).catch(() => console.log('   (no picture: the page was closed)'));
    console.log(`   ${seconds(since)}`);
    if (trouble === undefined) continue;
    console.log(`   ✘ ${trouble instanceof Error ? trouble.message : String(trouble)}`);
    return false;
  }
  return true;
}

/** The journey of issue A. */
async function playStory({ scene }: Stage, notes: string[]): Promise<boolean> {
  return playAll(story.map((step) => ({ ...step, play: () => step.play(scene) })), () => scene.shown, notes, false);
}

/** One booking of one service, from the form to afterwards. */
async function playLife(life: Life, notes: string[]): Promise<boolean> {
  const { scene, close } = await setLifeStage({ headless, look, onChecked: (sentence) => notes.push(sentence) });
  try {
    const steps = phases.flat().map((step) => ({ ...step, id: `${life.id}-${step.id}`, play: () => step.play(scene, life) }));
    return await playAll(steps, () => scene.shown, notes, true);
  } finally {
    await close();
  }
}

async function waitForPeople(stage: Stage): Promise<void> {
  const { world, scene } = stage;
  await scene.julieTab.goto(PORTAL_ORIGIN);
  await (await scene.marc.context.newPage()).goto(PORTAL_ORIGIN);
  await scene.sylvie.openOwn('options.html');
  console.log(`
Three browsers are open, one for each person. All of it is imitation, on this machine only.

  portal     ${PORTAL_ORIGIN} (in these browsers only)
  mailbox    ${world.mailbox.url}
  Zoom       ${world.zoom.url}
  companion  ${world.companion.url}

  ${Object.values(people).map((person) => `${person.name.padEnd(16)} ${person.role.padEnd(15)} ${person.account} / ${PASSWORD}`).join('\n  ')}

Ctrl+C ends everything.`);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

const started = performance.now();
const notes: string[] = [];
mkdirSync(out, { recursive: true });
// The lives of several services may be looked at side by side; each story makes its own pictures anew.
for (const name of readdirSync(out)) if (lives.find(({ id }) => name.startsWith(`${id}-`)) === life) rmSync(join(out, name));
console.log('Building the extension …');
await build();
console.log('Starting the portal, Zoom and mailbox stand-ins, the companion, and the people’s browsers …');
const tell = (held: boolean): void => {
  console.log(held ? `\nEvery step held (${seconds(started)}). The pictures are in out/demo.` : `\nThe journey stopped (${seconds(started)}).`);
  process.exitCode = held ? 0 : 1;
};
if (life !== undefined) tell(await playLife(life, notes));
else {
  const stage = await setStage({ headless, look, onChecked: (sentence) => notes.push(sentence) });
  try {
    if (headless) tell(await playStory(stage, notes));
    else await waitForPeople(stage);
  } finally {
    await stage.close();
  }
}
