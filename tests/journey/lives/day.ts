/** The day itself (F06): the run sheet a quarter of an hour before, whoever opens it, and the end. */
import type { Locator, Page } from 'playwright-core';
import { check, checkEqual } from '../scene.ts';
import { cardOf } from './form.ts';
import type { Life } from './cards.ts';
import { bookedOf, itemOf, openPopupAt, PATIENCE, readMail, refreshUntil, settleZoom, show, type LifeScene } from './scene.ts';

const MINUTE = 60_000;

/** The number at Zoom under which it is held; null where nothing is made. */
export function numberAtZoom({ world }: LifeScene, life: Life): string | null {
  if (life.conference === 'room') return world.room?.id ?? null;
  return world.zoom.created().find(({ topic }) => topic === life.meeting.name)?.id ?? null;
}

/** What Zoom holds now against the card (Z15): nothing to compare where the booking made nothing. */
async function readBack(scene: LifeScene, life: Life, popup: Page): Promise<void> {
  const sheet = itemOf(popup, life);
  const again = sheet.getByRole('button', { name: /Relire chez Zoom/u });
  if (life.conference !== 'made') {
    checkEqual(scene, 'nothing was made for it at Zoom, so nothing is read back', await again.count(), 0);
    return;
  }
  await again.click();
  await sheet.getByText(/Relus chez Zoom/u).waitFor({ timeout: PATIENCE });
  const lines = sheet.locator('summary').filter({ hasText: /réglages sont conformes à la fiche/u });
  await lines.click();
  const { waitingRoom } = cardOf(life).rules;
  await sheet.getByText(waitingRoom === 'on' ? /Salle d’attente\s*: oui/u : waitingRoom === 'off' ? /Salle d’attente\s*: non/u : /Salle d’attente\s*: au choix/u).waitFor();
  scene.checked('the settings are read back from Zoom, and agree with the card');
}

/** What the host sees to: ticked with the hour and initials, or of a clinical meeting only read, since nothing of it is kept (S4-11). */
async function readList(scene: LifeScene, life: Life, sheet: Locator): Promise<void> {
  if (life.tick === null) {
    await sheet.getByRole('group', { name: /^Aide-mémoire/u }).getByText(/consentement verbal/u).waitFor();
    checkEqual(scene, 'the steps of a clinical meeting are there to read: no box for a consent, no hour, no initials', await sheet.getByRole('checkbox').count(), 0);
    return;
  }
  const box = sheet.getByRole('checkbox', { name: life.tick });
  await box.click();
  await sheet.getByText(/fait à .* par MP/u).first().waitFor({ state: 'attached' });
  scene.checked('a line of the card’s own checklist is ticked, with the hour and his initials');
}

export async function readSheet(scene: LifeScene, life: Life): Promise<void> {
  const { world, marc } = scene;
  await world.moveTo(bookedOf(scene, life).start - 15 * MINUTE + 1000);
  const popup = await openPopupAt(scene, marc, /Aujourd’hui/u);
  const sheet = itemOf(popup, life);
  await refreshUntil(popup, sheet);
  for (const words of [life.meeting.presenter, /CISSS de la Côte-Nord/u, ...life.sheet]) await sheet.getByText(words).first().waitFor();
  scene.checked('the run sheet of the day says who, for whom, and who opens it');
  await readBack(scene, life, popup);
  await readList(scene, life, sheet);
  if (life.starts !== 'marc') {
    const start = sheet.getByRole('button', { name: /^Démarrer la rencontre/u });
    check(scene, 'nothing for Marc to start', (await start.count()) === 0 || (await start.isDisabled()));
  }
}

/** S1-05: the key of the room, shown once, from a quarter of an hour before, to whoever holds the slot. */
async function takeKey(scene: LifeScene, life: Life): Promise<void> {
  const { world } = scene;
  const before = world.zoom.hostKeyOf(life.host ?? '');
  const mail = await readMail(scene, life, /s’ouvre/u);
  check(scene, 'a quarter of an hour before, Julie’s mail opens the room, and the key is not in it', /Revendiquer le rôle d’hôte/u.test(mail.text) && !mail.text.includes(before));
  const popup = await openPopupAt(scene, scene.julie, /Vos demandes/u);
  const key = popup.getByRole('region', { name: /^Clé d’hôte de la salle/u });
  await refreshUntil(popup, key.getByText('Répondez d’abord à la question'));
  scene.checked('in her popup, the step that must not be left out comes first: will she turn the waiting room on?');
  await itemOf(popup, life).getByRole('radio', { name: 'Oui' }).check();
  await popup.getByText('Chaque personne attendra que vous l’admettiez.').waitFor();
  await key.getByText('Répondez d’abord à la question').waitFor({ state: 'detached' });
  await key.getByRole('button', { name: /^Révéler la clé d’hôte/u }).click();
  const shown = key.getByText(/^Votre clé d’hôte/u);
  await shown.waitFor({ timeout: PATIENCE });
  const given = world.zoom.hostKeyOf(life.host ?? '');
  checkEqual(scene, 'a click reveals the key, new for her slot', [(await shown.innerText()).replace(/\D/gu, ''), given === before], [given, false]);
  const page = await scene.julie.context.newPage();
  checkEqual(scene, 'once: the page of the mail shows it no more', (await page.goto(/http\S+\/k\/[\w-]+/u.exec(mail.text)?.[0] ?? ''))?.status(), 409);
  await page.close();
  scene.hostKey = given;
}

