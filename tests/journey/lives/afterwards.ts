/** What is left: how many came, the history, and the recording with the hour at which it is gone. */
import { readFile } from 'node:fs/promises';
import { check, checkEqual } from '../scene.ts';
import type { Life } from './cards.ts';
import { numberAtZoom } from './day.ts';
import { bookedOf, isToJulie, itemOf, openPopupAt, readMail, refreshUntil, settleZoom, type LifeScene } from './scene.ts';

const HOUR = 3_600_000;

/** The history of both, once Zoom has counted (F08); the room's key is void (S1-05). */
export async function lookBack(scene: LifeScene, life: Life): Promise<void> {
  const { world } = scene;
  await world.moveTo(bookedOf(scene, life).end + HOUR);
  await settleZoom(scene);
  for (const person of [scene.julie, scene.marc]) {
    const popup = await openPopupAt(scene, person, /Historique/u);
    const item = itemOf(popup, life);
    await refreshUntil(popup, item);
    if (life.came === null) await item.getByText('Sans rencontre Zoom', { exact: true }).waitFor();
    else {
      await refreshUntil(popup, item.getByText(new RegExp(`${life.came}\\s(?:personnes )?sur`, 'u')));
      await item.getByText('Tenue', { exact: true }).waitFor();
    }
  }
  scene.checked(life.came === null ? 'both find it in « Historique », without a Zoom meeting' : `both find it in « Historique », held, with ${life.came} of ${life.meeting.participants} who came`);
  if (life.came !== null) await takeStays(scene, life);
  if (life.conference === 'room') await checkKey(scene, life);
}

/** S1-43: Marc takes away how long each was there, a line a person and nobody's name. */
async function takeStays(scene: LifeScene, life: Life): Promise<void> {
  const popup = scene.shown;
  const button = itemOf(popup, life).getByRole('button', { name: /^Durées de présence/u });
  const [download] = await Promise.all([popup.waitForEvent('download'), button.click()]);
  const text = await readFile(await download.path(), 'utf8');
  checkEqual(scene, 'Marc has the time that each was present, as a file without a name', [text.trim().split('\r\n').length - 1, /Personne \d/u.test(text)], [life.came, false]);
}

/** S1-05: each reveal stands in the history, and what was shown is worth nothing any more. */
async function checkKey(scene: LifeScene, life: Life): Promise<void> {
  const item = itemOf(scene.shown, life);
  await item.locator('summary').filter({ hasText: 'Ce qui s’est passé' }).click();
  for (const step of ['Clé d’hôte révélée', 'Clé d’hôte remplacée']) await item.getByText(step).first().waitFor();
  scene.checked('the history says when the host key was revealed, and that it was replaced');
  check(scene, 'the host key that was shown is void: another one took its place', scene.world.zoom.hostKeyOf(life.host ?? '') !== scene.hostKey);
}

/** A recording (S1-40, S2-23): told at once with its last hour, and once more before it is gone. */
export async function fetchRecording(scene: LifeScene, life: Life): Promise<void> {
  const { recording } = life;
  const number = numberAtZoom(scene, life);
  const { world } = scene;
  if (recording === null || number === null) {
    checkEqual(scene, 'nothing is recorded, and nobody is written to of a recording', world.mailbox.messages().filter((one) => isToJulie(life)(one) && /nregistrement/u.test(one.subject)), []);
    return;
  }
  world.zoom.record(number, { key: `enregistrement-${life.id}`, passcode: 'Rec0rd!9' });
  await settleZoom(scene);
  const ready = await readMail(scene, life, /^Enregistrement prêt/u);
  check(scene, 'Julie’s mail has the recording’s link, and until when it can be fetched', ready.text.includes(`enregistrement-${life.id}`) && /Téléchargez-le avant le/u.test(ready.text));
  await world.moveTo(ready.receivedAt + (recording.hours - recording.noticeHours) * HOUR + 60_000);
  await settleZoom(scene);
  const soon = await readMail(scene, life, /^Bientôt supprimé/u);
  check(scene, `${recording.noticeHours} hours before it is gone, once more`, /sera supprimé le/u.test(soon.text));
}
