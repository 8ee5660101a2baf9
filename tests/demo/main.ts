/**
 * `npm run demo`: builds the extension, starts everything on loopback, and either opens three browsers for people
 * to try, or (without a display, or with --headless) plays the whole journey and leaves a picture of each step.
 * `--service <id>` plays the booking of one of the other services of the documents instead (`shared-room`, `clinical` …).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setStage, type Stage } from '../journey/play.ts';
import { bookService, serviceStories, type ServiceStory } from '../journey/services.ts';
import { story } from '../journey/story.ts';
import { PORTAL_ORIGIN } from '../setup/launch.ts';
import { PASSWORD, people } from '../setup/world.ts';

const root = join(import.meta.dirname, '../..');
const out = join(root, 'out', 'demo');
const headless = process.argv.includes('--headless') || (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']);
const look = process.argv.includes('--react') ? 'react' : 'classic';
const serviceAt = process.argv.indexOf('--service');
const service = serviceAt < 0 ? 'web5000' : process.argv[serviceAt + 1];
const own = serviceStories.find(({ id }) => id === service);
if (own === undefined && service !== 'web5000') {
  console.error(`There is no service « ${service ?? ''} »: give web5000, ${serviceStories.map(({ id }) => id).join(', ')}.`);
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

/** @returns whether every step held */
async function playStory(stage: Stage, notes: string[]): Promise<boolean> {
  for (const step of story) {
    const since = performance.now();
    notes.length = 0;
    process.stdout.write(`\n${step.id}  ${step.who}: ${step.title}\n`);
    let trouble: unknown;
    try {
      await step.play(stage.scene);
    } catch (error) {
      trouble = error;
    }
    for (const note of notes) console.log(`   ✔ ${note}`);
    await stage.scene.shown.screenshot({ path: join(out, `${step.id}.png`) }).catch(() => console.log('   (no picture: the page was closed)'));
    console.log(`   ${seconds(since)}`);
    if (trouble === undefined) continue;
    console.log(`   ✘ ${trouble instanceof Error ? trouble.message : String(trouble)}`);
    return false;
  }
  return true;
}

/** One of the other services: its own form, booked from the portal. @returns whether every sentence held */
async function playService(stage: Stage, story: ServiceStory): Promise<boolean> {
  const { scene, world } = stage;
  const page = scene.julieTab;
  const picture = (name: string) => page.screenshot({ path: join(out, `${story.id}-${name}.png`), fullPage: true });
  try {
    await scene.julie.signIn(page);
    await bookService(world, page, story, scene.date, (sentence) => console.log(`   ✔ ${sentence}`), () => picture('1-form'));
    await picture('2-saved');
    return true;
  } catch (error) {
    console.log(`   ✘ ${error instanceof Error ? error.message : String(error)}`);
    return false;
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
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
console.log('Building the extension …');
await build();
console.log('Starting the portal, Zoom and mailbox stand-ins, the companion, and three browsers …');
const stage = await setStage({ headless, look, onChecked: (sentence) => notes.push(sentence) });
try {
  if (headless) {
    const held = own === undefined ? await playStory(stage, notes) : await playService(stage, own);
    console.log(held ? `\nEvery step held (${seconds(started)}). The pictures are in out/demo.` : `\nThe journey stopped (${seconds(started)}).`);
    process.exitCode = held ? 0 : 1;
  } else {
    await waitForPeople(stage);
  }
} finally {
  await stage.close();
}