async function startFromSheet(scene: LifeScene, life: Life): Promise<void> {
  const { marc } = scene;
  const sheet = itemOf(scene.shown, life);
  const [page] = await Promise.all([marc.context.waitForEvent('page'), sheet.getByRole('button', { name: /^Démarrer la rencontre/u }).click()]);
  await page.getByRole('button', { name: 'Démarrer' }).click();
  await page.getByRole('button', { name: 'Terminer pour tous' }).waitFor();
  await show(scene, page);
  scene.checked('the start link is fetched at the click, and opens Zoom’s own page in a tab of its own');
}

/** People come; whoever the card names has opened it, and Zoom says so. */
export async function open(scene: LifeScene, life: Life): Promise<void> {
  const { world, marc } = scene;
  const number = numberAtZoom(scene, life);
  if (life.starts === 'marc') await startFromSheet(scene, life);
  if (life.starts === 'holder') await takeKey(scene, life);
  const { start, end } = bookedOf(scene, life);
  await world.moveTo(start + 1000);
  if (number === null) {
    const popup = await openPopupAt(scene, marc, /Aujourd’hui/u);
    await refreshUntil(popup, itemOf(popup, life));
    checkEqual(scene, 'it opens by itself, elsewhere: there is no button to start or to end it', await itemOf(popup, life).getByRole('button', { name: /Démarrer|Mettre fin/u }).count(), 0);
    return;
  }
  if (life.starts !== 'marc') world.zoom.start(number);
  world.zoom.attend(number, Array.from({ length: life.came ?? 0 }, (_, index) => ({ name: `Personne ${index + 1}`, email: '', join: start + 2 * MINUTE, leave: end })));
  await settleZoom(scene);
  // What Julie's popup shows of the key is shown once: it stays for the picture.
  if (life.starts !== 'holder') await readOpen(scene, life);
}

async function readOpen(scene: LifeScene, life: Life): Promise<void> {
  const popup = await openPopupAt(scene, scene.marc, /Aujourd’hui/u);
  await refreshUntil(popup, itemOf(popup, life).getByText('En cours', { exact: true }));
  scene.checked('the run sheet shows it « En cours »');
}

async function endFromSheet(scene: LifeScene, life: Life): Promise<void> {
  const popup = await openPopupAt(scene, scene.marc, /Aujourd’hui/u);
  const sheet = itemOf(popup, life);
  const button = sheet.getByRole('button', { name: /Mettre fin à la rencontre/u });
  await refreshUntil(popup, button);
  await button.click();
  await sheet.getByText(/Mettre fin à la rencontre pour tout le monde/u).waitFor();
  checkEqual(scene, 'the end is asked for again before it is done', scene.world.zoom.created().find(({ id }) => id === numberAtZoom(scene, life))?.live, true);
  await sheet.getByRole('button', { name: 'Oui, mettre fin' }).click();
}

/** Ten minutes before its hour is over, it ends: by Marc with a confirmation, or by those who opened it. */
export async function end(scene: LifeScene, life: Life): Promise<void> {
  const { world, marc } = scene;
  const number = numberAtZoom(scene, life);
  const booked = bookedOf(scene, life);
  await world.moveTo(booked.end - 10 * MINUTE);
  if (number === null) {
    await world.moveTo(booked.end + 1000);
    checkEqual(scene, 'nobody ends it here: from beginning to end, nothing of it was at Zoom', world.zoom.created().filter(({ topic }) => topic === life.meeting.name), []);
    return;
  }
  if (life.starts === 'holder') await readOpen(scene, life);
  if (life.starts === 'marc') await endFromSheet(scene, life);
  else world.zoom.end(number);
  await settleZoom(scene);
  // Zoom is looked at once more a little later, before it counts as over; a slot of the room is over at its end.
  await world.moveTo(life.conference === 'room' ? booked.end + 5 * MINUTE : booked.end - 5 * MINUTE);
  await settleZoom(scene);
  const popup = await openPopupAt(scene, marc, /Aujourd’hui/u);
  await refreshUntil(popup, itemOf(popup, life).getByText('Terminée', { exact: true }));
  scene.checked('the run sheet shows it « Terminée »');
}
